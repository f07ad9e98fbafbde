import { describe, expect, it } from 'vitest';
import { betaAtScores, logGammaAtScore } from '../../../src/calibrate/fit/gamma-scores.js';
import { maximise } from '../../../src/calibrate/fit/nelder-mead.js';
import { periodNoise } from '../../../src/calibrate/fit/period-noise.js';
import { samplePosterior } from '../../../src/calibrate/fit/posterior.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { beta } from '../../../src/distributions/beta.js';
import { gamma } from '../../../src/distributions/gamma.js';
import { normalCdf } from '../../../src/distributions/normal.js';
import { SLOW } from '../../slow.js';

describe('maximise', () => {
  it("finds the top of Rosenbrock's valley, (1, 1)", () => {
    const found = maximise(
      (x) => -(100 * (x[1]! - x[0]! ** 2) ** 2 + (1 - x[0]!) ** 2),
      Float64Array.of(-1.2, 1),
      Float64Array.of(0.5, 0.5),
      { evaluations: 2000, tolerance: 1e-12 },
    );
    expect(found.x[0]).toBeCloseTo(1, 3);
    expect(found.x[1]).toBeCloseTo(1, 3);
  });

  it('reflects, contracts and shrinks as its inventors do, by hand', () => {
    // Best at the start, worse at one vertex, worst at the other, and worse than that wherever else it looks.
    const looked: string[] = [];
    maximise(
      (x) => {
        const at = Array.from(x, (one) => one + 0).join();
        looked.push(at);
        return { '0,0': 0, '1,0': -1, '0,1': -2 }[at] ?? -3;
      },
      Float64Array.of(0, 0),
      Float64Array.of(1, 1),
      { evaluations: 40 },
    );
    // The worst mirrored in the middle of the others, a quarter of the way back, then both others halfway to the best.
    expect(looked.slice(0, 7)).toEqual(['0,0', '1,0', '0,1', '1,-1', '0.25,0.5', '0.5,0', '0,0.5']);
  });

  it('looks at no more than its corners where it may look no further', () => {
    let looked = 0;
    const far = (x: Float64Array): number => {
      looked += 1;
      return -((x[0]! - 5) ** 2 + (x[1]! - 5) ** 2);
    };
    // Three corners, and the three of a second simplex.
    maximise(far, Float64Array.of(0, 0), Float64Array.of(1, 2), { evaluations: 4 });
    expect(looked).toBe(6);
  });

  it('goes on in a direction that is better still, and back towards it where that overshot', () => {
    const looked: string[] = [];
    maximise(
      (x) => {
        looked.push(Array.from(x, (one) => one + 0).join());
        return x[0]! - x[1]!;
      },
      Float64Array.of(0, 0),
      Float64Array.of(1, 1),
      { evaluations: 12 },
    );
    // (0, 1) mirrored is (1, −1), twice as far (1.5, −2): better, so it is kept, and (0, 0) is mirrored in its middle with (1, 0).
    expect(looked.slice(0, 6)).toEqual(['0,0', '1,0', '0,1', '1,-1', '1.5,-2', '2.5,-2']);
  });
});

