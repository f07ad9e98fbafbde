import { type CountedStream, createCountedStream } from '../../sampling/counted-stream.js';
import { poissonQuantile } from '../../sampling/poisson.js';
import { streamKey } from '../../sampling/pseudo-random.js';
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
  const streams = new Map<string, CountedStream>();
  return {
    draw(group, part, block, means, lanes) {
      const name = `${group}: ${part}`;
      const stream = streams.get(name) ?? createCountedStream(streamKey(seed, 'counts', name));
      streams.set(name, stream);
      stream.open(block);
      for (let d = 0; d < lanes; d++) means[d] = poissonQuantile(means[d], (stream.next() + 0.5) * STEP);
    },
  };
}
