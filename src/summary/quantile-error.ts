import { quantiles } from '../numerics/quantiles.js';
import type { SamplingPlan } from '../sampling/types.js';
import { moments } from './moments.js';
import { shareOf } from './probability.js';

/**
 * Monte Carlo standard errors of R-7 quantiles, by R. Woodruff, "Confidence intervals for medians and other position measures"
 * (JASA 47, 1952): that of the share of draws below the quantile (between replicates for `sobol`), turned into the
 * figure's own unit by the quantiles that many ranks to each side.
 *
 * @param values one for each draw of the plan; NaN where the figure has no value
 * @param percentages 0 to 100
 * @returns one each; NaN without a defined draw
 */
export function quantileErrors(values: Float64Array, plan: SamplingPlan, percentages: readonly number[]): number[] {
  const found = quantiles(values, percentages);
  const around = percentages.flatMap((percentage, k) => {
    const border = found[k];
    const below = values.map((value) =>
      Number.isNaN(value) ? Number.NaN : value < border ? 1 : value > border ? 0 : 0.5,
    );
    const ranks = 100 * shareOf(below, plan).se;
    return [Math.max(0, percentage - ranks), Math.min(100, percentage + ranks)];
  });
  const ends = quantiles(values, around);
  return percentages.map((_, k) => (ends[2 * k + 1] - ends[2 * k]) / 2);
}

/** What `leastExact` looks at. */
const JUDGED = ['mean', 'p10', 'p50', 'p90'] as const;
export type Judged = (typeof JUDGED)[number];

/** A standard error as a share of its figure's standard deviation. */
interface Exactness {
  readonly figure: Judged;
  readonly error: number;
}

/**
 * The least exact of a figure's mean, P10, P50 and P90: its standard error as a share of the figure's standard deviation. `null`
 * for a constant, and where no draw is defined.
 */
export function leastExact(values: Float64Array, plan: SamplingPlan): Exactness | null {
  const { sd, se } = moments(values, plan);
  if (!(sd > 0)) return null;
  const errors = [se, ...quantileErrors(values, plan, [10, 50, 90])].map((error) => error / sd);
  const worst = errors.reduce((found, error, k) => (error > errors[found] ? k : found), 0);
  return { figure: JUDGED[worst], error: errors[worst] };
}
