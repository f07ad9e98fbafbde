import { expose, transfer } from 'comlink';
import { decode } from '../../../engine/codec.js';
import { createInlineEngine } from '../../../engine/inline.js';
import { openSession } from '../../../engine/session.js';
import type { Engine } from '../../../engine/types.js';
import { decisionGiven, planResult } from '../../../forecast/plan-result.js';
import { priceForReport } from '../../../forecast/price-plan.js';

import type { Scenario } from '../../../scenario/types.js';
import type { Priced, PricingRequest } from './priced.js';
import { provideKernels } from './web-kernel.js';

/** Bytes of the kernels, fetched once. */
async function begin(): Promise<Engine> {
  await provideKernels();
  return createInlineEngine();
}
const engine = begin();
let known: { readonly encoded: string; readonly scenario: Scenario } | null = null;

const pricingWorker = {
  /** The plan given, at these budgets and draws: figure for figure what `huni run --no-optimize --json` says of it. */
  async price({ scenario: encoded, budgets, draws }: PricingRequest): Promise<Priced> {
    if (known?.encoded !== encoded) known = { encoded, scenario: decode(bytesOf(encoded)) as Scenario };
    const given = known.scenario;
    const scenario: Scenario = {
      ...given,
      draws: draws ?? given.draws,
      lines:
        budgets === null ? given.lines : given.lines.map((line, k) => ({ ...line, budget: budgets[k] ?? line.budget })),
    };
    const session = await openSession(scenario, { engine: await engine });
    try {
      const decision = decisionGiven(scenario);
      const figures = await priceForReport(session, scenario, decision);
      const plan = await planResult(session, scenario, decision, figures);
      const profit = figures.details.profit.slice();
      const { cumulativeProfit, cumulativeOrders } = figures.details;
      return transfer({ draws: scenario.draws, plan, profit, cumulativeProfit, cumulativeOrders }, [profit.buffer]);
    } finally {
      await session.close();
    }
  },
};
export type PricingWorker = typeof pricingWorker;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

expose(pricingWorker);
