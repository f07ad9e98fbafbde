import { exp, expm1, ln } from './elementary.js';
import { checkFinite, checkPositive, type DistributionOf, type FamilyFunctions } from './family.js';
import { normalCdf, normalDensity, normalScore } from './normal.js';

/** exp of a normal with mean `mu` and standard deviation `sigma`. */
export const lognormal: FamilyFunctions<DistributionOf<'lognormal'>> = {
  quantile: ({ mu, sigma }, p, q) => exp(mu + sigma * normalScore(p, q)),
  cdf: ({ mu, sigma }, x) => (x <= 0 ? 0 : normalCdf((ln(x) - mu) / sigma)),
  survival: ({ mu, sigma }, x) => (x <= 0 ? 1 : normalCdf((mu - ln(x)) / sigma)),
  density: ({ mu, sigma }, x) => (x <= 0 ? 0 : normalDensity((ln(x) - mu) / sigma) / (sigma * x)),
  mean: ({ mu, sigma }) => exp(mu + 0.5 * sigma * sigma),
  standardDeviation: ({ mu, sigma }) => exp(mu + 0.5 * sigma * sigma) * Math.sqrt(expm1(sigma * sigma)),
  support: () => [0, Infinity],
  check(d) {
    const reasons = [...checkFinite({ mu: d.mu }), ...checkPositive({ sigma: d.sigma })];
    if (reasons.length > 0) return reasons;
    const [mean, sd] = [lognormal.mean(d), lognormal.standardDeviation(d)];
    return Number.isFinite(mean) && Number.isFinite(sd) && mean > 0
      ? []
      : [`mu ${d.mu} and sigma ${d.sigma} are on the log scale: their mean or spread is beyond any number`];
  },
};
