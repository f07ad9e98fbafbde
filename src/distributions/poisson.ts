import { gamma } from './gamma.js';

/** P(N ≥ n) of a Poisson number with a mean: that of a gamma of shape n falling below the mean. */
export function poissonAtLeast(mean: number, n: number): number {
  if (n <= 0) return 1;
  if (!(mean > 0)) return 0;
  return gamma.cdf({ family: 'gamma', shape: n, scale: 1 }, mean);
}
