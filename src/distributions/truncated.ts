import { square } from './elementary.js';
import type { DistributionOf, FamilyFunctions } from './family.js';
import { normalCdf, normalDensity } from './normal.js';
import { integrate } from './quadrature.js';
import { remember } from './remember.js';
import type { Distribution } from './types.js';

type Truncated = DistributionOf<'truncated'>;

/** Less than this share of a distribution between the bounds is a slip of the pen, and leaves too few digits. */
const LEAST_MASS = 1e-6;
/** Panels of the quadrature over normal scores from −8.3 to 8.3: corners of the quantile function lie in few of them. */
const PANELS = 64;
const LAST_SCORE = 8.3;

/**
 * A distribution cut to [min, max] and scaled to sum 1 there; either bound may be infinite. `functions` answers for what is
 * cut. Probabilities are taken in the nearer tail, so that bounds far out keep their digits.
 */
export function truncatedFamily(functions: FamilyFunctions<Distribution>): FamilyFunctions<Truncated> {
  const cut = remember((d: Truncated) => {
    // A value that is exactly the lower bound belongs to what is left.
    const before = previous(d.min);
    const [below, from] =
      d.min === -Infinity ? [0, 1] : [functions.cdf(d.of, before), functions.survival(d.of, before)];
    const [upTo, above] = d.max === Infinity ? [1, 0] : [functions.cdf(d.of, d.max), functions.survival(d.of, d.max)];
    return { below, from, upTo, above, mass: below < 0.5 ? upTo - below : from - above };
  });
  const family: FamilyFunctions<Truncated> = {
    quantile(d, p, q) {
      if (p <= 0) return Math.max(d.min, functions.quantile(d.of, 0, 1));
      if (q <= 0) return Math.min(d.max, functions.quantile(d.of, 1, 0));
      const { below, above, mass } = cut(d);
      const lower = below + p * mass;
      const upper = above + q * mass;
      const value = functions.quantile(d.of, lower, upper);
      return Math.min(d.max, Math.max(d.min, value));
    },
    cdf(d, x) {
      if (x < d.min) return 0;
      if (x >= d.max) return 1;
      const { below, from, mass } = cut(d);
      const share = below < 0.5 ? functions.cdf(d.of, x) - below : from - functions.survival(d.of, x);
      return Math.min(1, Math.max(0, share / mass));
    },
    survival(d, x) {
      if (x < d.min) return 1;
      if (x >= d.max) return 0;
      const { upTo, above, mass } = cut(d);
      const share = above < 0.5 ? functions.survival(d.of, x) - above : upTo - functions.cdf(d.of, x);
      return Math.min(1, Math.max(0, share / mass));
    },
    density: (d, x) => (x < d.min || x > d.max ? 0 : functions.density(d.of, x) / cut(d).mass),
    mean: (d) => moments(d).mean,
    standardDeviation: (d) => moments(d).sd,
    support(d) {
      const [low, high] = functions.support(d.of);
      return [Math.max(low, d.min), Math.min(high, d.max)];
    },
    check(d) {
      const reasons = functions.check(d.of);
      if (reasons.length > 0) return reasons;
      if (Number.isNaN(d.min) || Number.isNaN(d.max)) return ['min and max must be numbers'];
      if (d.min >= d.max) return [`min ${d.min} is not below max ${d.max}`];
      return cut(d).mass < LEAST_MASS ? [`next to nothing of it lies between min ${d.min} and max ${d.max}`] : [];
    },
  };
  const moments = remember((d: Truncated) => {
    const at = (z: number): number => family.quantile(d, normalCdf(z), normalCdf(-z));
    const over = (f: (value: number) => number): number =>
      integrate((z) => f(at(z)) * normalDensity(z), -LAST_SCORE, LAST_SCORE, PANELS);
    const middle = family.quantile(d, 0.5, 0.5);
    const shift = over((value) => value - middle);
    const variance = over((value) => square(value - middle - shift));
    return { mean: middle + shift, sd: Math.sqrt(variance) };
  });
  return family;
}

/** The next lower double, or one near it. */
function previous(x: number): number {
  return x - Math.max(Math.abs(x) * 2 ** -52, Number.MIN_VALUE);
}
