import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { kernelModule } from '../../../src/model/kernel/load.js';
import { blocksOf } from '../../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../../src/sampling/types.js';
import { createKernelSummarizer } from '../../../src/summary/kernel/summarizer.js';
import { summarize } from '../../../src/summary/summarize.js';
import { createStoreSummarizer, createSummarizer } from '../../../src/summary/summarizer.js';
import type { Summary } from '../../../src/summary/types.js';

const { NaN: none, POSITIVE_INFINITY: infinity } = Number;
const QUANTILES = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const;

const planOf = (sampler: SamplingPlan['sampler'], draws: number, replicates = 1): SamplingPlan => ({
  seed: 's',
  sampler,
  draws,
  replicates: sampler === 'sobol' ? Math.min(replicates, draws) : 1,
});

const byKernel = (values: Float64Array, plan: SamplingPlan): Summary | null =>
  createKernelSummarizer(kernelModule('summary')!, plan)(values);

/** Kinds of series that the kernel is for; others, clustered or tied by the thousand, it may leave to the plain code. */
const ORDINARY: readonly (keyof typeof KINDS)[] = ['uniform', 'normal', 'offset', 'lognormal'];

/**
 * Quantiles are order statistics, the same to the last bit (but 0 may be −0). Sums of n terms in two orders differ by
 * n ε Σ|terms| at the very most, ε = 2^−53: for the mean n ε times the mean absolute value, and the second pass takes
 * nearly all of that away. A standard error may come from sums that cancel to nothing, so it is held against the
 * roundings of its deviations: those of values as large as the largest.
 */
function expectAgreement(actual: Summary, values: Float64Array, plan: SamplingPlan): void {
  const expected = summarize(values, plan);
  expect(actual.undefined).toBe(expected.undefined);
  for (const p of QUANTILES) expect(actual[p] === expected[p], `${p}: ${actual[p]}, ${expected[p]}`).toBe(true);
  const largest = values.reduce((most, value) => (Number.isNaN(value) ? most : Math.max(most, Math.abs(value))), 0);
  for (const field of ['mean', 'sd', 'se'] as const) {
    const a = actual[field];
    const b = expected[field];
    if (a === null || b === null) expect(a, field).toBe(b);
    else expect(Math.abs(a - b), `${field}: ${a}, ${b}`).toBeLessThanOrEqual(1e-12 * Math.abs(b) + 1e-15 * largest);
  }
}

/** A generator of whole numbers that is good enough to make series of every kind, and the same everywhere. */
function uniforms(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const normal = (u: () => number): number => Math.sqrt(-2 * Math.log(u())) * Math.cos(2 * Math.PI * u());

const KINDS = {
  uniform: (u: () => number) => u(),
  normal,
  offset: (u: () => number) => 1e9 + normal(u),
  lognormal: (u: () => number) => Math.exp(normal(u)),
  heavy: (u: () => number) => Math.exp(6 * normal(u)),
  cauchy: (u: () => number) => Math.tan(Math.PI * (u() - 0.5)),
  ties: (u: () => number) => Math.floor(4 * u()),
  mostlyZero: (u: () => number) => (u() < 0.97 ? 0 : normal(u)),
  oneOutlier: (u: () => number) => (u() < 0.001 ? 1e30 : u()),
  tiny: (u: () => number) => 1e-300 * u(),
} as const;

const SERIES = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
  sampler: fc.constantFrom('mc', 'antithetic', 'sobol'),
  draws: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 6000 })),
  replicates: fc.constantFrom(2, 4, 16),
  undefinedShare: fc.constantFrom(0, 0, 0.01, 0.6),
  seed: fc.integer({ min: 1, max: 1e9 }),
});

