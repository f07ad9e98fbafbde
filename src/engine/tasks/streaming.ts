import type { Pricer } from '../../model/block-model.js';
import type { Program } from '../../model/program.js';
import { blocksOf } from '../../sampling/blocks.js';
import type { SamplingPlan } from '../../sampling/types.js';
import { blomPercentages, STREAM_FIELDS, streamRuns } from '../../summary/streamed.js';
import { createSummarizer } from '../../summary/summarizer.js';
import type { Summary } from '../../summary/types.js';
import type { StreamJob } from '../jobs.js';
import type { JobResult } from '../types.js';
import type { TaskHandler } from './handler.js';
import { spendOf } from './spend-of.js';

/** Prices runs of draws: the kept series as they are, of all others a summary of each run. */
export function streaming(job: StreamJob, program: Program, pricer: Pricer, into: JobResult): TaskHandler {
  const { sampling, series, stored } = job;
  const blocks = blocksOf(sampling);
  const runs = streamRuns(sampling, job.parts);
  const plans = [spendOf(program, job.plan)];
  const streamed = Array.from({ length: series }, (_, k) => k).filter((k) => !stored.includes(k));
  const longest = runs.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const figures = new Float64Array(series * longest);
  const stores = [figures];
  const [store, summaries] = [into.matrices[0], into.matrices[1]];
  const summarizers = new Map<number, (values: Float64Array) => Summary>();
  const summarizerFor = (draws: number) => {
    const known = summarizers.get(draws) ?? createSummarizer(runPlan(sampling, draws), blomPercentages);
    summarizers.set(draws, known);
    return known;
  };
  return (task) => {
    const { start, end } = runs[task];
    const draws = end - start;
    if (draws === 0) return;
    for (const block of blocks) {
      if (block.start < start || block.start >= end) continue;
      pricer.price(block, plans, stores, { draws, start: block.start - start });
    }
    stored.forEach((k, place) => {
      store.set(figures.subarray(k * draws, (k + 1) * draws), place * sampling.draws + start);
    });
    const summarize = summarizerFor(draws);
    streamed.forEach((k, place) => {
      const summary = summarize(figures.subarray(k * draws, (k + 1) * draws));
      const at = (task * streamed.length + place) * STREAM_FIELDS.length;
      STREAM_FIELDS.forEach((field, f) => {
        summaries[at + f] = summary[field] ?? Number.NaN;
      });
    });
  };
}

/** A run by itself: part of one replicate, or independent draws. */
function runPlan({ seed, sampler }: SamplingPlan, draws: number): SamplingPlan {
  return { seed, sampler, draws, replicates: 1 };
}
