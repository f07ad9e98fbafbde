import type { AskedRule, Relaxation } from '../optimize/index.js';

/** Why a scenario has no answer. Expected failures are results; what is thrown is a mistake, an abort, or a closed engine. */
export type Failure =
  /** Rules that no plan can keep together, by name, and what would make room, in sentences. */
  | {
      readonly kind: 'contradiction';
      readonly message: string;
      readonly rules: readonly string[];
      /** What would let them hold. */
      readonly relaxations: readonly Relaxation[];
      /** What each asks for. */
      readonly asked: readonly AskedRule[];
    }
  /** A goal that has no value in most futures. */
  | { readonly kind: 'goal'; readonly message: string }
  /** Explicit correlations that no joint distribution has. */
  | { readonly kind: 'correlation'; readonly message: string }
  /** Fewer than two scenarios, or more than one currency. */
  | { readonly kind: 'not-comparable'; readonly message: string }
  /** Exports that can't be held against the plan: another currency, no dates, nothing of it has run. */
  | { readonly kind: 'track'; readonly message: string }
  /** A file of campaigns with their stages or lines that can't be read, with its line. */
  | { readonly kind: 'match'; readonly message: string }
  /** Exports that can't be taken together: their currencies differ. */
  | { readonly kind: 'export'; readonly message: string }
  /** A workbook whose cells aren't budgets of the scenario, each with its cell. */
  | { readonly kind: 'workbook'; readonly message: string }
  /** A KPI that the scenario doesn't have, or a number out of range. */
  | { readonly kind: 'option'; readonly message: string };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
