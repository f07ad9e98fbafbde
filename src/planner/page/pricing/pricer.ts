import { type Remote, wrap } from 'comlink';
import type { PricingService } from './price-scenario.js';
import type { Priced, PricingRequest } from './priced.js';

let service: Remote<PricingService> | null = null;
let asked = 0;

/** Starts what prices, and what it needs, before there is a plan to be priced. */
export function startPricing(): Remote<PricingService> {
  service ??= wrap<PricingService>(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pricing' }),
  );
  return service;
}

/** Prices a plan beside the page, on all cores, by the same kernel and the same code as the command line. */
export async function price(request: PricingRequest, signal: AbortSignal): Promise<Priced> {
  const { price: priceThere, stop } = startPricing();
  const number = asked++;
  const onAbort = (): void => void stop(number);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await priceThere(number, request);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
