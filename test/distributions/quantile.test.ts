import fc from 'fast-check';
import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { cdf, density, mean, quantile, standardDeviation, support, survival } from '../../src/distributions/index.js';
import type { Distribution } from '../../src/distributions/types.js';
import { anyDistribution, smoothDistribution } from './arbitraries.js';
import { distributionFrom, fixtureRows } from './fixtures.js';

const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

/** The probability between the doubles around x: what x's own rounding hides. */
function hiddenBelow(d: Distribution, x: number): number {
  const places = 8 * Number.EPSILON * Math.abs(x);
  return Math.abs(survival(d, x - places) - survival(d, x + places));
}

describe('quantiles by SciPy 1.10 (test/fixtures/quantiles.csv)', () => {
  it.each(fixtureRows('quantiles.csv'))('%s %s at %s', (family, parameters, p, expected) => {
    const d = distributionFrom(family!, parameters!);
    const found = quantile(d, Number(p));
    // SciPy's truncated normal is mean + sd · Φ⁻¹(…), with the rounding of the mean: 8e-16 at x = 3.5e-9, where mpmath
    // gives 3.54851905167176e-9. Every other row is good to 1e-12 of itself.
    const rounding = d.family === 'truncnormal' ? 4 * Number.EPSILON * Math.abs(d.mean) : 0;
    expect(Math.abs(found - Number(expected))).toBeLessThanOrEqual(1e-12 * Math.abs(Number(expected)) + rounding);
  });
});

