import { describe, expect, it } from 'vitest';
import { DAILY_FIELDS, type DailyField, type DailyRows } from '../../../src/calibrate/fit/daily.js';
import { rowsUntil, spanOf } from '../../../src/forecast/backtest/history.js';

const days = [3, 1, 2, 5, 4];
const rows: DailyRows = {
  campaigns: [],
  campaign: Int32Array.from(days, () => 0),
  day: Int32Array.from(days),
  ...(Object.fromEntries(DAILY_FIELDS.map((field) => [field, Float64Array.from(days)])) as Record<
    DailyField,
    Float64Array
  >),
};

describe('rows as of a day', () => {
  it('are those of that day and before it, and none after it', () => {
    const known = rowsUntil(rows, 3);
    expect([...known.day]).toEqual([3, 1, 2]);
    for (const field of DAILY_FIELDS) expect([...known[field]]).toEqual([3, 1, 2]);
  });

  it('span from the first day with spend to the last', () => {
    expect(spanOf({ ...rows, spend: Float64Array.from([1, 0, 2, 0, 3]) })).toEqual([2, 4]);
  });
});
