import type { Said } from '../words/said.js';

/** A goal that has no value in some of the futures (0 / 0, the root of a loss): the file's mistake, not the program's. */
export class UndefinedGoalError extends Error {
  override readonly name = 'UndefinedGoalError';

  constructor(readonly said: Said) {
    super(String(said));
  }
}
