import { decode } from '../../../engine/codec.js';
import { openSession } from '../../../engine/session.js';
import type { Engine } from '../../../engine/types.js';
import { decisionGiven, planResult } from '../../../forecast/plan-result.js';
import { priceForReport } from '../../../forecast/price-plan.js';
import type { Scenario } from '../../../scenario/types.js';
import { withBudgets } from '../../../scenario/with-budgets.js';
import type { Priced, PricingRequest } from './priced.js';

/**
 * Prices plans of one scenario after another on an engine: the plan given, at other budgets and draws where these are asked for.
 * Byte for byte what `huni run --no-optimize --json` says of a file with those budgets.
 */
function createPricing(engine: Promise<Engine>): (request: PricingRequest, signal: AbortSignal) => Promise<Priced> {
  let known: { readonly encoded: string; readonly scenario: Scenario } | null = null;
  return async ({ scenario: encoded, budgets, draws }, signal) => {
    if (known?.encoded !== encoded) known = { encoded, scenario: decode(bytesOf(encoded)) as Scenario };
    const moved = budgets === null ? known.scenario : withBudgets(known.scenario, budgets);
    const scenario: Scenario = draws === null ? moved : { ...moved, draws };
    const session = await openSession(scenario, { engine: await engine, signal });
    try {
      const decision = decisionGiven(scenario);
      const figures = await priceForReport(session, scenario, decision);
      const plan = await planResult(session, scenario, decision, figures);
      const { cumulativeProfit, cumulativeOrders } = figures.details;
      return {
        draws: scenario.draws,
        plan,
        // A copy: the draws are handed over, and the engine may keep its own.
        profit: figures.details.profit.slice(),
        cumulativeProfit,
        cumulativeOrders,
      };
    } finally {
      await session.close();
    }
  };
}

/** The pricing that a worker does for its page: each under a number by which the page may stop it. */
export interface PricingService {
  price(number: number, request: PricingRequest): Promise<Priced>;
  stop(number: number): void;
}

/** @param engine runs what is priced */
export function createPricingService(engine: Promise<Engine>): PricingService {
  const price = createPricing(engine);
  const going = new Map<number, AbortController>();
  return {
    async price(number, request) {
      const controller = new AbortController();
      going.set(number, controller);
      try {
        return await price(request, controller.signal);
      } finally {
        going.delete(number);
      }
    },
    stop: (number) => going.get(number)?.abort(new Error('stopped')),
  };
}

/** Bytes of base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
