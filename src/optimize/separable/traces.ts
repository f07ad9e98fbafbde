import { square } from '../../distributions/elementary.js';
import { isFunnelLine } from '../../scenario/types.js';
import type { Point, SampledProblem } from '../problem.js';
import { alongCells } from './integrate.js';

/** What a line's budget share adds to the goal and to each sampled rule's figure, at the grid's shares. */
interface LineTrace {
  readonly goal: Float64Array;
  readonly goalSlopes: Float64Array;
  readonly rules: readonly Float64Array[];
  readonly ruleSlopes: readonly Float64Array[];
}

/** Each line's effect as if it were its own: goal and rules at a plan are the base's figures plus what the lines add. */
export interface Traces {
  /** The largest share of the budget looked at. */
  readonly top: number;
  /** Shares of the budget, from 0 to `top`, closer together where curves bend most. */
  readonly grid: Float64Array;
  readonly lines: readonly LineTrace[];
  /** Goal and rules where no line of them spends anything. */
  readonly goalAtNothing: number;
  readonly rulesAtNothing: readonly number[];
  /** Whether sums of the traces reported the goal at plans that they were not made from: lines don't touch each other. */
  readonly additive: boolean;
}

/** Shares at which all lines are looked up at once. */
const TOGETHER = 64;
/** Difference of a sum of traces from the goal, as a share of the goal's range, that still is additive. */
const ADDITIVE = 2e-3;
/** Shares at which each line is looked up alone. */
const ALONE = 14;
/** Up to this many lines are traced one by one. */
const MOST_ALONE = 12;

/**
 * Traces every line on the coarse draws. Where no line lives on what others bring, all at once, each at the same share: where
 * lines don't touch each other, a plan's slopes tell each line's own, which is held against the plans judged before. Else each line alone,
 * the others as in `base`; `null` where these are too many, or the goal has no value on the way.
 *
 * @param top the largest share of the budget to look at
 */
export async function traceLines(
  problem: SampledProblem,
  base: Point,
  judged: readonly Point[],
  lines: number,
  top = 1,
): Promise<Traces | null> {
  // Lines that live on people whom others bring are never on their own.
  const fed = problem.scenario.lines.some((line) => isFunnelLine(line) && line.stage !== 'awareness');
  const together = fed ? null : await tracedTogether(problem, base, judged, lines, top);
  if (together?.additive === true) return together;
  return lines <= MOST_ALONE ? tracedAlone(problem, base, lines, top) : null;
}

function gridOf(points: number, top: number): Float64Array {
  return Float64Array.from({ length: points + 1 }, (_, k) => top * square(k / points));
}

async function tracedTogether(
  problem: SampledProblem,
  base: Point,
  judged: readonly Point[],
  lines: number,
  top: number,
): Promise<Traces | null> {
  const grid = gridOf(TOGETHER, top);
  const points: Point[] = [];
  for (const share of grid) {
    const v = base.v.slice();
    v.fill(share, 0, lines);
    const point = await problem.at(v, 'coarse');
    if (point === null) return null;
    points.push(point);
  }
  const slopesOf = (read: (point: Point) => Float64Array): Float64Array[] =>
    Array.from({ length: lines }, (_, l) => Float64Array.from(points, (point) => read(point)[l]));
  const goalSlopes = slopesOf(({ gradient }) => gradient);
  const goal = alongCells(
    grid,
    goalSlopes,
    Float64Array.from(points, ({ value }) => value),
  );
  const ruleSlopes = base.rules.map((_, r) => slopesOf(({ rules }) => rules[r].gradient));
  const rules = base.rules.map((_, r) =>
    alongCells(
      grid,
      ruleSlopes[r],
      Float64Array.from(points, (point) => point.rules[r].value),
    ),
  );
  const traces: Traces = {
    top,
    grid,
    lines: Array.from({ length: lines }, (_, l) => ({
      goal: goal[l],
      goalSlopes: goalSlopes[l],
      rules: rules.map((of) => of[l]),
      ruleSlopes: ruleSlopes.map((of) => of[l]),
    })),
    goalAtNothing: points[0].value,
    rulesAtNothing: points[0].rules.map(({ value }) => value),
    additive: true,
  };
  const values = [...points, ...judged].map(({ value }) => value);
  const range = Math.max(...values) - Math.min(...values);
  const within = judged.filter(({ v }) => v.every((share, l) => l >= lines || share <= top));
  // A closer look than the plans judged lie within goes on from one that reported.
  const additive =
    (top < 1 || within.length > 0) &&
    within.every((point) => {
      const predicted = tracedAt(traces, point.v);
      return Math.abs(predicted.goal - point.value) <= ADDITIVE * range;
    });
  return { ...traces, additive };
}

