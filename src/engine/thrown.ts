import { TaskError, UnknownProgramError } from './types.js';

/** An error as it crosses threads. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** The id that nobody has, where that is what went wrong. */
  readonly missing: string | null;
}

/** What something thrown is reported as. */
export function thrownError(error: unknown): ThrownError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const missing = error instanceof UnknownProgramError ? error.id : null;
  return { name, message, stack: stack ?? message, missing };
}

/** The error that its job's caller gets. */
export function errorOf({ name, message, stack, missing }: ThrownError): TaskError | UnknownProgramError {
  return missing === null ? new TaskError(name, message, stack) : new UnknownProgramError(missing);
}
