import { beta } from './beta.js';
import { empirical } from './empirical.js';
import type { DistributionOf, FamilyFunctions } from './family.js';
import { fixed } from './fixed.js';
import { gamma } from './gamma.js';
import { lognormal } from './lognormal.js';
import { mixtureFamily } from './mixture.js';
import { normal } from './normal.js';
import { pert } from './pert.js';
import { quantiles } from './quantiles.js';
import { triangular } from './triangular.js';
import { truncatedFamily } from './truncated.js';
import { truncnormal } from './truncnormal.js';
import type { Distribution, Family } from './types.js';
import { uniform } from './uniform.js';

/** Any distribution, answered by its family. */
const anyFamily: FamilyFunctions<Distribution> = {
  quantile: (d, p, q) => familyOf(d).quantile(d, p, q),
  cdf: (d, x) => familyOf(d).cdf(d, x),
  survival: (d, x) => familyOf(d).survival(d, x),
  density: (d, x) => familyOf(d).density(d, x),
  mean: (d) => familyOf(d).mean(d),
  standardDeviation: (d) => familyOf(d).standardDeviation(d),
  support: (d) => familyOf(d).support(d),
  check: (d) => familyOf(d).check(d),
};

export const mixture = mixtureFamily(anyFamily);
const truncated = truncatedFamily(anyFamily);

const FAMILIES: { readonly [F in Family]: FamilyFunctions<DistributionOf<F>> } = {
  fixed,
  normal,
  truncnormal,
  lognormal,
  beta,
  gamma,
  uniform,
  triangular,
  pert,
  quantiles,
  empirical,
  truncated,
  mixture,
};

function familyOf(d: Distribution): FamilyFunctions<Distribution> {
  // A distribution only ever meets the functions under its own name; the compiler can't follow that through the table.
  return FAMILIES[d.family] as FamilyFunctions<Distribution>;
}

/**
 * The value with probability `p` below it. `q = 1 − p` may be given apart: for p near 1 it holds digits that p has lost.
 * −∞ or ∞ at 0 and 1 where the support is open; NaN for a p outside [0, 1].
 */
export function quantile(d: Distribution, p: number, q: number = 1 - p): number {
  return p >= 0 && q >= 0 ? anyFamily.quantile(d, p, q) : Number.NaN;
}

/** P(X ≤ x). */
export const cdf = anyFamily.cdf;

/** P(X > x), to relative precision in the upper tail. */
export const survival = anyFamily.survival;

/** Density at x; 0 outside the support and where there is none (a fixed number). */
export const density = anyFamily.density;

export const mean = anyFamily.mean;

export const standardDeviation = anyFamily.standardDeviation;

/** Smallest and largest value possible, maybe infinite. */
export const support = anyFamily.support;

/** What is wrong with a distribution's parameters, whatever it stands for; see `checkDistribution`. */
export const checkParameters = anyFamily.check;
