import { describe, expect, it } from 'vitest';
import { replicateStart } from '../../src/sampling/blocks.js';
import type { NormalSource, Sampler } from '../../src/sampling/types.js';
import { moments } from '../../src/summary/moments.js';
import { mean, normalsOf, planOf, source, uniforms } from './draws.js';

const SEEDS = Array.from({ length: 20 }, (_, index) => `seed ${index}`);
const own: NormalSource[] = Array.from({ length: 8 }, (_, d) => source(`input ${d}`, d + 1));
/** Four dimensions, each owned by one source and lent to another. */
const shared: NormalSource[] = Array.from({ length: 8 }, (_, d) => source(`input ${d}`, (d >> 1) + 1, d % 2 === 1));

/** Sobol's g-function, mean 1: I. Sobol, "Theorems and examples on high dimensional model representation" (2003). */
function sobolG(normals: readonly Float64Array[]): Float64Array {
  const u = normals.map(uniforms);
  return u[0]!.map((_, draw) =>
    u.reduce((product, x, d) => (product * (Math.abs(4 * x[draw]! - 2) + d * d)) / (1 + d * d), 1),
  );
}

/** A product of lognormals, like a funnel's; mean 1, since E exp(cz) = exp(c²/2). */
function funnel(normals: readonly Float64Array[]): Float64Array {
  const sds = normals.map((_, d) => 0.5 / (1 + d / 2));
  const variance = sds.reduce((sum, sd) => sum + sd * sd, 0);
  return normals[0]!.map((_, draw) =>
    Math.exp(normals.reduce((sum, z, d) => sum + sds[d]! * z[draw]!, 0) - variance / 2),
  );
}

/** Errors of the mean, and those errors in reported standard errors, seed by seed. */
function errors(f: typeof sobolG, sources: readonly NormalSource[], sampler: Sampler, draws: number) {
  return SEEDS.map((seed) => {
    const plan = planOf(seed, sampler, draws);
    const result = moments(f(normalsOf(sources, plan)), plan);
    return { error: result.mean - 1, scaled: (result.mean - 1) / result.se };
  });
}

const rootMeanSquare = (values: number[]) => Math.sqrt(mean(values.map((value) => value * value)));

describe.each([
  ["Sobol's g", sobolG],
  ['a product of lognormals', funnel],
])('the mean of %s', (_, f) => {
  const draws = 4096;
  const sobol = errors(f, own, 'sobol', draws);
  const mc = errors(f, own, 'mc', draws);

  it('is far closer with scrambled Sobol points than with pseudo-random ones', () => {
    // The root mean squares of 20 errors each are known to 16 %; a quarter is far outside of that.
    expect(rootMeanSquare(sobol.map(({ error }) => error))).toBeLessThan(
      rootMeanSquare(mc.map(({ error }) => error)) / 4,
    );
  });

  it('is no further off where sources share dimensions', () => {
    const sharing = errors(f, shared, 'sobol', draws);
    expect(rootMeanSquare(sharing.map(({ error }) => error))).toBeLessThan(
      rootMeanSquare(mc.map(({ error }) => error)),
    );
  });

  it('comes with a standard error that fits its errors, for each sampler', () => {
    for (const scaled of [sobol, mc, errors(f, own, 'antithetic', draws)].map((runs) => runs.map((r) => r.scaled))) {
      // Squares of Student's t with 15 degrees of freedom: mean 15/13, variance below 4.1, hence ± 4 · √(4.1/20).
      expect(mean(scaled.map((t) => t * t))).toBeLessThan(15 / 13 + 4 * Math.sqrt(4.1 / 20));
      expect(mean(scaled.map((t) => t * t))).toBeGreaterThan(0.3);
    }
  });
});

it('is unbiased over scrambles, however few the points', () => {
  // 400 independent replicates of 8 points: their means have a known spread around the true mean.
  for (const sources of [own, shared]) {
    const plan = { seed: 'unbiased', sampler: 'sobol', draws: 3200, replicates: 400 } as const;
    const values = funnel(normalsOf(sources, plan));
    const means = Array.from({ length: 400 }, (_, r) =>
      mean(values.subarray(replicateStart(plan, r), replicateStart(plan, r + 1))),
    );
    const centre = mean(means);
    const se = Math.sqrt(mean(means.map((m) => (m - centre) ** 2)) / 399);
    expect(Math.abs(centre - 1)).toBeLessThan(4 * se);
    expect(se).toBeLessThan(0.02);
  }
});
