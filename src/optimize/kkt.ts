import { activityOf, type LinearRules } from './linear-rules.js';
import type { Point } from './problem.js';
import type { ProgramSolver } from './program.js';
import { stepSpace } from './quadratic.js';

/**
 * How far a plan is from the Karush–Kuhn–Tucker conditions, in relative units: 0 at a plan that meets them.
 *
 *     max over d of  ∇Fᵀd / ‖∇F‖∞      v + d keeps the rules (sampled ones to first order),  ‖d‖∞ ≤ 1
 *
 * plus the largest violation of a rule, in shares. This is the first-order measure of Conn, Gould and Toint ("Trust-region
 * methods", section 12.1.4). By duality of the linear program it equals the smallest sum, over all multipliers `λ` of the
 * right sign, of the stationarity residual `‖∇F − Aᵀλ‖₁` and of the complementarity `Σ λ · slack`, relative to the largest
 * marginal: of a budget moved wholly, no more than that share of the best marginal could be gained. Where less than the
 * budget may be spent, all marginals are 0 at an optimum that leaves some: then `size`, the goal's own, is what the gain is
 * relative to.
 */
export function kktResidual(solve: ProgramSolver, rules: LinearRules, point: Point, size = 0): number {
  const { gradient, v } = point;
  const largest = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  const scale = rules.open ? Math.max(largest, size) : largest;
  const violation = ruleViolation(rules, point);
  if (scale === 0) return violation;
  const space = stepSpace(rules, v, 1);
  const sampled = point.rules.map((rule) => ({
    coefficients: rule.gradient,
    lower: Number.NEGATIVE_INFINITY,
    upper: Math.max(0, -rule.value),
  }));
  const answer = solve({
    cost: gradient.map((g) => -g / scale),
    lower: space.lower,
    upper: space.upper,
    rows: [...space.rows, ...sampled],
  });
  if (answer.status !== 'optimal') return Number.POSITIVE_INFINITY;
  return Math.max(0, -answer.objective) + violation;
}

/** The largest amount, in shares, by which a plan breaks a bound, a linear rule or a sampled one. */
export function ruleViolation(rules: LinearRules, point: Pick<Point, 'v' | 'rules'>): number {
  let worst = linearViolation(rules, point.v);
  for (const rule of point.rules) worst = Math.max(worst, rule.value);
  return worst;
}

/** The largest amount, in shares, by which a plan breaks a bound or a linear rule. */
export function linearViolation(rules: LinearRules, v: Float64Array): number {
  let worst = 0;
  for (let j = 0; j < v.length; j++) worst = Math.max(worst, rules.lower[j] - v[j], v[j] - rules.upper[j]);
  for (const row of rules.rows) {
    const activity = activityOf(row.coefficients, v);
    worst = Math.max(worst, row.lower - activity, activity - row.upper);
  }
  for (const entry of rules.onOff) {
    const share = v[entry.line];
    if (share > 0) worst = Math.max(worst, Math.min(share, entry.threshold - share));
  }
  return worst;
}
