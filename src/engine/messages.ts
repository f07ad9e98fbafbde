/** A job as it is handed to every worker: they share its tasks by counting up `counter`. */
export interface JobMessage {
  readonly job: number;
  /** What the worker's handler is made from; structured-cloned, shared buffers are shared. */
  readonly setup: unknown;
  readonly tasks: number;
  /** Int32, one number: the next task. */
  readonly counter: SharedArrayBuffer;
}

/** A worker's answer, once no task is left for it. */
export type JobReply =
  | { readonly job: number; readonly ok: true }
  | { readonly job: number; readonly ok: false; readonly message: string; readonly stack: string };
