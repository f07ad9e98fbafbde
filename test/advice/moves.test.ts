import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesBetween } from '../../src/advice/moves.js';
import { stepBelow, typedBudgets } from '../../src/forecast/typed-plan.js';
import { scenarioOf } from '../forecast/support.js';

const line = (id: string, budget: number) => ({ id, budget, share: 0, daily: 0 });

describe('steps that people type', () => {
  it('are 1, 2 or 5 times a power of ten, not above the amount', () => {
    const amounts = [75.5, 182, 60, 10, 9.99, 0.07, 5, 49.9];
    expect(amounts.map((amount) => stepBelow(amount))).toEqual([50, 100, 50, 10, 5, 0.05, 5, 20]);
  });

  it('keep the budget to the cent, switch off whole, and leave what hardly moves', async () => {
    const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 1000.5
economics: { order_value: 40, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 600.25 }
  - { platform: tiktok, stage: awareness, budget: 300.25 }
  - { platform: facebook, stage: awareness, budget: 100 }
`);
    const given = Float64Array.of(600.25, 300.25, 100);
    // 600.25 → 903.3 is 303.05 more: 300 in steps of 10; the rest of the line switched off goes along.
    expect(Array.from(typedBudgets(given, Float64Array.of(903.3, 1.1, 96.1), 10, scenario)!)).toEqual([900.5, 0, 100]);
    // Less than half a step each.
    expect(Array.from(typedBudgets(given, Float64Array.of(604, 297.5, 99), 10, scenario)!)).toEqual(Array.from(given));
    fc.assert(
      fc.property(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), fc.constantFrom(1, 2, 5, 10), (w, step) => {
        const sum = w[0] + w[1] + w[2];
        if (sum === 0) return;
        const best = Float64Array.from(w, (x) => Math.round((x / sum) * 100_050) / 100);
        best[0] = Math.round((1000.5 - best[1]! - best[2]!) * 100) / 100;
        const typed = typedBudgets(given, best, step, scenario);
        if (typed === null) return;
        expect(typed.reduce((total, x) => total + Math.round(100 * x), 0)).toBe(100_050);
        for (const [l, x] of typed.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          // What is left over after whole steps, and a step for each line's rounding.
          expect(Math.abs(x - best[l]!)).toBeLessThanOrEqual(3 * step);
        }
      }),
    );
  });
});

it('of a plan under way leave what is spent, and give a line nothing more rather than next to nothing', async () => {
  const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 1000
economics: { order_value: 40, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 500 }
  - { platform: tiktok, stage: awareness, budget: 300 }
  - { platform: facebook, stage: awareness, budget: 200 }
`);
  const blank = { impressions: [], clicks: [], conversions: [] };
  const underWay = {
    ...scenario,
    inFlight: {
      periods: 1,
      days: 8,
      tracking: 1,
      drift: null,
      dispersion: null,
      learned: null,
      lines: [
        { ...blank, spend: [120], running: 20 },
        { ...blank, spend: [60], running: 9.4 },
        { ...blank, spend: [30.1], running: 19.7 },
      ],
    },
  };
  const given = Float64Array.of(500, 300, 200);
  // 74.9 is three steps below 200 and half a step above what is spent: 0.2 would be left for three weeks.
  const typed = typedBudgets(given, Float64Array.of(855, 70.1, 74.9), 50, underWay)!;
  expect(Array.from(typed)).toEqual([880.8, 69.4, 49.8]);
  fc.assert(
    fc.property(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), fc.constantFrom(5, 10, 20, 50), (w, step) => {
      const spent = [140, 69.4, 49.8];
      const sum = w[0] + w[1] + w[2] + 1;
      const best = Float64Array.from(w, (x, l) => spent[l]! + Math.round((x / sum) * 74_000) / 100);
      best[0] = Math.round(100 * (1000 - best[1]! - best[2]!)) / 100;
      const budgets = typedBudgets(given, best, step, underWay);
      if (budgets === null) return;
      expect(budgets.reduce((total, x) => total + Math.round(100 * x), 0)).toBe(100_000);
      const more = Array.from(budgets, (x, l) => Math.round(100 * (x - spent[l]!)) / 100);
      // One line takes what whole steps leave over.
      expect(more.filter((x) => x !== 0 && x < step / 2).length).toBeLessThanOrEqual(1);
      expect(Math.min(...more)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('moves pair what is taken with what is added, largest with largest, and add up', async () => {
  const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 600
economics: { order_value: 40, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 300 }
  - { platform: tiktok, stage: awareness, budget: 200 }
  - { platform: facebook, stage: awareness, budget: 100 }
`);
  expect(
    movesBetween(
      scenario,
      [line('a', 300), line('b', 200), line('c', 100)],
      [line('a', 100), line('b', 150), line('c', 350)],
    ),
  ).toEqual([
    { from: 'a', to: 'c', amount: 200 },
    { from: 'b', to: 'c', amount: 50 },
  ]);
});
