import { describe, expect, it } from 'vitest';
import { testAmount } from '../../src/advice/test-amount.js';
import { scenarioOf } from '../forecast/support.js';

/** Two lines of one plan over ten weeks, at an even pace. */
async function planOf(first: number, second: number, { currency = 'GBP', minDaily = '' } = {}) {
  const rules = minDaily === '' ? '' : `rules: { lines: { ${minDaily} } }`;
  const scenario = await scenarioOf(`
currency: ${currency}
horizon: 10 weeks
budget: ${first + second}
economics: { order_value: 60, margin: 50% }
lines:
  - { platform: tiktok, stage: awareness, budget: ${first}, audience: 200k, cpm: 4 to 8 }
  - { platform: facebook, stage: conversion, budget: ${second}, audience: 60k, cpm: 6 to 9 }
${rules}
`);
  return { ...scenario, budgets: [first, second] };
}

describe("a test's amount", () => {
  it.each([
    [34_170, 1, 3400],
    [34_170, 3, 10_500],
    [96_000, 1, 9600],
    [7_777_777, 2, 1_550_000],
    [123.45, 1, 12.5],
  ])('of a line with %d in %d of ten weeks is as people write it', async (budget, weeks, amount) => {
    expect(testAmount(await planOf(budget, 1000), 0, weeks)).toBe(amount);
  });

  it('is in whole units where the currency has no smaller ones', async () => {
    expect(testAmount(await planOf(1234, 1000, { currency: 'JPY' }), 0, 1)).toBe(125);
    expect(testAmount(await planOf(57, 1000, { currency: 'JPY' }), 0, 1)).toBe(6);
  });

  it("doesn't break a daily minimum by its step: not of the line that is watched, nor of one that goes along", async () => {
    const amount = async (minDaily: string) => testAmount(await planOf(34_170, 1000, { minDaily }), 0, 1);
    // 3,417 a week is 488.14 a day, 3,400 is 485.71; with 3,500 the weeks after have 486.83, with 3,450 487.62.
    expect(await amount('tiktok/awareness: { min_daily: 487 }')).toBe(3450);
    // 1,000 in ten weeks are 14.286 a day: 14.215 in the test where that has 3,400 of 34,170, and 14.284 with 3,420.
    expect(await amount('facebook/conversion: { min_daily: 14.21 }')).toBe(3400);
    expect(await amount('facebook/conversion: { min_daily: 14.28 }')).toBe(3420);
    // Where an even pace breaks it, there is nothing to keep.
    expect(await amount('facebook/conversion: { min_daily: 20 }')).toBe(3400);
  });
});
