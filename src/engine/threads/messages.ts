import type { ThrownError } from '../thrown.js';

/** A job as it is handed to every thread. */
export interface JobMessage {
  readonly kind: 'job';
  readonly job: number;
  /** What the handler is made from; structured-cloned, shared memory is shared. */
  readonly setup: unknown;
  readonly tasks: number;
  /** Int32, one a thread: how many tasks of its share are taken. */
  readonly taken: SharedArrayBuffer;
  /** Whose share the thread begins with. */
  readonly thread: number;
}

/** What a thread asked for; `bytes` is `null` where nobody has it. */
interface ContentMessage {
  readonly kind: 'content';
  readonly id: string;
  readonly bytes: Uint8Array | null;
}

/** Something that was fetched isn't needed any more. */
interface ForgetMessage {
  readonly kind: 'forget';
  readonly id: string;
}

export type ToThread = JobMessage | ContentMessage | ForgetMessage;

export type FromThread =
  /** No task of the job is left for this thread. */
  | { readonly kind: 'done'; readonly job: number }
  | { readonly kind: 'failed'; readonly job: number; readonly error: ThrownError }
  /** What a task came to that has no place in shared memory. */
  | { readonly kind: 'answer'; readonly job: number; readonly task: number; readonly bytes: Uint8Array }
  | { readonly kind: 'fetch'; readonly id: string };
