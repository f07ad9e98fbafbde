import type { ProgramRow, ProgramSolution, ProgramSolver } from './highs.js';
import type { Point } from './problem.js';
import type { LinearRules } from './rules.js';

/** A step `d` from a plan, what the model of the goal expects of it, and the multipliers of the sampled rules. */
export interface Step {
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
  const lower = v.map((value, j) => Math.min(0, Math.max(rules.lower[j]! - value, -radius)));
  const upper = v.map((value, j) => Math.max(0, Math.min(rules.upper[j]! - value, radius)));
  const rows = rules.rows.map((row) => {
    let activity = 0;
    for (let j = 0; j < v.length; j++) activity += row.coefficients[j]! * v[j]!;
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
  return Math.abs(slack) < 1e-14 ? 0 : slack;
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
  const size = gradient.length;
  const extra = point.rules.length;
  const space = stepSpace(rules, point.v, radius);
  const cost = new Float64Array(size + extra).fill(penalty);
  cost.set(gradient);
  const lower = new Float64Array(size + extra);
  lower.set(space.lower);
  const upper = new Float64Array(size + extra).fill(Number.POSITIVE_INFINITY);
  upper.set(space.upper);
  const sampled = point.rules.map((rule, index) => {
    const coefficients = new Float64Array(size + extra);
    coefficients.set(rule.gradient);
    coefficients[size + index] = -1;
    return { coefficients, lower: Number.NEGATIVE_INFINITY, upper: -rule.value };
  });
  const rows = [...space.rows, ...sampled];
  const base = { cost, lower, upper, rows };
  let answer: ProgramSolution = solve({ ...base, hessian, hessianSize: size });
  if (answer.status !== 'optimal') {
    // A nearly singular Hessian can defeat the active-set method; more curvature only shortens the step.
    const firmer = hessian.slice();
    let largest = 0;
    for (let j = 0; j < size; j++) largest = Math.max(largest, hessian[j * size + j]!);
    for (let j = 0; j < size; j++) firmer[j * size + j] = firmer[j * size + j]! + 1e-4 * (largest || 1);
    answer = solve({ ...base, hessian: firmer, hessianSize: size });
  }
  if (answer.status !== 'optimal') return null;
  const d = answer.x.slice(0, size);
  let model = 0;
  for (let i = 0; i < size; i++) {
    let product = 0;
    for (let j = 0; j < size; j++) product += hessian[i * size + j]! * d[j]!;
    model += d[i]! * (gradient[i]! + 0.5 * product);
  }
  for (const rule of point.rules) {
    let linear = rule.value;
    for (let j = 0; j < size; j++) linear += rule.gradient[j]! * d[j]!;
    model += penalty * (Math.max(0, linear) - Math.max(0, rule.value));
  }
  const sampledMultipliers = answer.rowDual.slice(space.rows.length).map((dual) => Math.max(0, -dual));
  return { d, predicted: Math.max(0, -model), sampledMultipliers };
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
    for (let j = 0; j < size; j++) total += hessian[i * size + j]! * s[j]!;
    product[i] = total;
    sBs += s[i]! * total;
    sy += s[i]! * y[i]!;
  }
  if (!(sBs > 1e-300)) return;
  const theta = sy >= 0.1 * sBs ? 1 : (0.9 * sBs) / (sBs - sy);
  const r = y.map((value, i) => theta * value + (1 - theta) * product[i]!);
  let sr = 0;
  for (let i = 0; i < size; i++) sr += s[i]! * r[i]!;
  if (!(sr > 1e-300)) return;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      hessian[i * size + j] = hessian[i * size + j]! - (product[i]! * product[j]!) / sBs + (r[i]! * r[j]!) / sr;
    }
  }
}
