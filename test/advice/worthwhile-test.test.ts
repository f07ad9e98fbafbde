import { describe, expect, it } from 'vitest';
import { worthwhileTest } from '../../src/advice/worthwhile-test.js';
import { openStream, streamKey } from '../../src/sampling/pseudo-random.js';

const DRAWS = 16_384;
/** Conversions a unit of money: gamma with this shape and rate, so that the posterior after a count is known. */
const SHAPE = 2;
const RATE = 40;
const BUDGET = 2000;
const WORTH = 20;
const PERIODS = 8;

/** Gamma draws of shape 2: the sum of two exponentials. */
function conversionsPerUnit(): Float64Array {
  const random = openStream(streamKey('conjugate', 'draws', 'rate'), 0);
  const uniform = (): number => ((random() >>> 0) + 0.5) / 2 ** 32;
  return Float64Array.from({ length: DRAWS }, () => -(Math.log(uniform()) + Math.log(uniform())) / RATE);
}

/** By conjugacy: after n conversions for `spend` the rate is gamma (shape + n, rate + spend), and n is negative binomial. */
function exactValue(cost: number, f: number): number {
  const spend = f * BUDGET;
  const gain = (shape: number, rate: number): number => (WORTH * BUDGET * shape) / rate - cost;
  const p = RATE / (RATE + spend);
  let chance = p ** SHAPE;
  let after = 0;
  for (let n = 0; n < 20_000; n++) {
    after += chance * Math.max(0, gain(SHAPE + n, RATE + spend));
    chance *= ((SHAPE + n) / (n + 1)) * (1 - p);
  }
  const mean = gain(SHAPE, RATE);
  return f * mean + (1 - f) * after - Math.max(0, mean);
}

function testOf(cost: number, amountOf = (periods: number): number => (BUDGET * periods) / PERIODS) {
  const rates = conversionsPerUnit();
  return worthwhileTest({
    seed: 'conjugate',
    horizon: { periods: PERIODS, periodDays: 7 },
    given: new Float64Array(DRAWS),
    best: rates.map((rate) => WORTH * BUDGET * rate - cost),
    lines: [
      {
        id: 'tiktok/awareness',
        raised: BUDGET,
        budget: BUDGET,
        spend: new Float64Array(DRAWS).fill(BUDGET),
        impressions: new Float64Array(DRAWS).fill(400_000),
        conversions: rates.map((rate) => BUDGET * rate),
        counts: 'conversions',
      },
    ],
    amountOf: (_, periods) => amountOf(periods),
  });
}

describe('the value of a test', () => {
  it.each([2300, 1700])('is that of the conjugate posterior, by size, where the move costs %d', async (cost) => {
    const { test } = await testOf(cost);
    expect(test!.sizes.map(({ days }) => days)).toEqual([7, 14, 21, 28]);
    for (const { days, value, se } of test!.sizes) {
      const exact = exactValue(cost, days / (7 * PERIODS));
      expect(se).toBeGreaterThan(0);
      expect(Math.abs(value - exact)).toBeLessThan(4 * se);
    }
    expect(test!.value).toBe(Math.max(...test!.sizes.map(({ value }) => value)));
  });

  it('is that of the amount that is told, where this is not what the plan spends by then', async () => {
    const { test } = await testOf(2300, (periods) => 300 * periods);
    expect(test!.sizes.map(({ amount }) => amount)).toEqual([300, 600, 900, 1200]);
    for (const { amount, value, se } of test!.sizes)
      expect(Math.abs(value - exactValue(2300, amount / BUDGET))).toBeLessThan(4 * se);
    const { p50 } = test!.outcomes.conversions;
    expect(Math.abs(p50 - (test!.amount * 1.68) / RATE)).toBeLessThan(2);
  });

  it('decides by the cost per conversion at which the move just pays', async () => {
    const cost = 2300;
    const { test } = await testOf(cost);
    const spend = test!.amount;
    // The border of the posterior mean: n at which WORTH · BUDGET (SHAPE + n) / (RATE + spend) is the cost.
    const border = (cost * (RATE + spend)) / (WORTH * BUDGET) - SHAPE;
    expect(test!.rule.scale_below / (spend / border)).toBeGreaterThan(0.85);
    expect(test!.rule.scale_below / (spend / border)).toBeLessThan(1.15);
    expect(test!.wrong).toBeLessThan(0.5);
  });

  it('is nothing where the answer would change nothing', async () => {
    expect((await testOf(-1e6)).test).toBeNull();
    expect((await testOf(1e6)).test).toBeNull();
  });
});
