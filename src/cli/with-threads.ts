import type { WorkerPool } from '../engine/pool.js';
import { openPool } from '../forecast/open-pool.js';
import type { CommonOptions } from './options.js';

/** Threads on their way, for whoever needs them. */
export type Threads = Promise<WorkerPool>;

/**
 * Starts the threads, does the work, and stops them whatever came of it. They take a while to start, in which the
 * scenario can be read: so they begin first.
 */
export async function withThreads<T>(
  { workers }: Pick<CommonOptions, 'workers'>,
  work: (threads: Threads) => Promise<T>,
): Promise<T> {
  const threads = openPool(workers);
  // Who awaits them hears of it; a mistake in the scenario may come first.
  threads.catch(() => {});
  try {
    return await work(threads);
  } finally {
    await threads.then(
      (pool) => pool.close(),
      () => {},
    );
  }
}
