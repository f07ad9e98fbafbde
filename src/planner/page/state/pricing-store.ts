import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Priced } from '../pricing/priced.js';
import type { PlanStore } from './plan-store.js';
import { createPricingQueue, type Pricer } from './pricing-queue.js';

export type { Pricer } from './pricing-queue.js';

declare global {
  /** The figures that the page shows, for tests and the curious. */
  var huniPriced: Priced | undefined;
}

/** Futures while something moves: few enough to keep up with a hand. */
const DRAWS_WHILE_MOVING = 4096;

export interface PricingStore {
  readonly priced: ReadonlySignal<Priced | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<unknown>;
  close(): void;
}

/**
 * Keeps the figures of an open plan up to date: few futures while a slider moves, and for the first figures of all; the file's own
 * number at rest.
 */
export function followPricing(store: PlanStore, price: Pricer): PricingStore {
  const priced = signal<Priced | null>(null);
  const busy = signal(false);
  const failure = signal<unknown>(null);
  const queue = createPricingQueue(price, {
    onFigures: (figures) => {
      priced.value = figures;
      // For whoever looks from the outside: the figures that the page shows, as they are.
      globalThis.huniPriced = figures;
    },
    onBusy: (now) => {
      busy.value = now;
    },
    onFailure: (now) => {
      failure.value = now;
    },
  });
  const stop = effect(() => {
    const scenario = store.scenario.value;
    const plan = store.plan.value;
    const moving = store.moving.value;
    if (scenario === '') return;
    const budgets = plan.lines.map(({ id, budget }) => moving.get(id) ?? budget);
    const few = { scenario, budgets, draws: Math.min(DRAWS_WHILE_MOVING, plan.draws) };
    const everything = { scenario, budgets, draws: null };
    queue.want(moving.size > 0 ? [few] : priced.peek() === null ? [few, everything] : [everything]);
  });
  return {
    priced,
    busy,
    failure,
    close: () => {
      queue.close();
      stop();
    },
  };
}
