import { exp, pow } from '../../distributions/elementary.js';
import type { AdstockKind } from '../../scenario/response/types.js';

/**
 * Weights by lag, from a spend's own period on, before they are scaled to sum 1 (where that is asked for).
 *
 * - `geometric`: `α^j`. Robyn's `adstock_geometric` (θ) without its end, PyMC-Marketing's `geometric_adstock`, Meridian's
 *   geometric decay.
 * - `binomial`: `(1 − j / L)^(1/α − 1)`. Meridian's binomial decay.
 * - `weibull_cdf`: `Π_{i ≤ j} exp(−(i / scale)^shape)`, 1 at lag 0. Robyn's `adstock_weibull` of type CDF and
 *   PyMC-Marketing's, which has one weight more for its `l_max`.
 * - `weibull_pdf`: the density at `j + 1`, moved and scaled to lie between 0 and 1. Robyn's type PDF and PyMC-Marketing's.
 *
 * @param first α, or the Weibull distribution's shape
 * @param second the Weibull distribution's scale, in periods
 * @param weights as many as periods that a spend works in; written
 */
export function adstockWeights(kind: AdstockKind, first: number, second: number, weights: Float64Array): void {
  const length = weights.length;
  weights[0] = 1;
  switch (kind) {
    case 'geometric':
      for (let j = 1; j < length; j++) weights[j] = weights[j - 1] * first;
      return;
    case 'binomial': {
      const power = 1 / first - 1;
      for (let j = 1; j < length; j++) weights[j] = pow(1 - j / length, power);
      return;
    }
    case 'weibull_cdf':
      for (let j = 1; j < length; j++) weights[j] = weights[j - 1] * exp(-pow(j / second, first));
      return;
    case 'weibull_pdf': {
      let least = Number.POSITIVE_INFINITY;
      let most = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < length; j++) {
        const x = (j + 1) / second;
        const density = (first / second) * pow(x, first - 1) * exp(-pow(x, first));
        weights[j] = density;
        least = Math.min(least, density);
        most = Math.max(most, density);
      }
      // No two lags differ: Robyn lets all of the effect fall into the spend's own period.
      for (let j = 0; j < length; j++) {
        weights[j] = most > least ? (weights[j] - least) / (most - least) : Number(j === 0);
      }
    }
  }
}
