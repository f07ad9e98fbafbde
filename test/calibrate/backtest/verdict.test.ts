import { describe, expect, it } from 'vitest';
import { type ForecastPoint, oneVerdict, proofOf, shareInterval } from '../../../src/calibrate/backtest/verdict.js';

const many = (inside: number, outside: number, mean = 100): ForecastPoint[] =>
  Array.from({ length: inside + outside }, (_, origin) => ({
    origin,
    mean,
    inside: origin < inside,
    actual: origin < inside ? 95 + (origin % 11) : origin % 2 === 0 ? 60 : 140,
  }));

describe('shareInterval', () => {
  it('is that of Wilson', () => {
    // 81 of 263 at 95 %: 0.2553 to 0.3662 (Newcombe, Stat. Med. 17, 1998, table I); at 90 %, by its formula in exact arithmetic.
    const [low, high] = shareInterval(81 / 263, 263);
    expect(low).toBeCloseTo(0.2634, 3);
    expect(high).toBeCloseTo(0.3565, 3);
    expect(shareInterval(0.5, 0)).toEqual([0, 1]);
  });
});

describe('proofOf', () => {
  it('holds where the interval has 80 % in it and is above 60 %', () => {
    const score = proofOf(many(32, 8), 40, 28);
    expect(score.coverage).toBe(0.8);
    expect(score.low).toBeGreaterThan(0.6);
    expect(score.verdict).toEqual({ kind: 'holds so far' });
  });

  it("can't tell from few horizons, however good they look, and says how many more would", () => {
    const score = proofOf(many(4, 1), 5, 28);
    expect(score.verdict.kind).toBe("can't tell yet");
    if (score.verdict.kind !== "can't tell yet") return;
    expect(score.verdict.moreWeeks).toBeGreaterThan(8);
    // With as many more of the same the lower end is above 60 %.
    const enough = 5 + score.verdict.moreWeeks / 4;
    expect(shareInterval(0.8, enough)[0]).toBeGreaterThan(0.6);
  });

  it('does not count overlapping origins as many', () => {
    expect(proofOf(many(16, 4), 4, 28).verdict.kind).toBe("can't tell yet");
    expect(proofOf(many(16, 4), 4, 28).independent).toBe(4);
  });

  it('misses where the interval leaves 80 % out, or the mean is far off for certain', () => {
    expect(proofOf(many(10, 20), 30, 28).verdict).toEqual({ kind: 'misses', because: 'coverage' });
    expect(proofOf(many(60, 0), 60, 28).verdict).toEqual({ kind: 'misses', because: 'coverage' });
    expect(proofOf(many(32, 8, 150), 40, 28).verdict).toEqual({ kind: 'misses', because: 'bias' });
  });

  it('counts days of one origin as many only as far as they fall apart from each other', () => {
    const days = (lucky: (origin: number, day: number) => boolean) =>
      Array.from({ length: 20 * 28 }, (_, i): ForecastPoint => {
        const [origin, day] = [Math.floor(i / 28), i % 28];
        return { origin, actual: 100, mean: 100, inside: lucky(origin, day) };
      });
    // Four in five days of every origin: independent, or better; all days of four in five origins: as good as 20.
    const apart = proofOf(
      days((_, day) => day % 5 !== 0),
      20,
      28,
    );
    const alike = proofOf(
      days((origin) => origin % 5 !== 0),
      20,
      28,
    );
    expect(apart.independent).toBe(560);
    expect(alike.independent).toBeCloseTo(20, 0);
    expect(alike.high - alike.low).toBeGreaterThan(3 * (apart.high - apart.low));
    expect(
      proofOf(
        days((_, day) => day % 5 !== 0),
        2,
        28,
      ).independent,
    ).toBe(56);
  });
});

describe('oneVerdict', () => {
  const [holds, misses] = [{ kind: 'holds so far' }, { kind: 'misses', because: 'bias' }] as const;
  const open = (moreWeeks: number) => ({ kind: "can't tell yet", moreWeeks }) as const;

  it('is that of the worst, and the longest wait', () => {
    expect(oneVerdict([holds, holds])).toEqual(holds);
    expect(oneVerdict([holds, open(3), open(8)])).toEqual(open(8));
    expect(oneVerdict([holds, open(3), misses])).toEqual(misses);
    expect(oneVerdict([]).kind).toBe("can't tell yet");
  });
});
