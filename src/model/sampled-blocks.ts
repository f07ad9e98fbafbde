import { required } from '../required.js';
import type { Block, SamplingPlan } from '../sampling/types.js';
import { createKernel } from './kernel/kernel.js';
import { kernelModule } from './kernel/load.js';
import { LANES, type Layout, layoutOf } from './layout.js';
import type { Program } from './program.js';
import { createBlockSampler } from './sample-block.js';

/** The sampled rows of a run's blocks, for all that is evaluated on the same draws. */
export interface SampledBlocks {
  /** Fills the sampled rows of a block's memory: they stand first in it, whatever else the layout has. */
  load(block: Block, data: Float64Array): void;
}

/** Bytes of a run whose rows are kept; those of a longer run are sampled each time. */
const MOST_KEPT_BYTES = 256e6;

/**
 * Samples a block when it is first asked for, and keeps it if there is room for the whole run.
 *
 * @param keep false: each block is asked for once, and not kept
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
  const keeps = keep && Math.ceil(sampling.draws / LANES) * blockBytes <= MOST_KEPT_BYTES;
  const stored = new Map<number, Float64Array>();
  return {
    load(block, into) {
      const known = stored.get(block.index);
      if (known !== undefined) {
        into.set(known, from);
        return;
      }
      made ??= samplerOf(program, layout, sampling);
      const { data, sample } = made;
      sample(block);
      const rows = data.subarray(from, to);
      into.set(rows, from);
      if (keeps) stored.set(block.index, rows.slice());
    },
  };
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
