/** What messages about a scenario are put together from. */
import { firstOf } from '../required.js';
import { type Said, say, type Words } from '../words/said.js';
import { nearest } from './nearest.js';
import { type Fault, fault } from './problem.js';

/** A word as it was written, cut where it is long. */
export const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;

/** Names to choose from, and the one that was probably meant. */
export function withNearest(found: Words, expected: Words, typed: string, names: readonly string[]): Fault {
  return fault({ found, expected, suggestion: nearest(typed, names) });
}

/** The names that there are to choose from; a single one is no choice. */
export const oneOf = (names: readonly string[]): Said =>
  names.length === 1 ? say`${firstOf(names)}` : say`one of ${names.join(', ')}`;

/** A reason in brackets, where there is one. */
export const withReason = (found: Words, reason: Words): Said =>
  String(reason) === '' ? say`${found}` : say`${found} (${reason})`;
