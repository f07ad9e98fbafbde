import type { ChangedInput } from '../model/changed-inputs.js';
import type { FigureSelection } from '../model/figures.js';
import { blockStart } from '../model/series-store.js';
import { blocksOf } from '../sampling/blocks.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { PlanFunction } from '../scenario/expressions/types.js';
import { STREAM_FIELDS, type StreamRun, streamRuns } from '../summary/streamed.js';
import { seriesTogether } from '../summary/summarizer.js';
import type { Decision } from './evaluation.js';

/** What a program goes by: the SHA-256 of its encoded form, in hexadecimal. */
export type ProgramId = string;

/** What engines are asked to do: data, never code, so that it can be done anywhere. */
export type Job = PriceJob | StreamJob | DifferentiateJob | SummarizeJob;

/**
 * A task a block: figures of plans, all on the same draws. Gives one matrix, a plan after the other, each as a `SeriesStore` has it.
 */
export interface PriceJob {
  readonly kind: 'price';
  readonly program: ProgramId;
  readonly sampling: SamplingPlan;
  readonly selection: FigureSelection;
  /** Figures of the selection. */
  readonly series: number;
  readonly plans: readonly Decision[];
  /** Inputs that are drawn otherwise, on the same numbers; left out: all are the program's own. */
  readonly changes?: InputChanges;
  /** Whether these draws are likely to be evaluated again, and worth keeping. */
  readonly keep: boolean;
}

/** What is cached of the draws serves every job in which the same inputs may be changed. */
export interface InputChanges {
  /** Inputs that may be changed, by their indices. */
  readonly changeable: readonly number[];
  /** One list a plan. */
  readonly plans: readonly (readonly ChangedInput[])[];
}

/**
 * A task a run of draws: figures of a plan. Gives two matrices, the `stored` series draw by draw, `[stored * draws + draw]`,
 * and a summary of each of its runs of the others, `[(run * streamed + series) * STREAM_FIELDS.length + field]`, NaN for `null`.
 */
export interface StreamJob {
  readonly kind: 'stream';
  readonly program: ProgramId;
  readonly sampling: SamplingPlan;
  readonly selection: FigureSelection;
  readonly series: number;
  /** Series that are stored draw by draw, ascending. */
  readonly stored: readonly number[];
  readonly plan: Decision;
  /** Runs that a replicate's draws are summed in. */
  readonly parts: number;
  /** Which of all replicates' runs, the last one not included: all of them where series are stored. */
  readonly runs: readonly [from: number, to: number];
}

/** The runs of a stream's job, in their order. */
export function runsOfJob({ sampling, parts, runs: [from, to] }: StreamJob): readonly StreamRun[] {
  return streamRuns(sampling, parts).slice(from, to);
}

/**
 * A task a block: values, and gradients, of functions of a plan. Gives a matrix `[function * draws + draw]`, and where
 * gradients are wanted another, `[(function * variables + variable) * draws + draw]`.
 */
export interface DifferentiateJob {
  readonly kind: 'differentiate';
  readonly program: ProgramId;
  readonly sampling: SamplingPlan;
  readonly functions: readonly PlanFunction[];
  readonly plan: Decision;
  readonly variables: number;
  readonly gradients: boolean;
}

/**
 * A task `summarizedTogether` series, what is left over in the last: gives a matrix of one row,
 * `[series * SUMMARY_FIELDS.length + field]`, NaN for `null`.
 */
export interface SummarizeJob {
  readonly kind: 'summarize';
  readonly sampling: SamplingPlan;
  /** By series, `[series * draws + draw]`; by block, as a `SeriesStore` has them. */
  readonly values: Float64Array;
  readonly order: 'by series' | 'by block';
}

/** Series of a task. */
export function summarizedTogether({ sampling, order }: Pick<SummarizeJob, 'sampling' | 'order'>): number {
  return order === 'by series' ? 1 : seriesTogether(sampling.draws);
}

