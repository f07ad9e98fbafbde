import { type Remote, wrap } from 'comlink';
import type { Priced, PricingRequest } from './priced.js';

let service: Remote<PagePricing> | null = null;
let asked = 0;
/** What the worker has got already: a scenario is a long text, and a slider asks of the same one again and again. */
let sent: string | null = null;

/** As `PricingService`; `null`: the scenario that was asked of before. */
export interface PagePricing {
  price(number: number, request: Omit<PricingRequest, 'scenario'>, scenario: string | null): Promise<Priced>;
  stop(number: number): void;
}

/** Starts what prices, and what it needs, before there is a plan to be priced. */
export function startPricing(): Remote<PagePricing> {
  service ??= wrap<PagePricing>(
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
    const { scenario, ...plan } = request;
    const known = scenario === sent;
    sent = scenario;
    return await priceThere(number, plan, known ? null : scenario);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
