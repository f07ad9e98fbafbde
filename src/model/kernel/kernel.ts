import type { SamplingPlan } from '../../sampling/types.js';
import { type Layout, STRIDE } from '../layout.js';
import type { Program } from '../program.js';
import type { BlockSampler } from '../sample-block.js';
import { type KernelInstance, startKernel } from './instance.js';
import { layKernelSampler } from './sampler.js';
import { type KernelTables, layTables } from './tables.js';

/** A program in a kernel's memory, with one block's room. */
interface Kernel {
  /** The block's memory as `layout` has it: the plain passes work on it as well. */
  readonly data: Float64Array;
  /** Fills the sampled rows of `data`; `null` where the kernel was made without a sampling plan. */
  readonly sampler: BlockSampler | null;
  /** Rows at an address, to look at. */
  rows(address: number, count: number): Float64Array;
}

/**
 * Lays a program out in a kernel of its own.
 *
 * @param sampling `null` where the inputs are filled in otherwise
 * @param layMore lays out what else the kernel is for; its memory can't grow afterwards
 */
export function createKernel(
  module: WebAssembly.Module,
  program: Program,
  layout: Layout,
  sampling: SamplingPlan | null,
  layMore: (kernel: KernelInstance, tables: KernelTables) => void = () => {},
): Kernel {
  const kernel = startKernel(module);
  const tables = layTables(kernel, program, layout);
  const sampler = sampling === null ? null : layKernelSampler(kernel, tables, program, layout, sampling);
  layMore(kernel, tables);
  const data = kernel.doubles(tables.block, layout.size);
  return {
    data,
    sampler: sampler === null ? null : sampler.open(data),
    rows: (address, count) => kernel.doubles(address, count * STRIDE),
  };
}
