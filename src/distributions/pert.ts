import { beta } from './beta.js';
import { checkRange, type DistributionOf, type FamilyFunctions } from './family.js';
import { remember } from './remember.js';

type Pert = DistributionOf<'pert'>;

/** The beta on [0, 1] that a PERT stretches to [min, max]: D. Vose, "Risk Analysis" (2008), with the usual weight 4. */
export const betaOfPert = remember(
  ({ min, mode, max }: Pert): DistributionOf<'beta'> => ({
    family: 'beta',
    alpha: 1 + (4 * (mode - min)) / (max - min),
    beta: 1 + (4 * (max - mode)) / (max - min),
  }),
);

/** Modified beta from the least, the most likely and the greatest value. */
export const pert: FamilyFunctions<Pert> = {
  quantile: (d, p, q) => d.min + (d.max - d.min) * beta.quantile(betaOfPert(d), p, q),
  cdf: (d, x) => beta.cdf(betaOfPert(d), position(d, x)),
  survival: (d, x) => beta.survival(betaOfPert(d), position(d, x)),
  density: (d, x) => beta.density(betaOfPert(d), position(d, x)) / (d.max - d.min),
  mean: ({ min, mode, max }) => (min + 4 * mode + max) / 6,
  standardDeviation: (d) => (d.max - d.min) * beta.standardDeviation(betaOfPert(d)),
  support: ({ min, max }) => [min, max],
  check: checkRange,
};

function position({ min, max }: Pert, x: number): number {
  return (x - min) / (max - min);
}
