import type { ShownFigures } from '../../../forecast/shown-figures.js';

/** A plan priced: what the page shows of it; at rest, all that the command line says. */
export interface Priced extends ShownFigures {
  /** How long pricing took beside the page. */
  readonly milliseconds: number;
}

/** What is priced: a scenario, and budgets that differ from it while a slider moves. */
export interface PricingRequest {
  /** As the server encoded it, base64. */
  readonly scenario: string;
  /** In the scenario's line order; `null` takes its own. */
  readonly budgets: readonly number[] | null;
  /** So many futures, and of the figures those in view; `null`: everything, by the scenario's own number. */
  readonly draws: number | null;
}
