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
 * scenario can be read: so they begin first. Who is interrupted doesn't wait for threads that are still starting.
 */
export async function withThreads<T>(
  { workers, quiet }: Pick<CommonOptions, 'workers' | 'quiet'>,
  effects: Effects,
  work: (threads: Threads) => Promise<T>,
): Promise<T> {
  const threads = openEngine(workers);
  const { signal } = effects;
  let starting = true;
  const started = (): void => {
    starting = false;
  };
  // Who awaits them hears of it; a mistake in the scenario may come first.
  threads.then(started, started);
  if (kernelKind() === 'reference' && quiet !== true) effects.err(SLOW);
  try {
    return await work(orAborted(threads, signal));
  } finally {
    const closed = threads.then(
      (engine) => engine.close(),
      () => {},
    );
    if (!(starting && signal.aborted)) await closed;
  }
}

/** What a promise comes to, unless a signal aborts first. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const first = new Promise<T>((settle, fail) => {
    const stop = (): void => fail(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    promise.then(settle, fail).finally(() => signal.removeEventListener('abort', stop));
  });
  first.catch(() => {});
  return first;
}
