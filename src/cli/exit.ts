/** Exit codes, as in the contract: all holds, something doesn't, the input is wrong. */
export const EXIT = { ok: 0, failed: 1, wrongInput: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A mistake of the user's, reported in full: nothing more is printed for it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** What a command that was stopped leaves behind, where it is not nothing. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
