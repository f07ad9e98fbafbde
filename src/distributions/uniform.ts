import { checkRange, type DistributionOf, type FamilyFunctions } from './family.js';

/** Any value between `min` and `max` as likely as another. */
export const uniform: FamilyFunctions<DistributionOf<'uniform'>> = {
  quantile: ({ min, max }, p, q) => (p <= q ? min + (max - min) * p : max - (max - min) * q),
  cdf: ({ min, max }, x) => clampToUnit((x - min) / (max - min)),
  survival: ({ min, max }, x) => clampToUnit((max - x) / (max - min)),
  density: ({ min, max }, x) => (x < min || x > max ? 0 : 1 / (max - min)),
  mean: ({ min, max }) => min + 0.5 * (max - min),
  standardDeviation: ({ min, max }) => (max - min) / Math.sqrt(12),
  support: ({ min, max }) => [min, max],
  check: checkRange,
};

function clampToUnit(share: number): number {
  return Math.min(1, Math.max(0, share));
}
