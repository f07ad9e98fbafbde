import { solveStrictlyConvex } from './convex.js';
import { linearViolation } from './kkt.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import type { Program, ProgramRow, ProgramSolution, ProgramSolver, VariableKind } from './program.js';

/** A plan this close to its rules, in shares, keeps them: rounding errors of sums of shares. */
const EXACT = 1e-13;
/** What HiGHS takes for satisfied, in shares: a plan within it shows that rules can be satisfied, whoever found it. */
const SATISFIED = 1e-10;

export interface NearestPlan {
  readonly v: Float64Array;
  /** For each on-or-off line of the rules, whether it is on. */
  readonly on: boolean[];
}

/**
 * The plan that keeps every linear rule and differs least from `wanted`: least in sum of squares, for the choice of lines
 * to switch off (those with a daily minimum) that differs least in sum of amounts. `null` where no plan keeps the rules.
 *
 * Errors: an `Error` where HiGHS gives up, which it has no reason to on a program this small.
 */
export function nearestPlan(solve: ProgramSolver, rules: LinearRules, wanted: Float64Array): NearestPlan | null {
  if (linearViolation(rules, wanted) <= EXACT) return { v: wanted.slice(), on: patternOf(rules, wanted) };
  const on = rules.onOff.length === 0 ? [] : nearestPattern(solve, rules, wanted);
  if (on === null) return null;
  const decided = withPattern(rules, on);
  if (linearViolation(decided, wanted) <= EXACT) return { v: wanted.slice(), on };
  const program = distanceFrom(wanted, decided);
  const nearest = solveStrictlyConvex(program);
  // Where rules contradict each other, or leave a single plan, HiGHS is the one to say so.
  if (rules.onOff.length === 0 && !keeps(decided, nearest) && !isFeasible(solve, rules)) return null;
  const answer = nearest.status === 'optimal' ? nearest : solve(program);
  if (answer.status === 'optimal') return { v: clamped(answer.x, decided), on };
  if (answer.status === 'infeasible') return null;
  const fallback = leastMoved(solve, decided, wanted, []);
  return fallback === null ? null : { v: clamped(fallback, decided), on };
}

/** A corner of the rules: the plan that maximises a linear goal over them. `null` where there is none. */
export function bestCorner(solve: ProgramSolver, rules: LinearRules, gradient: Float64Array): Float64Array | null {
  const scale = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0) || 1;
  const answer = solve({
    cost: gradient.map((g) => -g / scale),
    lower: rules.lower,
    upper: rules.upper,
    rows: rules.rows,
  });
  return answer.status === 'optimal' ? clamped(answer.x, rules) : null;
}

/** Half the square of a plan's distance from `wanted`, to be minimised over rules without on-or-off lines. */
function distanceFrom(wanted: Float64Array, { lower, upper, rows }: LinearRules): Program {
  const size = wanted.length;
  const hessian = new Float64Array(size * size);
  for (let j = 0; j < size; j++) hessian[j * size + j] = 1;
  return { cost: wanted.map((value) => -value), lower, upper, rows, hessian, hessianSize: size };
}

/** Whether a plan was found that keeps rules without on-or-off lines as exactly as HiGHS would. */
function keeps(rules: LinearRules, answer: ProgramSolution): boolean {
  return answer.status === 'optimal' && linearViolation(rules, answer.x) <= SATISFIED;
}

/**
 * Whether any plan keeps the rules, on-or-off lines included. A plan near the even split, with all lines on, shows it mostly: then HiGHS
 * isn't asked, whose first answers run a megabyte of code that is not compiled yet.
 */
export function isFeasible(solve: ProgramSolver, rules: LinearRules): boolean {
  const all = withPattern(
    rules,
    rules.onOff.map(() => true),
  );
  const even = new Float64Array(rules.lower.length).fill(1 / rules.lower.length);
  if (keeps(all, solveStrictlyConvex(distanceFrom(even, all)))) return true;
  const { lower, upper, kinds } = semicontinuous(rules);
  const answer = solve({
    cost: new Float64Array(lower.length),
    lower,
    upper,
    rows: rules.rows,
    ...(rules.onOff.length > 0 ? { kinds } : {}),
  });
  if (answer.status === 'failed') throw new Error(`the rules could not be checked: ${answer.detail}`);
  return answer.status === 'optimal';
}

function nearestPattern(solve: ProgramSolver, rules: LinearRules, wanted: Float64Array): boolean[] | null {
  const x = leastMoved(solve, rules, wanted, rules.onOff);
  return x === null ? null : patternOf(rules, x);
}

function patternOf(rules: LinearRules, x: Float64Array): boolean[] {
  return rules.onOff.map((entry) => x[entry.line] > entry.threshold / 2);
}

/** Minimises `Σ |x − wanted|` over the rules. */
function leastMoved(
  solve: ProgramSolver,
  rules: LinearRules,
  wanted: Float64Array,
  onOff: LinearRules['onOff'],
): Float64Array | null {
  const size = wanted.length;
  const bounds = semicontinuous({ ...rules, onOff });
  const cost = new Float64Array(3 * size).fill(1);
  cost.fill(0, 0, size);
  const lower = new Float64Array(3 * size);
  lower.set(bounds.lower);
  const upper = new Float64Array(3 * size).fill(Number.POSITIVE_INFINITY);
  upper.set(bounds.upper);
  const deviations: ProgramRow[] = Array.from(wanted, (value, j) => {
    const coefficients = new Float64Array(3 * size);
    coefficients[j] = 1;
    coefficients[size + j] = -1;
    coefficients[2 * size + j] = 1;
    return { coefficients, lower: value, upper: value };
  });
  const kinds = [...bounds.kinds, ...new Array<VariableKind>(2 * size).fill('continuous')];
  const answer = solve({
    cost,
    lower,
    upper,
    rows: [...rules.rows, ...deviations],
    ...(onOff.length > 0 ? { kinds } : {}),
  });
  if (answer.status === 'failed') throw new Error(`the rules could not be checked: ${answer.detail}`);
  return answer.status === 'optimal' ? answer.x.slice(0, size) : null;
}

/** Bounds with the on-or-off lines as HiGHS takes them: 0, or between a lower and a finite upper bound. */
export function semicontinuous(rules: LinearRules): {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly kinds: VariableKind[];
} {
  const lower = rules.lower.slice();
  const upper = rules.upper.slice();
  const kinds = new Array<VariableKind>(lower.length).fill('continuous');
  for (const { line, threshold } of rules.onOff) {
    lower[line] = threshold;
    // More than the whole budget is never spent; a threshold above it leaves the line off.
    upper[line] = Math.max(1, threshold);
    kinds[line] = 'semicontinuous';
  }
  return { lower, upper, kinds };
}

function clamped(x: Float64Array, rules: LinearRules): Float64Array {
  return x.map((value, j) => Math.min(rules.upper[j], Math.max(rules.lower[j], value)));
}
