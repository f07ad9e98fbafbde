import { describe, expect, it } from 'vitest';
import { poissonAtLeast } from '../../src/distributions/poisson.js';
import { poissonQuantile } from '../../src/sampling/poisson.js';

/** P(N ≤ n) by adding up the probabilities: logarithms, so that a large mean doesn't underflow. */
function cumulative(mean: number): (n: number) => number {
  const sums: number[] = [];
  let logarithm = -mean;
  let sum = 0;
  return (n) => {
    while (sums.length <= n) {
      if (sums.length > 0) logarithm += Math.log(mean / sums.length);
      sum += Math.exp(logarithm);
      sums.push(sum);
    }
    return n < 0 ? 0 : sums[n]!;
  };
}

describe('Poisson quantiles', () => {
  it('are 0 for a mean of 0, and whole numbers', () => {
    expect(poissonQuantile(0, 0.9999)).toBe(0);
    expect(poissonQuantile(Number.NaN, 0.5)).toBe(0);
    expect(Number.isInteger(poissonQuantile(1e7, 0.3))).toBe(true);
  });

  it.each([1e-3, 0.4, 3.75, 17, 39.9])('are the smallest number whose probability is above u: mean %f', (mean) => {
    const of = cumulative(mean);
    for (let k = 0; k < 4000; k++) {
      const u = (k + 0.5) / 4000;
      const n = poissonQuantile(mean, u);
      expect(of(n)).toBeGreaterThan(u - 1e-12);
      expect(of(n - 1)).toBeLessThanOrEqual(u + 1e-12);
    }
  });

  it.each([
    40, 55, 120, 900, 40_000,
  ])('differ from the exact ones by less than 1e-4 of probability: mean %d', (mean) => {
    // The probability of the wrong number: how far each step of the quantile lies from where it should.
    const of = cumulative(mean);
    const root = Math.sqrt(mean);
    let wrong = 0;
    for (let n = Math.floor(mean - 8 * root); n <= mean + 8 * root; n++) {
      if (n < 0) continue;
      // The u at which the quantile leaves n, by halving.
      let [low, high] = [0, 1];
      for (let k = 0; k < 60; k++) {
        const middle = (low + high) / 2;
        if (poissonQuantile(mean, Math.min(1 - 1e-16, middle)) > n) high = middle;
        else low = middle;
      }
      wrong += Math.abs(low - of(n));
    }
    expect(wrong).toBeLessThan(1e-4);
  });

  it('have the tail that a gamma distribution gives', () => {
    for (const mean of [0.3, 5, 80]) {
      const of = cumulative(mean);
      for (const n of [1, 2, 7, 70, 95]) expect(poissonAtLeast(mean, n)).toBeCloseTo(1 - of(n - 1), 10);
    }
    expect(poissonAtLeast(3, 0)).toBe(1);
    expect(poissonAtLeast(0, 1)).toBe(0);
  });
});

describe("Poisson's tail far from its mean", () => {
  /** The sum of all terms from n on, or 1 less those below, each by logarithms: without the short cuts. */
  const byTerms = (mean: number, n: number): number => {
    const terms = (from: number, to: number): number => {
      let sum = 0;
      let logarithm = -mean;
      for (let k = 1; k <= from; k++) logarithm += Math.log(mean / k);
      for (let k = from; k <= to; k++) {
        sum += Math.exp(logarithm);
        logarithm += Math.log(mean / (k + 1));
      }
      return sum;
    };
    return mean > n ? 1 - terms(0, n - 1) : terms(n, n + 2000);
  };

  it.each([30, 400, 3000])('is 1, and 0, exactly where its terms leave nothing else: mean %d', (mean) => {
    // Just within and just beyond where a bound says so.
    const below = mean - Math.sqrt(80 * mean);
    for (const n of [Math.floor(below) - 1, Math.floor(below), Math.ceil(below) + 1].filter((one) => one > 1)) {
      expect(poissonAtLeast(mean, n)).toBe(1);
      expect(byTerms(mean, n)).toBeCloseTo(1, 14);
    }
    const above = mean + 760 + Math.sqrt(760 * 760 + 1520 * mean);
    expect(byTerms(mean, Math.ceil(above) + 1)).toBe(0);
    expect(poissonAtLeast(mean, Math.ceil(above) + 1)).toBe(0);
    // Where the sum still says something, so does this: no step.
    const near = Math.floor(mean + 6 * Math.sqrt(mean));
    expect(poissonAtLeast(mean, near) / byTerms(mean, near)).toBeCloseTo(1, 9);
  });
});
