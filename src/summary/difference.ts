import type { QuantileScratch } from '../numerics/order-statistics.js';
import { quantiles } from '../numerics/quantiles.js';
import type { SamplingPlan } from '../sampling/types.js';
import { checkLength, moments } from './moments.js';
import { PERCENTAGES } from './summarize.js';
import type { Difference } from './types.js';

/** Two sums of the same budgets in another order differ in the last digits: that is no difference. */
const ROUNDING = 1e-12;

function apart(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) < Infinity && Math.abs(difference) <= ROUNDING * (Math.abs(a) + Math.abs(b))
    ? 0
    : difference;
}

/**
 * One plan's KPI minus another's on the same draws, and the chance that it is the larger one, ties counted half. Draws in
 * which either is undefined (NaN) are left out.
 *
 * @param first one value for each draw of the plan, like `second`
 * @returns `null` where no draw is left, or where a mean isn't finite
 * @throws RangeError if the plan has another number of draws.
 */
export function differenceSummary(
  first: Float64Array,
  second: Float64Array,
  plan: SamplingPlan,
  scratch?: QuantileScratch,
): Difference | null {
  checkLength(first, plan);
  checkLength(second, plan);
  // A loop: with a call a draw, as `map` has it, it takes longer.
  const difference = new Float64Array(first.length);
  for (let draw = 0; draw < first.length; draw++) difference[draw] = apart(first[draw], second[draw]);
  const { mean, sd, se, defined } = moments(difference, plan);
  if (!Number.isFinite(mean)) return null;
  let better = 0;
  for (let draw = 0; draw < difference.length; draw++) {
    const value = difference[draw];
    better += value > 0 ? 1 : value === 0 ? 0.5 : 0;
  }
  const [p5, p10, p25, p50, p75, p90, p95] = quantiles(difference, PERCENTAGES, scratch);
  return {
    mean,
    sd: Number.isFinite(sd) ? sd : null,
    se: Number.isFinite(se) ? se : null,
    p5,
    p10,
    p25,
    p50,
    p75,
    p90,
    p95,
    probability_better: better / defined,
  };
}
