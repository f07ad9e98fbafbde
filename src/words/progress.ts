import type { Said } from './said.js';

/** What a job is at, as whoever waits for it is shown. */
export interface Doing {
  /** In English. */
  readonly message: string;
  /** The same, to be said in another language. */
  readonly said: Said;
}

/** A step of a job as it is shown. */
export function doing(said: Said): Doing {
  return { message: String(said), said };
}
