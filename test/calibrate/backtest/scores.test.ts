import { describe, expect, it } from 'vitest';
import { bandScale, recalibrated, spreadDraws } from '../../../src/calibrate/backtest/recalibrate.js';
import type { Scored } from '../../../src/calibrate/backtest/rolling.js';
import { BANDS, crps, pinball, pit, scoreDay } from '../../../src/calibrate/backtest/scores.js';
import { scoreTable } from '../../../src/calibrate/backtest/table.js';
import { verdicts } from '../../../src/calibrate/backtest/verdict.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { normalCdf, normalDensity, normalQuantile } from '../../../src/distributions/normal.js';
import { sortedQuantile } from '../../../src/numerics/sorted-quantile.js';
import { chiSquare } from '../support.js';

describe('crps', () => {
  it('is that of a normal, in closed form', () => {
    // T. Gneiting et al., "Calibrated probabilistic forecasting using EMOS" (2005), eq. 5: z (2Φ − 1) + 2φ − 1/√π.
    const n = 4001;
    const sorted = Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
    for (const z of [-1.7, 0, 0.4, 2.5]) {
      const exact = z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI);
      // Evenly spread quantiles are less alike than independent draws: the fair form's 1/(n − 1) is the only error.
      expect(crps(sorted, z)).toBeCloseTo(exact, 2);
    }
  });

  it('is the distance for a forecast of one value, and by hand for two', () => {
    expect(crps([3], 5)).toBe(2);
    // E|X − y| = (1 + 3)/2 = 2; ½E|X − X′| over different draws = 1.
    expect(crps([4, 6], 3)).toBe(1);
  });

  it('does not flatter few draws: its mean is that of many', () => {
    const random = randomStream('crps', 'few');
    const runs = 4000;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < runs; i++) {
      const score = crps(Float64Array.from({ length: 5 }, random.normal).sort(), 0.7);
      sum += score;
      squares += score * score;
    }
    const mean = sum / runs;
    const error = Math.sqrt((squares / runs - mean * mean) / runs);
    const exact = 0.7 * (2 * normalCdf(0.7) - 1) + 2 * normalDensity(0.7) - 1 / Math.sqrt(Math.PI);
    expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
  });
});

describe('pinball, quantiles and transforms', () => {
  it('weighs errors by the level', () => {
    expect(pinball(10, 0.9, 14)).toBeCloseTo(3.6, 12);
    expect(pinball(10, 0.9, 4)).toBeCloseTo(0.6, 12);
  });

  it('has R-7 quantiles', () => {
    // R: quantile(c(1, 2, 4, 8), c(0.1, 0.5, 0.9)) → 1.3, 3, 6.8.
    expect([0.1, 0.5, 0.9].map((p) => sortedQuantile([1, 2, 4, 8], p))).toEqual([
      expect.closeTo(1.3, 12),
      3,
      expect.closeTo(6.8, 12),
    ]);
  });

  it('is uniform for counts with ties where forecast and outcome are alike', () => {
    const random = randomStream('pit', 'ties');
    const small = () => Math.floor(3 * random.uniform() ** 2);
    const ranks = Array.from({ length: 3000 }, () =>
      pit(Float64Array.from({ length: 49 }, small).sort(), small(), random.uniform()),
    );
    // 0.999 quantile of χ² with 9 degrees of freedom.
    expect(chiSquare(ranks, 10)).toBeLessThan(27.88);
  });

  it('holds counts in right bands as often as the bands say, small ones too', () => {
    const random = randomStream('bands', 'counts');
    const small = () => Math.floor(4 * random.uniform() ** 2);
    const days = Array.from({ length: 3000 }, () =>
      scoreDay(Float64Array.from({ length: 199 }, small), small(), random.uniform()),
    );
    BANDS.forEach((band, i) => {
      const share = days.filter(({ covered }) => covered[i]).length / days.length;
      // Four standard errors; with ends always counted in, the 80 % band would hold all of 0 to 2 or 3.
      expect(Math.abs(share - band), `${band}`).toBeLessThan(4 * Math.sqrt((band * (1 - band)) / days.length));
    });
  });
});

/** Forecasts of a standard lognormal whose draws are too wide or narrow by a factor on the log scale. */
function forecasts(width: number, seed: string): Scored[] {
  const random = randomStream(seed, 'forecasts');
  return Array.from({ length: 12 }, (_, i) => i).flatMap((origin) =>
    Array.from({ length: 28 }, (_, ahead): Scored => {
      const draws = Float64Array.from({ length: 300 }, () => 1000 * Math.exp(width * 0.5 * random.normal()));
      const actual = 1000 * Math.exp(0.5 * random.normal());
      const score = scoreDay(draws, actual, random.uniform());
      return {
        series: 'facebook',
        outcome: 'clicks',
        forecaster: 'huni',
        origin: 28 * origin,
        day: 28 * origin + ahead + 1,
        score,
        draws,
      };
    }),
  );
}

