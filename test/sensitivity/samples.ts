import { blocksOf, LANES } from '../../src/sampling/blocks.js';
import { createNormalFiller } from '../../src/sampling/normals.js';
import { openStream, type RandomBits, streamKey } from '../../src/sampling/pseudo-random.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import type { PickFreezeSample } from '../../src/sensitivity/sobol-indices.js';

/** `[input][draw]`, independent standard normals. */
export function normalSample(inputs: number, plan: SamplingPlan): Float64Array[] {
  const sources = Array.from({ length: inputs }, (_, k) => ({ name: `x${k}`, dimension: k + 1, shuffled: false }));
  const fill = createNormalFiller(sources, plan);
  const block = new Float64Array(inputs * LANES);
  const out = sources.map(() => new Float64Array(plan.draws));
  for (const { lanes, start, ...rest } of blocksOf(plan)) {
    fill({ lanes, start, ...rest }, block);
    for (const [k, values] of out.entries()) values.set(block.subarray(k * LANES, k * LANES + lanes), start);
  }
  return out;
}

export const pseudoRandom = (seed: string, draws: number): SamplingPlan => ({
  seed,
  sampler: 'mc',
  draws,
  replicates: 1,
});

/** A function of independent standard normals on a pick-freeze sample, groups given by the inputs in them. */
export function pickFreeze(
  f: (z: readonly number[]) => number,
  inputs: number,
  groups: readonly (readonly number[])[],
  seed: string,
  draws: number,
): PickFreezeSample {
  const on = (plan: SamplingPlan): Float64Array => {
    const z = normalSample(inputs, plan);
    return Float64Array.from({ length: draws }, (_, d) => f(z.map((values) => values[d]!)));
  };
  const first = pseudoRandom(`${seed}/first`, draws);
  const second = `${seed}/second`;
  return {
    first: on(first),
    second: on(pseudoRandom(second, draws)),
    mixed: groups.map((group) => on({ ...first, resampled: { seed: second, sources: group.map((k) => `x${k}`) } })),
  };
}

export const bits = (seed: string): RandomBits => openStream(streamKey(seed, 'draws', 'test'), 0);
