import alea from 'seedrandom/lib/alea.js';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/distributions/normal.js';
import { quantiles } from '../../src/numerics/quantiles.js';
import { poissonQuantile } from '../../src/sampling/poisson.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import {
  blomPercentages,
  partsOf,
  runDraws,
  runsTogether,
  STREAM_FIELDS,
  streamRuns,
} from '../../src/summary/streamed.js';
import { PERCENTAGES, summarize } from '../../src/summary/summarize.js';
import { createSummarizer } from '../../src/summary/summarizer.js';
import { SLOW } from '../slow.js';

const PARTS = 3;

/** The summary of values that are seen a run at a time. */
function streamed(values: Float64Array, plan: SamplingPlan) {
  const runs = streamRuns(plan, PARTS);
  const summaries = runs.map(({ start, end }) => {
    const own: SamplingPlan = { ...plan, draws: end - start, replicates: 1 };
    return createSummarizer(own, blomPercentages)(values.subarray(start, end));
  });
  const together = runsTogether(plan);
  runs.forEach((run, k) => {
    const fields = STREAM_FIELDS.map((field) => summaries[k]![field] ?? Number.NaN);
    together.add(run, Float64Array.from(fields), 0);
  });
  return together.summary();
}

describe('runs of draws', () => {
  it('are as long as memory allows, whole blocks, and all draws once', () => {
    expect(runDraws(1053)).toBe(4096);
    expect(runDraws(10)).toBe(16_384);
    expect(runDraws(1e6)).toBe(128);
    const plan: SamplingPlan = { seed: 's', sampler: 'sobol', draws: 100_001, replicates: 16 };
    const parts = partsOf(plan, 1053);
    expect(parts).toBe(2);
    const runs = streamRuns(plan, parts);
    expect(runs).toHaveLength(32);
    runs.forEach(({ start, end }, run) => {
      expect(start).toBe(run === 0 ? 0 : runs[run - 1]!.end);
      expect(end - start).toBeLessThanOrEqual(4096);
      if (run % parts > 0) expect((start - runs[run - 1]!.start) % 128).toBe(0);
    });
    expect(runs.at(-1)!.end).toBe(100_001);
  });

  it("have quantiles whose mean over runs is a normal distribution's", SLOW, () => {
    const random = alea('blom');
    const n = 256;
    const runs = 5000;
    const values = Float64Array.from({ length: n * runs }, () => normalQuantile(random() * 0.9999998 + 1e-7));
    const at = blomPercentages(n);
    const sums = at.map(() => [0, 0] as [number, number]);
    for (let run = 0; run < runs; run++) {
      quantiles(values.subarray(run * n, (run + 1) * n), at).forEach((value, k) => {
        sums[k]![0] += value;
        sums[k]![1] += value * value;
      });
    }
    PERCENTAGES.forEach((percentage, k) => {
      const mean = sums[k]![0] / runs;
      const se = Math.sqrt((sums[k]![1] / runs - mean * mean) / runs);
      // Straight lines between ranks are off by less than 1e-3 there; R-7's quantile of the fifth percentile is by 0.02.
      expect(Math.abs(mean - normalQuantile(percentage / 100))).toBeLessThan(1e-3 + 4 * se);
    });
  });
});

describe.each(['sobol', 'mc', 'antithetic'] as const)('a streamed series, %s', (sampler) => {
  const draws = 60_000;
  const plan: SamplingPlan = { seed: 's', sampler, draws, replicates: sampler === 'sobol' ? 16 : 1 };

  it.each([
    'one',
    'two',
    'three',
  ])('has the moments of all draws and quantiles of nearly the right rank, seed %s', (seed) => {
    const random = alea(seed);
    const lognormal = () => Math.exp(0.7 * normalQuantile(random() * 0.999998 + 1e-6));
    const values = Float64Array.from({ length: draws }, (_, k) => (k % 50 === 49 ? Number.NaN : lognormal()));
    const exact = summarize(values, plan);
    const found = streamed(values, plan);
    expect(found.mean! / exact.mean!).toBeCloseTo(1, 12);
    expect(found.sd! / exact.sd!).toBeCloseTo(1, 10);
    // Pairs that lost a draw are weighed a little differently.
    expect(found.se! / exact.se!).toBeCloseTo(1, sampler === 'antithetic' ? 1 : 8);
    expect(found.undefined).toBeCloseTo(exact.undefined, 12);
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    for (const [name, p] of [
      ['p5', 0.05],
      ['p25', 0.25],
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const rank = sorted.findIndex((value) => value >= found[name]!);
      // By a run's 1,250 draws or more; how far runs scatter is second to that.
      expect(Math.abs(rank / sorted.length - p)).toBeLessThan(1 / 1250);
    }
  });

  it('is exact for a constant, and null where nothing is defined', () => {
    const constant = new Float64Array(draws).fill(18_200.07);
    expect(streamed(constant, plan)).toMatchObject({ mean: 18_200.07, sd: 0, p5: 18_200.07 });
    const nothing = new Float64Array(draws).fill(Number.NaN);
    expect(streamed(nothing, plan)).toMatchObject({ mean: null, p50: null, undefined: 1 });
  });

  it('has whole quantiles of what is counted in whole numbers', () => {
    const random = alea('counts');
    const counts = Float64Array.from({ length: draws }, () => poissonQuantile(2.2, random()));
    const found = streamed(counts, plan);
    const exact = summarize(counts, plan);
    for (const name of ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const) expect(found[name]).toBe(exact[name]);
  });
});
