import { exp, expm1 } from '../distributions/elementary.js';

/** The exponential's relatives, one number after the other: the readable reference. u ≥ 0. */

/** `(1 − e^−u) / u`, 1 at 0. */
export function freshness(u: number): number {
  return u === 0 ? 1 : -expm1(-u) / u;
}

/** (n − 1) / n! for n = 2 … 17. */
const COEFFICIENTS = Array.from({ length: 16 }, (_, k) => (k + 1) / factorial(k + 2));

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/**
 * `(1 − (1 + u) e^−u) / u²`, ½ at 0; for small u by its series `Σ (−1)ⁿ (n − 1)/n! uⁿ⁻²`, as the difference would lose half
 * the digits and more.
 */
export function fade(u: number): number {
  if (u > 0.5) return (1 - (1 + u) * exp(-u)) / (u * u);
  return COEFFICIENTS.reduceRight((sum, coefficient) => coefficient - u * sum, 0);
}
