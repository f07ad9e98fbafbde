import { orderStatistics, type QuantileScratch } from '../numerics/order-statistics.js';
import { quantiles } from '../numerics/quantiles.js';

/**
 * Conditional value at risk of the lower tail: the mean of the worst (smallest) share `alpha` of draws, a border draw
 * counted with the fraction of it that belongs to the share. R. Rockafellar and S. Uryasev, "Conditional value-at-risk
 * for general loss distributions", Journal of Banking & Finance 26 (2002), section 4, for gains instead of losses.
 *
 * @param values in the KPI's unit; NaN is left out
 * @param alpha share, 0 < alpha ≤ 1; 1 gives the mean
 * @returns in the KPI's unit, not a loss with its sign turned; NaN if no value is left
 * @throws RangeError for another alpha.
 */
export function cvar(values: Float64Array, alpha: number, scratch?: QuantileScratch): number {
  checkShare(alpha);
  const defined = withoutNaN(values);
  const n = defined.length;
  if (n === 0) return Number.NaN;
  const weight = alpha * n;
  const border = orderStatistics(defined, [Math.min(Math.floor(weight), n - 1)], scratch)[0];
  let shortfall = 0;
  for (let draw = 0; draw < n; draw++) {
    if (defined[draw] < border) shortfall += border - defined[draw];
  }
  // Below the border each draw counts fully, at the border what is left of the weight: the border less a mean shortfall.
  return border - shortfall / weight;
}

/**
 * Value at risk of the lower tail: the R-7 quantile at `alpha`, so that 0.05 gives a summary's p5.
 *
 * @returns in the KPI's unit; NaN if no value is left
 * @throws RangeError unless 0 < alpha ≤ 1.
 */
export function valueAtRisk(values: Float64Array, alpha: number, scratch?: QuantileScratch): number {
  checkShare(alpha);
  return quantiles(values, [100 * alpha], scratch)[0];
}

/** The values themselves where all are numbers: nearly always, so that they are looked at once and not copied. */
function withoutNaN(values: Float64Array): Float64Array {
  for (let draw = 0; draw < values.length; draw++) {
    if (Number.isNaN(values[draw])) return values.filter((value) => !Number.isNaN(value));
  }
  return values;
}

function checkShare(alpha: number): void {
  if (!(alpha > 0 && alpha <= 1)) throw new RangeError(`A tail is a share above 0 and up to 1: ${alpha}.`);
}
