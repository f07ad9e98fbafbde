import { createCache } from '../../cache.js';
import { createFunctionEvaluator, createPricer, type FunctionEvaluator, type Pricer } from '../../model/block-model.js';
import { type ChangedSamples, createChangedSamples } from '../../model/changed-inputs.js';
import type { PlanImage } from '../../model/plan-tape/image.js';
import type { Program } from '../../model/program.js';
import { createSampledBlocks, type SampledBlocks } from '../../model/sampled-blocks.js';
import { required } from '../../required.js';
import { blocksOf } from '../../sampling/blocks.js';
import type { SamplingPlan } from '../../sampling/types.js';
import { createStoreSummarizer, createSummarizer, type StoreSummarizer } from '../../summary/summarizer.js';
import type { Summary } from '../../summary/types.js';
import { decode } from '../codec.js';
import {
  type DifferentiateJob,
  type Job,
  type PriceJob,
  SUMMARY_FIELDS,
  type SummarizeJob,
  summarizedTogether,
} from '../jobs.js';
import type { JobResult, ProgramId } from '../types.js';
import type { TaskHandler } from './handler.js';
import { spendOf } from './spend-of.js';
import { streaming } from './streaming.js';

/** One thread's means of doing tasks: what it makes ready for a program serves the program's next job. */
interface Executor {
  /**
   * @param bytesOf gets an encoded program that isn't here
   * @param into room for all of the job's outputs, zero where nothing was done yet
   * @param image what was made of the job's program elsewhere; left out: it is made here
   */
  open(
    job: Job,
    bytesOf: (id: ProgramId) => Promise<Uint8Array>,
    into: JobResult,
    image?: PlanImage,
  ): Promise<TaskHandler>;
  /** Lets go of a program and what was made for it. */
  forget(id: ProgramId): void;
}

/** Programs that a thread keeps ready; the one that waited longest is fetched again. */
const MOST_PROGRAMS = 16;
/** Sets of draws that a thread keeps ready; a run uses three, an explanation goes through dozens once each. */
const MOST_SETS = 6;

export function createExecutor(): Executor {
  const programs = createCache<Program>(MOST_PROGRAMS);
  const pricers = createCache<Pricer>(MOST_SETS);
  const samples = createCache<SampledBlocks>(MOST_SETS);
  const changed = createCache<ChangedSamples>(MOST_SETS);
  const evaluators = createCache<FunctionEvaluator>(MOST_SETS);
  const summarizers = createCache<(series: Float64Array) => Summary>(MOST_SETS);
  const storeSummarizers = createCache<StoreSummarizer>(MOST_SETS);
  // One: a stream of many draws is a row of jobs of the same runs.
  const rooms = createCache<Float64Array>(1);
  const roomFor = (length: number): Float64Array => rooms.get(String(length), () => new Float64Array(length));

  const samplesOf = (id: ProgramId, program: Program, sampling: SamplingPlan): SampledBlocks =>
    samples.get(keyOf(id, sampling), () => createSampledBlocks(program, sampling));

  const pricing = (job: PriceJob, program: Program, into: JobResult, image?: PlanImage): TaskHandler => {
    const { sampling, selection, series } = job;
    const share = job.changes === undefined && (job.keep || samples.has(keyOf(job.program, sampling)));
    const shared = share ? samplesOf(job.program, program, sampling) : undefined;
    const pricer = pricers.get(keyOf(job.program, [sampling, selection, share]), () =>
      createPricer(program, sampling, selection, shared, image),
    );
    const blocks = blocksOf(sampling);
    const plans = job.plans.map((plan) => spendOf(program, plan));
    const stores = parts(into.matrices[0], plans.length, series * sampling.draws);
    if (job.changes === undefined) return (task) => pricer.price(blocks[task], plans, stores);
    const { changeable, plans: changes } = job.changes;
    const draws = changed.get(keyOf(job.program, [sampling, changeable]), () =>
      createChangedSamples(program, sampling, changeable),
    );
    return (task) => pricer.priceChanged(blocks[task], plans, stores, { draws, changes });
  };

  const differentiating = (
    job: DifferentiateJob,
    program: Program,
    into: JobResult,
    image?: PlanImage,
  ): TaskHandler => {
    const { sampling, functions, plan, variables } = job;
    const evaluate = evaluators.get(job.program, () => createFunctionEvaluator(program))(functions, image);
    const draws = samplesOf(job.program, program, sampling);
    const blocks = blocksOf(sampling);
    const spend = spendOf(program, plan);
    const [values, gradients] = into.matrices;
    const stores = {
      draws: sampling.draws,
      values: parts(values, functions.length, sampling.draws),
      gradients: gradients === undefined ? null : parts(gradients, functions.length, variables * sampling.draws),
    };
    return (task) => evaluate(blocks[task], draws, spend, stores);
  };

  const summarizing = (job: SummarizeJob, into: JobResult): TaskHandler => {
    const { sampling, values, order } = job;
    const { draws } = sampling;
    const series = values.length / draws;
    const together = summarizedTogether(job);
    const out = into.matrices[0];
    const put = (summary: Summary, index: number): void => {
      SUMMARY_FIELDS.forEach((field, k) => {
        out[index * SUMMARY_FIELDS.length + k] = summary[field] ?? Number.NaN;
      });
    };
    const seriesOf = (task: number) => {
      const first = task * together;
      return { first, end: Math.min(series, first + together) };
    };
    // One series stands by block as it stands by itself.
    if (order === 'by series' || series === 1) {
      const summarize = summarizers.get(keyOf('', sampling), () => createSummarizer(sampling));
      return (task) => {
        const { first, end } = seriesOf(task);
        for (let k = first; k < end; k++) put(summarize(values.subarray(k * draws, (k + 1) * draws)), k);
      };
    }
    const summarize = storeSummarizers.get(keyOf('', sampling), () => createStoreSummarizer(sampling));
    const store = { values, series, draws, blocks: blocksOf(sampling) };
    return (task) => {
      const { first, end } = seriesOf(task);
      summarize(store, first, end - first).forEach((summary, k) => {
        put(summary, first + k);
      });
    };
  };

  return {
    async open(job, bytesOf, into, image) {
      if (job.kind === 'summarize') return summarizing(job, into);
      const known = programs.has(job.program) ? null : (decode(await bytesOf(job.program)) as Program);
      const program = programs.get(job.program, () => required(known));
      switch (job.kind) {
        case 'price':
          return pricing(job, program, into, image);
        case 'differentiate':
          return differentiating(job, program, into, image);
        case 'stream': {
          const { sampling, selection } = job;
          // No draws are cached for a stream's sake: it may be of any length. What an optimiser had drawn already serves it.
          const kept = samples.has(keyOf(job.program, sampling));
          const shared = kept ? samplesOf(job.program, program, sampling) : undefined;
          const key = keyOf(job.program, [sampling, selection, kept]);
          const pricer = pricers.get(key, () => createPricer(program, sampling, selection, shared, image));
          return streaming(job, program, pricer, into, roomFor);
        }
      }
    },
    forget(id) {
      programs.drop(id);
      pricers.drop(id);
      samples.drop(id);
      changed.drop(id);
      evaluators.drop(id);
    },
  };
}

function keyOf(id: ProgramId, made: unknown): string {
  return `${id} ${JSON.stringify(made)}`;
}

/** An array's `count` parts of `length` numbers each. */
function parts(values: Float64Array, count: number, length: number): Float64Array[] {
  return Array.from({ length: count }, (_, k) => values.subarray(k * length, (k + 1) * length));
}
