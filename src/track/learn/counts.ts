import { exp, log1p, square } from '../../distributions/elementary.js';
import { LANES } from '../../model/layout.js';
import type { Counted, Observation } from './observations.js';

/** Over-dispersion of counts: variance `μ + τ² μ²`, a negative binomial's; 0 is Poisson's. */
export type Dispersion = Readonly<Record<Counted, number>>;

/** Minus the log likelihood of counts, less what no mean changes, of each lane. */
export function deviance(
  observations: readonly Observation[],
  dispersion: Dispersion,
  logMeans: Float64Array,
  lanes: number,
  out: Float64Array,
): void {
  out.fill(0, 0, lanes);
  observations.forEach(({ of, count }, i) => {
    const variance = square(dispersion[of]);
    for (let d = 0; d < lanes; d++) {
      const logMean = logMeans[i * LANES + d]!;
      const mean = exp(logMean);
      out[d] =
        out[d]! +
        (variance === 0 ? mean - count * logMean : (count + 1 / variance) * log1p(variance * mean) - count * logMean);
    }
  });
}

/** Derivative of the log likelihood by a count's log mean, and its expected curvature. */
export function scoreOf(
  count: number,
  mean: number,
  dispersion: number,
): { readonly score: number; readonly weight: number } {
  const spread = 1 + dispersion * dispersion * mean;
  return { score: (count - mean) / spread, weight: mean / spread };
}
