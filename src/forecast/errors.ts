/** Rules that can't hold together: there is no plan to offer. */
export class ContradictionError extends Error {
  override readonly name = 'ContradictionError';
  constructor(
    readonly rules: readonly string[],
    readonly relaxations: readonly string[],
    /** The rules with the numbers that they ask for, for the message. */
    words: readonly string[] = rules,
  ) {
    super(`these rules can't hold together: ${words.join(', ')}`);
  }
}

/** Scenarios that can't stand side by side. */
export class NotComparableError extends Error {
  override readonly name = 'NotComparableError';
}

/** An option that a scenario has no answer to: a KPI that it doesn't have, a number out of range. */
export class OptionError extends RangeError {
  override readonly name = 'OptionError';
}
