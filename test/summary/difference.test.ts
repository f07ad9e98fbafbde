import { describe, expect, it } from 'vitest';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { differenceSummary } from '../../src/summary/difference.js';

const plan = (draws: number): SamplingPlan => ({ seed: 's', sampler: 'mc', draws, replicates: 1 });

describe('a difference', () => {
  it('is taken draw by draw, ties counting half', () => {
    // Differences 2, 0, −1, 3, 0.
    const result = differenceSummary(Float64Array.of(5, 1, 2, 4, 0), Float64Array.of(3, 1, 3, 1, 0), plan(5));
    expect(result).toMatchObject({ p50: 0, p25: 0, p75: 2, probability_better: (2 + 0.5 * 2) / 5 });
    expect(result?.mean).toBeCloseTo(0.8, 15);
    expect(result?.sd).toBeCloseTo(Math.sqrt((14 - 5 * 0.64) / 4), 14);
    expect(result?.se).toBeCloseTo(Math.sqrt((14 - 5 * 0.64) / 20), 14);
    expect(result?.p5).toBeCloseTo(-0.8, 14);
    expect(result?.p95).toBeCloseTo(2.8, 14);
  });

  it('of equal plans is 0 and a coin toss', () => {
    const values = Float64Array.of(1, 2, 3);
    expect(differenceSummary(values, values, plan(3))).toMatchObject({
      mean: 0,
      sd: 0,
      se: 0,
      probability_better: 0.5,
    });
  });

  it('leaves out draws in which either is undefined', () => {
    const none = Number.NaN;
    const result = differenceSummary(Float64Array.of(none, 4, 2, 9), Float64Array.of(1, none, 1, 10), plan(4));
    expect(result).toMatchObject({ mean: 0, probability_better: 0.5 });
    expect(differenceSummary(Float64Array.of(none, 1), Float64Array.of(1, none), plan(2))).toBeNull();
    expect(differenceSummary(Float64Array.of(Infinity, 1), Float64Array.of(1, 1), plan(2))).toBeNull();
  });

  it('of one draw has no spread', () => {
    const one = differenceSummary(Float64Array.of(3), Float64Array.of(1), plan(1));
    expect(one).toMatchObject({ mean: 2, sd: null, se: null, p5: 2, p95: 2, probability_better: 1 });
  });

  it('needs both series whole', () => {
    expect(() => differenceSummary(new Float64Array(3), new Float64Array(4), plan(4))).toThrow(RangeError);
    expect(() => differenceSummary(new Float64Array(4), new Float64Array(3), plan(4))).toThrow(RangeError);
  });
});
