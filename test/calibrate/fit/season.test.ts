import { describe, expect, it } from 'vitest';
import { campaignSeries, dayNumber } from '../../../src/calibrate/fit/daily.js';
import { fitSeason } from '../../../src/calibrate/fit/season.js';
import { dailyRows } from '../support.js';

/** One row a month of a year, at prices of which only January's has another logarithm than 0. */
const year = (campaign: string, of: number, months: readonly number[], january: number) =>
  months.map((month) => ({
    campaign,
    day: dayNumber(`${of}-${String(month).padStart(2, '0')}-15`),
    spend: month === 1 ? Math.exp(january) : 1,
    impressions: 1,
  }));
const ALL = Array.from({ length: 12 }, (_, k) => k + 1);

describe('months of which not every year has all', () => {
  it('are shrunk about their common mean by the noise of as many years as each has', () => {
    const dear = 0.6;
    const rows = [
      ...year('one', 2023, ALL, dear),
      ...year('two', 2024, ALL, dear),
      // Begins in March: its other months are all at its level.
      ...year('three', 2025, ALL.slice(2), dear),
    ];
    const { month, monthYears } = fitSeason(campaignSeries(dailyRows(rows)));
    expect(monthYears).toBe(3);
    // By hand: of January and February two differences each, of the others two of -1/12 and one of 0, in units of `dear`.
    const means = ALL.map((k) => (k === 1 ? 11 / 12 : k === 2 ? -1 / 12 : -1 / 18));
    const within = (10 * (2 * (1 / 36) ** 2 + (1 / 18) ** 2)) / (34 - 12);
    const noise = ALL.map((k) => within / (k <= 2 ? 2 : 3));
    const grand = means.reduce((sum, x) => sum + x, 0) / 12;
    const spread = means.reduce((sum, x) => sum + (x - grand) ** 2, 0) / 11;
    const between = spread - noise.reduce((sum, x) => sum + x, 0) / 12;
    means.forEach((x, k) => {
      expect(month[k]!).toBeCloseTo((dear * (x - grand) * between) / (between + noise[k]!), 10);
    });
  });

  it('are no season where a month has too few years, or a year too few months', () => {
    const rows = [...year('one', 2023, ALL, 1), ...year('two', 2024, ALL.slice(3), 1)];
    expect(fitSeason(campaignSeries(dailyRows(rows)))).toMatchObject({ month: ALL.map(() => 0), monthYears: 0 });
  });
});
