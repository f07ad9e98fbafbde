import { ln, square } from '../../distributions/elementary.js';
import { LANES } from '../../model/layout.js';
import { COUNTED, type Counted, type Observation } from './observations.js';

/** Over-dispersion of counts: variance `μ + τ² μ²`, a negative binomial's; 0 is Poisson's. */
export type Dispersion = Readonly<Record<Counted, number>>;

/** Factors of a product whose logarithm is taken once: of means up to 10¹⁸ none overflows. */
const MOST_FACTORS = 16;
const PRODUCTS: Readonly<Record<Counted, Float64Array>> = {
  impressions: new Float64Array(LANES),
  clicks: new Float64Array(LANES),
  conversions: new Float64Array(LANES),
};

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
  for (const kind of COUNTED) {
    const variance = square(dispersion[kind]);
    const product = PRODUCTS[kind];
    product.fill(1);
    let factors = 0;
    const settle = (): void => {
      for (let d = 0; d < lanes; d++) out[d] = out[d]! + ln(product[d]!) / variance;
      product.fill(1);
      factors = 0;
    };
    observations.forEach(({ of, count }, i) => {
      if (of !== kind) return;
      const at = i * LANES;
      if (variance === 0) {
        for (let d = 0; d < lanes; d++) out[d] = out[d]! + means[at + d]! - count * ln(means[at + d]!);
        return;
      }
      for (let d = 0; d < lanes; d++) {
        const mean = means[at + d]!;
        const spread = 1 + variance * mean;
        product[d] = product[d]! * spread;
        out[d] = out[d]! + count * ln(spread / mean);
      }
      factors += 1;
      if (factors === MOST_FACTORS) settle();
    });
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
