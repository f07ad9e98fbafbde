import { kernelModule } from '../model/kernel/load.js';
import type { SamplingPlan } from '../sampling/types.js';
import { createKernelSummarizer } from './kernel/summarizer.js';
import { createQuantileScratch, type QuantileScratch } from './quantiles.js';
import { summarize } from './summarize.js';
import type { Summary } from './types.js';

/**
 * `summarize` for many series of one plan: by the kernel where there is one, else as it stands.
 *
 * @returns a function of one series, to be used for one after another; it throws as `summarize` does
 */
export function createSummarizer(plan: SamplingPlan): (values: Float64Array) => Summary {
  const module = kernelModule('summary');
  let scratch: QuantileScratch | undefined;
  const plainly = (values: Float64Array): Summary => {
    scratch ??= createQuantileScratch(plan.draws);
    return summarize(values, plan, scratch);
  };
  if (module === null) return plainly;
  const byKernel = createKernelSummarizer(module, plan);
  return (values) => byKernel(values) ?? plainly(values);
}
