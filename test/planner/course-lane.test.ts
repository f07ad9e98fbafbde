import { describe, expect, it } from 'vitest';
import type { Priced, PricingRequest } from '../../src/planner/page/pricing/priced.js';
import { createCourseLane } from '../../src/planner/page/state/course-lane.js';

/** A pricer that answers when it is told to, a clock that is set, and what the page sees. */
function watched() {
  let time = 1000;
  let timers: { work: () => void; at: number }[] = [];
  const begun: {
    budgets: PricingRequest['budgets'];
    signal: AbortSignal;
    answer(): Promise<void>;
    fail(): Promise<void>;
  }[] = [];
  const shown: unknown[] = [];
  const failures: unknown[] = [];
  const settled = async (): Promise<void> => {
    for (let k = 0; k < 10; k++) await Promise.resolve();
  };
  const lane = createCourseLane(
    ({ budgets }, signal) =>
      new Promise((resolve, reject) => {
        begun.push({
          budgets,
          signal,
          answer: () => {
            resolve({ figures: null, course: budgets as unknown as Priced['course'], milliseconds: 0 });
            return settled();
          },
          fail: () => {
            reject(new Error('broken'));
            return settled();
          },
        });
      }),
    { onCourse: (course) => shown.push(course), onFailure: (failure) => failures.push(failure) },
    {
      now: () => time,
      later: (work, milliseconds) => {
        const timer = { work, at: time + milliseconds };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    },
  );
  const goOn = (milliseconds: number): void => {
    time += milliseconds;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { work } of due) work();
  };
  return { lane, begun, shown, failures, goOn, settled };
}

const wanting = (budget: number): PricingRequest => ({
  scenario: 'plan',
  budgets: [budget],
  wanted: { kind: 'course', draws: 4096, aside: true },
});

describe('how profit adds up while a slider moves', () => {
  it('is priced at once where none is in view, then when the hand rests', async () => {
    const { lane, begun, shown, goOn } = watched();
    lane.want(wanting(1));
    expect(begun).toHaveLength(1);
    await begun[0]!.answer();
    for (const budget of [2, 3, 4]) {
      lane.want(wanting(budget));
      goOn(30);
    }
    expect(begun).toHaveLength(1);
    goOn(30);
    expect(begun.map(({ budgets }) => budgets)).toEqual([[1], [4]]);
    await begun[1]!.answer();
    expect(shown).toEqual([[1], [4]]);
  });

  it('follows a hand that never rests as often as it may grow old, one at a time, each finished', async () => {
    const { lane, begun, shown, goOn } = watched();
    lane.want(wanting(0));
    await begun[0]!.answer();
    for (let k = 1; k <= 20; k++) {
      goOn(30);
      lane.want(wanting(k));
    }
    // 250 ms after the first: the ninth move's.
    expect(begun.map(({ budgets }) => budgets)).toEqual([[0], [8]]);
    expect(begun[1]!.signal.aborted).toBe(false);
    await begun[1]!.answer();
    goOn(60);
    expect(begun.map(({ budgets }) => budgets)).toEqual([[0], [8], [20]]);
    await begun[2]!.answer();
    expect(shown).toEqual([[0], [8], [20]]);
  });

  it('is for nobody once the plan is at rest, or the page is closed', async () => {
    const { lane, begun, shown, goOn } = watched();
    lane.want(wanting(1));
    lane.want(wanting(2));
    lane.stop();
    expect(begun[0]!.signal.aborted).toBe(true);
    await begun[0]!.answer();
    goOn(1000);
    expect(begun).toHaveLength(1);
    expect(shown).toEqual([]);
    lane.want(wanting(3));
    await begun[1]!.answer();
    expect(shown).toEqual([[3]]);
  });

  it('is told where it failed, and the next one is priced', async () => {
    const { lane, begun, shown, failures, goOn } = watched();
    lane.want(wanting(1));
    await begun[0]!.fail();
    expect(failures).toEqual([new Error('broken')]);
    lane.want(wanting(2));
    goOn(60);
    await begun[1]!.answer();
    expect(shown).toEqual([[2]]);
  });
});
