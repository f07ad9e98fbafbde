import type { Finding } from '../types.js';

const REFUSAL = Symbol('refusal');

interface Refusal extends Error {
  readonly [REFUSAL]: Finding;
}

/** Stops reading: the file can't be read right, for this reason. */
export function refuse(finding: Finding): never {
  throw Object.assign(new Error(finding.code), { [REFUSAL]: finding });
}

/** Whether an error stops the reading for a reason that is reported. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && REFUSAL in error;
}

/** The finding that reading was stopped for; anything else is an error of the program and is thrown on. */
export function refusalOf(error: unknown): Finding {
  if (error instanceof Error && REFUSAL in error) return (error as Refusal)[REFUSAL];
  throw error;
}
