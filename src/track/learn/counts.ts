import { square } from '../../distributions/elementary.js';
import { createLogarithms } from '../../distributions/logarithms.js';
import { LANES } from '../../model/layout.js';
import { COUNTED, type Counted, type Observation } from './observations.js';

/** Over-dispersion of counts: variance `μ + τ² μ²`, a negative binomial's; 0 is Poisson's. */
export type Dispersion = Readonly<Record<Counted, number>>;

/** Factors of a product whose logarithm is taken once: of means up to 10¹⁸ none overflows. */
const MOST_FACTORS = 16;
const RATIOS = createLogarithms(LANES);
const PRODUCTS = createLogarithms(LANES);

/**
 * Minus the log likelihood of counts, less what no mean changes, of each lane: `μ − y ln μ` of a Poisson count, and of a negative
 * binomial one `(y + 1/τ²) ln(1 + τ² μ) − y ln μ`, whose terms by 1/τ² are one logarithm of a product.
 *
 * @param means expected counts, `[observation * LANES + lane]`, above 0
 */
export function deviance(
  observations: readonly Observation[],
  dispersion: Dispersion,
  means: Float64Array,
  lanes: number,
  out: Float64Array,
): void {
  out.fill(0, 0, lanes);
  const { values: ratios } = RATIOS;
  const { values: product } = PRODUCTS;
  for (const kind of COUNTED) {
    const variance = square(dispersion[kind]);
    product.fill(1, 0, lanes);
    let factors = 0;
    const settle = (): void => {
      PRODUCTS.take(lanes);
      for (let d = 0; d < lanes; d++) out[d] = out[d] + product[d] / variance;
      product.fill(1, 0, lanes);
      factors = 0;
    };
    for (let i = 0; i < observations.length; i++) {
      const { of, count } = observations[i];
      if (of !== kind) continue;
      const at = i * LANES;
      if (variance === 0) {
        for (let d = 0; d < lanes; d++) ratios[d] = means[at + d];
        RATIOS.take(lanes);
        for (let d = 0; d < lanes; d++) out[d] = out[d] + means[at + d] - count * ratios[d];
        continue;
      }
      for (let d = 0; d < lanes; d++) {
        const mean = means[at + d];
        const spread = 1 + variance * mean;
        product[d] = product[d] * spread;
        ratios[d] = spread / mean;
      }
      RATIOS.take(lanes);
      for (let d = 0; d < lanes; d++) out[d] = out[d] + count * ratios[d];
      factors += 1;
      if (factors === MOST_FACTORS) settle();
    }
    if (factors > 0) settle();
  }
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
