import { describe, expect, it } from 'vitest';
import { type CountedKpi, countChances } from '../../../src/model/kpi/count-chances.js';
import type { Comparison } from '../../../src/scenario/types.js';

/** A plan of one future: two orders are expected, at 4 of revenue and 3 of margin each. */
const EXPECTED: Readonly<Record<string, number>> = {
  orders: 2,
  conversions: 2,
  new: 2,
  repeat: 2,
  referred: 2,
  brand_orders: 2,
  revenue: 8,
  gross_margin: 6,
  spend: 10,
  cost: 6,
  ltv: 9,
};
const chanceOf = (kpi: CountedKpi, comparison: Comparison, threshold: number, changes = {}): number =>
  countChances(
    kpi,
    (name) => Float64Array.of({ ...EXPECTED, ...changes }[name] ?? Number.NaN),
    comparison,
    threshold,
  )[0]!;

/** P(N ≤ k) of Poisson numbers with mean 2: e⁻² Σ 2ⁱ / i!. */
const atMost = (k: number): number =>
  Math.exp(-2) * [1, 2, 2, 4 / 3, 2 / 3].slice(0, k + 1).reduce((sum, one) => sum + one, 0);

describe('the chance that a figure of whole orders meets a bound', () => {
  it.each([
    ['>=', 2, 1 - atMost(1)],
    ['>', 2, 1 - atMost(2)],
    ['<=', 2, atMost(2)],
    ['<', 2, atMost(1)],
    ['>=', 1.5, 1 - atMost(1)],
    ['<', 1.5, atMost(1)],
    ['>=', 0, 1],
  ] as const)("of orders %s %d is Poisson's", (comparison, threshold, chance) => {
    for (const kpi of ['orders', 'conversions', 'new', 'repeat', 'referred', 'brand_orders'] as const)
      expect(chanceOf(kpi, comparison, threshold)).toBeCloseTo(chance, 12);
  });

  it.each([
    // 10 / N ≤ 4: three orders at least; 10 / N at 5: two of them, or more where it has to be below.
    ['<=', 4, 1 - atMost(2)],
    ['<', 4, 1 - atMost(2)],
    ['<=', 5, 1 - atMost(1)],
    ['<', 5, 1 - atMost(2)],
    // At least 5: one or two orders, and none at all is no cost.
    ['>=', 5, atMost(2) - atMost(0)],
    ['>', 5, atMost(1) - atMost(0)],
    ['<=', 20, 1 - atMost(0)],
    ['<', 20, 1 - atMost(0)],
    ['>=', 20, 0],
    ['>', 20, 0],
    ['>=', 0, 1 - atMost(0)],
    ['<=', 0, 0],
  ] as const)('of a cost of each order %s %d counts futures with an order only', (comparison, threshold, chance) => {
    expect(chanceOf('cpa', comparison, threshold)).toBeCloseTo(chance, 12);
    expect(chanceOf('cac', comparison, threshold, { cost: 10 })).toBeCloseTo(chance, 12);
  });

  it.each([
    // 3 N − 6, 4 N / 10, 3 N / 6 − 1, 4 N.
    ['profit', '>=', 0, 1 - atMost(1)],
    ['profit', '>', 0, 1 - atMost(2)],
    ['profit', '<', 0, atMost(1)],
    ['roas', '>=', 0.8, 1 - atMost(1)],
    ['roas', '>', 0.8, 1 - atMost(2)],
    ['roi', '>=', 0, 1 - atMost(1)],
    ['roi', '>', 0, 1 - atMost(2)],
    ['revenue', '>=', 8, 1 - atMost(1)],
    ['gross_margin', '<=', 6, atMost(2)],
    // 9 N / 6.
    ['ltv_cac', '>=', 1.5, 1 - atMost(0)],
    ['ltv_cac', '>=', 1.6, 1 - atMost(1)],
  ] as const)('of %s %s %d goes by what each order brings', (kpi, comparison, threshold, chance) => {
    expect(chanceOf(kpi, comparison, threshold)).toBeCloseTo(chance, 12);
  });

  it('is certain or nothing where an order brings nothing', () => {
    expect(chanceOf('revenue', '>=', 0, { revenue: 0 })).toBe(1);
    expect(chanceOf('revenue', '>', 0, { revenue: 0 })).toBe(0);
    expect(chanceOf('profit', '<=', -6, { gross_margin: 0 })).toBe(1);
    expect(chanceOf('profit', '<', -6, { gross_margin: 0 })).toBe(0);
  });
});
