import type { AskedRule, Relaxation } from '../optimize/index.js';
import type { Platform } from '../scenario/types.js';
import type { ScenarioWarning } from '../scenario/warnings.js';

/** What a careful person would say of a plan (docs/advice.md). */
export type VerdictKind = 'move' | 'test' | 'keep' | 'less' | 'cannot' | 'start';
export const VERDICT_KINDS: readonly VerdictKind[] = ['move', 'test', 'keep', 'less', 'cannot', 'start'];

/** A test that a verdict rests on. */
export interface VerdictReason {
  /**
   * `probability_better`: chance that the best plan beats the one given; `gain`: the middle difference as a share of cost (of
   * the goal's middle value where the goal is not in money); `one_more`: the middle difference of a goal that counts;
   * `loss`: by how much the chance of a loss rises; `targets`,
   * `rules`: how many that held are broken; `delivered`: by how much the share of the budget that finds nobody rises;
   * `middle_outcome`: the better plan's middle outcome, in currency; `guesses`: share of the difference's variance that is
   * guessed; `reached`: share of the budget that finds nobody, in the better of both plans; `test_value`: what a test would be worth, as `gain`.
   */
  readonly test:
    | 'probability_better'
    | 'gain'
    | 'one_more'
    | 'loss'
    | 'targets'
    | 'rules'
    | 'delivered'
    | 'middle_outcome'
    | 'guesses'
    | 'reached'
    | 'test_value';
  readonly value: number;
  readonly needed: number;
  readonly holds: boolean;
  /** Within two Monte Carlo standard errors of what is needed: another seed may say otherwise. */
  readonly close: boolean;
}

/** Where the numbers behind a spread came from, as shares of its variance that sum to 1. */
export interface SpreadShares {
  readonly yours: number;
  readonly measured: number;
  readonly benchmark: number;
  readonly assumed: number;
}

export interface Verdict {
  readonly kind: VerdictKind;
  readonly because: readonly VerdictReason[];
  /**
   * From one line to another, by their ids, in currency; what creators are paid out of the budget moves, too. `null` is what
   * stays unspent, where the plans don't spend the same.
   */
  readonly moves: readonly { readonly from: string | null; readonly to: string | null; readonly amount: number }[];
  /** Creators whose number of posts changes with the moves; left out where none does. */
  readonly posts?: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  readonly shares_of_spread: SpreadShares;
  /** Of `cannot`: rules that can't hold together, what each asks for, and the smallest changes that would let them. */
  readonly conflict?: {
    readonly rules: readonly string[];
    readonly asked: readonly AskedRule[];
    readonly relaxations: readonly Relaxation[];
  };
}

export type BreakEvenInput = 'order_value' | 'margin' | 'cvr' | 'cpm' | 'repeat_rate';

/** The value of one input, the others as they are, from which the plan pays in the middle (or a target is reached). */
export interface BreakEven {
  readonly input: BreakEvenInput;
  /** Of lines' rates: those of this line, which has most money; the others move by the same factor. */
  readonly line: string | null;
  /** Medians. */
  readonly now: number;
  /** `null`: no value within a factor of eight is enough. */
  readonly needed: number | null;
  /** How likely a value as good as the needed one is, by what is believed now; `null` where a single value was typed. */
  readonly probability: number | null;
}

export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** The best plan for the first periods, which tells whether to go on with it: a phase with a gate. */
export interface TestAdvice {
  /** The line that is watched: the one that the best plan raises most. */
  readonly line: string;
  /** What it spends in the test, in currency: in a step that people type. The rest of the best plan spends in proportion. */
  readonly amount: number;
  readonly days: number;
  readonly periods: number;
  /** What is counted, below as conversions: where conversions are leads that are closed later, a test sees the leads. */
  readonly counts: 'conversions' | 'leads';
  readonly outcomes: { readonly conversions: Spread; readonly cpa: Spread };
  /** Go on below the first cost per conversion, stop above the second; in between, go on testing. */
  readonly rule: { readonly scale_below: number; readonly stop_above: number };
  /** Chance that going by the rule is the wrong decision. */
  readonly wrong: number;
  /** Expected value of sample information, less what the test costs, in the goal's unit. */
  readonly value: number;
  /** Its Monte Carlo standard error. */
  readonly se: number;
  /** Every size that was looked at; `amount` is the one of the largest value. */
  readonly sizes: readonly {
    readonly amount: number;
    readonly days: number;
    readonly value: number;
    readonly se: number;
  }[];
}

/** A figure that is hard to believe. */
export type FigureWarning =
  /** More orders than people reached, both in the middle. */
  | { readonly code: 'orders_above_reach'; readonly orders: number; readonly reach: number }
  /** Impressions a person over the plan. */
  | { readonly code: 'impressions_a_person'; readonly value: number }
  /** Impressions a person a week. */
  | { readonly code: 'frequency_a_week'; readonly line: string; readonly value: number }
  /** Revenue over spend, in the middle. */
  | { readonly code: 'return_hard_to_believe'; readonly value: number; readonly most: number }
  /** What a line spends a day while it is on, below what its platform takes; `source` says so. */
  | {
      readonly code: 'below_least_spend';
      readonly line: string;
      readonly platform: Platform;
      readonly value: number;
      readonly min: number;
      readonly source: string;
    }
  /** Lines whose results a week, in the middle, are too few for their platforms to learn from. */
  | {
      readonly code: 'learning';
      readonly lines: readonly { readonly line: string; readonly value: number }[];
      readonly min: number;
      readonly sources: readonly string[];
    }
  /** A rate as typed, outside of everything that was published for the platform. */
  | {
      readonly code: 'rate_outside_published';
      readonly line: string;
      readonly rate: 'ctr' | 'view_rate' | 'cvr';
      readonly value: number;
      readonly low: number;
      readonly high: number;
    };

/** What a run says beside figures. */
export interface Advice {
  readonly verdict: Verdict;
  readonly break_even: readonly BreakEven[];
  readonly test: TestAdvice | null;
  /** Of the scenario and of the figures, each once. */
  readonly warnings: readonly (ScenarioWarning | FigureWarning)[];
}