/** A baseline that is worse, so that verdicts have one to name. */
function withBaseline(scored: readonly Scored[]): Scored[] {
  return [
    ...scored,
    ...scored.map(
      (one): Scored => ({ ...one, forecaster: 'naive rate', draws: null, score: { ...one.score, crps: 1e6 } }),
    ),
  ];
}

describe('recalibration', () => {
  it('leaves bands that are right as they are', () => {
    expect(bandScale(forecasts(1, 'right').map(({ score }) => score.z))).toBeCloseTo(1, 1);
  });

  it.each([
    [0.5, 'narrow'],
    [2, 'wide'],
  ])('mends bands %s times as wide as they should be, out of sample', (width, seed) => {
    const scored = forecasts(width, seed);
    const before = scoreTable(scored)[0]!.coverage[1]!;
    // The first origins have little before them to learn from.
    const after = scoreTable(recalibrated(scored, 'seed').filter(({ origin }) => origin >= 28 * 4))[0]!.coverage[1]!;
    expect(Math.abs(before - 0.8)).toBeGreaterThan(0.15);
    // Four standard errors of 224 days: 4 √(0.8 · 0.2 / 224).
    expect(Math.abs(after - 0.8)).toBeLessThan(0.107);
  });

  it('uses only days that were over before an origin', () => {
    const scored = forecasts(0.5, 'honest');
    const late = scored.map((one): Scored => (one.origin < 28 * 6 ? one : { ...one, score: { ...one.score, z: 5 } }));
    const early = (all: readonly Scored[]) =>
      recalibrated(all, 'seed')
        .filter(({ origin }) => origin <= 28 * 6)
        .map(({ draws }) => draws!.join());
    expect(early(late)).toEqual(early(scored));
  });

  it('keeps order, median and zero', () => {
    const spread = spreadDraws(Float64Array.of(0, 0, 3, 10, 40), 1.7);
    expect(spread[2]).toBeCloseTo(3, 12);
    expect(Array.from(spread)).toEqual(Array.from(spread).sort((a, b) => a - b));
    expect(spread.every((x) => x >= 0)).toBe(true);
  });
});

describe('verdicts', () => {
  const judge = (scored: readonly Scored[]) => {
    const all = withBaseline(scored);
    return verdicts(all, scoreTable(all))[0]!;
  };

  it('trusts bands that are right, but for the one in twenty that its 95 % interval gives away', () => {
    const judged = Array.from({ length: 20 }, (_, i) => judge(forecasts(1, `right ${i}`)));
    const right = judged.filter(({ trust }) => trust === 'right');
    // P(fewer than 16 of 20) with a chance of 0.95 each: 0.0003 (R: pbinom(15, 20, 0.95)).
    expect(right.length).toBeGreaterThanOrEqual(16);
    expect(right[0]!.words).toMatch(/hold so far/);
    expect(right[0]!.ratio).toBeLessThan(1);
  });

  it('proves nothing by failing to refute: few origins far apart, or a mean far off, leave it open', () => {
    const scored = forecasts(1, 'right 0');
    const far = judge(scored.map((one) => ({ ...one, score: { ...one.score, mean: 3 * one.score.mean } })));
    expect(far.trust).toBe('unknown');
    expect(far.words).toMatch(/can't tell yet: .*\(± \d+ %\).*the mean is off by \d+ %/);
    // Three origins, one of which has nothing within its band: 67 % give or take 100.
    const origins = [...new Set(scored.map(({ origin }) => origin))].slice(0, 3);
    const few = scored
      .filter(({ origin }) => origins.includes(origin))
      .map((one) => ({
        ...one,
        score: { ...one.score, covered: one.score.covered.map(() => one.origin !== origins[0]) },
      }));
    expect(judge(few).trust).toBe('unknown');
  });

  it('says by how much bands are too narrow', () => {
    const verdict = judge(forecasts(0.5, 'verdict'));
    expect(verdict.trust).toBe('too narrow');
    // Half as wide as they should be: to be widened by about 100 %. Standard error of a root mean square of 336: 4 %.
    expect(verdict.scale).toBeGreaterThan(1.7);
    expect(verdict.scale).toBeLessThan(2.3);
    expect(verdict.words).toMatch(/widen them by \d+ %/);
  });

  it('says when they are too wide, and when there is too little to tell', () => {
    expect(judge(forecasts(2, 'verdict')).trust).toBe('too wide');
    expect(judge(forecasts(2, 'verdict').slice(0, 15)).trust).toBe('unknown');
  });
});