async function tracedAlone(problem: SampledProblem, base: Point, lines: number, top: number): Promise<Traces | null> {
  const grid = gridOf(ALONE, top);
  const traced: LineTrace[] = [];
  // What each line has in the base: the sum of traces is the goal itself there.
  let goalAtNothing = base.value;
  const rulesAtNothing = base.rules.map(({ value }) => value);
  for (let l = 0; l < lines; l++) {
    const points: Point[] = [];
    for (const share of grid) {
      const v = base.v.slice();
      v[l] = share;
      const point = await problem.at(v, 'coarse');
      if (point === null) return null;
      points.push(point);
    }
    const nothing = points[0];
    traced.push({
      goal: Float64Array.from(points, ({ value }) => value - nothing.value),
      goalSlopes: Float64Array.from(points, ({ gradient }) => gradient[l]),
      rules: base.rules.map((_, r) =>
        Float64Array.from(points, ({ rules }) => rules[r].value - nothing.rules[r].value),
      ),
      ruleSlopes: base.rules.map((_, r) => Float64Array.from(points, ({ rules }) => rules[r].gradient[l])),
    });
    goalAtNothing -= base.value - nothing.value;
    base.rules.forEach(({ value }, r) => {
      rulesAtNothing[r] = rulesAtNothing[r] - (value - nothing.rules[r].value);
    });
  }
  return { top, grid, lines: traced, goalAtNothing, rulesAtNothing, additive: false };
}

/** The traces with one sampled rule left out. */
export function tracesWithout(traces: Traces, rule: number): Traces {
  const others = <T>(of: readonly T[]): T[] => of.filter((_, r) => r !== rule);
  return {
    ...traces,
    rulesAtNothing: others(traces.rulesAtNothing),
    lines: traces.lines.map((line) => ({ ...line, rules: others(line.rules), ruleSlopes: others(line.ruleSlopes) })),
  };
}

/** Goal and sampled rules at a plan, as the traces have them. */
export function tracedAt(
  traces: Traces,
  v: Float64Array,
): { readonly goal: number; readonly rules: readonly number[] } {
  let goal = traces.goalAtNothing;
  const rules = [...traces.rulesAtNothing];
  traces.lines.forEach((line, l) => {
    goal += interpolated(traces.grid, line.goal, line.goalSlopes, v[l]);
    line.rules.forEach((values, r) => {
      rules[r] = rules[r] + interpolated(traces.grid, values, line.ruleSlopes[r], v[l]);
    });
  });
  return { goal, rules };
}

/**
 * Cubic Hermite interpolation of values and slopes. A slope more than three times the cell's own is cut to that, as Fritsch
 * and Carlson do ("Monotone piecewise cubic interpolation", 1980): curves that are infinitely steep at 0 would swing.
 */
export function interpolated(grid: Float64Array, values: Float64Array, slopes: Float64Array, x: number): number {
  let low = 0;
  let high = grid.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (grid[middle] < x) low = middle;
    else high = middle;
  }
  const width = grid[high] - grid[low];
  const t = Math.min(1, Math.max(0, (x - grid[low]) / width));
  const [a, b] = [values[low], values[high]];
  const own = 3 * Math.abs(b - a);
  const cut = (slope: number): number => Math.sign(slope) * Math.min(Math.abs(slope * width), own);
  const [p, q] = [cut(slopes[low]), cut(slopes[high])];
  return a + t * (p + t * (3 * (b - a) - 2 * p - q + t * (2 * (a - b) + p + q)));
}
