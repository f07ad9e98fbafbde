import type { Scenario } from '../scenario/types.js';
import type { Conflict } from './conflict.js';
import type { OptimizerReport, RuleOutcome, RulePrice } from './report.js';
import type { RoundedPlan } from './round.js';
import type { Decision, PlanEvaluator } from './types.js';

interface OptimizerProgress {
  readonly phase: 'coarse' | 'fit' | 'fresh' | 'prices';
}

export interface OptimizeRequest {
  readonly scenario: Scenario;
  readonly evaluator: PlanEvaluator;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: OptimizerProgress) => void) | undefined;
  /** Left out or true: every rule's price, which re-solves once for each rule that binds. */
  readonly prices?: boolean | undefined;
  /** How flat the optimum is, and other plans as good: some hundred evaluations more. */
  readonly trust?: boolean | undefined;
  /**
   * Called with the plan as soon as it is known, before rules are priced; not where numbers of posts are chosen, since of
   * several plans the best is known last.
   */
  readonly onDecision?: ((decision: Decision) => void) | undefined;
}

export type OptimizeResult =
  | {
      readonly ok: true;
      /** In whole smallest units of the currency. */
      readonly decision: Decision;
      readonly report: OptimizerReport;
      readonly prices: readonly RulePrice[];
      /** For each rule that costs something, the best plan found without it. */
      readonly without: ReadonlyMap<string, Decision>;
      /** Of the plan returned, on the fresh draws. */
      readonly rules: readonly RuleOutcome[];
      /** Rules that whole currency units can't meet exactly. */
      readonly missed: RoundedPlan['missed'];
    }
  | { readonly ok: false; readonly conflict: Conflict };
