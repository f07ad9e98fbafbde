import { solveStrictlyConvex } from './convex.js';
import { activityOf, type LinearRules } from './linear-rules.js';
import type { Point } from './problem.js';
import type { Program, ProgramRow, ProgramSolver } from './program.js';

/** Rounding error of a sum of shares. */
const ROUNDING = 1e-14;

/** A step `d` from a plan, what the model of the goal expects of it, and the multipliers of the sampled rules. */
interface Step {
  readonly d: Float64Array;
  /** Fall of the merit that the quadratic model predicts; at least 0. */
  readonly predicted: number;
  readonly sampledMultipliers: Float64Array;
}

/** The linear rules as rows over a step from `v`, and the step's bounds within the trust region. */
export function stepSpace(
  rules: LinearRules,
  v: Float64Array,
  radius: number,
): { readonly lower: Float64Array; readonly upper: Float64Array; readonly rows: ProgramRow[] } {
  // A plan may be off its bounds by a rounding error; a step of 0 must stay allowed.
  const lower = v.map((value, j) => Math.min(0, Math.max(rules.lower[j] - value, -radius)));
  const upper = v.map((value, j) => Math.max(0, Math.min(rules.upper[j] - value, radius)));
  const rows = rules.rows.map((row) => {
    const activity = activityOf(row.coefficients, v);
    return {
      coefficients: row.coefficients,
      lower: Math.min(0, snapped(row.lower - activity)),
      upper: Math.max(0, snapped(row.upper - activity)),
    };
  });
  return { lower, upper, rows };
}

/** Slack below the rounding error of a row's activity is none: equalities would else become inconsistent by 1e-17. */
function snapped(slack: number): number {
  return Math.abs(slack) < ROUNDING ? 0 : slack;
}

/**
 * The step that minimises `gᵀd + ½ dᵀBd + ρ Σ max(0, c + aᵀd)` over the linear rules and `‖d‖∞ ≤ radius`: the
 * subproblem of sequential quadratic programming with an exact penalty for the sampled rules (Fletcher's Sℓ1QP).
 * `null` where HiGHS finds none.
 */
export function quadraticStep(
  solve: ProgramSolver,
  rules: LinearRules,
  point: Point,
  gradient: Float64Array,
  hessian: Float64Array,
  radius: number,
  penalty: number,
): Step | null {
  // Curvature that rounding has made indefinite is HiGHS's; should that give up, too, another radius makes another program.
  for (const tried of [radius, 0.7 * radius, 1]) {
    const program = stepProgram(rules, point, gradient, tried, penalty, hessian);
    for (const way of [solveStrictlyConvex, solve]) {
      const answer = way(program);
      if (answer.status === 'optimal') return stepOf(point, gradient, hessian, radius, penalty, answer, 1);
    }
  }
  const answer = solve(stepProgram(rules, point, gradient, radius, penalty, null));
  if (answer.status !== 'optimal') return null;
  // A linear program's corner, as far as the curvature lets the way there pay.
  const d = point.v.map((value, j) => answer.x[j] - value);
  const { slope, curvature } = alongStep(gradient, hessian, d);
  const part = curvature > 0 ? Math.min(1, Math.max(0, -slope / curvature)) : 1;
  return stepOf(point, gradient, hessian, radius, penalty, answer, part);
}

/**
 * The subproblem as HiGHS takes it: where the step leads, then by how much each sampled rule stays broken. In the plan's
 * own shares rather than in the step's: the distance of a small budget to 0 would be a bound that HiGHS's active-set
 * method steps over.
 */
