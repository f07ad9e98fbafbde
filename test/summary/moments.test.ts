import { sampleStandardDeviation, mean as simpleMean } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { moments } from '../../src/summary/moments.js';

const plan = (sampler: SamplingPlan['sampler'], draws: number, replicates = 1): SamplingPlan => ({
  seed: 's',
  sampler,
  draws,
  replicates,
});

describe('moments', () => {
  it('have the mean and sd of NumPy 2.4: np.mean, np.std(ddof=1)', () => {
    const values = Float64Array.from({ length: 50 }, (_, k) => (((k + 1) * 7919) % 1000) / 8);
    const { mean, sd, se, defined } = moments(values, plan('mc', 50));
    expect(mean).toBe(61.8125);
    expect(sd).toBeCloseTo(36.71114364334133, 13);
    expect(se).toBeCloseTo(36.71114364334133 / Math.sqrt(50), 13);
    expect(defined).toBe(50);
  });

  it('agree with simple-statistics', () => {
    const values = Float64Array.from({ length: 777 }, (_, k) => Math.exp(Math.sin(k)));
    const { mean, sd } = moments(values, plan('mc', 777));
    expect(mean).toBeCloseTo(simpleMean(Array.from(values)), 13);
    expect(sd).toBeCloseTo(sampleStandardDeviation(Array.from(values)), 13);
  });

  it('lose no digits far from 0', () => {
    // 0, 1, 2, 0, 1, 2, … above 1e12: mean 1e12 + 1, variance 2/3 · n/(n − 1); sums of squares would keep none of it.
    const n = 99_999;
    const { mean, sd } = moments(
      Float64Array.from({ length: n }, (_, k) => 1e12 + (k % 3)),
      plan('mc', n),
    );
    expect(mean).toBe(1e12 + 1);
    expect(sd).toBeCloseTo(Math.sqrt(((2 / 3) * n) / (n - 1)), 10);
  });

  it('cancel large values of both signs', () => {
    // A quarter each of 2^45, 2, −2^45 and 2, so the mean is 1; a running sum of 2^55 would lose the 2s.
    const values = Float64Array.from({ length: 4096 }, (_, k) => [2 ** 45, 2, -(2 ** 45), 2][Math.floor(k / 1024)]!);
    expect(moments(values, plan('mc', 4096)).mean).toBe(1);
  });

  it('of a constant are the constant and 0 exactly, for every sampler', () => {
    const values = new Float64Array(1001).fill(0.1);
    for (const p of [plan('mc', 1001), plan('antithetic', 1001), plan('sobol', 1001, 16)]) {
      expect(moments(values, p)).toEqual({ defined: 1001, mean: 0.1, sd: 0, se: 0 });
    }
  });

  it('take the error of a Sobol mean from the means of its replicates', () => {
    // Replicate means 1, 2, 3, 6 (mean 3, sample variance 14/3) of 5 draws each: se = √(14/3 / 4).
    const means = [1, 2, 3, 6];
    const values = Float64Array.from({ length: 20 }, (_, draw) => means[Math.floor(draw / 5)]! + (draw % 5) - 2);
    expect(moments(values, plan('sobol', 20, 4)).se).toBeCloseTo(Math.sqrt(14 / 3 / 4), 14);
  });

  it('weigh replicates of unequal size by their draws', () => {
    // Replicates of 3, 2, 2 draws: sums of deviations from the mean 3 are −3, −2, 5; se² = 3/2 · (9 + 4 + 25) / 7².
    const values = Float64Array.of(1, 2, 3, 2, 2, 5, 6);
    expect(moments(values, plan('sobol', 7, 3)).mean).toBe(3);
    expect(moments(values, plan('sobol', 7, 3)).se).toBeCloseTo(Math.sqrt((1.5 * 38) / 49), 14);
  });

  it('take the error of an antithetic mean from the means of its pairs', () => {
    // Pair means 2, 4, 9 (mean 5, sample variance 13): se = √(13/3). Exact mirrors leave no error.
    expect(moments(Float64Array.of(0, 4, 5, 3, 1, 17), plan('antithetic', 6)).se).toBeCloseTo(Math.sqrt(13 / 3), 14);
    expect(moments(Float64Array.of(1, -1, 7, -7, 2, -2), plan('antithetic', 6)).se).toBe(0);
  });

  it('count a last draw without a partner by itself', () => {
    // Clusters (0, 2), (1): deviations from the mean 1 sum to 0 and 0; then (0, 2), (4): mean 2, sums −2 and 2.
    expect(moments(Float64Array.of(0, 2, 1), plan('antithetic', 3)).se).toBe(0);
    expect(moments(Float64Array.of(0, 2, 4), plan('antithetic', 3)).se).toBeCloseTo(Math.sqrt(2 * 8) / 3, 14);
  });

  it('leave out undefined draws, and clusters that have none', () => {
    const none = Number.NaN;
    const left = moments(Float64Array.of(none, 4, 5, none, 9, none), plan('mc', 6));
    expect(left).toEqual(moments(Float64Array.of(4, 5, 9), plan('mc', 3)));
    expect(moments(Float64Array.of(0, 4, none, none, 5, 3, 1, 17), plan('antithetic', 8)).se).toBeCloseTo(
      Math.sqrt(13 / 3),
      14,
    );
    // Replicates (1, 3), (none), (8): mean 4, sums −4 and 4: se² = 2 · 32 / 3².
    expect(moments(Float64Array.of(1, 3, none, none, 8, none), plan('sobol', 6, 3)).se).toBeCloseTo(8 / 3, 14);
  });

  it('are unknown where there is too little', () => {
    const { NaN: none } = Number;
    expect(moments(Float64Array.of(none, none), plan('mc', 2))).toEqual({ defined: 0, mean: none, sd: none, se: none });
    expect(moments(Float64Array.of(none, 5), plan('mc', 2))).toEqual({ defined: 1, mean: 5, sd: none, se: none });
    expect(moments(Float64Array.of(3, 5), plan('sobol', 2, 1)).se).toBeNaN();
    expect(moments(Float64Array.of(3, 5), plan('antithetic', 2)).se).toBeNaN();
  });

  it('need one value for each draw', () => {
    expect(() => moments(new Float64Array(3), plan('mc', 4))).toThrow(RangeError);
  });
});
