import type { OptimizerReport } from '../../optimize/report.js';
import type { Sampler } from '../../sampling/types.js';
import type { ChosenPosts } from '../chosen-posts.js';

export type FrontierKind = 'risk' | 'budget';

/** A figure over the report's draws. */
export interface FigureBand {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A plan that keeps every rule. */
export interface FrontierPlan {
  readonly lines: readonly { readonly id: string; readonly budget: number }[];
  /** Of creators whose number of posts was left to be chosen. */
  readonly posts?: readonly ChosenPosts[];
  /** What the lines sum to, in currency. */
  readonly spend: number;
  readonly profit: FigureBand;
  readonly orders: FigureBand;
  /** What the goal counts, of a plan whose orders are worth nothing known; left out where that is orders. */
  readonly counted?: FigureBand;
  /** The goal's mean, and the mean of its worst share of draws (`goal.tail` here: a tenth, unless the file gives it). */
  readonly mean: number;
  readonly cvar: number;
  readonly status: OptimizerReport['status'];
}

export interface RiskPoint extends FrontierPlan {
  /** The w of `E − w (E − CVaR)` that the plan is best for; `null` for the plan given. */
  readonly risk_aversion: number | null;
}

export interface BudgetPoint {
  readonly budget: number;
  /** `null` where no plan of this budget keeps the rules. */
  readonly plan: FrontierPlan | null;
  /** Rules in the way there. */
  readonly conflict: readonly string[];
  /** Profit of the next currency unit, between the point before and this one, draw by draw; `null` at the first. */
  readonly marginal: FigureBand | null;
}

/** Where a target starts or ceases to be met. */
export interface TargetBudget {
  readonly target: string;
  /** `largest`, `smallest`: budget that meets it; `all`, `none` in the range looked at. */
  readonly kind: 'largest' | 'smallest' | 'all' | 'none';
  readonly budget: number | null;
  /** Monte Carlo standard error of that budget; `null` where it isn't known. */
  readonly se: number | null;
  /** From it to the nearest budget tried that is on the other side of the border; `null` where there is no border. */
  readonly gap: number | null;
  /** Share of draws that meet it there (or the KPI's mean, for a target on the mean). */
  readonly value: number | null;
  /** Budgets looked at. */
  readonly from: number;
  readonly to: number;
}

export interface Frontier {
  readonly format: 'huni.frontier/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly draws: number;
    readonly sampler: Sampler;
  };
  readonly goal: { readonly maximize: string; readonly tail: number };
  readonly by: FrontierKind;
  readonly risk?: readonly RiskPoint[];
  readonly budget?: {
    readonly points: readonly BudgetPoint[];
    /**
     * Spend beyond which the next currency unit no longer pays: for the goal's expected value, and for the goal itself with
     * its weight on the worst futures; `null`: it pays up to the largest budget.
     */
    readonly stops: { readonly expected: number | null; readonly goal: number | null };
  };
  readonly target?: TargetBudget;
}
