import { createImages } from '../images.js';
import { type Job, placesOf, seriesOfTasks, shapeOf } from '../jobs.js';
import { createHeldPrograms } from '../programs.js';
import { errorOf } from '../thrown.js';
import { type Engine, EngineClosedError, type JobResult } from '../types.js';
import type { DoneMessage, FromWebWorker, WebWorkerPort } from './messages.js';
import { putPiece } from './pieces.js';
import { createShares, type Run, type RunSizes, runsOf } from './shares.js';

interface WebEngineOptions {
  /** Whether workers write into memory that they share with this thread: where the page is cross-origin isolated. */
  readonly shared: boolean;
}

/** Runs that a worker has before it: while one is answered for, it is at the other. */
const AHEAD = 2;
/** Of a job that is aside: what comes meanwhile waits for a run of them. */
const RUNS_ASIDE: RunSizes = { longest: 2, runs: 1 };

/** A job that some worker isn't through with. */
interface Running {
  readonly job: Job;
  readonly into: JobResult;
  /** The next run for a worker. */
  readonly next: (worker: number) => Run | null;
  /** Tasks that nobody has answered for yet. */
  open: number;
  /** Workers that would go on with a job which gives way to another. */
  readonly waiting: number[];
  readonly aside: boolean;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * An engine of Web Workers, each of which answers by `serveWebTasks`. Without shared memory, what tasks come to is sent and put
 * in its place here: the same bytes. A job that is aside has one worker, the last, while no other job goes on: a core is left to
 * whoever shows what the others came to.
 *
 * @param workers stopped when the engine is closed
 */
export function createWebEngine(workers: readonly WebWorkerPort[], { shared }: WebEngineOptions): Engine {
  const programs = createHeldPrograms();
  const images = createImages(programs);
  const running = new Map<number, Running>();
  let jobs = 0;
  let closed: EngineClosedError | null = null;

  /** Ends a job: its workers forget it, and what is on its way is for nobody. */
  const end = (number: number): Running | undefined => {
    const job = running.get(number);
    running.delete(number);
    if (job !== undefined && closed === null) for (const worker of workers) worker.send({ kind: 'over', number });
    if (!isBusy()) {
      for (const [other, one] of running) for (const worker of one.waiting.splice(0)) handOut(other, one, worker);
    }
    return job;
  };
  const fail = (error: EngineClosedError): void => {
    closed ??= error;
    for (const { reject } of running.values()) reject(error);
    running.clear();
  };

  /** Whether a job goes on that isn't aside. */
  const isBusy = (): boolean => {
    for (const { aside } of running.values()) if (!aside) return true;
    return false;
  };
  const handOut = (number: number, handed: Running, worker: number): void => {
    if (handed.aside && isBusy()) {
      handed.waiting.push(worker);
      return;
    }
    const run = handed.next(worker);
    if (run === null) return;
    const { job } = handed;
    const values = !shared && job.kind === 'summarize' ? seriesOfTasks(job, run.from, run.to) : null;
    workers[worker].send({ kind: 'tasks', number, ...run, values });
  };
  const collect = (worker: number, { number, from, to, pieces, counts }: DoneMessage): void => {
    const job = running.get(number);
    if (job === undefined) return;
    if (!shared) {
      placesOf(job.job, from, to).forEach((places, k) => {
        putPiece(pieces[k], job.into.matrices[k], places);
      });
      counts.forEach((some, k) => {
        const all = job.into.counts[k];
        for (let bin = 0; bin < all.length; bin++) all[bin] += some[bin];
      });
    }
    job.open -= to - from;
    if (job.open === 0) end(number)?.resolve(job.into);
    else handOut(number, job, worker);
  };

  workers.forEach((port, worker) => {
    port.listen(
      (message: FromWebWorker) => {
        if (closed !== null) return;
        if (message.kind === 'done') collect(worker, message);
        else if (message.kind === 'failed') end(message.number)?.reject(errorOf(message.error));
        else port.send({ kind: 'content', id: message.id, bytes: programs.bytesOf(message.id) ?? null });
      },
      (reason) => fail(new EngineClosedError(`a worker broke down: ${reason}`)),
    );
  });

  return {
    kind: 'web',
    parallel: workers.length,
    hold: (program) =>
      programs.hold(program, (id) => {
        images.forget(id);
        if (closed === null) for (const worker of workers) worker.send({ kind: 'forget', id });
      }),
    submit(job, { signal, aside = false } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        if (closed !== null) return reject(closed);
        const image = images.of(job);
        const number = jobs++;
        const { tasks, matrices, counts } = shapeOf(job);
        const into = {
          matrices: matrices.map((length) => new Float64Array(bufferFor(length * 8, shared))),
          counts: counts.map((length) => new Int32Array(bufferFor(length * 4, shared))),
        };
        if (tasks === 0) return resolve(into);
        const onAbort = (): void => end(number)?.reject(signal?.reason);
        signal?.addEventListener('abort', onAbort, { once: true });
        const settled = (): void => signal?.removeEventListener('abort', onAbort);
        const last = workers.length - 1;
        const doing = aside ? [last] : [...workers.keys()];
        const share = aside ? createShares(tasks, 1, RUNS_ASIDE) : createShares(tasks, workers.length, runsOf(job));
        const begun: Running = {
          job,
          into,
          next: aside ? () => share(0) : share,
          open: tasks,
          waiting: [],
          aside,
          resolve: (result) => {
            settled();
            resolve(result);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        };
        running.set(number, begun);
        const handed = handedOver(job, shared);
        for (const worker of doing) {
          workers[worker].send({ kind: 'begin', number, job: handed, into: shared ? into : null, image });
        }
        for (let ahead = 0; ahead < (aside ? 1 : AHEAD); ahead++) {
          for (const worker of doing) handOut(number, begun, worker);
        }
        return undefined;
      });
    },
    async close() {
      fail(new EngineClosedError('the engine was closed'));
      for (const worker of workers) worker.stop();
    },
  };
}

function bufferFor(bytes: number, shared: boolean): ArrayBuffer | SharedArrayBuffer {
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** The job as every worker gets it: series to be summarised in shared memory, or left out where they come with the tasks. */
function handedOver(job: Job, shared: boolean): Job {
  if (job.kind !== 'summarize') return job;
  if (!shared) return { ...job, values: new Float64Array(0) };
  if (job.values.buffer instanceof SharedArrayBuffer) return job;
  const values = new Float64Array(new SharedArrayBuffer(job.values.byteLength));
  values.set(job.values);
  return { ...job, values };
}
