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
  port.on('message', async ({ job, setup, tasks, counter }: JobMessage) => {
    let reply: JobReply = { job, ok: true };
    try {
      const handle = await open(setup);
      const next = new Int32Array(counter);
      for (let task = Atomics.add(next, 0, 1); task < tasks; task = Atomics.add(next, 0, 1)) handle(task);
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      reply = { job, ok: false, message, stack: stack ?? message };
    }
    port.postMessage(reply);
  });
}
