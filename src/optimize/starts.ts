import alea from 'seedrandom/lib/alea.js';
import { ln, pow } from '../distributions/elementary.js';
import { planSpace, planVector, type Span } from '../plan/space.js';
import type { Scenario } from '../scenario/types.js';
import { bestCorner, nearestPlan } from './feasible.js';
import type { LinearRules } from './linear-rules.js';
import type { Point, SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';

/** Random plans among the starts. */
const RANDOM_STARTS = 4;
/** Up to this many lines, an even split over each choice of lines is a start, too: S-shaped responses want it. */
const FEW_LINES = 4;
/** Starts nearer to each other than this, in shares, are one. */
const SAME = 1e-6;

/**
 * The plans a search begins from, judged on the coarse draws: the nearest to the plan given, the nearest to
 * an even split, half way and all the way to the corner that the goal's slope points at, and some drawn at random; for few
 * lines, even splits over each choice of them. A line's random part depends on its id alone, so the order of the lines
 * plays no part. Plans in which the goal has no value are left out.
 */
export async function judgedStarts(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  given: Float64Array,
): Promise<Point[]> {
  const points: Point[] = [];
  const add = async (wanted: Float64Array | null): Promise<Point | null> => {
    const v = wanted === null ? null : (nearestPlan(solve, rules, wanted)?.v ?? null);
    if (v === null || points.some((point) => distance(point.v, v) < SAME)) return null;
    const point = await problem.at(v, 'coarse');
    if (point !== null) points.push(point);
    return point;
  };
  const first = await add(given);
  const even = await add(evenPlan(problem.scenario));
  const slope = first ?? even;
  if (slope !== null) {
    const corner = bestCorner(solve, rules, slope.gradient);
    if (corner !== null) {
      await add(corner.map((value, j) => (value + slope.v[j]) / 2));
      await add(corner);
    }
  }
  const count = problem.scenario.lines.length;
  if (count <= FEW_LINES)
    for (let choice = 1; choice < pow(2, count) - 1; choice++) await add(evenPlan(problem.scenario, choice));
  for (let k = 0; k < RANDOM_STARTS; k++) await add(randomPlan(problem.scenario, k));
  return points;
}

/** An even split over the lines whose bit of `choice` is set, by default over all. */
function evenPlan(scenario: Scenario, choice = Number.NaN): Float64Array {
  const space = planSpace(scenario);
  const v = planVector(space, ({ pricedAs }) => {
    if (pricedAs.of === 'creative') return scenario.creativeSplit[pricedAs.tier];
    if (pricedAs.of === 'posts') return 0;
    return Number.isNaN(choice) || (choice & (1 << pricedAs.index)) !== 0 ? 1 : 0;
  });
  normalise(v, space.budgets);
  return v;
}

/** Evenly distributed over all ways to split the budget, and over all creative splits (exponential gaps). */
function randomPlan(scenario: Scenario, k: number): Float64Array {
  const space = planSpace(scenario);
  const v = planVector(space, ({ id }) => -ln(1 - alea(`${scenario.seed}/start/${k}/${id}`)()));
  normalise(v, space.budgets);
  normalise(v, space.creative);
  return v;
}

function normalise(v: Float64Array, { from, to }: Span): void {
  let total = 0;
  for (let j = from; j < to; j++) total += v[j];
  for (let j = from; j < to; j++) v[j] = total > 0 ? v[j] / total : 1 / (to - from);
}

/** Largest difference of two plans' shares. */
export function distance(a: Float64Array, b: Float64Array): number {
  let worst = 0;
  for (let j = 0; j < a.length; j++) worst = Math.max(worst, Math.abs(a[j] - b[j]));
  return worst;
}

/**
 * Whether the goal's slopes at the plans judged are those of a concave function, and the sampled rules' those of convex
 * ones (but for shares of draws): along the way from any plan to another none of the first rises, none of the second falls. Where they do, there may
 * be several optima, and more searches pay.
 */
export function looksConcave(points: readonly Point[]): boolean {
  const rules = points[0]?.rules ?? [];
  return (
    fallsEverywhere(points, ({ gradient }) => gradient, 1) &&
    rules.every(({ chance = false }, r) => chance || fallsEverywhere(points, (point) => point.rules[r].gradient, -1))
  );
}

function fallsEverywhere(points: readonly Point[], slopes: (point: Point) => Float64Array, sign: 1 | -1): boolean {
  return points.every((a, i) =>
    points.slice(i + 1).every((b) => {
      let change = 0;
      let size = 0;
      for (let j = 0; j < a.v.length; j++) {
        const part = sign * (slopes(b)[j] - slopes(a)[j]) * (b.v[j] - a.v[j]);
        change += part;
        size += Math.abs(part);
      }
      return change <= 1e-6 * size;
    }),
  );
}

/** The goal's size: the largest marginal of a budget share among the plans judged; 1 where the goal is flat. */
export function goalScale(points: readonly Point[]): number {
  const point = points[0];
  const largest = point === undefined ? 0 : point.gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  return largest > 0 ? largest : 1;
}

/**
 * Diagonal curvature of `−F / scale`, row-major, from how the slope differs between the plans judged: least squares of a
 * separable quadratic. Variables where the goal looks convex, or that never differ, get the mean curvature.
 */
export function startingCurvature(points: readonly Point[], scale: number): Float64Array {
  const size = points[0]?.v.length ?? 0;
  const reference = points[0];
  const curvature = new Float64Array(size);
  let sum = 0;
  let found = 0;
  for (let j = 0; j < size; j++) {
    let product = 0;
    let square = 0;
    for (const point of points) {
      const moved = point.v[j] - reference.v[j];
      product -= ((point.gradient[j] - reference.gradient[j]) / scale) * moved;
      square += moved * moved;
    }
    curvature[j] = square > 1e-12 ? product / square : 0;
    if (curvature[j] > 0) {
      sum += curvature[j];
      found += 1;
    }
  }
  const typical = found > 0 ? sum / found : 1;
  const hessian = new Float64Array(size * size);
  for (let j = 0; j < size; j++) hessian[j * size + j] = Math.max(curvature[j], 1e-2 * typical);
  for (let j = 0; j < size; j++) if (!(curvature[j] > 0)) hessian[j * size + j] = typical;
  return hessian;
}
