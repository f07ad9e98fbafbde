import { describe, expect, it } from 'vitest';
import { campaignSeries, dayNumber } from '../../../src/calibrate/fit/daily.js';
import { fitPrice } from '../../../src/calibrate/fit/price.js';
import { type PriceSeries, spendEffects } from '../../../src/calibrate/fit/price-data.js';
import { emptySums, filterPrice, stateMean } from '../../../src/calibrate/fit/price-filter.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { fitSeason, weekdayOf } from '../../../src/calibrate/fit/season.js';
import { cholesky, logDeterminant, solveLower } from '../../../src/numerics/cholesky.js';
import { dailyRows } from '../support.js';

const COMPONENTS = { between: 0.5, paceBetween: 0.3, drift: 0.4, persistence: 0.8, noise: 0.2 };

function series(seed: string, days: readonly number[]): PriceSeries {
  const random = randomStream(seed, 'series');
  const values = () => Float64Array.from(days, () => random.normal());
  return { day: Int32Array.from(days), y: values(), pace: values(), level: values(), centre: 0 };
}

/** V of the model, entry by entry: level and answer to pace shared by all rows, AR(1) by days apart, noise on the diagonal. */
function covariance({ day, pace }: PriceSeries): Float64Array {
  const n = day.length;
  const { between, paceBetween, drift, persistence, noise } = COMPONENTS;
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    const slow = drift ** 2 * persistence ** Math.abs(day[i]! - day[j]!);
    return between ** 2 + paceBetween ** 2 * pace[i]! * pace[j]! + slow + (i === j ? noise ** 2 : 0);
  });
}

describe('filterPrice', () => {
  // With pauses, and two rows on neighbouring days.
  const one = series('filter', [3, 4, 5, 9, 10, 30, 31, 33]);

  it('gives the determinant and the sums of the whole covariance matrix', () => {
    const n = one.day.length;
    const factor = cholesky(covariance(one), n)!;
    const columns = [one.y, new Float64Array(n).fill(1), one.pace, one.level].map((x) => solveLower(factor, x));
    const sums = emptySums();
    filterPrice(one, COMPONENTS, sums);
    expect(sums.logDeterminant).toBeCloseTo(logDeterminant(factor, n), 10);
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b <= a; b++) {
        const expected = columns[a]!.reduce((sum, x, i) => sum + x * columns[b]![i]!, 0);
        expect(sums.cross[a * 4 + b]).toBeCloseTo(expected, 9);
      }
    }
  });

  it('ends where the best linear guess of the states is', () => {
    const effects = [0.3, -0.2, 0.1];
    const n = one.day.length;
    const factor = cholesky(covariance(one), n)!;
    const left = one.y.map((y, i) => y - effects[0]! - effects[1]! * one.pace[i]! - effects[2]! * one.level[i]!);
    const solved = solveLower(factor, left);
    // Covariance of each state with the rows, times V⁻¹ (y − Xβ).
    const guess = (of: (i: number) => number) => {
      const c = solveLower(
        factor,
        Float64Array.from({ length: n }, (_, i) => of(i)),
      );
      return c.reduce((sum, x, i) => sum + x * solved[i]!, 0);
    };
    const state = stateMean(filterPrice(one, COMPONENTS, emptySums()), effects);
    expect(state[0]).toBeCloseTo(
      guess(() => 0.25),
      9,
    );
    expect(state[1]).toBeCloseTo(
      guess((i) => 0.09 * one.pace[i]!),
      9,
    );
    expect(state[2]).toBeCloseTo(
      guess((i) => 0.16 * 0.8 ** (33 - one.day[i]!)),
      9,
    );
  });
});

