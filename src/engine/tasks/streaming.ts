import type { Pricer } from '../../model/block-model.js';
import type { Program } from '../../model/program.js';
import { copySeries } from '../../model/series-store.js';
import { blocksWithin } from '../../sampling/blocks.js';
import type { SamplingPlan } from '../../sampling/types.js';
import { blomPercentages, STREAM_FIELDS } from '../../summary/streamed.js';
import { createStoreSummarizer, type StoreSummarizer, seriesTogether } from '../../summary/summarizer.js';
import { runsOfJob, type StreamJob } from '../jobs.js';
import type { JobResult } from '../types.js';
import type { TaskHandler } from './handler.js';
import { spendOf } from './spend-of.js';

/**
 * Prices runs of draws: the stored series as they are, of all others a summary of each run.
 *
 * @param roomFor memory for so many numbers, which a task fills and is through with
 */
export function streaming(
  job: StreamJob,
  program: Program,
  pricer: Pricer,
  into: JobResult,
  roomFor: (length: number) => Float64Array,
): TaskHandler {
  const { sampling, series, stored } = job;
  const runs = runsOfJob(job);
  const plans = [spendOf(program, job.plan)];
  const streamed = series - stored.length;
  const longest = runs.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const together = runsOf(series, stored, seriesTogether(longest));
  const [store, summaries] = [into.matrices[0], into.matrices[1]];
  const summarizers = new Map<number, StoreSummarizer>();
  const summarizerFor = (draws: number) => {
    const known = summarizers.get(draws) ?? createStoreSummarizer(runPlan(sampling, draws), blomPercentages);
    summarizers.set(draws, known);
    return known;
  };
  return (task) => {
    const { start, end, replicate } = runs[task];
    const draws = end - start;
    if (draws === 0) return;
    const figures = roomFor(series * longest);
    const stores = [figures];
    const own = blocksWithin(sampling, { start, end, replicate });
    for (const block of own) pricer.price(block, plans, stores, block.start - start);
    const run = {
      ...{ values: figures, series, draws },
      blocks: own.map(({ lanes, ...block }) => ({ start: block.start - start, lanes })),
    };
    stored.forEach((k, place) => {
      copySeries(run, k, 1, store.subarray(place * sampling.draws + start));
    });
    const summarize = summarizerFor(draws);
    let at = task * streamed * STREAM_FIELDS.length;
    for (const { first, count } of together) {
      for (const summary of summarize(run, first, count)) {
        for (const field of STREAM_FIELDS) summaries[at++] = summary[field] ?? Number.NaN;
      }
    }
  };
}

/** Neighbouring series, but for those that are stored, `most` together. */
function runsOf(
  series: number,
  stored: readonly number[],
  most: number,
): { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  const others = new Set(stored);
  for (let k = 0; k < series; k++) {
    if (others.has(k)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === k && last.count < most) last.count++;
    else runs.push({ first: k, count: 1 });
  }
  return runs;
}

/** A run by itself: part of one replicate, or independent draws. */
function runPlan({ seed, sampler }: SamplingPlan, draws: number): SamplingPlan {
  return { seed, sampler, draws, replicates: 1 };
}
