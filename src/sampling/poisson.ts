import { exp } from '../distributions/elementary.js';
import { normalQuantile } from '../distributions/normal.js';

/** Means from which the expansion takes over from exact inversion. */
const LARGE = 40;

/**
 * The Poisson quantile: the smallest n whose P(N ≤ n) is above `u`. Below a mean of 40 by inversion, adding up the
 * probabilities from 0, which is exact but for rounding. From there on by the Cornish–Fisher expansion of the continuous
 * inverse to order 1/λ (M. Giles, "Algorithm 955: approximation of the inverse Poisson cumulative distribution function",
 * ACM Trans. Math. Softw. 42 (2016), equation 7): another whole number than the exact one comes out with probability
 * below 1e-4 (`test/sampling/poisson.test.ts` measures it), then one beside it.
 *
 * @param mean λ ≥ 0; anything else (NaN) gives 0
 * @param u in (0, 1)
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean > 0)) return 0;
  return mean < LARGE ? invert(mean, u) : expand(mean, normalQuantile(u));
}

function invert(mean: number, u: number): number {
  let probability = exp(-mean);
  let left = u - probability;
  let n = 0;
  // What is left never falls below rounding for u next to 1: the probabilities come to nothing first.
  while (left >= 0 && probability > 0) {
    n++;
    probability *= mean / n;
    left -= probability;
  }
  return n;
}

function expand(mean: number, w: number): number {
  const root = Math.sqrt(mean);
  const square = w * w;
  const first = 1 / 3 + square / 6;
  const second = (-w / 36 - (w * square) / 72) / root;
  const third = (-8 / 405 + (7 * square) / 810 + (square * square) / 270) / mean;
  return Math.max(0, Math.floor(mean + root * w + first + second + third));
}
