import { serveTasks, type TaskHandler } from '../engine/serve.js';
import {
  createFunctionEvaluator,
  createPricer,
  type FunctionEvaluator,
  type Pricer,
  planSpend,
} from '../model/block-model.js';
import { LANES } from '../model/layout.js';
import type { Program } from '../model/program.js';
import { createSampledBlocks, type SampledBlocks } from '../model/sampled-blocks.js';
import { blocksOf } from '../sampling/blocks.js';
import type { SamplingPlan } from '../sampling/types.js';
import { addToStream, BINS, binFinder, STREAM_FIELDS, streamRuns } from '../summary/streamed.js';
import { createSummarizer } from '../summary/summarizer.js';
import type { Summary } from '../summary/types.js';
import { type ForecastJob, SUMMARY_FIELDS } from './jobs.js';

/** A worker thread of the forecast: keeps one scenario's program and what was prepared for it between jobs. */
let program: Program | null = null;
const pricers = new Map<string, Pricer>();
const samples = new Map<string, SampledBlocks>();
let evaluator: FunctionEvaluator | null = null;
const summarizers = new Map<string, (series: Float64Array) => Summary>();

serveTasks((setup) => handlerOf(setup as ForecastJob));

function handlerOf(job: ForecastJob): TaskHandler {
  if (job.kind === 'open') {
    program = job.program;
    pricers.clear();
    samples.clear();
    evaluator = null;
    return () => {};
  }
  if (job.kind === 'summarize') return summarizer(job);
  if (program === null) throw new Error(`a worker was asked to ${job.kind} before it was given a program`);
  if (job.kind === 'stream') return streaming(job, program);
  return job.kind === 'price' ? pricing(job, program) : differentiating(job, program);
}

/** Blocks that are priced before their figures are added up: a series' edges and counts come into the cache once for all of them. */
const BATCH_BLOCKS = 8;
const BATCH = BATCH_BLOCKS * LANES;

function streaming(job: Extract<ForecastJob, { kind: 'stream' }>, open: Program): TaskHandler {
  const { sampling, series, kept: whole } = job;
  const pricer = kept(pricers, keyOf(sampling, job.selection), () => createPricer(open, sampling, job.selection));
  const blocks = blocksOf(sampling);
  const runs = streamRuns(sampling, job.parts);
  const plans = [planSpend(open, job.budgets, job.creative, job.byPeriod)];
  const streamed = series - whole;
  const figures = new Float64Array(series * BATCH);
  const stores = [figures];
  const store = new Float64Array(job.store);
  const scales = new Float64Array(job.scales);
  const edges = BINS - 1;
  const finders = Array.from({ length: streamed }, (_, k) =>
    binFinder({ edges: scales.subarray(k * edges, (k + 1) * edges), centre: scales[streamed * edges + k]! }),
  );
  const sums = new Float64Array(job.sums);
  const shared = new Int32Array(job.counts);
  const counts = new Int32Array(shared.length);
  return (task) => {
    const { start, end } = runs[task]!;
    counts.fill(0);
    // A run holds the blocks that begin in it; all but a replicate's last are full.
    const own = blocks.filter((block) => block.start >= start && block.start < end);
    for (let first = 0; first < own.length; first += BATCH_BLOCKS) {
      const batch = own.slice(first, first + BATCH_BLOCKS);
      const from = batch[0]!.start;
      for (const block of batch) pricer.price(block, plans, stores, { draws: BATCH, start: block.start - from });
      const count = batch.reduce((sum, { lanes }) => sum + lanes, 0);
      for (let k = 0; k < whole; k++) {
        store.set(figures.subarray(k * BATCH, k * BATCH + count), k * sampling.draws + from);
      }
      for (let k = 0; k < streamed; k++) {
        const at = (task * streamed + k) * STREAM_FIELDS.length;
        addToStream(figures, (whole + k) * BATCH, count, finders[k]!, sums, at, counts, k * BINS);
      }
    }
    // Whole numbers: the order in which runs are added changes nothing.
    counts.forEach((count, bin) => {
      if (count > 0) Atomics.add(shared, bin, count);
    });
  };
}

function pricing(job: Extract<ForecastJob, { kind: 'price' }>, open: Program): TaskHandler {
  const shared = job.keep || samples.has(keyOf(job.sampling, null)) ? samplesOf(open, job.sampling) : undefined;
  const pricer = kept(pricers, keyOf(job.sampling, [job.selection, shared !== undefined]), () =>
    createPricer(open, job.sampling, job.selection, shared),
  );
  const blocks = blocksOf(job.sampling);
  const plans = job.plans.map(({ budgets, creative, byPeriod }) => planSpend(open, budgets, creative, byPeriod));
  const stores = job.stores.map((store) => new Float64Array(store));
  return (task) => pricer.price(blocks[task]!, plans, stores);
}

function differentiating(job: Extract<ForecastJob, { kind: 'differentiate' }>, open: Program): TaskHandler {
  evaluator ??= createFunctionEvaluator(open);
  const evaluate = evaluator(job.functions);
  const draws = samplesOf(open, job.sampling);
  const blocks = blocksOf(job.sampling);
  const plan = planSpend(open, job.budgets, job.creative, job.byPeriod);
  const stores = {
    draws: job.sampling.draws,
    values: job.values.map((buffer) => new Float64Array(buffer)),
    gradients: job.gradients?.map((buffer) => new Float64Array(buffer)) ?? null,
  };
  return (task) => evaluate(blocks[task]!, draws, plan, stores);
}

function samplesOf(open: Program, sampling: SamplingPlan): SampledBlocks {
  return kept(samples, keyOf(sampling, null), () => createSampledBlocks(open, sampling));
}

function summarizer({ sampling, store, summaries }: Extract<ForecastJob, { kind: 'summarize' }>): TaskHandler {
  const summarize = kept(summarizers, keyOf(sampling, null), () => createSummarizer(sampling));
  const values = new Float64Array(store);
  const out = new Float64Array(summaries);
  return (series) => {
    const from = series * sampling.draws;
    const summary = summarize(values.subarray(from, from + sampling.draws));
    SUMMARY_FIELDS.forEach((field, k) => {
      out[series * SUMMARY_FIELDS.length + k] = summary[field] ?? Number.NaN;
    });
  };
}

function keyOf(sampling: SamplingPlan, selection: unknown): string {
  return JSON.stringify([sampling, selection]);
}

/** Sets of draws that a worker keeps ready; a run uses three, an explanation goes through dozens once each. */
const MOST_KEPT = 6;

function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key) ?? make();
  // The last one used stands last; the one that waited longest goes.
  store.delete(key);
  store.set(key, known);
  for (const oldest of store.keys()) {
    if (store.size <= MOST_KEPT) break;
    store.delete(oldest);
  }
  return known;
}
