/** What the optimiser says of a plan's rules and of its own search; part of a result as it stands. */

export interface RuleOutcome {
  readonly rule: string;
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly holds: boolean;
}

export interface RulePrice {
  readonly rule: string;
  /** Gain of the objective per unit of slack: per currency unit for amounts, per share point (0.01) for shares. */
  readonly multiplier: number;
  /** The objective re-solved without the rule, on the report's draws; `null` where there is no such plan. */
  readonly without: number | null;
  /**
   * What keeping the rule costs in the goal's figure on the report's draws: the best plan without it less the plan, draw by
   * draw. Left out where the rule costs nothing.
   */
  readonly cost?: { readonly mean: number; readonly p5: number; readonly p95: number };
  /** By how much keeping the rule raises the mean of the goal's worst share of draws (below 0: lowers it). */
  readonly tail?: number;
}

export interface OptimizerReport {
  /** `optimal`: certified by its KKT residual; `kept`: nothing better than the plan given was found. */
  readonly status: 'optimal' | 'stalled' | 'kept' | 'infeasible';
  /** On fresh draws, in the goal's unit. */
  readonly objective: number;
  /** Objective of the plan given on the same fresh draws. */
  readonly objective_given: number;
  readonly kkt: number;
  readonly starts: number;
  /** Objective on the draws it was fitted to, minus the objective on fresh draws. */
  readonly optimism: number;
}
