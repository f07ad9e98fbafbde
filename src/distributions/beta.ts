import { betaCoordinate, betaCurve } from './beta-curve.js';
import { exp } from './elementary.js';
import { checkPositive, type DistributionOf, type FamilyFunctions } from './family.js';
import { remember } from './remember.js';
import { solveCoordinate } from './score-curve.js';

/** The distribution seen in the logit; its constants take longer than its use. */
export const betaCurveOf = remember((d: DistributionOf<'beta'>) => betaCurve(d.alpha, d.beta));

/** Beta on [0, 1]. Quantiles to about 1e-14 of themselves for shapes up to 1e5, 1e-10 of the spread up to 1e12. */
export const beta: FamilyFunctions<DistributionOf<'beta'>> = {
  quantile(d, p, q) {
    if (p <= 0) return 0;
    if (q <= 0) return 1;
    const curve = betaCurveOf(d);
    return curve.value(solveCoordinate(curve, p, q));
  },
  cdf(d, x) {
    if (x <= 0) return 0;
    return x >= 1 ? 1 : betaCurveOf(d).lower(betaCoordinate(d, x));
  },
  survival(d, x) {
    if (x <= 0) return 1;
    return x >= 1 ? 0 : betaCurveOf(d).upper(betaCoordinate(d, x));
  },
  density(d, x) {
    if (x <= 0 || x >= 1) return 0;
    return exp(betaCurveOf(d).logDensity(betaCoordinate(d, x))) / (x * (1 - x));
  },
  mean: ({ alpha, beta }) => alpha / (alpha + beta),
  standardDeviation({ alpha, beta }) {
    const total = alpha + beta;
    return Math.sqrt(((alpha / total) * (beta / total)) / (total + 1));
  },
  support: () => [0, 1],
  check: ({ alpha, beta }) => checkPositive({ alpha, beta }),
};
