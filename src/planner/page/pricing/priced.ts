import type { Band } from '../../../forecast/details.js';
import type { ShownFigures } from '../../../forecast/shown-figures.js';

/** A plan priced, as far as it was asked for: at rest, all that the command line says. */
export interface Priced {
  readonly figures: ShownFigures | null;
  /** Profit by the end of each period; of a plan without a value of orders, what it counts. */
  readonly course: readonly Band[] | null;
  /** How long pricing took beside the page. */
  readonly milliseconds: number;
}

/**
 * What is priced of a plan: of so many futures the figures that are read first, or how profit adds up; or everything, by the scenario's own
 * number of futures.
 */
export type Wanted =
  | { readonly kind: 'figures'; readonly draws: number }
  /** `aside`: beside figures that are wanted first. */
  | { readonly kind: 'course'; readonly draws: number; readonly aside?: boolean }
  | { readonly kind: 'everything' };

/** What is priced: a scenario, and budgets that differ from it while a slider moves. */
export interface PricingRequest {
  /** As the server encoded it, base64. */
  readonly scenario: string;
  /** In the scenario's line order; `null` takes its own. */
  readonly budgets: readonly number[] | null;
  readonly wanted: Wanted;
}
