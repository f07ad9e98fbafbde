import { describe, expect, it } from 'vitest';
import { campaignSeries } from '../../../src/calibrate/fit/daily.js';
import { besideLevel, fitPressure, logPressure, logPriceAt } from '../../../src/calibrate/fit/pressure.js';
import { dailyRows } from '../support.js';

/** Weeks of level spend whose price goes with a power of it; `noise` is a week's part of ln price. */
function weeks(count: number, elasticity: number, noise: (week: number) => number = () => 0) {
  const rows = Array.from({ length: 7 * count }, (_, day) => {
    const week = Math.floor(day / 7);
    // Up and down by turns of three weeks, so that changes over one and over two weeks are of both signs.
    const spend = 100 * Math.exp(0.5 * Math.sin((2 * Math.PI * week) / 3 + week / 7));
    const price = 0.01 * spend ** elasticity * Math.exp(noise(week));
    return { day, spend, impressions: spend / price };
  });
  return campaignSeries(dailyRows(rows));
}

describe('price that answers to spend', () => {
  it('has the power by which it goes, twice that as ε, and half of it at the pace', () => {
    const found = fitPressure(weeks(20, 0.3), [0], { periodDays: 7, horizonDays: 56, pace: 100 })!;
    // Fourteen days are two weeks: of twenty weeks eighteen have one two weeks before.
    expect(found.changes).toBe(18);
    expect(found.elasticity).toBeCloseTo(0.3, 6);
    expect(found.mean).toBeCloseTo(0.6, 6);
    expect(found.at).toBeCloseTo(100, 4);
    expect(logPressure(100, found)).toBe(0);
    // Half of ε: what price does by a small change of spend at the pace.
    expect(logPressure(101, found) - logPressure(99, found)).toBeCloseTo(0.3 * Math.log(101 / 99), 6);
    expect(logPriceAt(found)).toBeCloseTo(logPressure(found.at, found), 12);
  });

  it('is compared over half of a short plan, and over one period at least', () => {
    const changes = (periodDays: number, horizonDays: number) =>
      fitPressure(weeks(20, 0.3), [0], { periodDays, horizonDays, pace: 100 })!.changes;
    expect(changes(7, 14)).toBe(19);
    expect(changes(7, 400)).toBe(18);
    expect(changes(28 / 4, 7)).toBe(19);
  });

  it('stands between what changes show and what campaigns of several sizes did, by what each of them knows', () => {
    const noise = (week: number): number => 0.2 * Math.sin(2.4 * week);
    const series = weeks(20, 0.3, noise);
    const options = { periodDays: 7, horizonDays: 28, pace: 100 };
    // One posterior draw after another at 0.5, in doubt by 0.15: a precision of 44.4. The same by hand from the weeks.
    const at = Array.from({ length: 20 }, (_, week) => {
      const one = series[0]!;
      const spend = one.spend.subarray(7 * week, 7 * week + 7).reduce((sum, x) => sum + x, 0);
      const impressions = one.impressions.subarray(7 * week, 7 * week + 7).reduce((sum, x) => sum + x, 0);
      return { money: spend, spend: Math.log(spend), price: Math.log(spend / impressions) };
    });
    // The week in which the mean unit of money was spent; a change counts by the lesser of its weeks over that, at most once.
    const usual = at.reduce((sum, { money }) => sum + money ** 2, 0) / at.reduce((sum, { money }) => sum + money, 0);
    const changes = at.slice(2).map((now, k) => {
      const before = at[k]!;
      const weight = Math.min(1, now.money / usual, before.money / usual);
      return [now.spend - before.spend, now.price - before.price, weight] as const;
    });
    const xx = changes.reduce((sum, [x, , weight]) => sum + weight * x * x, 0);
    const slope = changes.reduce((sum, [x, y, weight]) => sum + weight * x * y, 0) / xx;
    const residual = changes.reduce((sum, [x, y, weight]) => sum + weight * (y - slope * x) ** 2, 0) / 17;
    const [known, prior] = [xx / residual, 1 / 0.15 ** 2];
    const elasticity = (prior * 0.5 + known * slope) / (prior + known);
    const found = fitPressure(series, [0.5, 0.5], options)!;
    expect(found.changes).toBe(18);
    expect(found.elasticity).toBeCloseTo(elasticity, 8);
  });

  it('is no wider known than the price at the pace may be by it, and never wider than a fifth', () => {
    // Four weeks show no changes: what campaigns of several sizes did stands, in doubt by 0.15.
    const options = { periodDays: 7, horizonDays: 28, pace: 100 };
    const steep = fitPressure(weeks(4, 0.3), [0.7, 0.7], options)!;
    // ε can't be 1.4: at 0.9 it has the power 0.7 at the pace where `at` is 2/7 of that.
    expect([steep.mean, steep.at]).toEqual([0.9, expect.closeTo((100 * 2) / 7, 9)]);
    // Widths add up there to 0.03 of ln price.
    expect(Math.abs(logPriceAt({ ...steep, mean: steep.sd }))).toBeCloseTo(0.03, 9);
    const plain = fitPressure(weeks(4, 0.3), [0.3, 0.3], options)!;
    expect([plain.mean, plain.at]).toEqual([expect.closeTo(0.6, 9), expect.closeTo(100, 9)]);
    expect(plain.sd).toBe(0.2);
  });

  it('is that of the weeks in which money is spent: what next to nothing bought says little of it', () => {
    // 1,000 impressions a day come for nothing, the others cost a hundredth whatever is spent: in every fifth week, of little money, they look cheap.
    const days = Array.from({ length: 7 * 40 }, (_, day) => {
      const week = Math.floor(day / 7);
      const spend = (week % 5 === 0 ? 0.02 : 1) * (100 + 60 * Math.sin(2 * week));
      return { day, spend, impressions: 1000 + 100 * spend };
    });
    const series = campaignSeries(dailyRows(days));
    const options = { periodDays: 7, horizonDays: 28, pace: 100 };
    // In a usual week price answers by 1000 / (1000 + 100 · 100), 0.09; of all weeks alike regression makes 0.43.
    expect(fitPressure(series, [0], options)!.elasticity).toBeLessThan(0.25);
  });

  it('takes no week that the rows begin or end in for one of little spend', () => {
    // Spend up and down by a fifth, and no price but that of the week's spend: what is left of a cut week has a third of its money.
    const rows = Array.from({ length: 7 * 20 + 4 }, (_, day) => {
      const spend = 100 * Math.exp(0.2 * Math.sin((2 * Math.PI * Math.floor((day - 4) / 7)) / 3 + day / 49));
      return { day, spend, impressions: 100 * spend ** 0.5 };
    });
    const options = { periodDays: 7, horizonDays: 28, pace: 100 };
    for (const [from, to] of [
      [0, rows.length],
      [4, rows.length],
      [2, rows.length - 3],
    ] as const) {
      const found = fitPressure(campaignSeries(dailyRows(rows.slice(from, to))), [0.5], options)!;
      expect(found.changes, `days ${from} to ${to}`).toBe(Math.floor((to - from) / 7) - 2);
      expect(found.elasticity, `days ${from} to ${to}`).toBeCloseTo(0.5, 2);
    }
  });

  it('is not known of spend that never moved, of few weeks, nor without a pace', () => {
    const options = { periodDays: 7, horizonDays: 56, pace: 100 };
    expect(fitPressure(weeks(20, 0), [0], options)).toBeNull();
    // Eleven changes of thirteen weeks tell nothing, twelve of fourteen do.
    expect(fitPressure(weeks(13, 0.3), [0], options)).toBeNull();
    expect(fitPressure(weeks(14, 0.3), [0], options)!.changes).toBe(12);
    expect(fitPressure(weeks(20, 0.3), [0], { ...options, pace: 0 })).toBeNull();
  });

  it('stays below 1: an answer of more than half is one of less at a lower spend', () => {
    const found = fitPressure(weeks(20, 0.6), [0], { periodDays: 7, horizonDays: 56, pace: 100 })!;
    expect(found.mean).toBe(0.9);
    expect(found.elasticity).toBeCloseTo(0.6, 6);
    // η at the pace: ε / (1 + at / pace).
    expect(found.mean / (1 + found.at / found.pace)).toBeCloseTo(0.6, 6);
  });
});

