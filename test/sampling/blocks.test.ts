import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, checkPlan, LANES, replicateStart, replicatesFor } from '../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../src/sampling/types.js';

const plans = fc
  .record({
    sampler: fc.constantFrom('sobol', 'mc', 'antithetic' as const),
    draws: fc.integer({ min: 1, max: 20_000 }),
  })
  .map(({ sampler, draws }): SamplingPlan => {
    return { seed: 's', sampler, draws, replicates: replicatesFor(sampler, draws) };
  });

describe('blocks', () => {
  it('cover the draws in order, never across a replicate, with replicates as even as can be', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const blocks = blocksOf(plan);
        let start = 0;
        const sizes = new Array<number>(plan.replicates).fill(0);
        for (const [index, block] of blocks.entries()) {
          expect(block.index).toBe(index);
          expect(block.start).toBe(start);
          expect(block.offset).toBe(sizes[block.replicate]);
          expect(block.start).toBe(replicateStart(plan, block.replicate) + block.offset);
          expect(block.offset % LANES).toBe(0);
          expect(block.lanes).toBeGreaterThanOrEqual(1);
          expect(block.lanes).toBeLessThanOrEqual(LANES);
          start += block.lanes;
          sizes[block.replicate]! += block.lanes;
        }
        expect(start).toBe(plan.draws);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(replicateStart(plan, plan.replicates)).toBe(plan.draws);
      }),
    );
  });

  it('are even-sized but for the last, so that antithetic pairs stay together', () => {
    const blocks = blocksOf({ seed: 's', sampler: 'antithetic', draws: 1001, replicates: 1 });
    expect(blocks.slice(0, -1).every(({ lanes }) => lanes % 2 === 0)).toBe(true);
    expect(blocks.at(-1)?.lanes).toBe(1001 % LANES);
  });

  it('split a Sobol run into 16 replicates from 256 draws on, fewer below', () => {
    expect([1, 2, 3, 31, 63, 64, 127, 128, 255, 256, 100_000].map((draws) => replicatesFor('sobol', draws))).toEqual([
      1, 2, 2, 2, 2, 4, 4, 8, 8, 16, 16,
    ]);
    expect(replicatesFor('mc', 100_000)).toBe(1);
    expect(replicatesFor('antithetic', 100_000)).toBe(1);
  });

  it('refuse plans that can not be drawn', () => {
    const plan: SamplingPlan = { seed: 's', sampler: 'sobol', draws: 10, replicates: 2 };
    expect(() => checkPlan(plan)).not.toThrow();
    for (const draws of [0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => blocksOf({ ...plan, draws })).toThrow(RangeError);
    }
    for (const replicates of [0, 1.5, 11]) expect(() => blocksOf({ ...plan, replicates })).toThrow(RangeError);
    expect(() => blocksOf({ ...plan, sampler: 'mc' })).toThrow(RangeError);
  });
});
