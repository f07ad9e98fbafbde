import type { Worker } from 'node:worker_threads';
import Pool from 'worker-threads-pool';
import { errorOf } from '../thrown.js';
import { EngineClosedError } from '../types.js';
import { threadFlags } from './flags.js';
import { holdHeapRoom } from './heap-room.js';
import type { FromThread, JobMessage, ToThread } from './messages.js';
import { takeAll } from './take-all.js';

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with what each task answers, in whatever order. */
  readonly onAnswer?: ((task: number, bytes: Uint8Array) => void) | undefined;
}

/** A fixed crew of threads. Jobs may overlap: each thread does them in the order in which they came. */
export interface ThreadPool {
  readonly size: number;
  /**
   * Runs `tasks` tasks on all threads. Each has an even share of neighbouring ones, the same in every job of as many
   * tasks, so that what it keeps of a task serves it again; whoever is through with its own takes from the others'.
   *
   * Results go to shared memory in `setup`, each task to a place of its own: what comes out does not depend on who did what.
   *
   * @throws {TaskError} what a task threw; {EngineClosedError}; or the signal's reason: no further task of the job is begun
   */
  run(setup: unknown, tasks: number, options?: RunOptions): Promise<void>;
  /** Has all threads let go of something that they fetched. */
  forget(id: string): void;
  /** Stops the threads, in the middle of a task too. */
  close(): Promise<void>;
}

/** A job that some thread isn't through with. */
interface Running {
  /** Threads that have to answer yet. */
  open: number;
  readonly onAnswer: (task: number, bytes: Uint8Array) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Starts `size` threads on `entry`, a module that calls `serveTasks`.
 *
 * @param contentOf what threads may fetch
 */
export async function createThreadPool(
  entry: URL,
  size: number,
  contentOf: (id: string) => Uint8Array | undefined = () => undefined,
): Promise<ThreadPool> {
  const pool = new Pool({ max: size });
  const letGo = holdHeapRoom();
  const threads = await Promise.all(Array.from({ length: size }, () => acquire(pool, entry))).catch(
    (error: unknown) => {
      letGo();
      throw error;
    },
  );
  void Promise.all(threads.map(started)).then(letGo);
  const running = new Map<number, Running>();
  let jobs = 0;
  let closed: EngineClosedError | null = null;

  const fail = (error: EngineClosedError): void => {
    closed ??= error;
    for (const { reject } of running.values()) reject(error);
    running.clear();
  };
  const send = (thread: Worker, message: ToThread): void => thread.postMessage(message);

  const onMessage = (thread: Worker, message: FromThread): void => {
    if (message.kind === 'fetch') {
      send(thread, { kind: 'content', id: message.id, bytes: contentOf(message.id) ?? null });
      return;
    }
    const job = running.get(message.job);
    if (job === undefined) return;
    if (message.kind === 'answer') {
      job.onAnswer(message.task, message.bytes);
      return;
    }
    if (message.kind === 'done') {
      job.open--;
      if (job.open > 0) return;
      job.resolve();
    } else {
      job.reject(errorOf(message.error));
    }
    running.delete(message.job);
  };

  for (const thread of threads) {
    thread.on('message', (message: FromThread) => onMessage(thread, message));
    thread.on('error', (error) => fail(new EngineClosedError(`a thread broke down: ${error.message}`)));
    thread.on('exit', () => fail(new EngineClosedError('the threads were stopped')));
  }

  return {
    size,
    run(setup, tasks, { signal, onAnswer = () => {} } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        if (closed !== null) return reject(closed);
        const job = jobs++;
        const taken = new SharedArrayBuffer(threads.length * Int32Array.BYTES_PER_ELEMENT);
        const onAbort = (): void => {
          takeAll(new Int32Array(taken), tasks);
          running.delete(job);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        const settled = (): void => signal?.removeEventListener('abort', onAbort);
        running.set(job, {
          open: threads.length,
          onAnswer,
          resolve: () => {
            settled();
            resolve();
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        threads.forEach((thread, index) => {
          const message: JobMessage = { kind: 'job', job, setup, tasks, taken, thread: index };
          send(thread, message);
        });
      });
    },
    forget(id) {
      for (const thread of threads) send(thread, { kind: 'forget', id });
    },
    async close() {
      fail(new EngineClosedError('the engine was closed'));
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function acquire(pool: Pool, entry: URL): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const execArgv = threadFlags();
    pool.acquire(entry, execArgv === undefined ? {} : { execArgv }, (error, worker) => {
      if (error === null) resolve(worker);
      else reject(error);
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
