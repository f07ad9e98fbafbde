import { exp } from './elementary.js';
import { checkFinite, checkPositive, type DistributionOf, type FamilyFunctions } from './family.js';
import { normalCdf, normalDensity, normalScore } from './normal.js';
import { integrate } from './quadrature.js';

type TruncatedNormal = DistributionOf<'truncnormal'>;

/** Beyond 35 standard deviations a normal tail leaves the doubles. */
const FARTHEST = 35;

/**
 * Normal of mean `mean` and standard deviation `sd` before it is cut to [min, max]; either bound may be infinite. What is
 * computed from tails takes them on the bounds' side of the normal, so bounds far out in a tail keep their digits.
 */
export const truncnormal: FamilyFunctions<TruncatedNormal> = {
  quantile(d, p, q) {
    if (p <= 0) return d.min;
    if (q <= 0) return d.max;
    const { from, to, mass } = standardised(d);
    const near = nearBound(from, p * mass);
    if (near !== null) return d.min + d.sd * near;
    const score = normalScore(q * normalCdf(from) + p * normalCdf(to), q * normalCdf(-from) + p * normalCdf(-to));
    return Math.min(d.max, Math.max(d.min, d.mean + d.sd * score));
  },
  cdf(d, x) {
    if (x <= d.min) return 0;
    const { from, mass } = standardised(d);
    return x >= d.max ? 1 : massBetween(from, (x - d.mean) / d.sd) / mass;
  },
  survival(d, x) {
    if (x <= d.min) return 1;
    const { to, mass } = standardised(d);
    return x >= d.max ? 0 : massBetween((x - d.mean) / d.sd, to) / mass;
  },
  density(d, x) {
    return x < d.min || x > d.max ? 0 : normalDensity((x - d.mean) / d.sd) / (d.sd * standardised(d).mass);
  },
  mean: (d) => d.mean + d.sd * moments(d).mean,
  standardDeviation: (d) => d.sd * moments(d).sd,
  support: ({ min, max }) => [min, max],
  check({ mean, sd, min, max }) {
    const reasons = [...checkFinite({ mean }), ...checkPositive({ sd })];
    if (Number.isNaN(min) || Number.isNaN(max)) reasons.push('min and max must be numbers');
    else if (min >= max) reasons.push(`min ${min} is not below max ${max}`);
    else if (reasons.length === 0 && ((min - mean) / sd > FARTHEST || (mean - max) / sd > FARTHEST)) {
      reasons.push(`min ${min} to max ${max} is more than ${FARTHEST} standard deviations from the mean ${mean}`);
    }
    return reasons;
  },
};

/** The bounds in standard deviations from the mean, and the normal's mass between them. */
function standardised({ mean, sd, min, max }: TruncatedNormal): { from: number; to: number; mass: number } {
  const [from, to] = [(min - mean) / sd, (max - mean) / sd];
  return { from, to, mass: massBetween(from, to) };
}

/** Φ(to) − Φ(from) without cancellation: by the density where they are close, else in the nearer tail. */
function massBetween(from: number, to: number): number {
  if (to - from < 0.5) return integrate(normalDensity, from, to);
  return from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from);
}

/**
 * The distance above the lower bound at which `mass` of the normal lies between, where that is small beside a standard
 * deviation: there a difference from the mean would lose the digits. `null` elsewhere.
 */
function nearBound(from: number, mass: number): number | null {
  const density = normalDensity(from);
  let distance = mass / density;
  if (!(distance < 0.1) || Math.abs(from) > 5) return null;
  for (let iteration = 0; iteration < 6; iteration++) {
    const change = (integrate((s) => normalDensity(from + s), 0, distance) - mass) / normalDensity(from + distance);
    distance -= change;
    if (Math.abs(change) <= 1e-15 * distance) break;
  }
  return distance;
}

/** Mean and standard deviation in units of the normal's, by quadrature: the closed forms cancel in the tails. */
function moments(d: TruncatedNormal): { mean: number; sd: number } {
  const { from, to } = standardised(d);
  // The density's highest point between the bounds; nine units on, or 45 e-folds of a steep tail, nothing is left.
  const peak = Math.min(Math.max(0, from), to);
  const reach = Math.min(10, 45 / Math.max(1, Math.abs(peak)));
  const [low, high] = [Math.max(from, peak - reach), Math.min(to, peak + reach)];
  const weight = (u: number) => exp(-0.5 * (u - peak) * (u + peak));
  const total = integrate(weight, low, high, 4);
  const mean = peak + integrate((u) => (u - peak) * weight(u), low, high, 4) / total;
  const variance = integrate((u) => (u - mean) * (u - mean) * weight(u), low, high, 4) / total;
  return { mean, sd: Math.sqrt(variance) };
}
