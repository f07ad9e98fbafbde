import { normalCdf } from '../../src/distributions/normal.js';
import { blocksOf, LANES, replicatesFor } from '../../src/sampling/blocks.js';
import { createNormalFiller } from '../../src/sampling/normals.js';
import type { NormalSource, Sampler, SamplingPlan } from '../../src/sampling/types.js';

export const source = (name: string, dimension: number | null, shuffled = false): NormalSource => ({
  name,
  dimension,
  shuffled,
});

export const planOf = (seed: string, sampler: Sampler, draws: number): SamplingPlan => ({
  seed,
  sampler,
  draws,
  replicates: replicatesFor(sampler, draws),
});

/** Every source's normals over the whole run, blocks in the order given. */
export function normalsOf(
  sources: readonly NormalSource[],
  plan: SamplingPlan,
  order = blocksOf(plan),
): readonly Float64Array[] {
  const fill = createNormalFiller(sources, plan);
  const block = new Float64Array(sources.length * LANES);
  const series = sources.map(() => new Float64Array(plan.draws));
  for (const { index, start, lanes, replicate, offset } of order) {
    fill({ index, start, lanes, replicate, offset }, block);
    for (const [s, values] of series.entries()) values.set(block.subarray(s * LANES, s * LANES + lanes), start);
  }
  return series;
}

export const uniforms = (normals: Float64Array): Float64Array => normals.map(normalCdf);

export const mean = (values: Iterable<number>): number => {
  let sum = 0;
  let n = 0;
  for (const value of values) {
    sum += value;
    n++;
  }
  return sum / n;
};