describe('every family', () => {
  it('has a quantile function that does not fall', () => {
    fc.assert(
      fc.property(anyDistribution, fc.array(probability, { minLength: 2, maxLength: 20 }), (d, probabilities) => {
        const values = [...probabilities].sort((a, b) => a - b).map((p) => quantile(d, p));
        // The last digits of a root may cross where two probabilities differ by less.
        const slack = 1e-12 * (standardDeviation(d) + Math.abs(mean(d)));
        for (const [i, value] of values.entries()) {
          expect(value).toBeGreaterThanOrEqual((values[i - 1] ?? -Infinity) - slack);
        }
      }),
    );
  });

  it('has the distribution function as the inverse of its quantiles', () => {
    fc.assert(
      fc.property(anyDistribution, probability, (d, p) => {
        const x = quantile(d, p);
        const rounding = hiddenBelow(d, x);
        expect(Math.abs(cdf(d, x) - p)).toBeLessThanOrEqual(1e-10 * p + 1e-12 + rounding);
        expect(Math.abs(survival(d, x) - (1 - p))).toBeLessThanOrEqual(1e-10 * (1 - p) + 1e-12 + rounding);
      }),
    );
  });

  it('keeps the digits of a tiny upper tail', () => {
    fc.assert(
      fc.property(smoothDistribution, fc.double({ min: -16, max: -3, noNaN: true }), (d, exponent) => {
        const q = 10 ** exponent;
        const x = quantile(d, 1 - q, q);
        expect(Math.abs(survival(d, x) - q)).toBeLessThanOrEqual(1e-8 * q + hiddenBelow(d, x));
      }),
    );
  });

  it('ends at its support', () => {
    fc.assert(
      fc.property(anyDistribution, (d) => {
        const [low, high] = support(d);
        expect(quantile(d, 0)).toBe(low);
        expect(quantile(d, 1)).toBe(high);
      }),
    );
  });

  it('has the mean and spread of its quantile function', () => {
    fc.assert(
      fc.property(
        anyDistribution.filter((d) => d.family !== 'lognormal' && d.family !== 'gamma'),
        (d) => {
          // Midpoint rule over 4,000 probabilities; a tail of p below 1/8000 holds at most 0.1 % of a variance like these.
          const cells = 4000;
          let [first, second] = [0, 0];
          const centre = mean(d);
          for (let i = 0; i < cells; i++) {
            const x = quantile(d, (i + 0.5) / cells) - centre;
            first += x / cells;
            second += (x * x) / cells;
          }
          const sd = standardDeviation(d);
          expect(Math.abs(first)).toBeLessThan(5e-4 * sd);
          expect(Math.abs(Math.sqrt(second) / sd - 1)).toBeLessThan(5e-3);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says NaN for what is no probability', () => {
    expect(quantile({ family: 'uniform', min: 0, max: 1 }, 1.5)).toBeNaN();
    expect(quantile({ family: 'beta', alpha: 2, beta: 3 }, -0.1)).toBeNaN();
    expect(quantile({ family: 'gamma', shape: 2, scale: 3 }, Number.NaN)).toBeNaN();
  });
});

describe('beta and gamma', () => {
  it('agree with jstat as far as it is good', () => {
    const shape = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, p) => {
        // jstat's incomplete beta stops at a relative 3e-7, its quantiles at about the same.
        const beta = quantile({ family: 'beta', alpha: a, beta: b }, p);
        expect(Math.abs(beta - jstat.jStat.beta.inv(p, a, b))).toBeLessThan(1e-5 * beta);
        const gamma = quantile({ family: 'gamma', shape: a, scale: b }, p);
        expect(Math.abs(gamma - jstat.jStat.gamma.inv(p, a, b))).toBeLessThan(1e-5 * gamma);
      }),
    );
  });

  it('have the closed forms of their simplest shapes', () => {
    for (const p of [1e-12, 1e-6, 0.1, 0.5, 0.9]) {
      // Beta(a, 1) has F = xᵃ; beta(½, ½) the arcsine law; gamma(1) is the exponential.
      const power = quantile({ family: 'beta', alpha: 3, beta: 1 }, p);
      expect(Math.abs(power / p ** (1 / 3) - 1)).toBeLessThan(1e-13);
      const arcsine = quantile({ family: 'beta', alpha: 0.5, beta: 0.5 }, p);
      expect(Math.abs(arcsine / Math.sin((Math.PI * p) / 2) ** 2 - 1)).toBeLessThan(1e-13);
      const exponential = quantile({ family: 'gamma', shape: 1, scale: 2 }, p);
      expect(Math.abs(exponential / (-2 * Math.log1p(-p)) - 1)).toBeLessThan(1e-13);
    }
  });

  it('hold for shapes from a hundredth to a million million', () => {
    const shapes = [0.01, 0.3, 2, 1e3, 2999, 3001, 1e5, 1e8, 1e12];
    for (const alpha of shapes) {
      for (const beta of shapes) {
        const d: Distribution = { family: 'beta', alpha, beta };
        for (const p of [1e-9, 0.05, 0.5]) {
          const x = quantile(d, p);
          // Below a shape's reach x underflows to 0; rounding of x shows at narrow spreads.
          if (x > 1e-300 && x < 1) {
            const rounding = 8 * Number.EPSILON * x * density(d, x);
            expect(Math.abs(cdf(d, x) - p)).toBeLessThan(1e-8 * p + rounding);
          }
        }
      }
    }
  });
});

