import { cos, exp, ln } from '../distributions/elementary.js';
import type { RandomBits } from '../sampling/pseudo-random.js';

const uniform = (random: RandomBits): number => (random() + 0.5) / 2 ** 32;

/** Above this mean the count is drawn from the normal that it comes close to. */
const MANY = 50;

/** A Poisson count: by multiplication (D. Knuth, "Seminumerical Algorithms", 3.4.1), by the normal limit where it is large. */
export function poisson(mean: number, random: RandomBits): number {
  if (!(mean > 0)) return 0;
  if (mean > MANY) {
    // Box and Muller (1958).
    const normal = Math.sqrt(-2 * ln(uniform(random))) * cos(2 * Math.PI * uniform(random));
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const least = exp(-mean);
  let product = uniform(random);
  let count = 0;
  while (product > least) {
    product *= uniform(random);
    count++;
  }
  return count;
}
