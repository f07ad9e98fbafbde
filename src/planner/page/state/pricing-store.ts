import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Band } from '../../../forecast/details.js';
import type { ShownFigures } from '../../../forecast/shown-figures.js';
import type { PricingRequest, Wanted } from '../pricing/priced.js';
import { createCourseLane } from './course-lane.js';
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
  /** Profit by the end of each period, or what is counted: follows the figures while something moves. */
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
  const pricing = signal(false);
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
      pricing.value = now;
    },
    onFailure: (now) => {
      failure.value = now;
    },
  });
  const courses = createCourseLane(price, {
    onCourse: (bands) => {
      course.value = bands;
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
    const figures = ask({ kind: 'figures', draws });
    if (moving.size > 0) {
      queue.want([figures]);
      courses.want(ask({ kind: 'course', draws, aside: true }));
      return;
    }
    courses.stop();
    const everything = ask({ kind: 'everything' });
    queue.want(priced.peek() === null ? [figures, ask({ kind: 'course', draws }), everything] : [everything]);
  });
  return {
    priced,
    course,
    // Figures that follow a hand come before they could be waited for: that they are on their way is said at rest.
    busy: computed(() => pricing.value && store.moving.value.size === 0),
    failure,
    close: () => {
      queue.close();
      courses.stop();
      stop();
    },
  };
}
