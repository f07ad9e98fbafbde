import { describe, expect, it } from 'vitest';
import { LANES } from '../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { normalsOf, planOf, source } from './draws.js';

const SOURCES = [source('market.cpm', 1), source('tiktok/awareness.cpm', 2), source('noise.cpm.tiktok.0', null)];
const DRAWS = 3 * LANES + 17;

describe.each(['mc', 'antithetic'] as const)('resampled sources, %s', (sampler) => {
  const own = normalsOf(SOURCES, planOf('a', sampler, DRAWS));
  const other = normalsOf(SOURCES, planOf('b', sampler, DRAWS));
  const pick = (...sources: string[]): SamplingPlan => ({
    ...planOf('a', sampler, DRAWS),
    resampled: { seed: 'b', sources },
  });

  it("take the other seed's numbers, to the last bit, and leave all others as they were", () => {
    const drawn = normalsOf(SOURCES, pick('tiktok/awareness.cpm', 'noise.cpm.tiktok.0'));
    expect(drawn[0]).toEqual(own[0]);
    expect(drawn[1]).toEqual(other[1]);
    expect(drawn[2]).toEqual(other[2]);
    expect(other[1]).not.toEqual(own[1]);
  });

  it('are none by an empty list, all by a full one', () => {
    expect(normalsOf(SOURCES, pick())).toEqual(own);
    expect(normalsOf(SOURCES, pick(...SOURCES.map(({ name }) => name)))).toEqual(other);
  });

  it('are the same whatever was mixed from the seed before: other sources, fewer draws, another seed', () => {
    const before = normalsOf(SOURCES, pick('market.cpm'));
    const fewer = { ...planOf('a', sampler, LANES + 5), resampled: { seed: 'b', sources: ['market.cpm'] } };
    expect(normalsOf(SOURCES, fewer)[1]!.slice(0, LANES)).toEqual(own[1]!.slice(0, LANES));
    normalsOf(SOURCES, { ...planOf('c', sampler, DRAWS), resampled: { seed: 'a', sources: ['tiktok/awareness.cpm'] } });
    normalsOf(SOURCES, fewer);
    expect(normalsOf(SOURCES, pick('market.cpm'))).toEqual(before);
    expect(before).toEqual([other[0], own[1], own[2]]);
  });

  it('must be sources that there are', () => {
    expect(() => normalsOf(SOURCES, pick('market.cpc'))).toThrow(/'market\.cpc'/);
  });
});

it('are refused for Sobol points', () => {
  const plan: SamplingPlan = { ...planOf('a', 'sobol', 256), resampled: { seed: 'b', sources: ['market.cpm'] } };
  expect(() => normalsOf(SOURCES, plan)).toThrow(RangeError);
});
