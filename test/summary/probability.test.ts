import { describe, expect, it } from 'vitest';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { probability } from '../../src/summary/probability.js';
import { normalsOf, planOf, source } from '../sampling/draws.js';

const plan = (sampler: SamplingPlan['sampler'], draws: number, replicates = 1): SamplingPlan => ({
  seed: 's',
  sampler,
  draws,
  replicates,
});

describe('probability', () => {
  const values = Float64Array.of(1, 2, 2, 3, Number.NaN);

  it('counts draws that meet the comparison; undefined draws meet none', () => {
    const share = (comparison: '>=' | '<=' | '>' | '<') =>
      probability(values, comparison, 2, plan('mc', 5)).probability;
    expect(share('>=')).toBeCloseTo(3 / 5, 15);
    expect(share('>')).toBeCloseTo(1 / 5, 15);
    expect(share('<=')).toBeCloseTo(3 / 5, 15);
    expect(share('<')).toBeCloseTo(1 / 5, 15);
  });

  it('has the binomial standard error for independent draws', () => {
    // p = 0.3 of 1000: sample variance of 0s and 1s is p (1 − p) n / (n − 1).
    const draws = Float64Array.from({ length: 1000 }, (_, k) => k % 10);
    const result = probability(draws, '<', 3, plan('mc', 1000));
    expect(result.probability).toBe(0.3);
    expect(result.se).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 999), 14);
  });

  it('has the standard error of its replicates for sobol', () => {
    // Shares 0.2, 0.4, 0.6, 0.8 in replicates of 5: sample variance 1/15, se √(1/60).
    const met = Float64Array.from({ length: 20 }, (_, draw) => (draw % 5 <= Math.floor(draw / 5) ? 1 : 0));
    const result = probability(met, '>=', 1, plan('sobol', 20, 4));
    expect(result.probability).toBe(0.5);
    expect(result.se).toBeCloseTo(Math.sqrt(1 / 60), 14);
  });

  it.each(['sobol', 'mc', 'antithetic'] as const)('is never free of error: %s', (sampler) => {
    const draws = 1600;
    const p = plan(sampler, draws, sampler === 'sobol' ? 16 : 1);
    // By hand: Laplace's estimate of the unseen is 1 / 1602.
    const floor = Math.sqrt(((1 / 1602) * (1601 / 1602)) / 1600);
    const always = probability(new Float64Array(draws).fill(1), '>', 0, p);
    expect(always.probability).toBe(1);
    expect(always.se).toBeCloseTo(floor, 15);
    const never = probability(new Float64Array(draws).fill(Number.NaN), '>', 0, p);
    expect(never.probability).toBe(0);
    expect(never.se).toBeCloseTo(floor, 15);
    expect(probability(Float64Array.of(1), '>', 0, plan(sampler, 1)).se).toBeCloseTo(Math.sqrt(2 / 9), 14);
  });

  it.each(['1', '2', '3', '4', '5'])('is within 4 standard errors of the truth, seed %s', (seed) => {
    for (const sampler of ['sobol', 'mc', 'antithetic'] as const) {
      const p = planOf(seed, sampler, 4096);
      const [x, y] = normalsOf([source('x', 1), source('y', 2)], p);
      const sum = x!.map((value, draw) => value + y![draw]!);
      // P(x + y > √2) = 1 − Φ(1), NIST's tables: 0.15865525393145705.
      const result = probability(sum, '>', Math.SQRT2, p);
      expect(Math.abs(result.probability - 0.15865525393145705)).toBeLessThan(4 * result.se);
      expect(result.se).toBeLessThan(1.5 * Math.sqrt((0.16 * 0.84) / 4096));
    }
  });

  it('needs one value for each draw', () => {
    expect(() => probability(values, '>', 0, plan('mc', 4))).toThrow(RangeError);
  });
});
