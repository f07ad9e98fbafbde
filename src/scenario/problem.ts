import { visibleText } from '../encoding/visible.js';
import { Said, type Translations, translatedBy, type Words } from '../words/said.js';
import { madeVisible } from './visible.js';

/** What is wrong with one value, whatever file it stands in. Made by the functions of `messages.ts` only. */
export interface Fault {
  /** What stands there, in the user's words. */
  readonly found: string;
  /** What could stand there. */
  readonly expected: string;
  /** The nearest valid name, where there is one near. */
  readonly suggestion?: string;
  /** Both as they are reported in other languages. */
  readonly said: { readonly found: Words; readonly expected: Words };
  /** The budget of the whole plan that would put it right, where it is that one amount. */
  readonly wholeBudget?: {
    readonly amount: number;
    readonly currency: string;
    readonly kind: 'exact' | 'maximum';
    /** What phases have of it that the file gives as money: they sum to it, too. */
    readonly phases: readonly { readonly name: string; readonly amount: number }[];
  };
}

/** Makes a fault of what was found and what was expected; a `suggestion` may be missing. */
export function fault(said: {
  readonly found: Words;
  readonly expected: Words;
  readonly suggestion?: string | undefined;
}): Fault {
  const { found, expected, suggestion } = said;
  return {
    found: String(found),
    expected: String(expected),
    ...(suggestion === undefined ? {} : { suggestion }),
    said: { found, expected },
  };
}

/** A place in a file, counted from 1; line 0 where the file as a whole is meant. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A fault at its place. `message` is the English sentence that a person reads after `path:line:column:`. */
export interface Problem extends Fault, Place {
  readonly message: string;
  /** The key that it is about, or empty. */
  readonly subject: string;
}

/** The sentence of a fault; `subject` is the key it is about, or empty. */
export function describeFault({ said, suggestion }: Fault, subject = '', translations: Translations = {}): string {
  const translated = (words: Words): string => madeVisible(translatedBy(translations, words));
  const parts = [
    translated(said.found),
    translated(said.expected),
    ...(suggestion === undefined ? [] : [madeVisible(suggestion)]),
  ];
  const sentence = new Said(suggestion === undefined ? FOUND : FOUND_AND_MEANT, parts);
  return `${subject === '' ? '' : `${madeVisible(subject)}: `}${translatedBy(translations, sentence)}`;
}

const FOUND = 'found {0}, expected {1}';
const FOUND_AND_MEANT = 'found {0}, expected {1}; did you mean {2}?';

/** Puts a fault at a place in a file; what can't be seen in it is written as escapes. */
export function problemAt(place: Place, fault: Fault, subject = ''): Problem {
  const { found, expected, suggestion, said, wholeBudget } = fault;
  return {
    ...place,
    found: madeVisible(found),
    expected: madeVisible(expected),
    ...(suggestion === undefined ? {} : { suggestion: madeVisible(suggestion) }),
    said,
    ...(wholeBudget === undefined ? {} : { wholeBudget }),
    subject,
    message: describeFault(fault, subject),
  };
}

/** `scenarios/x.yaml:12:7: cpm: found …, expected …`; without a line where the file as a whole is meant. */
export function formatProblem(problem: Problem): string {
  return problemIn(problem, {});
}

/** As `formatProblem`, by the catalogue of another language. */
export function problemIn(problem: Problem, translations: Translations): string {
  const position = problem.line === 0 ? '' : `:${problem.line}:${problem.column}`;
  return visibleText(`${problem.path}${position}: ${describeFault(problem, problem.subject, translations)}`);
}
