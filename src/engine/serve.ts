import { parentPort } from 'node:worker_threads';
import type { JobMessage, JobReply } from './messages.js';

/** Does one task of a job. */
export type TaskHandler = (task: number) => void;

/**
 * The worker's side: turns each job's setup into a handler and does tasks until none is left. An error ends the worker's
 * part of the job and is told to the pool.
 *
 * @param open makes the handler of a job; what it keeps between jobs is its own business
 */
export function serveTasks(open: (setup: unknown) => TaskHandler | Promise<TaskHandler>): void {
  const port = parentPort;
  if (port === null) throw new Error('serveTasks belongs in a worker thread');
  port.on('message', async ({ job, setup, tasks, taken, worker }: JobMessage) => {
    let reply: JobReply = { job, ok: true };
    try {
      const handle = await open(setup);
      doTasks(handle, tasks, new Int32Array(taken), worker);
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      reply = { job, ok: false, message, stack: stack ?? message };
    }
    port.postMessage(reply);
  });
}

/** A worker's own share of the tasks first, then what others have left of theirs. */
function doTasks(handle: TaskHandler, tasks: number, taken: Int32Array, worker: number): void {
  const workers = taken.length;
  const start = (share: number): number => Math.floor((share * tasks) / workers);
  for (let turn = 0; turn < workers; turn++) {
    const share = (worker + turn) % workers;
    const end = start(share + 1);
    const next = (): number => start(share) + Atomics.add(taken, share, 1);
    for (let task = next(); task < end; task = next()) handle(task);
  }
}
