import type { Band } from '../../../forecast/details.js';
import type { PlanResult } from '../../../forecast/result.js';

/** A plan priced: what the page shows of it. */
export interface Priced {
  readonly draws: number;
  readonly plan: PlanResult;
  /** Profit, future by future. */
  readonly profit: Float64Array;
  readonly cumulativeProfit: readonly Band[];
  readonly cumulativeOrders: readonly Band[];
}

/** What is priced: a scenario, and budgets that differ from it while a slider moves. */
export interface PricingRequest {
  /** As the server encoded it, base64. */
  readonly scenario: string;
  /** In the scenario's line order; `null` takes its own. */
  readonly budgets: readonly number[] | null;
  /** `null`: the scenario's own. */
  readonly draws: number | null;
}
