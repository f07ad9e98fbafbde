// @module-tag slow
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cdf,
  density,
  mean,
  quantile,
  standardDeviation,
  support,
  survival,
} from '../../../src/distributions/index.js';
import { normalCdf } from '../../../src/distributions/normal.js';
import { applyNormalMap, compileNormalMap } from '../../../src/distributions/normal-map.js';
import type { Distribution } from '../../../src/distributions/types.js';
import { checkDistribution } from '../../../src/distributions/validate.js';

const cut = (of: Distribution, min = -Infinity, max = Infinity): Distribution => ({
  family: 'truncated',
  of,
  min,
  max,
});
const probabilities = [1e-9, 1e-4, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-6];

describe('a distribution that is cut', () => {
  it('is the truncnormal where it is a normal', () => {
    for (const [min, max] of [
      [1, 6],
      [-Infinity, 2],
      [5, Infinity],
    ] as const) {
      const own = cut({ family: 'normal', mean: 3, sd: 2 }, min, max);
      const known: Distribution = { family: 'truncnormal', mean: 3, sd: 2, min, max };
      for (const p of probabilities) expect(quantile(own, p)).toBeCloseTo(quantile(known, p), 9);
      expect(mean(own)).toBeCloseTo(mean(known), 9);
      expect(standardDeviation(own)).toBeCloseTo(standardDeviation(known), 9);
      expect(cdf(own, 1.5)).toBeCloseTo(cdf(known, 1.5), 12);
      expect(survival(own, 1.5)).toBeCloseTo(survival(known, 1.5), 12);
      expect(density(own, 1.5)).toBeCloseTo(density(known, 1.5), 12);
    }
  });

  it('has the mean of a cut lognormal: e^(μ + σ²/2) (Φ(σ − a) − Φ(σ − b)) / (Φ(b) − Φ(a))', () => {
    const [mu, sigma, min, max] = [0.4, 0.7, 1, 4];
    const [a, b] = [(Math.log(min) - mu) / sigma, (Math.log(max) - mu) / sigma];
    const inside = normalCdf(b) - normalCdf(a);
    const expected = (Math.exp(mu + sigma ** 2 / 2) * (normalCdf(sigma - a) - normalCdf(sigma - b))) / inside;
    const d = cut({ family: 'lognormal', mu, sigma }, min, max);
    expect(mean(d)).toBeCloseTo(expected, 9);
    expect(quantile(d, 0.5)).toBeCloseTo(quantile({ family: 'lognormal', mu, sigma }, normalCdf(a) + inside / 2), 12);
    expect(support(d)).toEqual([min, max]);
  });

  it('is an exponential anew, begun at the bound, where an exponential is cut from below', () => {
    const d = cut({ family: 'gamma', shape: 1, scale: 2 }, 12);
    for (const p of probabilities) expect(quantile(d, p) / (12 - 2 * Math.log1p(-p)) - 1).toBeCloseTo(0, 9);
    expect(mean(d)).toBeCloseTo(14, 6);
    expect(standardDeviation(d)).toBeCloseTo(2, 4);
  });

  it('is a uniform where a uniform is cut', () => {
    const d = cut({ family: 'uniform', min: 0, max: 10 }, 2, 5);
    for (const p of probabilities) expect(quantile(d, p)).toBeCloseTo(2 + 3 * p, 12);
  });

  it('is drawn as its quantiles are', () => {
    const families: readonly Distribution[] = [
      { family: 'lognormal', mu: 1, sigma: 0.6 },
      { family: 'gamma', shape: 2.5, scale: 2 },
      { family: 'quantiles', p: [0.1, 0.5, 0.9], x: [1, 4, 9] },
      { family: 'empirical', sorted: [1, 2, 2.5, 4, 6, 8] },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...families), fc.double({ min: -5, max: 5, noNaN: true }), (of, z) => {
        const d = cut(of, 2.2, 7.5);
        const out = new Float64Array(1);
        applyNormalMap(compileNormalMap(d, 'amount'), Float64Array.of(z), 0, out, 0, 1);
        expect(out[0]!).toBeCloseTo(quantile(d, normalCdf(z), normalCdf(-z)), of.family === 'empirical' ? 1 : 3);
        expect(out[0]!).toBeGreaterThanOrEqual(2.2);
        expect(out[0]!).toBeLessThanOrEqual(7.5);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['bounds the wrong way round', 5, 2, 'min 5 is not below max 2'],
    ['bounds where nothing lies', 1e6, 2e6, 'next to nothing of it lies between min 1000000 and max 2000000'],
  ])('is refused with %s', (_, min, max, reason) => {
    expect(checkDistribution(cut({ family: 'gamma', shape: 2, scale: 1 }, min, max), 'amount')).toEqual([reason]);
  });
});
