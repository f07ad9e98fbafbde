import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMinorUnits } from '../../src/units/money.js';
import { FULL } from '../sample.js';
import { valid } from './helpers.js';

const plan = (lines: readonly string[], rules = '', budget = '1000', currency = 'USD') =>
  `currency: ${currency}\nhorizon: 10 days\nbudget: ${budget}\nlines:\n${lines.map((line) => `  - { ${line} }\n`).join('')}${rules === '' ? '' : `rules: ${rules}\n`}`;
const budgetsOf = async (text: string) => (await valid(text)).lines.map(({ budget }) => budget);

const AWARE = 'platform: tiktok, stage: awareness';
const AWARE2 = 'platform: facebook, stage: awareness';
const CONSIDER = 'platform: tiktok, stage: consideration';
const CONVERT = 'platform: tiktok, stage: conversion';

describe('lines without a budget', () => {
  // 75 % above, the rest 1 : 2 (field practice in the design pages).
  it('share as practice does', async () => {
    expect(await budgetsOf(plan([AWARE, CONSIDER, CONVERT]))).toEqual([750, 83.33, 166.67]);
    expect(await budgetsOf(plan([AWARE, AWARE2, CONVERT]))).toEqual([375, 375, 250]);
    expect(await budgetsOf(plan([CONSIDER, CONVERT]))).toEqual([333.33, 666.67]);
    expect(await budgetsOf(plan([CONVERT]))).toEqual([1000]);
  });

  it('share as the rules say', async () => {
    expect(await budgetsOf(plan([AWARE, CONSIDER, CONVERT], '{ prospecting: 40-60%, retargeting: 1:4 }'))).toEqual([
      500, 100, 400,
    ]);
    expect(await budgetsOf(plan([AWARE, CONSIDER, CONVERT], '{ stages: { conversion: { max: 30% } } }'))).toEqual([
      // 15 % for conversion, its rule's middle; 85 % as 75 : 8.33.
      765, 85, 150,
    ]);
  });

  it('get what the given ones leave of their stage', async () => {
    expect(await budgetsOf(plan([`${AWARE}, budget: 500`, AWARE2, CONVERT]))).toEqual([500, 250, 250]);
    expect(await budgetsOf(plan([`${AWARE}, budget: 900`, CONSIDER, CONVERT]))).toEqual([900, 33.33, 66.67]);
    expect(await budgetsOf(plan([`${AWARE}, budget: 1000`, CONVERT]))).toEqual([1000, 0]);
  });

  it('keep to the bounds of lines and platforms', async () => {
    expect(await budgetsOf(plan([AWARE, AWARE2, CONVERT], '{ lines: { facebook/awareness: { max: 100 } } }'))).toEqual([
      650, 100, 250,
    ]);
    expect(await budgetsOf(plan([AWARE, AWARE2, CONVERT], '{ lines: { tiktok/conversion: { fixed: 400 } } }'))).toEqual(
      [300, 300, 400],
    );
    expect(
      await budgetsOf(plan([AWARE, AWARE2, CONVERT], '{ lines: { tiktok/conversion: { min_daily: 30 } } }')),
    ).toEqual([350, 350, 300]);
    const [tiktok = 0, facebook = 0, conversion = 0] = await budgetsOf(
      plan([AWARE, AWARE2, CONVERT], '{ platforms: { tiktok: { max: 40% } } }'),
    );
    expect(tiktok + conversion).toBeCloseTo(400, 1);
    expect(facebook).toBeCloseTo(600, 1);
    expect(conversion).toBe(250);
  });

  it('sum to the budget to the smallest unit, whatever is given', async () => {
    const currency = fc.constantFrom('USD', 'JPY', 'KWD');
    const stages = fc.uniqueArray(fc.constantFrom('awareness', 'consideration', 'conversion', 'loyalty', 'advocacy'), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(
        currency,
        stages,
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 6 }),
        async (code, names, units, count) => {
          const digits = { USD: 2, JPY: 0, KWD: 3 }[code] ?? 2;
          const budget = (units / 10 ** digits).toFixed(digits);
          const lines = names.flatMap((stage) =>
            Array.from({ length: count }, (_, k) => `platform: x, stage: ${stage}, segment: s${k}, cpm: 3`),
          );
          const budgets = await budgetsOf(plan(lines, '', budget, code));
          expect(budgets.reduce((sum, value) => sum + toMinorUnits(value, code), 0)).toBe(units);
          expect(Math.min(...budgets)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: FULL ? 100 : 40 },
    );
  });
});
