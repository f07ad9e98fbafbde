import type { Effects } from '../effects.js';

/** Effects of what nobody watches at a terminal: a thread is ended, so nothing has to be aborted within. */
export const QUIET: Effects = {
  out: () => {},
  err: () => {},
  interactive: false,
  columns: null,
  color: false,
  signal: new AbortController().signal,
};
