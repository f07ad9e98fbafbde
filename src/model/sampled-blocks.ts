import { required } from '../required.js';
import type { Block, SamplingPlan } from '../sampling/types.js';
import { createKernel } from './kernel/kernel.js';
import { kernelModule } from './kernel/load.js';
import { LANES, type Layout, layoutOf } from './layout.js';
import type { Program } from './program.js';
import { createBlockSampler } from './sample-block.js';
import type { Range } from './sampled-ranges.js';

/** The sampled rows of a run's blocks, for all that is evaluated on the same draws. */
export interface SampledBlocks {
  /**
   * Fills the sampled rows of a block's memory: they stand first in it, whatever else the layout has.
   *
   * @param only rows that are looked at; left out: all
   */
  load(block: Block, data: Float64Array, only?: readonly Range[]): void;
}

/** Bytes of a run whose rows are cached; those of a longer run are sampled each time. */
const MOST_CACHED_BYTES = 256e6;

/**
 * Samples a block when it is first asked for, and keeps it if there is room for the whole run.
 *
 * @param keep false: each block is asked for once, and not cached
 */
export function createSampledBlocks(
  program: Program,
  sampling: SamplingPlan,
  { keep = true }: { readonly keep?: boolean } = {},
): SampledBlocks {
  const layout = layoutOf(program);
  const from = layout.inputs.start;
  const to = layout.size;
  // What is changed in every variant is never asked for as it is.
  let made: ReturnType<typeof samplerOf> | null = null;
  const blockBytes = (to - from) * Float64Array.BYTES_PER_ELEMENT;
  const keeps = keep && Math.ceil(sampling.draws / LANES) * blockBytes <= MOST_CACHED_BYTES;
  const stored = new Map<number, Float64Array>();
  const whole = [{ start: from, end: to }];
  return {
    load(block, into, only = whole) {
      const known = stored.get(block.index);
      if (known !== undefined) {
        copy(known, from, into, only);
        return;
      }
      made ??= samplerOf(program, layout, sampling);
      const { data, sample } = made;
      sample(block);
      copy(data, 0, into, only);
      if (keeps) stored.set(block.index, data.slice(from, to));
    },
  };
}

/** @param first the number of the block's memory that rows begin with */
function copy(rows: Float64Array, first: number, into: Float64Array, ranges: readonly Range[]): void {
  for (const { start, end } of ranges) into.set(rows.subarray(start - first, end - first), start);
}

/** Samples blocks into a memory of its own. */
function samplerOf(
  program: Program,
  layout: Layout,
  sampling: SamplingPlan,
): { readonly data: Float64Array; readonly sample: (block: Block) => void } {
  const module = kernelModule();
  if (module === null) {
    const data = new Float64Array(layout.size);
    const sampler = createBlockSampler(program, layout, sampling);
    return { data, sample: (block) => sampler.sample(block, data) };
  }
  const { data, sampler } = createKernel(module, program, layout, sampling);
  return { data, sample: (block) => required(sampler).sample(block, data) };
}
