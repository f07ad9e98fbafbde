import type { SamplingPlan } from '../sampling/types.js';
import type { Target } from '../scenario/types.js';
import { checkLength, moments } from './moments.js';
import type { Probability } from './types.js';

/** How a target's figure stands to its threshold. */
type Comparison = Target['comparison'];

/**
 * Share of draws that meet a comparison. A draw in which the value is undefined (NaN) does not meet it.
 *
 * The standard error is that of the mean of the draws' 0s and 1s (see `moments`: for `sobol` between replicates), but
 * never below √(p (1 − p) / n) at p = 1 / (n + 2), about 1 / n: the binomial error at Laplace's estimate for something
 * that n draws have never (or always) shown. So "in all draws" isn't taken for certainty, and replicates that happen to
 * agree aren't taken for exactness.
 *
 * @param values one for each draw of the plan
 * @throws RangeError if the plan has another number of draws.
 */
export function probability(
  values: Float64Array,
  comparison: Comparison,
  threshold: number,
  plan: SamplingPlan,
): Probability {
  checkLength(values, plan);
  return shareOf(scores(values, comparison, threshold), plan);
}

/** 1 for each value that meets a comparison, 0 for the others. */
export function scores(values: Float64Array, comparison: Comparison, threshold: number): Float64Array {
  const met = meets(comparison, threshold);
  return values.map((value) => (met(value) ? 1 : 0));
}

/** Mean of scores from 0 to 1, one for each draw, with the standard error described at `probability`. */
export function shareOf(scores: Float64Array, plan: SamplingPlan): Probability {
  const { mean, se } = moments(scores, plan);
  const unseen = 1 / (scores.length + 2);
  const floor = Math.sqrt((unseen * (1 - unseen)) / scores.length);
  return { probability: mean, se: Number.isNaN(se) ? floor : Math.max(se, floor) };
}

function meets(comparison: Comparison, threshold: number): (value: number) => boolean {
  switch (comparison) {
    case '>=':
      return (value) => value >= threshold;
    case '<=':
      return (value) => value <= threshold;
    case '>':
      return (value) => value > threshold;
    case '<':
      return (value) => value < threshold;
  }
}
