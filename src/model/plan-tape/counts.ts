import { poissonQuantile } from '../../sampling/poisson.js';
import { openStream, streamKey } from '../../sampling/pseudo-random.js';
import type { OrderPart } from './rows.js';

/** Half a step above the grid point: never 0 or 1. */
const STEP = 2 ** -32;

/** Section 14: whole numbers of orders about the draw's means. */
export interface Counter {
  /**
   * Replaces means by counts, in place. What comes out depends on the seed, the group, the part and the block alone.
   *
   * @param group its name among the groups that are reported
   */
  draw(group: string, part: OrderPart, block: number, means: Float64Array, lanes: number): void;
}

export function createCounter(seed: string): Counter {
  const keys = new Map<string, string>();
  return {
    draw(group, part, block, means, lanes) {
      const name = `${group}: ${part}`;
      const key = keys.get(name) ?? streamKey(seed, 'counts', name);
      keys.set(name, key);
      const next = openStream(key, block);
      for (let d = 0; d < lanes; d++) {
        const u = (next() + 0.5) * STEP;
        means[d] = poissonQuantile(means[d]!, u);
      }
    },
  };
}
