import { openEngine } from '../engine/open.js';
import type { Engine } from '../engine/types.js';
import { kernelKind } from '../model/kernel/load.js';
import type { Effects } from './effects.js';
import type { CommonOptions } from './options.js';

const SLOW = 'huni: without WebAssembly SIMD here. The plain passes give the same figures, some five times slower.\n';

/** Threads on their way, for whoever needs them. */
export type Threads = Promise<Engine>;

/**
 * Starts the threads, does the work, and stops them whatever came of it. They take a while to start, in which the
 * scenario can be read: so they begin first.
 */
export async function withThreads<T>(
  { workers, quiet }: Pick<CommonOptions, 'workers' | 'quiet'>,
  effects: Effects,
  work: (threads: Threads) => Promise<T>,
): Promise<T> {
  const threads = openEngine(workers);
  // Who awaits them hears of it; a mistake in the scenario may come first.
  threads.catch(() => {});
  if (kernelKind() === 'reference' && quiet !== true) effects.err(SLOW);
  try {
    return await work(threads);
  } finally {
    await threads.then(
      (engine) => engine.close(),
      () => {},
    );
  }
}
