import { exp, expm1, ln } from './elementary.js';
import { gamma } from './gamma.js';
import { stirlingError } from './stirling.js';

/** Counts from which on a sum has so many terms that the gamma's integral is quicker. */
const MANY = 50_000;

/**
 * Chernoff's bounds, P(N ≤ n) ≤ exp(−(m − n)²/2m) below the mean and exp(−(n − m)²/2n) above it: how many means, and how
 * many n, squared distances reach where what is left of 1 is below a double's half step there (2⁻⁵⁴), and where the first
 * term is below its least number (2⁻¹⁰⁷⁴). The sums say the same, to the bit, and take longer.
 */
const CERTAIN = 80;
const NEVER = 1520;

/**
 * The same for chances below 2⁻¹⁰⁰: those of ten million draws come to less than a double's half step of one draw's share. For
 * chances that are summed up; of a plan's targets about half of those that aren't 0 or 1 at once are such.
 */
export const NEVER_IN_A_SHARE = 139;

/**
 * P(N ≥ n) of a Poisson number with a mean, to about 1e-13 of itself: the sum of the terms from n on where n is above the
 * mean, else 1 less the sum of those below n. All terms are positive, from the largest to the smallest, the first by C. Loader's
 * "Fast and Accurate Computation of Binomial Probabilities" (2000).
 *
 * @param never squared distance above the mean, in n, from which on the probability is taken as 0
 */
export function poissonAtLeast(mean: number, n: number, never: number = NEVER): number {
  if (n <= 0) return 1;
  if (!(mean > 0)) return 0;
  if (n === 1) return -expm1(-mean);
  if (n > MANY) return gamma.cdf({ family: 'gamma', shape: n, scale: 1 }, mean);
  const apart = (mean - n) * (mean - n);
  if (mean > n && apart > CERTAIN * mean) return 1;
  if (mean < n && apart > never * n) return 0;
  const t = ln(mean / n);
  const atN = exp(-stirlingError(n) - n * (expm1(t) - t)) / Math.sqrt(2 * Math.PI * n);
  if (mean < n) return atN === 0 ? 0 : atN * sumUpwards(mean, n);
  return atN === 0 ? 1 : 1 - atN * (n / mean) * sumDownwards(mean, n - 1);
}

/** 1 + m/(n + 1) + m²/((n + 1)(n + 2)) + … */
function sumUpwards(mean: number, n: number): number {
  let term = 1;
  let sum = 1;
  for (let k = n + 1; term > 1e-17 * sum; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** 1 + n/m + n(n − 1)/m² + … */
function sumDownwards(mean: number, n: number): number {
  let term = 1;
  let sum = 1;
  // The term of 0 ends it. One condition, since V8 makes an object of each sum of a loop that has two.
  for (let k = n; term > 1e-17 * sum; k--) {
    term *= k / mean;
    sum += term;
  }
  return sum;
}
