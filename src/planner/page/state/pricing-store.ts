import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Priced, PricingRequest } from '../pricing/priced.js';
import type { PlanStore } from './plan-store.js';

declare global {
  /** The figures that the page shows, for tests and the curious. */
  var huniPriced: Priced | undefined;
}

/** Futures while something moves: few enough to keep up with a hand. */
export const DRAWS_WHILE_MOVING = 4096;

/** Whatever prices: a worker of the page's, or of a file's. */
export type Pricer = (request: PricingRequest) => Promise<Priced>;

export interface PricingStore {
  readonly priced: ReadonlySignal<Priced | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<unknown>;
  close(): void;
}

/**
 * Keeps the figures of an open plan up to date: few futures while a slider moves, the file's own number at rest. One
 * request at a time; what changed meanwhile is priced next, and nothing in between.
 */
export function followPricing(store: PlanStore, price: Pricer): PricingStore {
  const priced = signal<Priced | null>(null);
  const busy = signal(false);
  const failure = signal<unknown>(null);
  let wanted: (() => Promise<Priced | null>) | null = null;
  let closed = false;

  const work = async (): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    while (wanted !== null && !closed) {
      const next = wanted;
      wanted = null;
      try {
        const figures = await next();
        if (figures !== null && !closed) {
          priced.value = figures;
          // For whoever looks from the outside: the figures that the page shows, as they are.
          globalThis.huniPriced = figures;
        }
        failure.value = null;
      } catch (error) {
        failure.value = error;
      }
    }
    busy.value = false;
  };

  const stop = effect(() => {
    const scenario = store.scenario.value;
    const plan = store.plan.value;
    const moving = store.moving.value;
    if (scenario === '') return;
    const budgets = plan.lines.map(({ id, budget }) => moving.get(id) ?? budget);
    wanted = () =>
      price({ scenario, budgets, draws: moving.size === 0 ? null : Math.min(DRAWS_WHILE_MOVING, plan.draws) });
    void work();
  });
  return {
    priced,
    busy,
    failure,
    close: () => {
      closed = true;
      stop();
    },
  };
}