describe('fitPrice', () => {
  const options = { seed: 'test', draws: 300 };
  const sdOf = (values: readonly number[]) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
  };

  it('is wide and finite for one campaign on one day, and for no row at all', () => {
    for (const days of [[7], []]) {
      const fit = fitPrice([series('one', days)], { centre: 2, sd: 1 }, { ...options, name: `${days.length}` });
      const levels = fit.draws.map(({ effects, states }) => effects[0]! + states[0]![0]!);
      expect(levels.every(Number.isFinite)).toBe(true);
      const sd = sdOf(fit.draws.map(({ effects }) => effects[0]!));
      expect(sd).toBeGreaterThan(0.3);
      expect(sd).toBeLessThan(1.3);
    }
  });

  it('draws a campaign with one row to the others, and leaves one with many where its rows are', () => {
    const random = randomStream('pool', 'noise');
    const at = (level: number, n: number): PriceSeries => {
      const noise = Float64Array.from({ length: n }, () => 0.3 * random.normal());
      const mean = noise.reduce((sum, x) => sum + x, 0) / n;
      return {
        day: Int32Array.from({ length: n }, (_, i) => i),
        y: noise.map((x) => level + x - mean),
        pace: new Float64Array(n),
        level: new Float64Array(n),
        centre: 0,
      };
    };
    const others = [1, 1.1, 0.9, 1.05, 0.95].map((level) => at(level, 60));
    const levelOf = (one: PriceSeries) => {
      const { draws } = fitPrice([...others, one], { centre: 1, sd: 1 }, { ...options, name: `${one.y.length}` });
      return draws.reduce((sum, { effects, states }) => sum + effects[0]! + states[5]![0]!, 0) / draws.length;
    };
    // One row with noise 0.3 against campaigns that lie about 0.4 apart keeps some two thirds of its distance of 1.
    const one = levelOf(at(2, 1));
    expect(one).toBeGreaterThan(1.3);
    expect(one).toBeLessThan(1.9);
    expect(Math.abs(levelOf(at(2, 90)) - 2)).toBeLessThan(0.05);
  });
});

describe('spendEffects', () => {
  it('splits ln spend exactly into its level and what a day departs from it', () => {
    const spend = Float64Array.of(10, 20, 0, 40, Number.NaN, 80, 10);
    const { pace, level, centre } = spendEffects(spend);
    spend.forEach((s, i) => {
      if (s > 0) expect(centre + level[i]! + pace[i]!).toBeCloseTo(Math.log(s), 12);
      else expect(pace[i]).toBeNaN();
    });
  });
});

describe('fitSeason', () => {
  const days = (count: number, factor: (day: number) => number, noise: number) => {
    const random = randomStream('season', 'noise');
    const first = dayNumber('2022-01-01');
    const rows = Array.from({ length: count }, (_, t) => {
      const price = 5 * Math.exp(factor(first + t) + noise * random.normal());
      return { day: first + t, spend: 100, impressions: (1000 * 100) / price };
    });
    return fitSeason(campaignSeries(dailyRows(rows)));
  };

  it('finds a weekend that is 30 % dearer', () => {
    const season = days(280, (day) => (weekdayOf(day) >= 5 ? Math.log(1.3) : 0), 0.1);
    const weekend = (season.weekday[5]! + season.weekday[6]!) / 2;
    const week = season.weekday.slice(0, 5).reduce((sum, x) => sum + x, 0) / 5;
    // Standard error of a weekday's mean of 40 days with sd 0.1: 0.016.
    expect(Math.abs(weekend - week - Math.log(1.3))).toBeLessThan(0.06);
  });

  it('finds a dear December in three years, and no months in one', () => {
    const december = (day: number) => (new Date(day * 86_400_000).getUTCMonth() === 11 ? 0.5 : 0);
    const season = days(3 * 365, december, 0.1);
    expect(season.monthYears).toBe(3);
    expect(season.month[11]! - season.month[5]!).toBeGreaterThan(0.4);
    expect(season.month[11]! - season.month[5]!).toBeLessThan(0.6);
    expect(days(365, december, 0.1).month.every((x) => x === 0)).toBe(true);
  });

  it('says nothing where there is nothing, or too little to tell', () => {
    const quiet = days(280, () => 0, 0.5);
    expect(Math.max(...quiet.weekday.map(Math.abs))).toBeLessThan(0.15);
    expect(days(20, () => 0, 0.5).weekday).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('knows that 1970-01-05 was a Monday', () => {
    expect(weekdayOf(dayNumber('1970-01-05'))).toBe(0);
    expect(weekdayOf(dayNumber('2026-11-22'))).toBe(6);
  });
});
