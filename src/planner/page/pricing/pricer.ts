import { wrap } from 'comlink';
import type { Priced, PricingRequest } from './priced.js';
import type { PricingWorker } from './worker.js';

let worker: ReturnType<typeof wrap<PricingWorker>> | null = null;

/** Prices a plan beside the page, by the same kernel and the same code as the command line. */
export function price(request: PricingRequest): Promise<Priced> {
  worker ??= wrap<PricingWorker>(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pricing' }),
  );
  return worker.price(request);
}
