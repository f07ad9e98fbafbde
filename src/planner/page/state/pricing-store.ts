import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Band } from '../../../forecast/details.js';
import type { ShownFigures } from '../../../forecast/shown-figures.js';
import type { PricingRequest, Wanted } from '../pricing/priced.js';
import type { PlanStore } from './plan-store.js';
import { createPricingQueue, type Pricer } from './pricing-queue.js';

export type { Pricer } from './pricing-queue.js';

declare global {
  /** The figures that the page shows, for tests and the curious. */
  var huniPriced: (ShownFigures & { readonly milliseconds: number }) | undefined;
}

/** Futures while something moves: few enough to keep up with a hand. */
const DRAWS_WHILE_MOVING = 4096;

export interface PricingStore {
  readonly priced: ReadonlySignal<ShownFigures | null>;
  /** Profit by the end of each period: follows the figures while something moves. */
  readonly course: ReadonlySignal<readonly Band[] | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<unknown>;
  close(): void;
}

/**
 * Keeps the figures of an open plan up to date: few futures while a slider moves, and for the first figures of all, those first that
 * are read first; the file's own number at rest.
 */
export function followPricing(store: PlanStore, price: Pricer): PricingStore {
  const priced = signal<ShownFigures | null>(null);
  const course = signal<readonly Band[] | null>(null);
  const busy = signal(false);
  const failure = signal<unknown>(null);
  const queue = createPricingQueue(price, {
    onPriced: ({ figures, course: bands, milliseconds }) =>
      batch(() => {
        if (bands !== null) course.value = bands;
        if (figures === null) return;
        priced.value = figures;
        // For whoever looks from the outside: the figures that the page shows, as they are.
        globalThis.huniPriced = { ...figures, milliseconds };
      }),
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
    const draws = Math.min(DRAWS_WHILE_MOVING, plan.draws);
    const ask = (wanted: Wanted): PricingRequest => ({ scenario, budgets, wanted });
    const few = [ask({ kind: 'figures', draws }), ask({ kind: 'course', draws })];
    const everything = ask({ kind: 'everything' });
    queue.want(moving.size > 0 ? few : priced.peek() === null ? [...few, everything] : [everything]);
  });
  return {
    priced,
    course,
    busy,
    failure,
    close: () => {
      queue.close();
      stop();
    },
  };
}
