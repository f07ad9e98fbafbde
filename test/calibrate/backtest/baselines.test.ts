import { describe, expect, it } from 'vitest';
import { BASELINE_NAMES, baselineDraws, baselineTotalDraws } from '../../../src/calibrate/backtest/baselines.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { originDays } from '../../../src/forecast/backtest/history.js';

const options = (seed: string) => ({ draws: 400, random: randomStream(seed, 'baseline') });
const past = Array.from({ length: 42 }, (_, i) => ({ day: i, spend: 10, value: i % 7 === 0 ? 200 : 100 }));

describe('baselines', () => {
  it('know weekdays where they are seasonal, and the last row where they are naive', () => {
    const future = [
      { day: 42, spend: 20 },
      { day: 43, spend: 20 },
    ];
    const medians = (name: (typeof BASELINE_NAMES)[number]) =>
      baselineDraws(name, past, future, options(name)).map((draws) => draws.sort()[200]!);
    // Twice the spend: twice the rate's outcome; volumes don't see spend.
    expect(medians('seasonal-naive rate')).toEqual([expect.closeTo(400.5, 6), expect.closeTo(200.5, 6)]);
    expect(medians('seasonal-naive volume')).toEqual([expect.closeTo(200, 6), expect.closeTo(100, 6)]);
    expect(medians('naive volume')[1]).toBeCloseTo(100, 6);
  });

  it('forecast sums with errors of sums: whole weeks of a weekly pattern are known for certain', () => {
    const future = Array.from({ length: 14 }, (_, i) => ({ day: 42 + i, spend: 10 }));
    const drawn = baselineTotalDraws('seasonal-naive volume', past, future, 14, options('weeks'));
    // Two weeks of 200 + 6 · 100; the first week of the past has no week before it, so some errors are not 0.
    expect(drawn.slice().sort()[200]).toBeCloseTo(1600, 6);
    // Days drawn one by one would take the errors for independent.
    const naive = baselineTotalDraws('naive volume', past, future, 14, options('naive'));
    const spread = (draws: Float64Array) => draws.slice().sort()[360]! - draws.slice().sort()[40]!;
    const days = baselineDraws('naive volume', past, future, options('days'));
    const added = Float64Array.from({ length: 400 }, (_, i) => days.reduce((sum, day) => sum + day[i]!, 0));
    expect(spread(naive)).toBeGreaterThan(spread(added));
  });

  it('give a forecast from one row, from zeros, and from none', () => {
    for (const name of BASELINE_NAMES) {
      for (const rows of [[], past.slice(0, 1), past.map((row) => ({ ...row, value: 0 }))]) {
        const future = [{ day: 50, spend: 5 }];
        const drawn = [
          ...baselineDraws(name, rows, future, options(name))[0]!,
          ...baselineTotalDraws(name, rows, future, 28, options(name)),
        ];
        expect(drawn.every((x) => Number.isFinite(x) && x >= 0)).toBe(true);
      }
    }
  });
});

describe('originDays', () => {
  it('goes evenly from a quarter of the history to a horizon before the end', () => {
    expect(originDays(1, 100, { horizon: 28, origins: 5 })).toEqual([28, 39, 50, 61, 72]);
    expect(originDays(1, 400, { horizon: 28, origins: 2 })).toEqual([56, 372]);
    expect(originDays(1, 56, { horizon: 28, origins: 12 })).toEqual([28]);
  });

  it('makes do with half of a short history, and gives none for one that is too short', () => {
    expect(originDays(1, 28, { horizon: 7, origins: 3 })).toEqual([14, 18, 21]);
    expect(originDays(1, 30, { horizon: 28, origins: 12 })).toEqual([]);
    expect(originDays(1, 8, { horizon: 1, origins: 12 })).toEqual([]);
    expect(originDays(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, { horizon: 1, origins: 1 })).toEqual([]);
  });
});