/** The series of tasks `from` to `to`, the last one not included, as a job's own are ordered: a copy. */
export function seriesOfTasks(job: SummarizeJob, from: number, to: number): Float64Array {
  const { sampling, values, order } = job;
  const { draws } = sampling;
  const together = summarizedTogether(job);
  const series = values.length / draws;
  const [first, end] = [from * together, Math.min(series, to * together)];
  if (order === 'by series') return values.slice(first * draws, end * draws);
  const own = new Float64Array((end - first) * draws);
  for (const { start, lanes } of blocksOf(sampling)) {
    const block = blockStart(series, { start });
    own.set(values.subarray(block + first * lanes, block + end * lanes), blockStart(end - first, { start }));
  }
  return own;
}

/** Fields of a summary in the order in which they are handed over. */
export const SUMMARY_FIELDS = STREAM_FIELDS;

/** How much a job gives. */
interface JobShape {
  readonly tasks: number;
  /** Numbers in each matrix; tasks fill places of their own. */
  readonly matrices: readonly number[];
  /** Numbers in each array of counts: tasks add to them. */
  readonly counts: readonly number[];
}

/** What a job's outputs measure; whoever runs it makes room accordingly. */
export function shapeOf(job: Job): JobShape {
  const { draws } = job.sampling;
  switch (job.kind) {
    case 'price':
      return { tasks: blocksOf(job.sampling).length, matrices: [job.plans.length * job.series * draws], counts: [] };
    case 'stream': {
      const tasks = job.runs[1] - job.runs[0];
      const streamed = job.series - job.stored.length;
      const sums = tasks * streamed * STREAM_FIELDS.length;
      return { tasks, matrices: [job.stored.length * draws, sums], counts: [] };
    }
    case 'differentiate': {
      const values = job.functions.length * draws;
      const matrices = job.gradients ? [values, values * job.variables] : [values];
      return { tasks: blocksOf(job.sampling).length, matrices, counts: [] };
    }
    case 'summarize': {
      const series = job.values.length / draws;
      return {
        tasks: Math.ceil(series / summarizedTogether(job)),
        matrices: [series * SUMMARY_FIELDS.length],
        counts: [],
      };
    }
  }
}

/** Where tasks in a row put what they come to in one matrix: in each row the same columns, which are theirs alone. */
export interface Places {
  readonly rows: number;
  /** Numbers in a row. */
  readonly width: number;
  readonly start: number;
  /** One past the last column. */
  readonly end: number;
}

/** The places of tasks `from` to `to`, the last one not included, in each of a job's matrices. */
export function placesOf(job: Job, from: number, to: number): readonly Places[] {
  const { draws } = job.sampling;
  const inRow = (each: number, of: number): Places => ({ rows: 1, width: of, start: from * each, end: to * each });
  switch (job.kind) {
    case 'price':
    case 'differentiate': {
      const blocks = blocksOf(job.sampling);
      const last = blocks[to - 1];
      const columns = { width: draws, start: blocks[from].start, end: last.start + last.lanes };
      if (job.kind === 'price') {
        const [start, end] = [columns.start, columns.end].map((draw) => blockStart(job.series, { start: draw }));
        return [{ rows: job.plans.length, width: job.series * draws, start, end }];
      }
      const rows = job.functions.length;
      return [{ rows, ...columns }, ...(job.gradients ? [{ rows: rows * job.variables, ...columns }] : [])];
    }
    case 'stream': {
      const runs = runsOfJob(job);
      const each = (job.series - job.stored.length) * STREAM_FIELDS.length;
      // A run does the blocks that begin in it, to their ends.
      const starts = [...blocksOf(job.sampling).map(({ start }) => start), draws];
      const blockFrom = (draw: number): number => starts.find((start) => start >= draw) ?? draws;
      const columns = { width: draws, start: blockFrom(runs[from].start), end: blockFrom(runs[to - 1].end) };
      return [{ rows: job.stored.length, ...columns }, inRow(each, runs.length * each)];
    }
    case 'summarize': {
      const width = (job.values.length / draws) * SUMMARY_FIELDS.length;
      const { end, ...places } = inRow(summarizedTogether(job) * SUMMARY_FIELDS.length, width);
      return [{ ...places, end: Math.min(width, end) }];
    }
  }
}
