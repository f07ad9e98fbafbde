import type { QuantileScratch } from '../numerics/order-statistics.js';
import { quantiles } from '../numerics/quantiles.js';
import type { SamplingPlan } from '../sampling/types.js';
import { type Moments, moments } from './moments.js';
import type { Summary } from './types.js';

/** The percentages that a summary gives, in order. */
export const PERCENTAGES = [5, 10, 25, 50, 75, 90, 95] as const;

/** Seven percentages for so many values. */
export type PercentagesOf = (defined: number) => readonly number[];

/**
 * A KPI over the draws: mean, standard deviation, standard error (`moments`) and seven R-7 quantiles (`quantiles`).
 *
 * @param values one for each draw of the plan; NaN where the KPI has no value
 * @param scratch of `createQuantileScratch`, to be used again for the next series
 * @param percentagesOf R-7 percentages of so many defined values, by default PERCENTAGES
 * @returns figures over the defined draws; `null` for one that isn't a finite number: all of them without a defined
 * draw, sd and se with a single one.
 * @throws RangeError if the plan has another number of draws than there are values.
 */
export function summarize(
  values: Float64Array,
  plan: SamplingPlan,
  scratch?: QuantileScratch,
  percentagesOf: PercentagesOf = () => PERCENTAGES,
): Summary {
  const found = moments(values, plan);
  return summaryOf(values.length, found, quantiles(values, percentagesOf(found.defined), scratch));
}

/** @param sevenQuantiles of PERCENTAGES */
export function summaryOf(
  draws: number,
  { mean, sd, se, defined }: Moments,
  sevenQuantiles: readonly number[],
): Summary {
  const [p5, p10, p25, p50, p75, p90, p95] = sevenQuantiles.map(finiteOrNull);
  return {
    mean: finiteOrNull(mean),
    sd: finiteOrNull(sd),
    se: finiteOrNull(se),
    p5,
    p10,
    p25,
    p50,
    p75,
    p90,
    p95,
    undefined: (draws - defined) / draws,
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