describe('a level beside an answer that is in doubt', () => {
  const pressure = { mean: 0.9, sd: 0.05, at: 20, pace: 100, elasticity: 0.75, changes: 30 };
  // Of ln price at the pace ε = 1 is ln((20 + 100) / 40).
  const lever = Math.log(3);

  it('is as wide at the pace, with what isn’t known of the answer, as it was seen to be', () => {
    const { level, pressure: told } = besideLevel(pressure, 0.2);
    expect(told).toEqual(pressure);
    expect(level ** 2 + (0.05 * lever) ** 2).toBeCloseTo(0.2 ** 2, 12);
  });

  it('has half of that width’s variance at least, where the answer would take more', () => {
    const { level, pressure: told } = besideLevel(pressure, 0.04);
    expect(level ** 2).toBeCloseTo(0.5 * 0.04 ** 2, 12);
    expect((told!.sd * lever) ** 2).toBeCloseTo(0.5 * 0.04 ** 2, 12);
    expect(told!.mean).toBe(0.9);
  });

  it('has all of it where there is no answer, or one that is measured at the pace', () => {
    expect(besideLevel(null, 0.2)).toEqual({ pressure: null, level: 0.2 });
    expect(besideLevel({ ...pressure, at: 100 }, 0.2).level).toBe(0.2);
  });
});
