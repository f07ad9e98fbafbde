import { describe, expect, it } from 'vitest';
import { campaignSeries } from '../../../src/calibrate/fit/daily.js';
import { fitOrderValue } from '../../../src/calibrate/fit/order-value.js';
import { mean } from '../../../src/distributions/index.js';
import { dailyRows, type Row } from '../support.js';

const fitted = (rows: readonly (Partial<Row> & Pick<Row, 'day'>)[], until: number) =>
  fitOrderValue(campaignSeries(dailyRows(rows.map((row) => ({ spend: 1, impressions: 100, ...row })))), until);

describe('what an order is worth', () => {
  it('is a ratio of sums over days that have both revenue and orders, with the error of such a ratio', () => {
    const found = fitted(
      [
        { day: 1, revenue: 100, conversions: 2 },
        { day: 2, revenue: 130, conversions: 3 },
        { day: 3, conversions: 50 },
        { day: 4, revenue: 900 },
      ],
      4,
    )!;
    expect(found.orders).toBe(5);
    expect(mean(found.distribution)).toBeCloseTo(46, 10);
    // Departures of 8 either way from 46 an order, on two days: √(128 · 2 / 1) of 230; and 0.05 for the months to come.
    expect(found.distribution).toMatchObject({ family: 'lognormal' });
    const { sigma } = found.distribution as { readonly sigma: number };
    expect(sigma).toBeCloseTo(Math.hypot(Math.sqrt(256) / 230, 0.05), 12);
  });

  it('goes by the last thirteen weeks where these have fifty orders, by all days where they have not', () => {
    const before = { day: 0, revenue: 1000, conversions: 10 };
    const at = (conversions: number) => fitted([before, { day: 91, revenue: 20 * conversions, conversions }], 91)!;
    expect(mean(at(50).distribution)).toBeCloseTo(20, 10);
    expect(at(50).orders).toBe(50);
    expect(mean(at(49).distribution)).toBeCloseTo((1000 + 980) / 59, 10);
    // Day 0 is 91 days before the last one: just outside.
    expect(
      fitted(
        [
          { ...before, day: 1 },
          { day: 91, revenue: 1000, conversions: 50 },
        ],
        91,
      )!.orders,
    ).toBe(60);
  });

  it('is not known without revenue or without orders', () => {
    expect(fitted([{ day: 1, conversions: 3 }], 1)).toBeNull();
    expect(fitted([{ day: 1, revenue: 0, conversions: 3 }], 1)).toBeNull();
    expect(fitted([{ day: 1, revenue: 10, conversions: 0 }], 1)).toBeNull();
  });
});
