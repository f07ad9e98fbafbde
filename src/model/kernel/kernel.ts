import type { SamplingPlan } from '../../sampling/types.js';
import type { PlanSpend } from '../forward.js';
import type { Layout } from '../layout.js';
import type { Program } from '../program.js';
import type { BlockSampler } from '../sample-block.js';
import { startKernel } from './instance.js';
import { layKernelSampler } from './sampler.js';
import { layTables } from './tables.js';

/** A program in a kernel's memory, with one block's room. */
export interface Kernel {
  /** The block's memory as `layout` has it: the plain passes work on it as well. */
  readonly data: Float64Array;
  /** Fills the sampled rows of `data`; `null` where the kernel was made without a sampling plan. */
  readonly sampler: BlockSampler | null;
  /** Creative quality and the forward pass, for the block's first `lanes` draws. */
  forward(plan: PlanSpend, lanes: number): void;
}

/** Lays a program out in a kernel of its own. */
export function createKernel(
  module: WebAssembly.Module,
  program: Program,
  layout: Layout,
  sampling: SamplingPlan | null,
): Kernel {
  const kernel = startKernel(module);
  const tables = layTables(kernel, program, layout);
  const sampler = sampling === null ? null : layKernelSampler(kernel, tables, program, layout, sampling);
  const data = kernel.doubles(tables.block, layout.size);
  const spend = kernel.doubles(tables.spend, program.lines.length * program.periods);
  const creative = kernel.doubles(tables.creative, 3);
  // Where creative is off the quality is 1 for good.
  if (!program.hasCreative) data.fill(1, layout.quality.start, layout.pool.start);
  return {
    data,
    sampler: sampler === null ? null : sampler.open(data),
    forward(plan, lanes) {
      spend.set(plan.spend);
      creative.set(plan.creative);
      kernel.exports.forward(tables.program, lanes);
    },
  };
}