describe('quantiles through given points', () => {
  it('pass through every point', () => {
    const d: Distribution = { family: 'quantiles', p: [0, 0.1, 0.5, 0.9, 1], x: [0, 2, 3, 7, 12] };
    for (const [i, p] of d.p.entries()) expect(quantile(d, p)).toBeCloseTo(d.x[i]!, 12);
  });

  it('make a normal of two points, and of points of a normal', () => {
    const z95 = 1.6448536269514722; // SciPy, quantiles.csv
    const two: Distribution = { family: 'quantiles', p: [0.05, 0.95], x: [-3 * z95, 3 * z95] };
    const p = [0.01, 0.2, 0.5, 0.77, 0.99];
    const normal: Distribution = { family: 'normal', mean: 0, sd: 3 };
    const five: Distribution = { family: 'quantiles', p, x: p.map((share) => quantile(normal, share)) };
    for (const d of [two, five]) {
      for (const share of [1e-6, 0.03, 0.4, 0.999]) {
        expect(quantile(d, share)).toBeCloseTo(quantile(normal, share), 10);
      }
      expect(mean(d)).toBeCloseTo(0, 10);
      expect(standardDeviation(d)).toBeCloseTo(3, 10);
    }
  });

  it('make a lognormal of two points above 0, below the first', () => {
    const z95 = 1.6448536269514722; // SciPy, quantiles.csv
    const d: Distribution = { family: 'quantiles', p: [0.05, 0.95], x: [Math.exp(-z95), Math.exp(z95)] };
    const lognormal: Distribution = { family: 'lognormal', mu: 0, sigma: 1 };
    for (const share of [1e-9, 1e-4, 0.03]) {
      expect(quantile(d, share) / quantile(lognormal, share)).toBeCloseTo(1, 12);
      expect(cdf(d, quantile(d, share)) / share).toBeCloseTo(1, 10);
    }
  });

  it('run straight in p towards a hard bound', () => {
    const d: Distribution = { family: 'quantiles', p: [0, 0.2, 0.8, 1], x: [1, 3, 4, 8] };
    expect(quantile(d, 0.05)).toBeCloseTo(1.5, 12);
    expect(quantile(d, 0.95)).toBeCloseTo(7, 12);
    expect(support(d)).toEqual([1, 8]);
  });
});

describe('empirical', () => {
  it('has R-7 quantiles', () => {
    // By definition at the places (n − 1) p = 0.3, 1.5, 2.25 and 2.7 between the values, counted from 0.
    const d: Distribution = { family: 'empirical', sorted: [1, 2, 4, 8] };
    expect([0.1, 0.5, 0.75, 0.9].map((p) => quantile(d, p))).toEqual([
      expect.closeTo(1.3, 12),
      expect.closeTo(3, 12),
      expect.closeTo(5, 12),
      expect.closeTo(6.8, 12),
    ]);
  });

  it('takes ties', () => {
    const d: Distribution = { family: 'empirical', sorted: [1, 2, 2, 2, 5] };
    expect(quantile(d, 0.5)).toBe(2);
    expect(cdf(d, 2)).toBe(0.75);
    expect(cdf(d, 1.5)).toBe(0.125);
  });
});

describe('mixture', () => {
  it('jumps where a component is a fixed number', () => {
    const d: Distribution = {
      family: 'mixture',
      of: [
        { family: 'fixed', value: 0 },
        { family: 'uniform', min: 1, max: 2 },
      ],
      weights: [3, 7],
    };
    expect(quantile(d, 0.1)).toBe(0);
    expect(quantile(d, 0.29)).toBeLessThan(1e-12);
    expect(quantile(d, 0.65)).toBeCloseTo(1.5, 10);
    expect(mean(d)).toBeCloseTo(0.7 * 1.5, 12);
  });

  it('crosses the gap between components that lie apart', () => {
    const d: Distribution = {
      family: 'mixture',
      of: [
        { family: 'normal', mean: 0, sd: 1 },
        { family: 'normal', mean: 100, sd: 1 },
      ],
      weights: [0.5, 0.5],
    };
    expect(quantile(d, 0.25)).toBeCloseTo(0, 9);
    expect(quantile(d, 0.75)).toBeCloseTo(100, 9);
    expect(standardDeviation(d)).toBeCloseTo(Math.sqrt(1 + 50 * 50), 9);
  });
});

describe('truncated normal', () => {
  it('keeps its digits far out in a tail', () => {
    // Z | Z > 20 by mpmath at 40 digits: m = φ(20) / Φ(−20), sd = √(1 + 20 m − m²).
    const d: Distribution = { family: 'truncnormal', mean: 0, sd: 1, min: 20, max: Infinity };
    expect(mean(d)).toBeCloseTo(20.04975306852785, 12);
    expect(standardDeviation(d)).toBeCloseTo(0.04963125643233469, 12);
    expect(cdf(d, quantile(d, 0.3))).toBeCloseTo(0.3, 10);
  });
});
