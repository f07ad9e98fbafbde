import { describe, expect, it } from 'vitest';
import { createQuantileScratch } from '../../src/numerics/order-statistics.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { summarize } from '../../src/summary/summarize.js';

const plan = (draws: number): SamplingPlan => ({ seed: 's', sampler: 'mc', draws, replicates: 1 });

describe('a summary', () => {
  it('has every figure of the contract', () => {
    // 0 … 100: mean 50, variance n (n + 1) / 12 with n = 101, quantiles by definition.
    const values = Float64Array.from({ length: 101 }, (_, k) => (k * 37) % 101);
    const sd = Math.sqrt((101 * 102) / 12);
    const summary = summarize(values, plan(101), createQuantileScratch(101));
    expect(Object.keys(summary)).toEqual([
      'mean',
      'sd',
      'se',
      'p5',
      'p10',
      'p25',
      'p50',
      'p75',
      'p90',
      'p95',
      'undefined',
    ]);
    expect(summary).toMatchObject({ mean: 50, p5: 5, p10: 10, p25: 25, p50: 50, p75: 75, p90: 90, p95: 95 });
    expect(summary.sd).toBeCloseTo(sd, 12);
    expect(summary.se).toBeCloseTo(sd / Math.sqrt(101), 12);
    expect(summary.undefined).toBe(0);
  });

  it('reports the share of undefined draws and is over the rest', () => {
    const none = Number.NaN;
    const summary = summarize(Float64Array.of(none, 1, none, 3, none), plan(5));
    expect(summary).toMatchObject({ mean: 2, p5: 1.1, p50: 2, p95: 2.9, undefined: 0.6, sd: Math.SQRT2, se: 1 });
  });

  it('is null where no draw is defined, or where a figure is infinite', () => {
    const empty = { mean: null, sd: null, se: null, p5: null, p10: null, p25: null };
    expect(summarize(new Float64Array(7).fill(Number.NaN), plan(7))).toEqual({
      ...empty,
      p50: null,
      p75: null,
      p90: null,
      p95: null,
      undefined: 1,
    });
    const infinite = summarize(Float64Array.of(1, 2, Number.POSITIVE_INFINITY), plan(3));
    expect(infinite).toMatchObject({ mean: null, sd: null, se: null, p25: 1.5, p50: 2, p95: null, undefined: 0 });
  });

  it('of one draw has no spread', () => {
    expect(summarize(Float64Array.of(4), plan(1))).toMatchObject({ mean: 4, sd: null, se: null, p5: 4, p95: 4 });
  });
});
