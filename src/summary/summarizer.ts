import { kernelModule } from '../model/kernel/load.js';
import type { SamplingPlan } from '../sampling/types.js';
import { createKernelSummarizer } from './kernel/summarizer.js';
import { createQuantileScratch, PERCENTAGES, type PercentagesOf, type QuantileScratch } from './quantiles.js';
import { summarize } from './summarize.js';
import type { Summary } from './types.js';

/**
 * `summarize` for many series of one plan: by the kernel where there is one, else as it stands.
 *
 * @param percentagesOf R-7 percentages of so many defined values that stand for PERCENTAGES
 * @returns a function of one series, to be used for one after another; it throws as `summarize` does
 */
export function createSummarizer(
  plan: SamplingPlan,
  percentagesOf: PercentagesOf = () => PERCENTAGES,
): (values: Float64Array) => Summary {
  const module = kernelModule('summary');
  let scratch: QuantileScratch | undefined;
  const plainly = (values: Float64Array): Summary => {
    scratch ??= createQuantileScratch(plan.draws);
    return summarize(values, plan, scratch, percentagesOf);
  };
  if (module === null) return plainly;
  const byKernel = createKernelSummarizer(module, plan, percentagesOf);
  return (values) => byKernel(values) ?? plainly(values);
}
