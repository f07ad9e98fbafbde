import alea from 'seedrandom/lib/alea.js';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/distributions/normal.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import {
  addToStream,
  BINS,
  binFinder,
  STREAM_FIELDS,
  streamedSummary,
  streamRuns,
  streamScale,
} from '../../src/summary/streamed.js';
import { summarize } from '../../src/summary/summarize.js';

const PARTS = 3;

/** The summary of values that are seen a block at a time. */
function streamed(values: Float64Array, pilot: Float64Array, plan: SamplingPlan) {
  const scale = streamScale(pilot);
  const finder = binFinder(scale);
  const runs = streamRuns(plan, PARTS);
  const sums = new Float64Array(runs.length * STREAM_FIELDS.length);
  const counts = new Int32Array(BINS);
  runs.forEach(({ start, end }, run) => {
    for (let at = start; at < end; at += 128) {
      const count = Math.min(128, end - at);
      addToStream(values, at, count, finder, sums, run * STREAM_FIELDS.length, counts, 0);
    }
  });
  const sumOf = (run: number, field: (typeof STREAM_FIELDS)[number]) =>
    sums[run * STREAM_FIELDS.length + STREAM_FIELDS.indexOf(field)]!;
  return streamedSummary(plan, PARTS, scale, sumOf, counts);
}

describe('the bin of a value', () => {
  const random = alea('bins');
  const pilots: Readonly<Record<string, () => number>> = {
    'even draws': () => random(),
    'a heavy tail': () => 1 / random() ** 3,
    'mostly ties': () => (random() < 0.9 ? 7 : random()),
    'a constant': () => 18_200.07,
    'infinite ends': () =>
      random() < 0.3 ? Number.NEGATIVE_INFINITY : random() < 0.4 ? Number.POSITIVE_INFINITY : random(),
    'hardly any digits apart': () => 1e15 + Math.floor(random() * 3) / 8,
  };
  it.each(Object.entries(pilots))('is the one below the first edge above it: %s', (_, draw) => {
    const scale = streamScale(Float64Array.from({ length: 4096 }, draw));
    const finder = binFinder(scale);
    const values = [...scale.edges, ...Array.from({ length: 2000 }, draw), -1e300, 1e300, 0];
    for (const value of values) {
      const counts = new Int32Array(BINS);
      addToStream(Float64Array.of(value), 0, 1, finder, new Float64Array(STREAM_FIELDS.length), 0, counts, 0);
      const above = scale.edges.findIndex((edge) => edge > value);
      expect(counts.indexOf(1)).toBe(above < 0 ? BINS - 1 : above);
    }
  });
});

describe.each(['sobol', 'mc', 'antithetic'] as const)('a streamed series, %s', (sampler) => {
  const draws = 60_000;
  const plan: SamplingPlan = { seed: 's', sampler, draws, replicates: sampler === 'sobol' ? 16 : 1 };

  it.each(['one', 'two', 'three'])('has the moments of all draws and quantiles within a bin, seed %s', (seed) => {
    const random = alea(seed);
    const lognormal = () => Math.exp(0.7 * normalQuantile(random() * 0.999998 + 1e-6));
    const values = Float64Array.from({ length: draws }, (_, k) => (k % 50 === 49 ? Number.NaN : lognormal()));
    const exact = summarize(values, plan);
    const found = streamed(values, Float64Array.from({ length: 4096 }, lognormal), plan);
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
      // One bin by the pilot's quantiles: 1 / 1024, give or take the pilot's own error of three standard errors.
      expect(Math.abs(rank / sorted.length - p)).toBeLessThan(1 / BINS + (3 * Math.sqrt(4)) / 4096);
    }
  });

  it('is exact for a constant, and null where nothing is defined', () => {
    const constant = new Float64Array(draws).fill(18_200.07);
    expect(streamed(constant, constant.slice(0, 100), plan)).toMatchObject({ mean: 18_200.07, sd: 0, p5: 18_200.07 });
    const nothing = new Float64Array(draws).fill(Number.NaN);
    expect(streamed(nothing, nothing.slice(0, 100), plan)).toMatchObject({ mean: null, p50: null, undefined: 1 });
  });
});
