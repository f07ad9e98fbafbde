import { availableParallelism } from 'node:os';
import { openThreadRunner } from '../../forecast/open-runner.js';
import { engineVersion } from '../../forecast/sweep/version.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { overQueue, PREFIX, readAddress } from '../queue.js';

interface WorkerOptions {
  readonly redis?: string;
  readonly threads?: number;
  readonly prefix?: string;
  readonly status?: boolean;
  readonly quiet?: boolean;
}

/**
 * `huni worker --redis URL`: does the jobs of this version that others put into a queue, until it is asked to stop (Ctrl-C,
 * SIGTERM): then it finishes those in hand. With `--status` it tells what is going on, and does none.
 */
export async function workerCommand(options: WorkerOptions, effects: Effects): Promise<ExitCode> {
  if (options.redis === undefined)
    throw new InputError(say`--redis says where the queue is: --redis redis://HOST:PORT`);
  const address = await readAddress('--redis', options.redis);
  const prefix = options.prefix ?? PREFIX;
  const version = engineVersion();
  return overQueue('--redis', async () => {
    if (options.status === true) {
      const { queueStatus } = await import('../../engine/queue/status.js');
      effects.out(await queueStatus({ address, prefix, version }));
      return EXIT.ok;
    }
    const { openQueueWorker } = await import('../../engine/queue/worker.js');
    const threads = options.threads ?? availableParallelism();
    // One runner a job: a thread that is slow holds up none but its own.
    const runners = await Promise.all(Array.from({ length: threads }, () => openThreadRunner(1)));
    try {
      const worker = await openQueueWorker({
        address,
        version,
        prefix,
        runners,
        onJob: ({ ok, message }) => {
          if (!ok && options.quiet !== true) effects.err(`job failed: ${message}\n`);
        },
      });
      if (options.quiet !== true) effects.err(`huni ${version}: ${threads} threads, waiting for jobs\n`);
      await new Promise<void>((resolve) => {
        if (effects.signal.aborted) resolve();
        effects.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      await worker.close();
    } finally {
      await Promise.all(runners.map((runner) => runner.close()));
    }
    return EXIT.ok;
  });
}
