import { kernelModule } from '../model/kernel/load.js';
import { type SeriesStore, seriesAt } from '../model/series-store.js';
import { createQuantileScratch, type QuantileScratch } from '../numerics/order-statistics.js';
import type { SamplingPlan } from '../sampling/types.js';
import { createKernelStoreSummarizer, createKernelSummarizer } from './kernel/summarizer.js';
import { PERCENTAGES, type PercentagesOf, summarize } from './summarize.js';
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
  const plainly = plainSummarizer(plan, percentagesOf);
  if (module === null) return plainly;
  const byKernel = createKernelSummarizer(module, plan, percentagesOf);
  return (values) => byKernel(values) ?? plainly(values);
}

const MOST_TOGETHER = 8;
/** Numbers of series that are summarised together, at most: a core's second-level cache and no more than a few times that. */
const MOST_NUMBERS = 2 ** 18;

/** How many series of so many draws are summarised together at most: so many of a block's are read in a row. */
export function seriesTogether(draws: number): number {
  return Math.max(1, Math.min(MOST_TOGETHER, Math.floor(MOST_NUMBERS / draws)));
}

/** Summaries of `count` neighbouring series of a store, `seriesTogether` at most, in their order. */
export type StoreSummarizer = (store: SeriesStore, first: number, count: number) => Summary[];

/** The same as `createSummarizer` for series of stores that have the plan's draws. */
export function createStoreSummarizer(
  plan: SamplingPlan,
  percentagesOf: PercentagesOf = () => PERCENTAGES,
): StoreSummarizer {
  const module = kernelModule('summary');
  const plainly = plainSummarizer(plan, percentagesOf);
  const byKernel =
    module === null ? null : createKernelStoreSummarizer(module, plan, seriesTogether(plan.draws), percentagesOf);
  return (store, first, count) => {
    const found = byKernel?.(store, first, count);
    return Array.from({ length: count }, (_, k) => found?.[k] ?? plainly(seriesAt(store, first + k)));
  };
}

function plainSummarizer(plan: SamplingPlan, percentagesOf: PercentagesOf): (values: Float64Array) => Summary {
  let scratch: QuantileScratch | undefined;
  return (values) => {
    scratch ??= createQuantileScratch(plan.draws);
    return summarize(values, plan, scratch, percentagesOf);
  };
}
