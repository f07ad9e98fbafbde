import { type Remote, wrap } from 'comlink';
import type { Priced, PricingRequest } from './priced.js';

let service: Remote<PagePricing> | null = null;
let asked = 0;
/** What the worker has got already: a scenario is a long text, and a slider asks of the same one again and again. */
let sent: string | null = null;
/** Those who wait for an answer: notified where there will be none. */
const waiting = new Set<(reason: Error) => void>();

/** As `PricingService`; `null`: the scenario that was asked of before. */
export interface PagePricing {
  price(number: number, request: Omit<PricingRequest, 'scenario'>, scenario: string | null): Promise<Priced>;
  stop(number: number): void;
}

/** Starts what prices, and what it needs, before there is a plan to be priced. */
export function startPricing(): Remote<PagePricing> {
  if (service === null) {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pricing' });
    const own = wrap<PagePricing>(worker);
    service = own;
    // What it was asked would never be answered; the next figures are another worker's.
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      if (service === own) {
        service = null;
        sent = null;
      }
      for (const reject of waiting) reject(new Error(message || 'the figures could not be priced'));
      waiting.clear();
    });
  }
  return service;
}

/** Prices a plan beside the page, on all cores, by the same kernel and the same code as the command line. */
export async function price(request: PricingRequest, signal: AbortSignal): Promise<Priced> {
  const { price: priceThere, stop } = startPricing();
  const number = asked++;
  const onAbort = (): void => void stop(number);
  signal.addEventListener('abort', onAbort, { once: true });
  let onBroken: (reason: Error) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    onBroken = reject;
  });
  waiting.add(onBroken);
  try {
    const { scenario, ...plan } = request;
    const known = scenario === sent;
    sent = scenario;
    return await Promise.race([priceThere(number, plan, known ? null : scenario), broken]);
  } finally {
    waiting.delete(onBroken);
    signal.removeEventListener('abort', onAbort);
  }
}
