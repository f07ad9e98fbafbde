import type { Worker } from 'node:worker_threads';
import Pool from 'worker-threads-pool';
import { holdHeapRoom } from './heap-room.js';
import type { JobMessage, JobReply } from './messages.js';

/** A fixed crew of worker threads that does one job at a time. */
export interface WorkerPool {
  readonly size: number;
  /**
   * Runs `tasks` tasks on all workers. Each has an even share of neighbouring ones, the same in every job of as many tasks,
   * so that what it keeps of a task serves it again; whoever is through with his own takes from the others'.
   *
   * Results go to shared buffers in `setup`, each task to a place of its own: what comes out does not depend on who did
   * what. An aborted run stops the workers for good, since a worker busy with a task can't listen.
   *
   * @throws what a task threw, or the signal's reason.
   */
  run(setup: unknown, tasks: number, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Starts `size` workers on `entry`, a module that calls `serveTasks`. */
export async function createWorkerPool(entry: URL, size: number): Promise<WorkerPool> {
  const pool = new Pool({ max: size });
  const letGo = holdHeapRoom();
  const workers = await Promise.all(Array.from({ length: size }, () => acquire(pool, entry))).catch(
    (error: unknown) => {
      letGo();
      throw error;
    },
  );
  void Promise.all(workers.map(started)).then(letGo);
  let jobs = 0;
  // One job after another: they share the workers, and a worker works on one at a time anyway.
  let last: Promise<void> = Promise.resolve();
  const stop = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };

  const runNow = async (setup: unknown, tasks: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    const taken = new SharedArrayBuffer(workers.length * Int32Array.BYTES_PER_ELEMENT);
    const job = jobs++;
    const replies = workers.map((worker, index) => {
      const message: JobMessage = { job, setup, tasks, taken, worker: index };
      return replyOf(worker, message);
    });
    if (signal === undefined) {
      await Promise.all(replies);
      return;
    }
    let onAbort: () => void = () => {};
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => {
        void stop();
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
      await Promise.race([Promise.all(replies), aborted]);
    } finally {
      signal.removeEventListener('abort', onAbort);
      // Replies of terminated workers fail after the race is over.
      for (const reply of replies) reply.catch(() => {});
    }
  };

  return {
    size,
    run(setup, tasks, signal) {
      const next = last.then(() => runNow(setup, tasks, signal));
      last = next.catch(() => {});
      return next;
    },
    close: stop,
  };
}

function acquire(pool: Pool, entry: URL): Promise<Worker> {
  return new Promise((resolve, reject) => {
    pool.acquire(entry, {}, (error, worker) => {
      if (error !== null) {
        reject(error);
        return;
      }
      // Without a listener the pool swallows what a worker throws outside a task.
      worker.on('error', () => {});
      // Each job adds a listener for its reply and takes it off again; a long run of them is no leak.
      worker.setMaxListeners(0);
      resolve(worker);
    });
  });
}

/** Resolves once the thread has a heap, or is no more. */
function started(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('online', resolve);
    worker.once('exit', () => resolve());
  });
}

function replyOf(worker: Worker, message: JobMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      worker.off('message', onReply);
      worker.off('error', onError);
      worker.off('exit', onExit);
      settle();
    };
    const onReply = (reply: JobReply): void => {
      if (reply.job !== message.job) return;
      finish(() => {
        if (reply.ok) resolve();
        else reject(Object.assign(new Error(reply.message), { stack: reply.stack }));
      });
    };
    const onError = (error: Error): void => finish(() => reject(error));
    const onExit = (): void => finish(() => reject(new Error('a worker stopped before its job was done')));
    worker.on('message', onReply);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(message);
  });
}
