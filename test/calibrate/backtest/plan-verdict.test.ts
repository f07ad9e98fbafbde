import { describe, expect, it } from 'vitest';
import { scorePlan, shareInterval, type TotalForecast } from '../../../src/calibrate/backtest/plan-verdict.js';

const band = (actual: number, mean = 100): TotalForecast => ({ actual, mean, p10: 80, p50: mean, p90: 120 });
const many = (inside: number, outside: number, mean = 100): TotalForecast[] => [
  ...Array.from({ length: inside }, (_, i) => band(95 + (i % 11), mean)),
  ...Array.from({ length: outside }, (_, i) => band(i % 2 === 0 ? 60 : 140, mean)),
];

describe('shareInterval', () => {
  it('is that of Wilson', () => {
    // 81 of 263 at 95 %: 0.2553 to 0.3662 (Newcombe, Stat. Med. 17, 1998, table I); at 90 %, by its formula in exact arithmetic.
    const [low, high] = shareInterval(81 / 263, 263);
    expect(low).toBeCloseTo(0.2634, 3);
    expect(high).toBeCloseTo(0.3565, 3);
    expect(shareInterval(0.5, 0)).toEqual([0, 1]);
  });
});

describe('scorePlan', () => {
  it('holds where the interval has 80 % in it and is above 60 %', () => {
    const score = scorePlan(many(32, 8), 40, 28);
    expect(score.coverage).toBe(0.8);
    expect(score.low).toBeGreaterThan(0.6);
    expect(score.verdict).toEqual({ kind: 'holds so far' });
  });

  it("can't tell from few horizons, however good they look, and says how many more would", () => {
    const score = scorePlan(many(4, 1), 5, 28);
    expect(score.verdict.kind).toBe("can't tell yet");
    if (score.verdict.kind !== "can't tell yet") return;
    expect(score.verdict.moreWeeks).toBeGreaterThan(8);
    // With as many more of the same the lower end is above 60 %.
    const enough = 5 + score.verdict.moreWeeks / 4;
    expect(shareInterval(0.8, enough)[0]).toBeGreaterThan(0.6);
  });

  it('does not count overlapping origins as many', () => {
    expect(scorePlan(many(16, 4), 4, 28).verdict.kind).toBe("can't tell yet");
    expect(scorePlan(many(16, 4), 4, 28).independent).toBe(4);
  });

  it('misses where the interval leaves 80 % out, or the mean is far off for certain', () => {
    expect(scorePlan(many(10, 20), 30, 28).verdict).toEqual({ kind: 'misses', because: 'coverage' });
    expect(scorePlan(many(60, 0), 60, 28).verdict).toEqual({ kind: 'misses', because: 'coverage' });
    expect(scorePlan(many(32, 8, 150), 40, 28).verdict).toEqual({ kind: 'misses', because: 'bias' });
  });
});
