import { describe, expect, it } from 'vitest';
import { compareTotals } from '../../../src/calibrate/read/totals.js';
import type { ExportTotals } from '../../../src/calibrate/types.js';

const money = (value: number, currency: string | null = 'USD') => ({
  currency,
  exact: String(value),
  rounded: value.toFixed(2),
  value,
  rows: 3,
});
const sums = (spend: readonly number[], impressions?: number): ExportTotals => ({
  spend: spend.map((value, k) => money(value, ['USD', 'EUR'][k])),
  revenue: [],
  counts: impressions === undefined ? {} : { impressions },
});
const total = (row: number, spend: number, impressions = Number.NaN) => ({ row, spend, impressions });
const found = (given: Parameters<typeof compareTotals>[0], totals: ExportTotals) =>
  compareTotals(given, totals).map(({ code, row }) => [code, row]);

describe("the file's own totals", () => {
  it('agree by the first that is the sum to half a cent', () => {
    expect(found([total(5, 40), total(9, 100.004), total(11, 100)], sums([100]))).toEqual([['total-agrees', 9]]);
    expect(found([total(9, 100.007)], sums([100]))).toEqual([['total-differs', 9]]);
  });

  it('differ by the largest, of several as large by the first', () => {
    expect(found([total(5, 40), total(9, 70), total(12, 70)], sums([100]))).toEqual([['total-differs', 9]]);
    expect(
      found([total(5, Number.NaN, 30), total(9, Number.NaN, 60), total(12, Number.NaN, 60)], sums([], 90)),
    ).toEqual([['total-differs', 9]]);
  });

  it('go by impressions where spend is of several currencies or has no total', () => {
    expect(found([total(5, 100, 2000)], sums([60, 40], 2000))).toEqual([['total-agrees', 5]]);
    expect(found([total(5, 0, 2000), total(7, 0, 1000)], sums([100], 1000))).toEqual([['total-agrees', 7]]);
  });

  it('say nothing where there is none, or nothing to hold it against', () => {
    expect(found([], sums([100], 1000))).toEqual([]);
    expect(found([total(5, 0, 0)], sums([100], 1000))).toEqual([]);
    expect(found([total(5, 0, 1000)], sums([100]))).toEqual([]);
  });
});
