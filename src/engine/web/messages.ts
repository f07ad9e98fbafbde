import type { PlanImage } from '../../model/plan-tape/image.js';
import type { Job } from '../jobs.js';
import type { ThrownError } from '../thrown.js';
import type { JobResult } from '../types.js';

/** A job begins: tasks of it will come. */
export interface BeginMessage {
  readonly kind: 'begin';
  readonly number: number;
  readonly job: Job;
  /** Memory that all workers share; `null` where there is none, and what tasks come to is sent. */
  readonly into: JobResult | null;
  /** What the job's program comes to, compiled; `undefined` where there is none. */
  readonly image: PlanImage | undefined;
}

/** Tasks of a job, from `from` to `to`, the last one not included. */
export interface TasksMessage {
  readonly kind: 'tasks';
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** The series that these tasks summarise, where the job came without. */
  readonly values: Float64Array | null;
}

/** Nothing more of a job will be asked for. */
interface OverMessage {
  readonly kind: 'over';
  readonly number: number;
}

/** What a worker asked for; `bytes` is `null` where nobody has it. */
interface ContentMessage {
  readonly kind: 'content';
  readonly id: string;
  readonly bytes: Uint8Array | null;
}

/** A program isn't needed any more. */
interface ForgetMessage {
  readonly kind: 'forget';
  readonly id: string;
}

export type ToWebWorker = BeginMessage | TasksMessage | OverMessage | ContentMessage | ForgetMessage;

/** Tasks are done; without shared memory, what they came to: of each matrix the tasks' places, row by row. */
export interface DoneMessage {
  readonly kind: 'done';
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Float64Array[];
  readonly counts: readonly Int32Array[];
}

export type FromWebWorker =
  | DoneMessage
  | { readonly kind: 'failed'; readonly number: number; readonly error: ThrownError }
  | { readonly kind: 'fetch'; readonly id: string };

/** A way to a worker: a Web Worker, or a port to one. */
export interface WebWorkerPort {
  send(message: ToWebWorker): void;
  /** @param onBreakdown called where the worker itself fails, and does no more */
  listen(onMessage: (message: FromWebWorker) => void, onBreakdown: (reason: string) => void): void;
  /** Stops the worker, in the middle of a task too. */
  stop(): void;
}
