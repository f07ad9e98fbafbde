import { checkRange, type DistributionOf, type FamilyFunctions } from './family.js';

/** Density rising straight from `min` to `mode` and falling straight to `max`. */
export const triangular: FamilyFunctions<DistributionOf<'triangular'>> = {
  quantile({ min, mode, max }, p, q) {
    const belowMode = (mode - min) / (max - min);
    return p <= belowMode && q > 0
      ? min + Math.sqrt(p * (max - min) * (mode - min))
      : max - Math.sqrt(q * (max - min) * (max - mode));
  },
  cdf: (d, x) => (x < d.mode ? lowerPart(d, x) : 1 - upperPart(d, x)),
  survival: (d, x) => (x < d.mode ? 1 - lowerPart(d, x) : upperPart(d, x)),
  density({ min, mode, max }, x) {
    if (x < min || x > max) return 0;
    const side = x < mode ? (x - min) / (mode - min) : mode < max ? (max - x) / (max - mode) : 1;
    return (2 * side) / (max - min);
  },
  mean: ({ min, mode, max }) => (min + mode + max) / 3,
  standardDeviation({ min, mode, max }) {
    const [a, b, c] = [mode - min, max - mode, max - min];
    return Math.sqrt((a * a + b * b + c * c) / 36);
  },
  support: ({ min, max }) => [min, max],
  check: checkRange,
};

/** P(X ≤ x) for x below the mode. */
function lowerPart({ min, mode, max }: DistributionOf<'triangular'>, x: number): number {
  return x <= min ? 0 : (((x - min) / (max - min)) * (x - min)) / (mode - min);
}

/** P(X > x) for x from the mode on. */
function upperPart({ mode, max, min }: DistributionOf<'triangular'>, x: number): number {
  return x >= max ? 0 : (((max - x) / (max - min)) * (max - x)) / (max - mode);
}
