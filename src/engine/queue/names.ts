/** Keys and sizes that both ends of a queue agree on. */
export interface QueueNames {
  /** BullMQ's prefix. */
  readonly prefix: string;
  /** The queue of a version: workers of another one never see its jobs. */
  readonly queue: string;
  /** Encoded content by its hash. */
  readonly content: (id: string) => string;
  /** Hash of a run's answers by the index of their job. */
  readonly answers: (run: string) => string;
  /** Hash of all workers, of any version, by their name. */
  readonly workers: string;
  /** Hash of what is being run by workers of the version, by run. */
  readonly runs: string;
}

export function queueNames(prefix: string, version: string): QueueNames {
  return {
    prefix,
    queue: `jobs-${version}`,
    content: (id) => `${prefix}:content:${id}`,
    answers: (run) => `${prefix}:answers:${run}`,
    workers: `${prefix}:workers`,
    runs: `${prefix}:runs:${version}`,
  };
}

/** How long content and answers outlast the last who touched them, in seconds. */
export const STORED_SECONDS = 86_400;
/** A plan with its files, and one job's own data. */
export const MOST_CONTENT_BYTES = 64 * 1024 * 1024;
export const MOST_JOB_BYTES = 256 * 1024;
/** Attempts, the first among them. */
export const ATTEMPTS = 3;
/** A worker that says nothing for so long, in milliseconds, has its job given to another. */
export const LOCK_MILLISECONDS = 10_000;
/** How often workers say that they are there, in milliseconds; four times as long without it, and they are not. */
export const BEAT_MILLISECONDS = 5000;

/** A job in Redis: data, never code. */
export interface QueuedJob {
  readonly version: string;
  readonly kind: string;
  readonly content: string;
  readonly run: string;
  readonly index: number;
  /** Encoded, in base64. */
  readonly data: string;
}

/** A worker as it makes itself known. */
export interface WorkerBeat {
  readonly version: string;
  readonly threads: number;
  /** Jobs a second of late. */
  readonly rate: number;
  /** Milliseconds since 1970, by the clock of Redis. */
  readonly seen: number;
}

/** A run as it makes itself known. */
export interface RunBeat {
  /** Jobs without an answer. */
  readonly open: number;
  readonly seen: number;
}
