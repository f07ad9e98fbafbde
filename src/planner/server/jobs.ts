import { randomBytes } from 'node:crypto';
import type { Doing } from '../../words/progress.js';
import { type PlainSaid, plainOf } from '../../words/said.js';
import type { JobEvent } from '../protocol.js';

/** Long work that the page follows, and may stop. */
interface Job {
  readonly id: string;
  /** Calls back with everything reported so far and from now on; the function that comes back ends it. */
  follow(listener: (event: JobEvent) => void): () => void;
  stop(): void;
}

/** Says what work is at: a sentence with its parts apart, since whoever reads it may change the language meanwhile. */
export type TellDoing = (doing: PlainSaid) => void;

/** Tells what work is at as the program reports it. */
export function tellingBy(tell: TellDoing): (doing: Doing) => void {
  return ({ said }) => tell(plainOf(said));
}

/** Does the work; what it returns is the answer. */
export type JobWork<T = unknown> = (signal: AbortSignal, tell: TellDoing) => Promise<T>;

export interface Jobs {
  /** @throws {TooManyJobsError} */
  start(work: JobWork): Job;
  find(id: string): Job | undefined;
  stopAll(): void;
}

export class TooManyJobsError extends Error {
  override readonly name = 'TooManyJobsError';
}

/** Jobs at work at once; finished ones whose answer can still be asked for. */
const MOST_RUNNING = 32;
const MOST_FINISHED = 64;

/** Keeps a server's jobs. */
export function createJobs(): Jobs {
  const jobs = new Map<string, Job>();
  let running = 0;
  return {
    start(work) {
      if (running >= MOST_RUNNING) throw new TooManyJobsError('too many jobs at once');
      running++;
      const job = startJob(work, () => running--);
      jobs.set(job.id, job);
      for (const oldest of jobs.keys()) {
        if (jobs.size <= MOST_FINISHED) break;
        jobs.delete(oldest);
      }
      return job;
    },
    find: (id) => jobs.get(id),
    stopAll: () => {
      for (const job of jobs.values()) job.stop();
    },
  };
}

function startJob(work: JobWork, onEnd: () => void): Job {
  const controller = new AbortController();
  const history: JobEvent[] = [];
  const listeners = new Set<(event: JobEvent) => void>();
  const begun = performance.now();
  let over = false;
  const tell = (event: JobEvent): void => {
    if (over) return;
    over = event.event !== 'progress';
    history.push(event);
    for (const listener of listeners) listener(event);
    if (over) onEnd();
  };
  work(controller.signal, (doing) =>
    tell({ event: 'progress', doing, seconds: (performance.now() - begun) / 1000 }),
  ).then(
    (result) => tell({ event: 'done', result }),
    (error: unknown) =>
      tell(
        controller.signal.aborted
          ? { event: 'stopped' }
          : { event: 'failed', message: error instanceof Error ? error.message : String(error) },
      ),
  );
  return {
    id: randomBytes(12).toString('hex'),
    follow(listener) {
      for (const event of history) listener(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      controller.abort(new Error('stopped'));
      tell({ event: 'stopped' });
    },
  };
}
