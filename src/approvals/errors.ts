import { visibleText } from '../encoding/visible.js';

/**
 * `wrong-input`: what was asked for can't be done as asked. `not-allowed`: it was understood, and doesn't hold (above a limit,
 * decided already). `not-intact`: a file or the ledger isn't what it was.
 */
export type ApprovalFailure = 'wrong-input' | 'not-allowed' | 'not-intact';

/** A refusal in full sentences: file, what was found, what was expected. Nothing was recorded. */
export class ApprovalError extends Error {
  override readonly name = 'ApprovalError';
  constructor(
    readonly reason: ApprovalFailure,
    message: string,
  ) {
    super(message);
  }
}

/** `path: found A, expected B`. */
export function mismatch(where: string, found: string, expected: string): string {
  return visibleText(`${where}: found ${found}, expected ${expected}`);
}
