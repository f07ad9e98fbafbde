import { type Remote, wrap } from 'comlink';
import type { PricingService } from './price-scenario.js';
import type { Priced, PricingRequest } from './priced.js';

let service: Remote<PricingService> | null = null;
let asked = 0;

/** Prices a plan beside the page, on all cores, by the same kernel and the same code as the command line. */
export async function price(request: PricingRequest, signal: AbortSignal): Promise<Priced> {
  service ??= wrap<PricingService>(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pricing' }),
  );
  const { price: priceThere, stop } = service;
  const number = asked++;
  const onAbort = (): void => void stop(number);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await priceThere(number, request);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
