import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuantileScratch } from '../../src/numerics/order-statistics.js';
import { cvar, valueAtRisk } from '../../src/summary/tail.js';
import { normalsOf, planOf, source } from '../sampling/draws.js';

describe('CVaR', () => {
  const ten = Float64Array.of(7, 3, 10, 1, 9, 5, 2, 8, 6, 4);

  it('is the mean of the worst share, the border draw in part', () => {
    expect(cvar(ten, 0.3)).toBeCloseTo(2, 14);
    expect(cvar(ten, 0.1)).toBe(1);
    // 2.5 draws: (1 + 2 + 3 / 2) / 2.5.
    expect(cvar(ten, 0.25)).toBeCloseTo(1.8, 14);
    // Half a draw is that draw.
    expect(cvar(ten, 0.05)).toBe(1);
    expect(cvar(ten, 1)).toBeCloseTo(5.5, 14);
  });

  it('equals the mean of a sorted head on anything, ties among them', () => {
    const scratch = createQuantileScratch(2000);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.integer({ min: -2, max: 2 })), {
          minLength: 1,
          maxLength: 2000,
          size: 'max',
        }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (values, alpha) => {
          const sorted = [...values].sort((a, b) => a - b);
          const weight = alpha * values.length;
          const whole = Math.floor(weight);
          const head = sorted.slice(0, whole).reduce((sum, value) => sum + value, 0);
          const expected = (head + (weight - whole) * (sorted[whole] ?? 0)) / weight;
          expect(Math.abs(cvar(Float64Array.from(values), alpha, scratch) - expected)).toBeLessThan(1e-9);
        },
      ),
      { seed: 5, numRuns: 150 },
    );
  });

  it('leaves out undefined draws', () => {
    expect(cvar(Float64Array.of(Number.NaN, 4, 2, Number.NaN), 0.5)).toBe(2);
    expect(cvar(Float64Array.of(Number.NaN), 0.5)).toBeNaN();
  });

  // Standard normal: CVaR of the lower α is −φ(Φ⁻¹(α)) / α; for 0.1, 0.17549833193248685 / 0.1 (SciPy 1.17).
  it.each(['1', '2', '3', '4', '5'])('of a normal is within 4 standard errors of the truth, seed %s', (seed) => {
    const n = 16_384;
    const [z] = normalsOf([source('x', null)], planOf(seed, 'mc', n));
    // Variance of a CVaR estimate: that of min(z − q, 0), over n α². With q = −1.28155, by integration 0.0811.
    const q = -1.2815515655446004;
    const density = 0.17549833193248685;
    const first = 0.1 * q + density;
    const second = 0.1 * (1 + q * q) + q * density;
    const se = Math.sqrt((second - first * first) / n) / 0.1;
    expect(Math.abs(cvar(z!, 0.1) + density / 0.1)).toBeLessThan(4 * se);
  });
});

describe('value at risk', () => {
  it('is the R-7 quantile at that share', () => {
    const values = Float64Array.from({ length: 101 }, (_, k) => 100 - k);
    expect(valueAtRisk(values, 0.05)).toBe(5);
    expect(valueAtRisk(values, 0.125)).toBeCloseTo(12.5, 13);
    expect(valueAtRisk(Float64Array.of(Number.NaN), 0.05)).toBeNaN();
  });
});

it.each([0, -0.1, 1.01, Number.NaN])('a tail of %d is refused', (alpha) => {
  expect(() => cvar(Float64Array.of(1), alpha)).toThrow(RangeError);
  expect(() => valueAtRisk(Float64Array.of(1), alpha)).toThrow(RangeError);
});
