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