describe("the kernel's summary", () => {
  it('is the plain one, whatever the series', () => {
    fc.assert(
      fc.property(SERIES, ({ kind, sampler, draws, replicates, undefinedShare, seed }) => {
        const u = uniforms(seed);
        const values = Float64Array.from({ length: draws }, () => (u() < undefinedShare ? none : KINDS[kind](u)));
        const plan = planOf(sampler, draws, replicates);
        if (ORDINARY.includes(kind)) expect(byKernel(values, plan), 'left to the plain code').not.toBeNull();
        expectAgreement(createSummarizer(plan)(values), values, plan);
      }),
      { numRuns: 400 },
    );
  });

  it('is exact for a constant, at every length of a last vector', () => {
    for (let draws = 1; draws <= 18; draws++) {
      for (const sampler of ['mc', 'antithetic', 'sobol'] as const) {
        const plan = planOf(sampler, draws, 2);
        const values = new Float64Array(draws).fill(0.1);
        expect(byKernel(values, plan)).toEqual(summarize(values, plan));
        values[draws - 1] = none;
        expect(byKernel(values, plan)).toEqual(summarize(values, plan));
      }
    }
  });

  it('has no figures of a series without values, in an order of series that leaves nothing behind', () => {
    const plan = planOf('sobol', 1000, 16);
    const kernel = createKernelSummarizer(kernelModule('summary')!, plan);
    const rising = Float64Array.from({ length: 1000 }, (_, k) => k);
    const holes = rising.map((value) => (value % 3 === 0 ? none : value));
    const before = kernel(rising);
    expect(before).toMatchObject({ mean: 499.5, p50: 499.5, p5: 49.95 });
    expect(kernel(new Float64Array(1000).fill(none))).toEqual(
      summarize(new Float64Array(1000).fill(none), planOf('sobol', 1000, 16)),
    );
    expect(kernel(holes)).toMatchObject({ undefined: 0.334, p50: summarize(holes, plan).p50 });
    expect(kernel(rising)).toEqual(before);
  });

  it('weighs clusters by the draws that are left of them', () => {
    // As in the plain code's tests: pairs (0, 4), none, (5, 3), (1, 17); then replicates (1, 3), none, (8).
    const pairs = Float64Array.of(0, 4, none, none, 5, 3, 1, 17);
    expect(byKernel(pairs, planOf('antithetic', 8))?.se).toBeCloseTo(Math.sqrt(13 / 3), 14);
    const replicates = Float64Array.of(1, 3, none, none, 8, none);
    expect(byKernel(replicates, planOf('sobol', 6, 3))?.se).toBeCloseTo(8 / 3, 14);
  });

  it('leaves to the plain code what it is not made for', () => {
    expect(byKernel(Float64Array.of(1, 2, infinity), planOf('mc', 3))).toBeNull();
    expect(byKernel(Float64Array.of(1, -infinity, infinity, none), planOf('mc', 4))).toBeNull();
    expect(byKernel(Float64Array.of(-1e308, 1e308, 3), planOf('mc', 3))).toBeNull();
    const values = Float64Array.of(1, 2, infinity);
    expect(createSummarizer(planOf('mc', 3))(values)).toEqual(summarize(values, planOf('mc', 3)));
  });

  it('finds the same however far outliers push the others together', () => {
    // All others in one bucket at first; these fall, then rise.
    const draws = 20_000;
    const values = Float64Array.from({ length: draws }, (_, k) => Math.abs(k - draws / 2));
    const plan = planOf('mc', draws);
    for (const outlier of [1e6, 1e9, 1e12, 1e30, 1e150]) {
      values[0] = outlier;
      values[1] = -outlier;
      const expected = summarize(values, plan);
      const actual = createSummarizer(plan)(values);
      for (const p of QUANTILES) expect(actual[p]).toBe(expected[p]);
      if (outlier <= 1e12) expect(byKernel(values, plan)).not.toBeNull();
    }
  });
});

describe('summarising many series', () => {
  afterEach(() => {
    delete process.env.HUNI_KERNEL;
  });

  it('is the plain code where the kernel is not wanted', () => {
    process.env.HUNI_KERNEL = 'reference';
    const plan = planOf('mc', 777);
    const values = Float64Array.from({ length: 777 }, (_, k) => Math.exp(Math.sin(k)));
    expect(createSummarizer(plan)(values)).toEqual(summarize(values, plan));
  });

  it.each([
    ['mc', 384, 'kernel'],
    ['mc', 301, 'kernel'],
    ['sobol', 1001, 'kernel'],
    ['antithetic', 431, 'kernel'],
    ['sobol', 1001, 'reference'],
  ] as const)('of a store by block is that of each by itself: %s, %i draws, %s', (sampler, draws, kernel) => {
    if (kernel === 'reference') process.env.HUNI_KERNEL = 'reference';
    const plan = planOf(sampler, draws, 16);
    const u = uniforms(draws);
    const rows = Array.from({ length: 11 }, (_, k) => Float64Array.from({ length: draws }, () => k + normal(u)));
    // One with gaps, one without any value, one that the kernel leaves to the plain code, one that is the same in all draws.
    for (let d = 0; d < draws; d += 7) rows[3]![d] = none;
    rows[4]!.fill(none);
    rows[5]![draws - 1] = infinity;
    rows[6]!.fill(12);
    const blocks = blocksOf(plan);
    const values = new Float64Array(rows.length * draws);
    for (const { start, lanes } of blocks) {
      rows.forEach((row, k) => {
        values.set(row.subarray(start, start + lanes), rows.length * start + k * lanes);
      });
    }
    const store = { values, series: rows.length, draws, blocks };
    const [alone, stored] = [createSummarizer(plan), createStoreSummarizer(plan)];
    const expected = rows.map((row) => alone(row));
    expect(stored(store, 0, 8)).toEqual(expected.slice(0, 8));
    expect(stored(store, 8, 3)).toEqual(expected.slice(8));
    expect(stored(store, 5, 1)).toEqual([expected[5]]);
  });

  it('needs one value for each draw', () => {
    expect(() => createSummarizer(planOf('mc', 4))(new Float64Array(3))).toThrow(RangeError);
  });
});
