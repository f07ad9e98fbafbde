import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Priced, PricingRequest } from '../pricing/priced.js';
import type { PlanStore } from './plan-store.js';

declare global {
  /** The figures that the page shows, for tests and the curious. */
  var huniPriced: Priced | undefined;
}

/** Futures while something moves: few enough to keep up with a hand. */
const DRAWS_WHILE_MOVING = 4096;

/** Whatever prices: a worker of the page's, or of a file's. */
export type Pricer = (request: PricingRequest, signal: AbortSignal) => Promise<Priced>;

export interface PricingStore {
  readonly priced: ReadonlySignal<Priced | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<unknown>;
  close(): void;
}

/**
 * Keeps the figures of an open plan up to date: few futures while a slider moves, the file's own number at rest. One
 * request at a time; what changed meanwhile is priced next, and nothing in between. One at rest gives way to what comes after it.
 */
export function followPricing(store: PlanStore, price: Pricer): PricingStore {
  const priced = signal<Priced | null>(null);
  const busy = signal(false);
  const failure = signal<unknown>(null);
  let wanted: PricingRequest | null = null;
  let going: { readonly atRest: boolean; readonly controller: AbortController } | null = null;
  let closed = false;

  const work = async (): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    while (wanted !== null && !closed) {
      const request: PricingRequest = wanted;
      const controller = new AbortController();
      wanted = null;
      going = { atRest: request.draws === null, controller };
      try {
        const figures = await price(request, controller.signal);
        if (!closed) {
          priced.value = figures;
          // For whoever looks from the outside: the figures that the page shows, as they are.
          globalThis.huniPriced = figures;
        }
        failure.value = null;
      } catch (error) {
        if (!controller.signal.aborted) failure.value = error;
      }
    }
    going = null;
    busy.value = false;
  };

  const stop = effect(() => {
    const scenario = store.scenario.value;
    const plan = store.plan.value;
    const moving = store.moving.value;
    if (scenario === '') return;
    const budgets = plan.lines.map(({ id, budget }) => moving.get(id) ?? budget);
    wanted = { scenario, budgets, draws: moving.size === 0 ? null : Math.min(DRAWS_WHILE_MOVING, plan.draws) };
    if (going?.atRest === true) going.controller.abort();
    void work();
  });
  return {
    priced,
    busy,
    failure,
    close: () => {
      closed = true;
      going?.controller.abort();
      stop();
    },
  };
}
