import { replicateStart } from '../sampling/blocks.js';
import type { SamplingPlan } from '../sampling/types.js';

/** Mean, spread and standard error of the mean, over the draws in which the value is defined (not NaN). */
export interface Moments {
  /** How many draws are defined. */
  readonly defined: number;
  /** NaN where no draw is, or where a value is infinite; then sd and se are too. */
  readonly mean: number;
  /** Sample standard deviation (n − 1); NaN below two draws. */
  readonly sd: number;
  /** Monte Carlo standard error of the mean; NaN where a single cluster of draws leaves it unknown. */
  readonly se: number;
}

/**
 * Moments of a series, in an order of operations that depends on its length and plan alone.
 *
 * The standard error is that of a mean over independent clusters of draws: replicates for `sobol`, pairs for
 * `antithetic`, single draws for `mc`. With C clusters, n defined draws and e_c the sum of a cluster's deviations from
 * the mean, se² = C / (C − 1) · Σ_c e_c² / n²: for equal clusters the sd of their means over √C, for single draws sd / √n,
 * and for clusters that lost draws the usual variance of a ratio (W. Cochran, Sampling Techniques, 1977, section 9A.2).
 *
 * @param values one for each draw of the plan; NaN where undefined
 * @throws RangeError if the plan has another number of draws.
 */
export function moments(values: Float64Array, plan: SamplingPlan): Moments {
  checkLength(values, plan);
  const { mean, defined } = meanOf(values);
  if (!Number.isFinite(mean)) return { defined, mean, sd: Number.NaN, se: Number.NaN };
  return { defined, mean, ...spreadOf(defined, deviations(values, mean, plan)) };
}

/** Standard deviation, and standard error of the mean, from sums over `defined` draws. */
export function spreadOf(
  defined: number,
  { squares, clusterSquares, clusters }: Deviations,
): { readonly sd: number; readonly se: number } {
  return {
    sd: defined > 1 ? Math.sqrt(squares / (defined - 1)) : Number.NaN,
    se: clusters > 1 ? Math.sqrt((clusters / (clusters - 1)) * clusterSquares) / defined : Number.NaN,
  };
}

/** @throws RangeError if a series isn't one value for each draw of the plan. */
export function checkLength(values: { readonly length: number }, plan: SamplingPlan): void {
  if (values.length !== plan.draws) throw new RangeError(`${values.length} values for ${plan.draws} draws.`);
}

/** Short enough that a plain sum of it loses a few units in the last place at most. */
const CHUNK = 128;

/** In two passes, the second over deviations from the first's mean: a constant's mean is the constant, hence its sd 0. */
function meanOf(values: Float64Array): { mean: number; defined: number } {
  const { sum, defined } = sumOfDeviations(values, 0);
  const mean = sum / defined;
  return { mean: Number.isFinite(mean) ? mean + sumOfDeviations(values, mean).sum / defined : mean, defined };
}

/** Chunks summed plainly, their sums by A. Neumaier's compensated summation (ZAMM 54, 1974). */
function sumOfDeviations(values: Float64Array, centre: number): { sum: number; defined: number } {
  let defined = 0;
  let total = 0;
  let lost = 0;
  for (let start = 0; start < values.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, values.length);
    let sum = 0;
    for (let draw = start; draw < end; draw++) {
      const deviation = values[draw] - centre;
      if (!Number.isNaN(deviation)) {
        sum += deviation;
        defined++;
      }
    }
    const next = total + sum;
    lost += Math.abs(total) >= Math.abs(sum) ? total - next + sum : sum - next + total;
    total = next;
  }
  return { sum: total + lost, defined };
}

/** Sums of deviations from the mean, as `moments` explains them. */
interface Deviations {
  /** Σ (x − mean)². */
  readonly squares: number;
  /** Σ_c e_c². */
  readonly clusterSquares: number;
  /** Those with a defined draw. */
  readonly clusters: number;
}

function deviations(values: Float64Array, mean: number, plan: SamplingPlan): Deviations {
  const ends = plan.sampler === 'sobol' ? replicateEnds(plan) : null;
  const stride = plan.sampler === 'antithetic' ? 2 : 1;
  const count = ends?.length ?? Math.ceil(values.length / stride);
  let squares = 0;
  let clusterSquares = 0;
  let clusters = 0;
  let draw = 0;
  for (let cluster = 0; cluster < count; cluster++) {
    const end = ends === null ? Math.min(draw + stride, values.length) : ends[cluster];
    let sum = 0;
    let sumOfSquares = 0;
    let defined = 0;
    for (; draw < end; draw++) {
      const deviation = values[draw] - mean;
      if (!Number.isNaN(deviation)) {
        sum += deviation;
        sumOfSquares += deviation * deviation;
        defined++;
      }
    }
    squares += sumOfSquares;
    clusterSquares += sum * sum;
    if (defined > 0) clusters++;
  }
  return { squares, clusterSquares, clusters };
}

/** One past the last draw of each replicate. */
export function replicateEnds(plan: SamplingPlan): number[] {
  return Array.from({ length: plan.replicates }, (_, replicate) => replicateStart(plan, replicate + 1));
}
