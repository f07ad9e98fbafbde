import { describe, expect, it } from 'vitest';
import { autoregress } from '../../src/sampling/ar1.js';
import { mean, normalsOf, planOf, source } from './draws.js';

const PERIODS = 8;

describe('autoregression', () => {
  const draws = 16_384;
  const sources = Array.from({ length: PERIODS }, (_, t) => source(`noise.${t}`, null));

  it.each([
    ['1', 0.5],
    ['2', 0.9],
    ['3', -0.6],
    ['4', 0],
    ['5', 0.5],
  ])('is stationary, with correlation φ^j at lag j: seed %s, φ %d', (seed, lagOne) => {
    const sd = 0.1;
    const series = new Float64Array(PERIODS * draws);
    for (const [t, z] of normalsOf(sources, planOf(seed, 'mc', draws)).entries()) series.set(z, t * draws);
    autoregress(series, 0, PERIODS, draws, draws, sd, lagOne);
    const row = (t: number) => series.subarray(t * draws, (t + 1) * draws);
    for (let t = 0; t < PERIODS; t++) {
      expect(Math.abs(mean(row(t)))).toBeLessThan((4.5 * sd) / Math.sqrt(draws));
      // Standard error of a mean of squares: √2 σ² / √n; of a mean of products with correlation r: √(1 + r²) σ² / √n.
      expect(Math.abs(mean(row(t).map((n) => n * n)) - sd * sd)).toBeLessThan(4.5 * sd * sd * Math.sqrt(2 / draws));
      for (const lag of [1, 2, 5]) {
        if (t < lag) continue;
        const product = mean(row(t).map((n, draw) => n * row(t - lag)[draw]!));
        expect(Math.abs(product - sd * sd * lagOne ** lag)).toBeLessThan(4.5 * sd * sd * Math.sqrt(2 / draws));
      }
    }
  });

  it('follows its recurrence, lane by lane, and leaves what is around it', () => {
    // 4 values before the first period, lanes 0 and 1 of 3 in use.
    const values = Float64Array.of(9, 9, 9, 9, 1, -2, 9, 3, 0, 9, -1, 4, 9);
    autoregress(values, 4, 3, 3, 2, 2, 0.6);
    // By hand: σ = 2, φ = 0.6, so σ √(1 − φ²) = 1.6.
    const expected = [9, 9, 9, 9, 2, -4, 9, 6, -2.4, 9, 2, 4.96, 9];
    for (const [index, value] of expected.entries()) expect(values[index]).toBeCloseTo(value, 14);
  });

  it('copes with no periods, no noise, and perfect memory', () => {
    const none = Float64Array.of(1);
    autoregress(none, 0, 0, 1, 1, 1, 0.5);
    expect(none[0]).toBe(1);
    const still = Float64Array.of(1, 2);
    autoregress(still, 0, 2, 1, 1, 0, 0.5);
    expect(Array.from(still)).toEqual([0, 0]);
    const same = Float64Array.of(1.5, 2);
    autoregress(same, 0, 2, 1, 1, 1, 1);
    expect(Array.from(same)).toEqual([1.5, 1.5]);
  });
});