function stepProgram(
  rules: LinearRules,
  point: Point,
  gradient: Float64Array,
  radius: number,
  penalty: number,
  hessian: Float64Array | null,
): Program {
  const { v } = point;
  const size = v.length;
  const extra = point.rules.length;
  const space = stepSpace(rules, v, radius);
  const cost = new Float64Array(size + extra).fill(penalty);
  const lower = new Float64Array(size + extra);
  const upper = new Float64Array(size + extra).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < size; i++) {
    let product = 0;
    if (hessian !== null) for (let j = 0; j < size; j++) product += hessian[i * size + j] * v[j];
    cost[i] = gradient[i] - product;
    lower[i] = v[i] + space.lower[i];
    upper[i] = v[i] + space.upper[i];
  }
  const linear = rules.rows.map((row) => {
    const activity = activityOf(row.coefficients, v);
    return {
      coefficients: row.coefficients,
      lower: row.lower > activity + ROUNDING ? activity : row.lower,
      upper: row.upper < activity - ROUNDING ? activity : row.upper,
    };
  });
  const sampled = point.rules.map((rule, index) => {
    const coefficients = new Float64Array(size + extra);
    coefficients.set(rule.gradient);
    coefficients[size + index] = -1;
    return { coefficients, lower: Number.NEGATIVE_INFINITY, upper: activityOf(rule.gradient, v) - rule.value };
  });
  const rows = [...linear, ...sampled];
  return { cost, lower, upper, rows, ...(hessian === null ? {} : { hessian, hessianSize: size }) };
}

/** The answer as a step no longer than the radius (rules are convex, so a shorter one keeps them, too). */
function stepOf(
  point: Point,
  gradient: Float64Array,
  hessian: Float64Array,
  radius: number,
  penalty: number,
  answer: { readonly x: Float64Array; readonly rowDual: Float64Array },
  part: number,
): Step {
  const full = point.v.map((value, j) => part * (answer.x[j] - value));
  const length = full.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const d = length > radius ? full.map((value) => (value * radius) / length) : full;
  const { slope, curvature } = alongStep(gradient, hessian, d);
  let model = slope + 0.5 * curvature;
  for (const rule of point.rules) {
    let linear = rule.value;
    for (let j = 0; j < d.length; j++) linear += rule.gradient[j] * d[j];
    model += penalty * (Math.max(0, linear) - Math.max(0, rule.value));
  }
  const ofSampled = answer.rowDual.slice(answer.rowDual.length - point.rules.length);
  return { d, predicted: Math.max(0, -model), sampledMultipliers: ofSampled.map((dual) => Math.max(0, -dual)) };
}

function alongStep(
  gradient: Float64Array,
  hessian: Float64Array,
  d: Float64Array,
): { readonly slope: number; readonly curvature: number } {
  const size = gradient.length;
  let slope = 0;
  let curvature = 0;
  for (let i = 0; i < size; i++) {
    let product = 0;
    for (let j = 0; j < size; j++) product += hessian[i * size + j] * d[j];
    slope += gradient[i] * d[i];
    curvature += d[i] * product;
  }
  return { slope, curvature };
}

/**
 * Powell's damped BFGS update of `hessian` (row-major, in place) with a step `s` and the change `y` of the Lagrangian's
 * gradient: stays positive definite also where the goal is not concave (Nocedal and Wright, procedure 18.2).
 */
export function updateHessian(hessian: Float64Array, s: Float64Array, y: Float64Array): void {
  const size = s.length;
  const product = new Float64Array(size);
  let sBs = 0;
  let sy = 0;
  for (let i = 0; i < size; i++) {
    let total = 0;
    for (let j = 0; j < size; j++) total += hessian[i * size + j] * s[j];
    product[i] = total;
    sBs += s[i] * total;
    sy += s[i] * y[i];
  }
  if (!(sBs > 1e-300)) return;
  const theta = sy >= 0.1 * sBs ? 1 : (0.9 * sBs) / (sBs - sy);
  const r = y.map((value, i) => theta * value + (1 - theta) * product[i]);
  let sr = 0;
  for (let i = 0; i < size; i++) sr += s[i] * r[i];
  if (!(sr > 1e-300)) return;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      hessian[i * size + j] = hessian[i * size + j] - (product[i] * product[j]) / sBs + (r[i] * r[j]) / sr;
    }
  }
}
