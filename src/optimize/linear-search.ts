import { activityOf, type LinearRules } from './linear-rules.js';
import type { Point, SampledProblem } from './problem.js';
import type { ProgramRow, ProgramSolver } from './program.js';
import { stepSpace } from './quadratic.js';
import type { DrawSet } from './types.js';

const EVALUATIONS = 40;
const FIRST_RADIUS = 0.25;
const SMALLEST_RADIUS = 1e-7;
/** What a step is expected to bring, in shares, below which it isn't worth an evaluation. */
const NOTHING = 1e-11;

/**
 * From a plan that keeps the linear rules to one that breaks the sampled ones least and, among the plans that keep them, is
 * best for the goal: sequential linear programming in a trust region, every step chosen first for the rules and then for the
 * goal (after Byrd, Nocedal and Waltz, "Steering exact penalty methods", 2008). Linear programs only: where rules can't be
 * satisfied, the penalties of the other search grow until its quadratic programs can't be solved.
 *
 * @param flat the goal is the same everywhere: the first plan that keeps the rules will do
 */
export async function searchLinearly(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  start: Point,
  { set, flat }: { readonly set: DrawSet; readonly flat: boolean },
): Promise<Point> {
  let current = start;
  let radius = FIRST_RADIUS;
  let penalty = 1;
  for (let used = 0; used < EVALUATIONS && radius > SMALLEST_RADIUS; used++) {
    const broken = brokenBy(current);
    if (flat && broken === 0) break;
    const step = linearStep(solve, rules, current, radius, flat);
    if (step === null || (step.reduction < NOTHING && step.gained < NOTHING)) break;
    // As large as it takes for keeping the rules to count for at least half of what a step brings.
    if (step.reduction > NOTHING) penalty = Math.max(penalty, (-2 * step.gained) / step.reduction);
    const trial = await problem.at(
      current.v.map((value, j) => Math.min(rules.upper[j], Math.max(rules.lower[j], value + step.d[j]))),
      set,
    );
    const length = step.d.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (trial === null) {
      radius = 0.25 * length;
      continue;
    }
    const expected = step.gained + penalty * step.reduction;
    const ratio = (trial.value - current.value + penalty * (broken - brokenBy(trial))) / expected;
    if (ratio > 0.75 && length > 0.99 * radius) radius = Math.min(1, 2 * radius);
    else if (ratio < 0.25) radius = 0.3 * length;
    if (ratio > 1e-4) current = trial;
  }
  return current;
}

function brokenBy({ rules }: Point): number {
  return rules.reduce((sum, { value }) => sum + Math.max(0, value), 0);
}

interface LinearStep {
  readonly d: Float64Array;
  /** By how much less the rules are broken, and by how much the goal grows, as their slopes have it. */
  readonly reduction: number;
  readonly gained: number;
}

function linearStep(
  solve: ProgramSolver,
  rules: LinearRules,
  point: Point,
  radius: number,
  flat: boolean,
): LinearStep | null {
  const size = point.v.length;
  const count = point.rules.length;
  const space = stepSpace(rules, point.v, radius);
  const lengthened = (values: ArrayLike<number>, rest: number): Float64Array => {
    const longer = new Float64Array(size + count).fill(rest);
    longer.set(values);
    return longer;
  };
  const sampled = point.rules.map(({ value, gradient }, r): ProgramRow => {
    const coefficients = lengthened(gradient, 0);
    coefficients[size + r] = -1;
    return { coefficients, lower: Number.NEGATIVE_INFINITY, upper: -value };
  });
  const program = {
    lower: lengthened(space.lower, 0),
    upper: lengthened(space.upper, Number.POSITIVE_INFINITY),
    rows: [...space.rows.map((row) => ({ ...row, coefficients: lengthened(row.coefficients, 0) })), ...sampled],
  };
  const excess = lengthened(new Float64Array(size), 1);
  const first = solve({ ...program, cost: excess });
  if (first.status !== 'optimal') return null;
  const reduction = Math.max(0, brokenBy(point) - first.objective);
  const stepOf = (x: Float64Array): LinearStep => {
    const d = x.slice(0, size);
    return { d, reduction, gained: activityOf(point.gradient, d) };
  };
  if (flat) return stepOf(first.x);
  const second = solve({
    ...program,
    cost: lengthened(
      point.gradient.map((g) => -g),
      0,
    ),
    rows: [
      ...program.rows,
      { coefficients: excess, lower: Number.NEGATIVE_INFINITY, upper: first.objective * (1 + 1e-9) + 1e-12 },
    ],
  });
  return stepOf(second.status === 'optimal' ? second.x : first.x);
}
