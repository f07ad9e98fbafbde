import type { Priced, PricingRequest } from '../pricing/priced.js';

/** Whatever prices: a worker of the page's, or of a file's. */
export type Pricer = (request: PricingRequest, signal: AbortSignal) => Promise<Priced>;

/** What a queue tells whoever shows figures. */
interface PricingListener {
  onPriced(priced: Priced): void;
  onBusy(busy: boolean): void;
  /** `null`: what failed before has been priced since. */
  onFailure(failure: unknown): void;
}

interface PricingQueue {
  /** In their order: few futures to begin with, then all of them. What was wanted before and hasn't begun is forgotten. */
  want(requests: readonly PricingRequest[]): void;
  close(): void;
}

/**
 * Prices the newest plan only. One request at a time; what changed meanwhile is priced next, and nothing in between. A request
 * for the figures of few futures is finished, so that a hand that never rests sees them; one for anything else gives way to what comes
 * after it.
 * What comes back of a plan that was left behind by another text is for nobody.
 */
export function createPricingQueue(price: Pricer, listener: PricingListener): PricingQueue {
  let wanted: readonly PricingRequest[] = [];
  let going: { readonly request: PricingRequest; readonly controller: AbortController } | null = null;
  let closed = false;

  const isStale = (request: PricingRequest, signal: AbortSignal): boolean =>
    closed || signal.aborted || (wanted[0] !== undefined && wanted[0].scenario !== request.scenario);

  const work = async (): Promise<void> => {
    listener.onBusy(true);
    while (wanted[0] !== undefined && !closed) {
      const [request, ...later] = wanted;
      const controller = new AbortController();
      wanted = later;
      going = { request, controller };
      try {
        const priced = await price(request, controller.signal);
        if (!isStale(request, controller.signal)) listener.onPriced(priced);
        listener.onFailure(null);
      } catch (error) {
        if (!controller.signal.aborted) listener.onFailure(error);
      }
    }
    going = null;
    listener.onBusy(false);
  };

  return {
    want(requests) {
      if (closed) return;
      wanted = requests;
      if (going === null) void work();
      else if (going.request.wanted.kind !== 'figures') going.controller.abort();
    },
    close() {
      closed = true;
      going?.controller.abort();
    },
  };
}
