import { openEngine } from '../engine/open.js';
import type { Engine } from '../engine/types.js';
import type { JobRunner } from '../engine/whole/types.js';
import { engineVersion } from '../forecast/sweep/version.js';
import type { Effects } from './effects.js';
import { overQueue, PREFIX, readAddress } from './queue.js';

/** Options of commands whose work may be done by a queue's workers. */
export interface QueueCommandOptions {
  /** Address of a queue. */
  readonly engine?: string;
  /** Of the queue's keys. */
  readonly prefix?: string;
}

/** Opens a runner of whole jobs on a queue; workers of another version are named on standard error. */
export async function openQueueRunner(
  { engine, prefix = PREFIX }: QueueCommandOptions & { readonly engine: string },
  version: string,
  effects: Pick<Effects, 'err'>,
): Promise<JobRunner> {
  const address = await readAddress('--engine', engine);
  const { createQueueRunner } = await import('../engine/queue/runner.js');
  const onRefused = (worker: string, other: string): void =>
    effects.err(`huni: worker ${worker} is huni ${other}, this is ${version}: it gets no jobs\n`);
  return overQueue('--engine', () => createQueueRunner({ address, version, prefix, onRefused }));
}

/** An engine whose long jobs go to a queue, or the number of threads to open one of: as options of what prices plans. */
interface EngineChoice {
  readonly engine?: Engine;
  readonly workers?: number;
}

/**
 * Does work on the engine that the options name, and closes it: a queue's, or this machine's.
 *
 * @throws {InputError} where the queue can't be used
 */
export async function onChosenEngine<T>(
  options: QueueCommandOptions & { readonly workers?: number },
  effects: Pick<Effects, 'err'>,
  work: (choice: EngineChoice) => Promise<T>,
): Promise<T> {
  const { engine: address, workers } = options;
  if (address === undefined) return work(workers === undefined ? {} : { workers });
  const engine = await openQueueEngine({ ...options, engine: address }, effects);
  try {
    return await overQueue('--engine', () => work({ engine }));
  } finally {
    await engine.close();
  }
}

/** Opens an engine whose long jobs go to a queue, and whose short ones are done on threads of this machine. */
export async function openQueueEngine(
  options: QueueCommandOptions & { readonly engine: string; readonly workers?: number },
  effects: Pick<Effects, 'err'>,
): Promise<Engine> {
  const runner = await openQueueRunner(options, engineVersion(), effects);
  try {
    const { createQueueEngine } = await import('../engine/queue/engine.js');
    return createQueueEngine({ runner, local: await openEngine(options.workers) });
  } catch (error) {
    await runner.close();
    throw error;
  }
}
