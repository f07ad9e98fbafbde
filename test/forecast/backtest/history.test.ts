import { describe, expect, it } from 'vitest';
import { DAILY_FIELDS, type DailyField, type DailyRows } from '../../../src/calibrate/fit/daily.js';
import { originDays, rowsUntil, spanOf } from '../../../src/forecast/backtest/history.js';

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

describe('days from which a history is looked back at', () => {
  it('lie evenly between what has to be known and a horizon before the end', () => {
    // A hundred days: four weeks are known at the first.
    expect(originDays(1000, 1099, { horizon: 28, origins: 3 })).toEqual([1027, 1049, 1071]);
    // A year and more: eight weeks.
    expect(originDays(0, 399, { horizon: 28, origins: 2 })).toEqual([55, 371]);
    expect(originDays(1000, 1099, { horizon: 28, origins: 1 })).toEqual([1071]);
  });

  it('are no more than there are days, and none of a history too short', () => {
    // Half of a fortnight is known; ten days less a horizon of three are left.
    expect(originDays(0, 13, { horizon: 3, origins: 20 })).toEqual([6, 7, 8, 9, 10]);
    expect(originDays(0, 12, { horizon: 3, origins: 20 })).toEqual([]);
    expect(originDays(0, 13, { horizon: 8, origins: 20 })).toEqual([]);
  });
});
