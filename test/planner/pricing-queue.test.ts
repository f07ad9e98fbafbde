import { describe, expect, it } from 'vitest';
import type { Priced, PricingRequest } from '../../src/planner/page/pricing/priced.js';
import { createPricingQueue } from '../../src/planner/page/state/pricing-queue.js';
import { required } from '../../src/required.js';

/** A pricer that answers when it is told to, and what the page sees of it. */
function watched() {
  const begun: {
    request: PricingRequest;
    signal: AbortSignal;
    answer(): Promise<void>;
    fail(error: Error): Promise<void>;
  }[] = [];
  const shown: (readonly number[] | null)[] = [];
  const failures: unknown[] = [];
  const busy: boolean[] = [];
  // What follows from an answer has happened.
  const settled = async (): Promise<void> => {
    for (let k = 0; k < 10; k++) await Promise.resolve();
  };
  const queue = createPricingQueue(
    (request, signal) =>
      new Promise((resolve, reject) => {
        begun.push({
          request,
          signal,
          answer: () => {
            resolve(answerOf(request));
            return settled();
          },
          fail: (error) => {
            reject(error);
            return settled();
          },
        });
      }),
    {
      onPriced: ({ course, figures }) => shown.push(required(course ?? figures) as unknown as readonly number[]),
      onBusy: (now) => busy.push(now),
      onFailure: (failure) => failures.push(failure),
    },
  );
  return { queue, begun, shown, failures, busy };
}

/** Budgets stand for what comes of them. */
function answerOf({ budgets, wanted }: PricingRequest): Priced {
  const come = budgets as unknown as NonNullable<Priced['figures']> & NonNullable<Priced['course']>;
  return {
    figures: wanted.kind === 'course' ? null : come,
    course: wanted.kind === 'figures' ? null : come,
    milliseconds: 0,
  };
}

const asking =
  (wanted: PricingRequest['wanted']) =>
  (budget: number, scenario = 'plan'): PricingRequest => ({ scenario, budgets: [budget], wanted });
const moving = asking({ kind: 'figures', draws: 4096 });
const course = asking({ kind: 'course', draws: 4096 });
const atRest = asking({ kind: 'everything' });
const kinds = (begun: readonly { readonly request: PricingRequest }[]): string[] =>
  begun.map(({ request }) => request.wanted.kind);

describe('what is priced while a slider moves', () => {
  it('is the newest plan only: two pricings of a hundred moves that come while one goes on', async () => {
    const { queue, begun, shown, busy } = watched();
    for (let k = 0; k < 100; k++) queue.want([moving(k)]);
    expect(begun.map(({ request }) => request.budgets)).toEqual([[0]]);
    await begun[0]!.answer();
    expect(begun.map(({ request }) => request.budgets)).toEqual([[0], [99]]);
    await begun[1]!.answer();
    expect(begun).toHaveLength(2);
    expect(shown).toEqual([[0], [99]]);
    expect(busy).toEqual([true, false]);
  });

  it('is finished, so that a hand that never rests sees figures; what is priced at rest gives way', async () => {
    const { queue, begun, shown } = watched();
    queue.want([moving(1)]);
    queue.want([moving(2)]);
    expect(begun[0]!.signal.aborted).toBe(false);
    await begun[0]!.answer();
    await begun[1]!.answer();
    queue.want([atRest(2)]);
    queue.want([moving(3)]);
    expect(begun[2]!.signal.aborted).toBe(true);
    // Even where it was through before it heard of that.
    await begun[2]!.answer();
    await begun[3]!.answer();
    expect(shown).toEqual([[1], [2], [3]]);
  });

  it('begins with few futures and goes on to all of them, unless something moves in between', async () => {
    const { queue, begun } = watched();
    queue.want([moving(1), atRest(1)]);
    await begun[0]!.answer();
    expect(kinds(begun)).toEqual(['figures', 'everything']);
    queue.want([moving(2)]);
    await begun[1]!.answer();
    await begun[2]!.answer();
    expect(kinds(begun)).toEqual(['figures', 'everything', 'figures']);
  });

  it('is its course after its figures, before there is anything in view; that gives way to a hand that moves', async () => {
    const { queue, begun, shown } = watched();
    queue.want([moving(1), course(1), atRest(1)]);
    await begun[0]!.answer();
    queue.want([moving(2)]);
    expect(begun[1]!.signal.aborted).toBe(true);
    await begun[1]!.answer();
    await begun[2]!.answer();
    expect(kinds(begun)).toEqual(['figures', 'course', 'figures']);
    expect(shown).toEqual([[1], [2]]);
  });

  it('is not shown once the plan is another text', async () => {
    const { queue, begun, shown } = watched();
    queue.want([moving(1, 'before')]);
    queue.want([atRest(2, 'after')]);
    await begun[0]!.answer();
    expect(shown).toEqual([]);
    await begun[1]!.answer();
    expect(shown).toEqual([[2]]);
  });

  it('is not shown once the page is closed, and nothing more is priced', async () => {
    const { queue, begun, shown } = watched();
    queue.want([moving(1)]);
    queue.want([moving(2)]);
    queue.close();
    await begun[0]!.answer();
    queue.want([moving(3)]);
    expect(begun).toHaveLength(1);
    expect(shown).toEqual([]);
  });

  it('is told where it failed, until something is priced again; what was stopped has not failed', async () => {
    const { queue, begun, failures } = watched();
    const broken = new Error('broken');
    queue.want([moving(1)]);
    await begun[0]!.fail(broken);
    expect(failures).toEqual([broken]);
    queue.want([atRest(2)]);
    queue.want([moving(3)]);
    await begun[1]!.fail(new Error('stopped'));
    expect(failures).toEqual([broken]);
    await begun[2]!.answer();
    expect(failures).toEqual([broken, null]);
  });
});
