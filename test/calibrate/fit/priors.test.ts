import { describe, expect, it } from 'vitest';
import { groupPrior } from '../../../src/calibrate/fit/priors.js';
import { quantile } from '../../../src/distributions/index.js';
import { benchmark } from '../../../src/scenario/benchmarks/index.js';

describe("a group's prior", () => {
  it.each([
    ['cpm', (x: number) => Math.log(x)],
    ['ctr', (x: number) => Math.log(x / (1 - x))],
  ] as const)("is the benchmark's 90 %% interval as a normal, wider by how accounts differ: %s", (metric, scale) => {
    const known = benchmark('facebook', 'awareness', metric, 'USD');
    if ('missing' in known) throw new Error('facebook has a benchmark');
    const [low, high] = [0.05, 0.95].map((p) => scale(quantile(known.distribution, p))) as [number, number];
    const prior = groupPrior('facebook', 'awareness', metric, 'USD');
    expect(prior.centre).toBeCloseTo((low + high) / 2, 12);
    // 1.6449 standard deviations to either side (5 % quantile of the normal), and 0.8 between accounts.
    expect(prior.sd).toBeCloseTo(Math.hypot((high - low) / (2 * 1.6448536), 0.8), 6);
    expect(prior.source.kind).not.toBe('vague');
  });

  it('is vague where nothing is published, and for a price in no currency', () => {
    expect(groupPrior('microsoft', 'conversion', 'ctr', 'USD').source).toEqual({ kind: 'vague' });
    expect(groupPrior('facebook', 'awareness', 'cpm', null)).toEqual({
      centre: Math.log(6),
      sd: 2.5,
      source: { kind: 'vague' },
    });
  });
});
