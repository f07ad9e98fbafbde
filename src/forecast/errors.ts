import type { AskedRule, Relaxation } from '../optimize/index.js';
import type { Scenario } from '../scenario/types.js';
import type { Said } from '../words/said.js';

/** Rules that can't hold together: there is no plan to offer. */
export class ContradictionError extends Error {
  override readonly name = 'ContradictionError';
  constructor(
    readonly rules: readonly string[],
    readonly relaxations: readonly Relaxation[],
    /** The rules with the numbers that they ask for. */
    readonly asked: readonly AskedRule[],
    /** The scenario that they are rules of. */
    readonly scenario: Scenario,
  ) {
    super(`these rules can't hold together: ${rules.join(', ')}`);
  }
}

/** Scenarios that can't stand side by side. */
export class NotComparableError extends Error {
  override readonly name = 'NotComparableError';

  constructor(readonly said: Said) {
    super(String(said));
  }
}

/** An option that a scenario has no answer to: a KPI that it doesn't have, a number out of range. */
export class OptionError extends RangeError {
  override readonly name = 'OptionError';
}
