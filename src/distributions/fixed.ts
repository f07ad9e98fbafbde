import { checkFinite, type DistributionOf, type FamilyFunctions } from './family.js';

/** A number known for certain. */
export const fixed: FamilyFunctions<DistributionOf<'fixed'>> = {
  quantile: ({ value }) => value,
  cdf: ({ value }, x) => (x >= value ? 1 : 0),
  survival: ({ value }, x) => (x >= value ? 0 : 1),
  density: () => 0,
  mean: ({ value }) => value,
  standardDeviation: () => 0,
  support: ({ value }) => [value, value],
  check: ({ value }) => checkFinite({ value }),
};
