import { describe, expect, it } from 'vitest';
import { DAILY_FIELDS, type DailyField, type DailyRows } from '../../../src/calibrate/fit/daily.js';
import { History, originDays, rowsUntil, spanOf } from '../../../src/forecast/backtest/history.js';
import { dailyRows } from '../../calibrate/support.js';

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

describe('what came by line and day', () => {
  const none = Number.NaN;
  const history = new History(
    dailyRows([
      { day: 12, spend: 4, impressions: 40, clicks: 4 },
      { day: 10, spend: 1, impressions: 10, clicks: 0 },
      { day: 11, spend: 0, impressions: 7, clicks: 1 },
      { day: 10, campaign: 'two', spend: 2, impressions: 20, clicks: none },
      { day: 12, platform: 'tiktok', spend: 8, impressions: none, clicks: 2 },
      { day: 13, platform: 'tiktok', spend: none, impressions: 5, clicks: -1 },
    ]),
  );
  const [facebook, tiktok] = ['facebook/awareness', 'tiktok/awareness'] as const;

  it("is a line's spend by period from the day after an origin", () => {
    expect(history.spend(facebook, 9, 1, 3)).toEqual([3, 0, 4]);
    expect(history.spend(facebook, 8, 2, 2)).toEqual([3, 4]);
    expect(history.spend(facebook, 10, 1, 1)).toEqual([0]);
    expect(history.spend('x/awareness', 9, 1, 2)).toEqual([0, 0]);
  });

  it('is the sum of what was counted after one day and up to another, and nothing where nothing was', () => {
    expect(history.total([facebook], 'impressions', 9, 12)).toBe(77);
    expect(history.total([facebook], 'impressions', 10, 11)).toBe(7);
    expect(history.total([facebook, tiktok], 'clicks', 9, 13)).toBe(7);
    expect(history.total([tiktok], 'impressions', 9, 12)).toBeNull();
    expect(history.total([facebook], 'conversions', 0, 99)).toBeNull();
  });

  it('is in order of days, without those on which nothing was spent or a line lacks the outcome', () => {
    expect(history.days([facebook], 'impressions')).toEqual([
      { day: 10, spend: 3, value: 30 },
      { day: 12, spend: 4, value: 40 },
    ]);
    expect(history.days([facebook, tiktok], 'impressions')).toEqual([{ day: 10, spend: 3, value: 30 }]);
    expect(history.days([facebook, tiktok], 'clicks')).toEqual([
      { day: 10, spend: 3, value: 0 },
      { day: 12, spend: 12, value: 6 },
    ]);
  });
});
