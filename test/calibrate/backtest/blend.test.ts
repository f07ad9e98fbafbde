import { describe, expect, it } from 'vitest';
import { blended, blendWeights, type CheckDay, checkDay, MODEL_ALONE } from '../../../src/calibrate/backtest/blend.js';
import { companionLogs } from '../../../src/calibrate/backtest/companions.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { normalQuantile } from '../../../src/distributions/normal.js';

describe('companionLogs', () => {
  const past = Array.from({ length: 60 }, (_, day) => ({
    day,
    spend: 10 + (day % 3),
    value: 100 * (10 + (day % 3)) - 0.5,
  }));

  it('follows spend as a rate, and not as a volume', () => {
    const future = [
      { day: 60, spend: 11 },
      { day: 61, spend: 22 },
    ];
    // The outcome is 100 per unit of spend, half a count aside, without error.
    const [once, twice] = companionLogs('rate', past, future);
    expect(once!.every((log) => Math.abs(log - Math.log(1100)) < 1e-9)).toBe(true);
    expect(twice!.every((log) => Math.abs(log - Math.log(2200)) < 1e-9)).toBe(true);
    const [one, other] = companionLogs('volume', past, future);
    expect(other![0]! - one![0]!).toBeLessThan(0.1);
  });

  it('is the mean of all that was where nothing lasts, and the last level where everything does', () => {
    const random = randomStream('companion', 'noise');
    const rows = (log: (day: number) => number) =>
      Array.from({ length: 300 }, (_, day) => ({ day, spend: 1, value: Math.exp(log(day)) }));
    const middle = (some: Float64Array) => some[Math.floor(some.length / 2)]!;
    const still = companionLogs(
      'volume',
      rows(() => 6 + 0.3 * random.normal()),
      [{ day: 300, spend: 1 }],
    )[0]!;
    // Four standard errors of a mean of 300.
    expect(Math.abs(middle(still) - 6)).toBeLessThan((4 * 0.3) / Math.sqrt(300) + 0.01);
    const jumped = companionLogs(
      'volume',
      rows((day) => (day < 200 ? 6 : 8)),
      [{ day: 300, spend: 1 }],
    )[0]!;
    expect(middle(jumped)).toBeCloseTo(8, 2);
  });

  it('errs as it erred as far ahead: a random walk’s bands grow', () => {
    const random = randomStream('companion', 'walk');
    let log = 8;
    const rows = Array.from({ length: 400 }, (_, day) => {
      log += 0.1 * random.normal();
      return { day, spend: 1, value: Math.exp(log) };
    });
    const future = Array.from({ length: 28 }, (_, i) => ({ day: 400 + i, spend: 1 }));
    const logs = companionLogs('volume', rows, future);
    const band = (some: Float64Array) => some[Math.floor(0.9 * some.length)]! - some[Math.floor(0.1 * some.length)]!;
    // √28 ≈ 5.3 times, less the pooling of neighbouring distances.
    expect(band(logs[27]!) / band(logs[0]!)).toBeGreaterThan(2);
  });

  it('has nothing to say without a past, and a value with one row', () => {
    expect(companionLogs('rate', [], [{ day: 1, spend: 1 }])[0]).toHaveLength(0);
    const [one] = companionLogs('volume', [{ day: 0, spend: 5, value: 7.5 }], [{ day: 1, spend: 50 }]);
    expect(Array.from(one!)).toEqual([Math.log(8)]);
  });
});

/** A day whose model, rate and volume forecasts are normal on the log scale about given centres. */
function day(actual: number, centres: readonly [number, number, number], sd = 0.2): CheckDay {
  const levels = Float64Array.from({ length: 40 }, (_, k) => normalQuantile((k + 0.5) / 40));
  return { actual, quantiles: centres.map((centre) => levels.map((z) => centre + sd * z)) };
}

describe('blendWeights', () => {
  const random = randomStream('weights', 'days');
  const days = (count: number, centres: (actual: number) => readonly [number, number, number]) =>
    Array.from({ length: count }, () => {
      const truth = 5 + random.normal();
      return day(truth + 0.2 * random.normal(), centres(truth));
    });

  it('is the model alone where no day can tell', () => {
    expect(blendWeights([])).toEqual(MODEL_ALONE);
    const none = checkDay(Float64Array.of(1, 2, 3), [new Float64Array(0), new Float64Array(0)], 2);
    expect(blendWeights([none])).toEqual(MODEL_ALONE);
  });

  it('adds up to one, and goes to whom the past was right with', () => {
    const right: readonly ((actual: number) => readonly [number, number, number])[] = [
      (x) => [x, x + 1, x + 1],
      (x) => [x + 1, x, x + 1],
      (x) => [x + 1, x + 1, x],
    ];
    right.forEach((centres, k) => {
      const weights = blendWeights(days(56, centres));
      expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
      // The others err by five of its standard deviations, to the same side: no mixture of them is right.
      expect(weights[k]).toBeGreaterThan(0.75);
    });
  });

  it('stays nearer to the model the fewer days there are', () => {
    const centres = (x: number) => [x + 0.1, x, x + 0.1] as const;
    const [few, many] = [3, 300].map((count) => blendWeights(days(count, centres)));
    expect(few![0]).toBeGreaterThan(many![0]!);
    expect(many![1]).toBeGreaterThan(0.6);
  });
});

describe('blended', () => {
  it('averages quantiles on the log scale and keeps the order of draws', () => {
    const draws = Float64Array.of(40, 10, 30, 20).map((x) => x - 0.5);
    const companion = Float64Array.of(0, 0, 0, 0);
    const out = blended(draws, [companion, companion], [0.5, 0.25, 0.25]);
    // Half the model's log, half of 0: the square root.
    expect(Array.from(out, (x) => x + 0.5)).toEqual(
      [40, 10, 30, 20].map((x) => expect.closeTo(Math.sqrt(x), 12) as number),
    );
  });

  it('is the model itself where it stands alone, or a companion has nothing to say', () => {
    const draws = Float64Array.of(3, 1, 2);
    expect(blended(draws, [Float64Array.of(0), Float64Array.of(0)], MODEL_ALONE)).toBe(draws);
    expect(blended(draws, [new Float64Array(0), Float64Array.of(0)], [0.2, 0.4, 0.4])).toBe(draws);
  });
});
