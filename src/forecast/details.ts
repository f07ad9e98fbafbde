import type { Scenario } from '../scenario/types.js';
import type { CreatorOutcome } from './creators.js';
import type { Result } from './result.js';
import type { WhatIf } from './what-if.js';

/** P10, P50, P90 and mean of one period (or one point of a curve). */
export interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
}

/** A plan's figures that charts need and `result.json` does not carry. */
export interface PlanDetails {
  /** Profit of every draw, in currency. */
  readonly profit: Float64Array;
  /** Cumulative orders recorded by the end of each period. */
  readonly cumulativeOrders: readonly Band[];
  /** Cumulative leads, where they are closed later (and asked for). */
  readonly cumulativeLeads: readonly Band[] | null;
  /** Cumulative profit by the end of each period. */
  readonly cumulativeProfit: readonly Band[];
}

/** What a platform's spend buys, its other lines held: all of the platform's lines scaled together. */
export interface ResponseCurve {
  readonly platform: string;
  /** Spend of the platform, and the plan's total orders (leads, where they are closed later) at that spend less those with the platform off. */
  readonly points: readonly (Band & { readonly spend: number })[];
  readonly given: number;
  readonly optimized: number | null;
}

/** Everything a report is made from. */
export interface Forecast {
  readonly scenario: Scenario;
  readonly result: Result;
  readonly details: {
    readonly given: PlanDetails;
    readonly optimized: PlanDetails | null;
    readonly responses: readonly ResponseCurve[];
    /** Of the plan followed. */
    readonly creators: readonly CreatorOutcome[];
    /** Of the plan followed; `null` where no charts were asked for, or nobody could change it by hand. */
    readonly whatIf: WhatIf | null;
  };
}
