import { describe, expect, it } from 'vitest';
import { normalDensity, normalQuantile } from '../../src/distributions/normal.js';
import { quantiles } from '../../src/numerics/quantiles.js';
import { blocksOf, LANES, replicatesFor } from '../../src/sampling/blocks.js';
import { createNormalFiller } from '../../src/sampling/normals.js';
import type { Sampler, SamplingPlan } from '../../src/sampling/types.js';
import { leastExact, quantileErrors } from '../../src/summary/quantile-error.js';

const PERCENTAGES = [10, 50, 90];

/** Sums of two standard normals: one alone would be a Sobol run's evenest case. */
function drawn(seed: string, sampler: Sampler, draws: number) {
  const plan: SamplingPlan = { seed, sampler, draws, replicates: replicatesFor(sampler, draws) };
  const fill = createNormalFiller(
    [
      { name: 'a', dimension: 1, shuffled: false },
      { name: 'b', dimension: 2, shuffled: false },
    ],
    plan,
  );
  const values = new Float64Array(draws);
  const block = new Float64Array(2 * LANES);
  for (const next of blocksOf(plan)) {
    fill(next, block);
    for (let d = 0; d < next.lanes; d++) values[next.start + d] = (block[d]! + block[LANES + d]!) / Math.SQRT2;
  }
  return { values, plan };
}

describe('standard errors of quantiles', () => {
  it('are √(p (1 − p) / n) / f(q) for independent draws', () => {
    const { values, plan } = drawn('one', 'mc', 40_000);
    const errors = quantileErrors(values, plan, PERCENTAGES);
    PERCENTAGES.forEach((percentage, k) => {
      const p = percentage / 100;
      const exact = Math.sqrt((p * (1 - p)) / 40_000) / normalDensity(normalQuantile(p));
      // The estimate's own spread is that of a density over 2 √(n p (1 − p)) draws: some 8 %; three of them.
      expect(Math.abs(errors[k]! / exact - 1)).toBeLessThan(0.25);
    });
  });

  it.each([
    ['sobol', PERCENTAGES],
    // Its median of something symmetrical is exact.
    ['antithetic', [10, 90]],
  ] as const)('are what quantiles scatter by from seed to seed: %s', (sampler, percentages) => {
    const seeds = 64;
    const runs = Array.from({ length: seeds }, (_, k) => drawn(`seed ${k}`, sampler, 2048));
    const found = runs.map(({ values }) => quantiles(values, percentages));
    const stated = runs.map(({ values, plan }) => quantileErrors(values, plan, percentages));
    percentages.forEach((percentage, k) => {
      const truth = normalQuantile(percentage / 100);
      const scatter = Math.sqrt(found.reduce((sum, one) => sum + (one[k]! - truth) ** 2, 0) / seeds);
      const mean = Math.sqrt(stated.reduce((sum, one) => sum + one[k]! ** 2, 0) / seeds);
      // A standard deviation from 64 seeds is known to 9 %; three of them.
      expect(Math.abs(mean / scatter - 1)).toBeLessThan(0.27);
    });
  });

  it('are 0 where all values are one, and unknown where none is defined', () => {
    const { plan } = drawn('one', 'mc', 100);
    expect(quantileErrors(new Float64Array(100).fill(3), plan, PERCENTAGES)).toEqual([0, 0, 0]);
    expect(quantileErrors(new Float64Array(100).fill(Number.NaN), plan, [50])).toEqual([Number.NaN]);
  });

  it('are compared as shares of the standard deviation, the largest one told', () => {
    const { values, plan } = drawn('one', 'mc', 10_000);
    const worst = leastExact(values, plan)!;
    expect(['p10', 'p90']).toContain(worst.figure);
    // √(0.1 · 0.9 / 10⁴) / φ(−1.28) = 1.7 %, whichever tail is the less exact one here.
    expect(worst.error).toBeGreaterThan(0.014);
    expect(worst.error).toBeLessThan(0.024);
    expect(leastExact(new Float64Array(10_000).fill(1), plan)).toBeNull();
  });
});
