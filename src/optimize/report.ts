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

export interface AlternativePlan {
  readonly lines: readonly { readonly id: string; readonly budget: number }[];
  /** Share of the budget that lies elsewhere than in the best plan. */
  readonly moved: number;
  /** On the fresh draws. */
  readonly objective: number;
}

export interface OptimizerReport {
  /**
   * `optimal`: certified by its KKT residual, and by the goal's being concave or a bound on all plans; `local`: certified as an
   * optimum among its neighbours, the best of several; `kept`: nothing better than the plan given was found.
   */
  readonly status: 'optimal' | 'local' | 'stalled' | 'kept' | 'infeasible';
  /** On fresh draws, in the goal's unit. */
  readonly objective: number;
  /** Objective of the plan given on the same fresh draws. */
  readonly objective_given: number;
  readonly kkt: number;
  readonly starts: number;
  /** How many of the starts were searched from to the end, and by how much what they came to differs, in the goal's unit. */
  readonly searches?: number;
  readonly spread?: number;
  /** Only where asked for: what each line may have, in currency, while the goal stays within 1 % of its best value. */
  readonly flat?: readonly { readonly line: string; readonly min: number; readonly max: number }[];
  /** Only where asked for: plans within 1 %, as different from the best one and from each other as could be found. */
  readonly alternatives?: readonly AlternativePlan[];
  /** Objective on the draws it was fitted to, minus the objective on fresh draws. */
  readonly optimism: number;
}
