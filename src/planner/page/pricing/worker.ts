import { expose, transfer } from 'comlink';
import { createInlineEngine } from '../../../engine/inline.js';
import type { Engine } from '../../../engine/types.js';
import { createPricing } from './price-scenario.js';
import type { Priced, PricingRequest } from './priced.js';
import { provideKernels } from './web-kernel.js';

async function begin(): Promise<Engine> {
  await provideKernels();
  return createInlineEngine();
}
const price = createPricing(begin());

const pricingWorker = {
  async price(request: PricingRequest): Promise<Priced> {
    const priced = await price(request);
    return transfer(priced, [priced.profit.buffer]);
  },
};
export type PricingWorker = typeof pricingWorker;

expose(pricingWorker);
