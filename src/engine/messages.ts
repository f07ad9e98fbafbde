/** A job as it is handed to every worker. */
export interface JobMessage {
  readonly job: number;
  /** What the worker's handler is made from; structured-cloned, shared buffers are shared. */
  readonly setup: unknown;
  readonly tasks: number;
  /** Int32, one a worker: how many tasks of its share are taken. */
  readonly taken: SharedArrayBuffer;
  /** Whose share the worker begins with. */
  readonly worker: number;
}

/** A worker's answer, once no task is left for it. */
export type JobReply =
  | { readonly job: number; readonly ok: true }
  | { readonly job: number; readonly ok: false; readonly message: string; readonly stack: string };
