import { add, defineStep, type Expression, multiply, type Step, subtract } from '../../kernel/index.js';

/** How many rows are added up by one call. */
export const ADDENDS = 8;

const known = new Map<string, Step>();

function once(key: string, make: () => Step): Step {
  const step = known.get(key) ?? make();
  known.set(key, step);
  return step;
}

const namesOf = (count: number): string[] => Array.from({ length: count }, (_, k) => `row ${k}`);

/** Adds so many rows to a sum. */
export function sumStep(count: number): Step {
  return once(`sum ${count}`, () =>
    defineStep({ name: `sum of ${count}`, reads: namesOf(count) }, (values) => {
      const rows = Object.values(values) as Expression[];
      return { adds: { sum: add(...rows) } };
    }),
  );
}

/** Section 6's recording delay: of what is unrecorded the share θ stays so for another period. */
export function delayStep(count: number): Step {
  return once(`delay ${count}`, () =>
    defineStep(
      { name: `recording of ${count}`, inputs: ['theta'], reads: namesOf(count), states: ['pending'] },
      (values) => {
        const slots = values as unknown as { readonly [name: string]: Expression };
        const unrecorded = add(slots.pending, ...namesOf(count).map((name) => slots[name]));
        return { states: { pending: multiply(unrecorded, slots.theta) } };
      },
    ),
  );
}

/** What of a period's orders, and of earlier ones, is recorded in it: the share 1 − θ. */
export const recordStep = defineStep(
  { name: 'orders recorded', inputs: ['theta'], reads: ['orders'], states: ['pending'] },
  ({ theta, orders, pending }) => {
    const unrecorded = add(pending, orders);
    const later = multiply(unrecorded, theta);
    return { states: { pending: later }, writes: { recorded: subtract(unrecorded, later) } };
  },
);
