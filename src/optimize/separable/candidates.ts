import { pow } from '../../distributions/elementary.js';
import type { LinearRules } from '../linear-rules.js';
import { distance } from '../starts.js';
import { boundOver, noBounds } from './bound.js';
import { type CellBounds, deal } from './deal.js';
import { groupTree } from './groups.js';
import { interpolated, type Traces } from './traces.js';

/** Cells of the budget: so many for each line, within these. */
const CELLS = { line: 25, least: 400, most: 1500 };
/** Totals that are looked at where less than the budget may be spent, and where bounds are shares of what is spent. */
const TOTALS = { free: 100, relative: 20 };
/** Weights of the sampled rules against the goal, as multiples of the ratio of their ranges; the last: rules alone. */
const WEIGHTS = [0, 0.1, 0.3, 1, 3, 10, Number.POSITIVE_INFINITY];
/** Plans nearer to each other than this, in shares, are one. */
const APART = 0.03;
const MOST_CANDIDATES = 4;

/** A plan by the traces, creative shares as in `base`, and what they make of it. */
export interface Candidate {
  readonly v: Float64Array;
  readonly goal: number;
  /** The largest excess of a sampled rule; at most 0 where all are satisfied. */
  readonly excess: number;
}

interface Dealt {
  /** Best first: those that keep the sampled rules by their goal, then the one that breaks them least. */
  readonly candidates: readonly Candidate[];
  /** No plan is worth more than this if the traces hold; `null` where a rule has no place in the programme. */
  readonly bound: number | null;
  /** The largest share of the budget that can be spent with the sampled rules satisfied. */
  readonly reach: number;
}

/**
 * The best plans by dynamic programming over the traces: for each total that may be spent, and for each weight of the sampled
 * rules against the goal (Lagrange multipliers), the budget is dealt out in cells under the linear rules.
 */
export function dealtPlans(rules: LinearRules, traces: Traces, base: Float64Array): Dealt {
  const { lines } = rules;
  const { top } = traces;
  const steps = Math.min(CELLS.most, Math.max(CELLS.least, CELLS.line * lines));
  const tree = groupTree(rules);
  // Shares of the budget in cells.
  const cells = steps / top;
  const whole = Math.round(cells * (1 - rules.paid));
  const tabulated = (values: Float64Array, slopes: Float64Array): Float64Array =>
    Float64Array.from({ length: steps + 1 }, (_, k) => interpolated(traces.grid, values, slopes, (top * k) / steps));
  const goals = traces.lines.map((line) => tabulated(line.goal, line.goalSlopes));
  const figures = traces.lines.map((line) => line.rules.map((values, r) => tabulated(values, line.ruleSlopes[r])));
  const count = traces.rulesAtNothing.length;
  const bounds = Array.from({ length: lines }, (_, l) => boundsOf(rules, l, cells, steps));
  const ranges = (tables: readonly Float64Array[]): number =>
    tables.reduce((sum, table) => sum + Math.max(...table) - Math.min(...table), 0);
  const goalRange = ranges(goals);
  const ruleRanges = Array.from({ length: count }, (_, r) => ranges(figures.map((of) => of[r])));
  const totals = rules.open
    ? Array.from(
        { length: tree.relative ? TOTALS.relative : TOTALS.free },
        (_, k, of = tree.relative ? TOTALS.relative : TOTALS.free) =>
          Math.max(1, Math.round(steps * pow((k + 1) / of, 1.5))),
      )
    : [whole];
  const found: Candidate[] = [];
  const limits = noBounds(steps);
  for (const weight of count === 0 ? [0] : WEIGHTS) {
    const alone = weight === Number.POSITIVE_INFINITY;
    const prices = ruleRanges.map((range) => (range > 0 ? ((alone ? 1 : weight) * (goalRange || 1)) / range : 0));
    const worth = goals.map((goal, l) =>
      goal.map((value, k) => {
        let total = alone ? 0 : value;
        for (let r = 0; r < count; r++) total -= prices[r] * figures[l][r][k];
        return total;
      }),
    );
    // Weak duality: at any prices the goal less what the rules cost is worth at least as much as the best plan that keeps them.
    const fixed = traces.rulesAtNothing.reduce((sum, value, r) => sum + prices[r] * value, 0);
    const take = (table: ReturnType<typeof deal>, total: number): void => {
      if (table.best[total] === Number.NEGATIVE_INFINITY) return;
      const own = new Uint16Array(lines);
      table.recover(total, own);
      found.push(candidateOf(own, cells, traces, goals, figures, base));
    };
    const task = { steps, cells, root: tree.root, worth, bounds };
    if (tree.relative) for (const spent of totals) take(deal({ ...task, spent }), spent);
    else {
      const table = deal(task);
      for (const total of totals) take(table, total);
      table.best.forEach((value, k) => {
        if (alone) limits.excess[k] = value === Number.NEGATIVE_INFINITY ? 1 : fixed - value;
        else limits.goal[k] = Math.min(limits.goal[k], traces.goalAtNothing - fixed + value);
      });
    }
  }
  const { bound, reach } = boundOver(limits, rules.open ? 0 : whole);
  const certain = tree.complete && !tree.relative;
  return { candidates: chosen(found), bound: certain ? bound : null, reach: certain ? reach / cells : 1 };
}

function candidateOf(
  own: Uint16Array,
  cells: number,
  traces: Traces,
  goals: readonly Float64Array[],
  figures: readonly (readonly Float64Array[])[],
  base: Float64Array,
): Candidate {
  const v = base.slice();
  let goal = traces.goalAtNothing;
  const excess = [...traces.rulesAtNothing];
  own.forEach((k, l) => {
    v[l] = k / cells;
    goal += goals[l][k];
    for (let r = 0; r < excess.length; r++) excess[r] = excess[r] + figures[l][r][k];
  });
  return { v, goal, excess: excess.length === 0 ? 0 : Math.max(...excess) };
}

function chosen(found: readonly Candidate[]): Candidate[] {
  const satisfied = found.filter(({ excess }) => excess <= 0).sort((a, b) => b.goal - a.goal);
  // Just out of reach by the grid: the search may mend that.
  const near = found.filter(({ excess }) => excess > 0 && excess < 1e-3).sort((a, b) => b.goal - a.goal);
  const least = found.filter(({ excess }) => excess > 0).sort((a, b) => a.excess - b.excess);
  const candidates: Candidate[] = [];
  const take = (list: readonly Candidate[], most: number): void => {
    let taken = 0;
    for (const candidate of list) {
      if (taken === most) return;
      if (candidates.some(({ v }) => distance(v, candidate.v) < APART)) continue;
      candidates.push(candidate);
      taken += 1;
    }
  };
  take(satisfied, MOST_CANDIDATES);
  take(near, 1);
  take(least, 1);
  return candidates;
}

function boundsOf(rules: LinearRules, line: number, cells: number, steps: number): CellBounds {
  const onOff = rules.onOff.find((entry) => entry.line === line);
  const least = Math.max(rules.lower[line], onOff?.threshold ?? 0);
  return {
    least: Math.ceil(least * cells - 0.5),
    most: Math.min(steps, Math.floor(rules.upper[line] * cells + 0.5)),
    off: onOff !== undefined && rules.lower[line] <= 0,
  };
}