describe('samplePosterior', () => {
  it('gives the moments of a correlated normal within four standard errors', () => {
    // Precision [[4, −3], [−3, 4]] / 7·… : covariance [[1, 0.75], [0.75, 1]] about (2, −1).
    const rho = 0.75;
    const { draws, effective } = samplePosterior(
      (x) => {
        const [a, b] = [x[0]! - 2, x[1]! + 1];
        return (-0.5 * (a * a - 2 * rho * a * b + b * b)) / (1 - rho * rho);
      },
      new Float64Array(2),
      Float64Array.of(3, 3),
      { seed: 'test', name: 'normal', draws: 4000 },
    );
    const mean = (of: (x: Float64Array) => number) => draws.reduce((sum, x) => sum + of(x), 0) / draws.length;
    const error = 1 / Math.sqrt(effective);
    expect(effective).toBeGreaterThan(150);
    expect(Math.abs(mean((x) => x[0]!) - 2)).toBeLessThan(4 * error);
    expect(Math.abs(mean((x) => x[1]!) + 1)).toBeLessThan(4 * error);
    // Var of a product of two standard normals with correlation ρ is 1 + ρ².
    expect(Math.abs(mean((x) => (x[0]! - 2) * (x[1]! + 1)) - rho)).toBeLessThan(4 * error * Math.sqrt(1 + rho * rho));
  });

  it('is the same to the last bit for the same seed, and another for another', () => {
    const run = (seed: string) =>
      samplePosterior((x) => -(x[0]! ** 2), Float64Array.of(1), Float64Array.of(1), { seed, name: 'n', draws: 20 })
        .draws.map((x) => x[0]!)
        .join();
    expect(run('a')).toBe(run('a'));
    expect(run('a')).not.toBe(run('b'));
  });
});

describe('logGammaAtScore', () => {
  it('is the gamma quantile between its table points, to a hundredth of a standard deviation', () => {
    for (const shape of [0.02, 0.3, 0.77, 1.9, 8.3, 130, 4321]) {
      for (const z of [-2.71, -1.13, -0.31, 0.44, 1.37, 2.9]) {
        const exact = gamma.quantile({ family: 'gamma', shape, scale: 1 }, normalCdf(z), normalCdf(-z));
        const found = Math.exp(logGammaAtScore(shape, z));
        expect(Math.abs(found - exact), `shape ${shape}, z ${z}`).toBeLessThan(0.01 * Math.sqrt(shape) + 0.01 * exact);
      }
    }
  });

  it('makes beta draws that have the mean and spread of their beta', SLOW, () => {
    const random = randomStream('test', 'beta');
    for (const [a, b] of [
      [0.4, 12],
      [3, 200],
      [40, 25],
    ] as const) {
      const n = 20_000;
      const drawn = Array.from({ length: n }, () => betaAtScores(a, b, random.normal(), random.normal()));
      const distribution = { family: 'beta', alpha: a, beta: b } as const;
      const mean = drawn.reduce((sum, x) => sum + x, 0) / n;
      const sd = beta.standardDeviation(distribution);
      // The table's own error, a thousandth of a standard deviation or so, beside four standard errors.
      expect(Math.abs(mean - beta.mean(distribution))).toBeLessThan(4 * (sd / Math.sqrt(n)) + 0.005 * sd);
      const below = drawn.filter((x) => x <= beta.quantile(distribution, 0.1, 0.9)).length / n;
      expect(Math.abs(below - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / n) + 0.003);
    }
  });
});

describe('periodNoise', () => {
  const components = { between: 1, paceBetween: 1, drift: 0.3, persistence: 0.7, noise: 0.2 };

  it('is the variance of a mean of days, and the correlation of neighbouring means, summed term by term', () => {
    for (const days of [1, 7, 30]) {
      let [variance, covariance] = [0, 0];
      for (let i = 0; i < days; i++) {
        for (let j = 0; j < days; j++) {
          variance += (0.09 * 0.7 ** Math.abs(i - j) + (i === j ? 0.04 : 0)) / days ** 2;
          covariance += (0.09 * 0.7 ** Math.abs(days + j - i)) / days ** 2;
        }
      }
      const noise = periodNoise(components, days, 1, 0);
      expect(noise.sd).toBeCloseTo(Math.sqrt(variance), 12);
      expect(noise.rho).toBeCloseTo(covariance / variance, 12);
    }
  });

  it('averages out over campaigns, but for what they share', () => {
    const one = periodNoise(components, 7, 1, 0.2).sd;
    expect(periodNoise(components, 7, 4, 0).sd).toBeCloseTo(one / 2, 12);
    expect(periodNoise(components, 7, 1e9, 0.2).sd).toBeCloseTo(one * Math.sqrt(0.2), 6);
  });
});
