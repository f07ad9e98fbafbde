import { LANES } from '../../src/model/layout.js';
import { blocksOf, replicatesFor } from '../../src/sampling/blocks.js';
import { createNormalFiller } from '../../src/sampling/normals.js';
import type { NormalSource, Sampler, SamplingPlan } from '../../src/sampling/types.js';
import type { BenchTask } from './types.js';

const SOURCES = 128;
const DRAWS = 2048;

/** Standard normals of the readable reference, source by source. */
export function samplingTasks(): BenchTask[] {
  return (['sobol', 'mc'] as const).map((sampler: Sampler) => {
    const sources: NormalSource[] = Array.from({ length: SOURCES }, (_, k) => ({
      name: `input ${k}`,
      dimension: k + 1,
      shuffled: false,
    }));
    const sampling: SamplingPlan = { seed: 'bench', sampler, draws: DRAWS, replicates: replicatesFor(sampler, DRAWS) };
    const fill = createNormalFiller(sources, sampling);
    const blocks = blocksOf(sampling);
    const out = new Float64Array(SOURCES * LANES);
    return {
      name: `sample: normals, ${sampler}, reference`,
      per: DRAWS * SOURCES,
      unit: 'ns a value',
      heavy: false,
      run: () => {
        for (const block of blocks) fill(block, out);
      },
    } as const;
  });
}
