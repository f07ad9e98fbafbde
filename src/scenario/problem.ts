import { visibleText } from '../encoding/visible.js';
import { madeVisible } from './visible.js';

/** What is wrong with one value, whatever file it stands in. Made by the functions of `messages.ts` only. */
export interface Fault {
  /** What stands there, in the user's words. */
  readonly found: string;
  /** What could stand there. */
  readonly expected: string;
  /** The nearest valid name, where there is one near. */
  readonly suggestion?: string;
}

/** A place in a file, counted from 1; line 0 where the file as a whole is meant. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A fault at its place. `message` is the sentence a person reads after `path:line:column:`. */
export interface Problem extends Fault, Place {
  readonly message: string;
}

/** The sentence of a fault; `subject` is the key it is about, or empty. */
export function describeFault(fault: Fault, subject = ''): string {
  const about = subject === '' ? '' : `${subject}: `;
  const hint = fault.suggestion === undefined ? '' : `; did you mean ${fault.suggestion}?`;
  return `${about}found ${fault.found}, expected ${fault.expected}${hint}`;
}

/** Puts a fault at a place in a file; what can't be seen in it is written as escapes. */
export function problemAt(place: Place, fault: Fault, subject = ''): Problem {
  const { found, expected, suggestion } = fault;
  const shown: Fault = {
    found: madeVisible(found),
    expected: madeVisible(expected),
    ...(suggestion === undefined ? {} : { suggestion: madeVisible(suggestion) }),
  };
  return { ...place, ...shown, message: describeFault(shown, madeVisible(subject)) };
}

/** `scenarios/x.yaml:12:7: cpm: found …, expected …`; without a line where the file as a whole is meant. */
export function formatProblem(problem: Problem): string {
  const position = problem.line === 0 ? '' : `:${problem.line}:${problem.column}`;
  return visibleText(`${problem.path}${position}: ${problem.message}`);
}
