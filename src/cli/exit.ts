import type { Problem } from '../scenario/index.js';
import { formatProblem, problemIn } from '../scenario/problem.js';
import { type Translations, translatedBy, type Words } from '../words/said.js';

/** Exit codes, as in the contract: all holds, something doesn't, the input is wrong. */
export const EXIT = { ok: 0, failed: 1, wrongInput: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A mistake of the user's, reported in full: nothing more is printed for it. */
export class InputError extends Error {
  override readonly name: string = 'InputError';

  constructor(readonly said: Words) {
    super(String(said));
  }

  /** The mistake by the catalogue of a language. */
  translatedBy(translations: Translations): string {
    return translatedBy(translations, this.said);
  }
}

/** Mistakes in a scenario, a line each. */
export class ScenarioError extends InputError {
  override readonly name = 'ScenarioError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
  }

  override translatedBy(translations: Translations): string {
    return this.problems.map((problem) => problemIn(problem, translations)).join('\n');
  }
}

/** What a command that was stopped leaves behind, where it is not nothing. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';

  constructor(readonly said: Words) {
    super(String(said));
  }
}
