import type { PlanFunction } from '../scenario/expressions/types.js';

/** A plan as numbers: line budgets in currency units (scenario's line order) and creative shares (proven, experiment, moonshot). */
export interface Decision {
  readonly budgets: Float64Array;
  readonly creative: Float64Array;
  /** What the lines spend in each period, in currency, `[line * periods + t]`; left out: their budgets by their flighting. */
  readonly byPeriod?: Float64Array | undefined;
  /**
   * Numbers of posts in the scenario's order of sources (a creator's over the horizon, the brand's own a period); left out:
   * those of the plan given. Between two whole numbers of a creator's posts everything is their mean by distance.
   */
  readonly posts?: Float64Array | undefined;
  /**
   * Daily spend at which each line's price was seen (section 11), in currency, in the scenario's line order; NaN, or left out: the
   * program's own. Plans that differ in their budgets alone share one program, and its draws, by this.
   */
  readonly pressureAt?: Float64Array | undefined;
}

/** Per-draw values and gradients of some functions of the plan on a fixed set of draws (common random numbers). */
export interface Evaluation {
  readonly draws: number;
  /** `values[f][draw]`. */
  readonly values: readonly Float64Array[];
  /** `gradients[f][variable * draws + draw]`; variables are the line budgets (for a line with free flighting its spend in each period), then the three creative shares and the numbers of posts that are to be chosen. */
  readonly gradients: readonly Float64Array[];
}

/** Fixed sets of draws that a plan can be evaluated on. `coarse` is a small set for multi-start, `fit` the one optimised on, `fresh` never optimised on. */
export type DrawSet = 'coarse' | 'fit' | 'fresh';

/** What the optimiser asks of the engine. Same arguments, same bytes. Where an expression has no value in a draw (0/0) it is NaN, with gradient 0. */
export interface PlanEvaluator {
  evaluate(
    decision: Decision,
    functions: readonly PlanFunction[],
    set: DrawSet,
    options?: { readonly gradients?: boolean; readonly signal?: AbortSignal },
  ): Promise<Evaluation>;
}
