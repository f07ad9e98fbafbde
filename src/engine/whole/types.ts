/** A job that is done whole, in one place, by whoever has the code for its kind. */
interface WholeJob {
  /** Hash of everything that its answer depends on: the answer is stored and found by it. */
  readonly key: string;
  /** Plain data. */
  readonly data: unknown;
}

/** Jobs of one kind that share some content. */
export interface JobBatch {
  readonly kind: string;
  /** Encoded plain data that each job needs, and the hash that it goes by. */
  readonly content: { readonly id: string; readonly bytes: Uint8Array };
  readonly jobs: readonly WholeJob[];
}

export interface BatchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called once for each job, in whatever order. */
  readonly onAnswer: (index: number, answer: JobAnswer) => void;
}

/** What a job came to: bytes that its kind makes sense of, or, after all attempts, why there are none. */
export type JobAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string };

/** Runs whole jobs: on this machine's threads, or by a queue wherever workers are. Same jobs, same answers. */
export interface JobRunner {
  /** Jobs that go at once, as far as is known. */
  readonly parallel: number;
  /** @throws the signal's reason, or what stops the runner as a whole */
  run(batch: JobBatch, options: BatchOptions): Promise<void>;
  close(): Promise<void>;
}

/** Does a job of one kind. */
export type JobHandler = (content: unknown, data: unknown) => Promise<Uint8Array>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;
