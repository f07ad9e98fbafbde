import { describe, expect, it } from 'vitest';
import { BANDS, crps, pinball, pit, scoreDay } from '../../../src/calibrate/backtest/scores.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { normalCdf, normalDensity, normalQuantile } from '../../../src/distributions/normal.js';
import { sortedQuantile } from '../../../src/numerics/quantiles.js';
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
