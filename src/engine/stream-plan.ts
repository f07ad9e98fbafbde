import type { FigureSelection, SeriesKey } from '../model/figures.js';
import { totalsOf } from '../model/figures.js';
import type { SamplingPlan } from '../sampling/types.js';
import { createQuantileScratch } from '../summary/quantiles.js';
import { BINS, STREAM_FIELDS, type StreamScale, streamedSummary, streamScale } from '../summary/streamed.js';
import { summarize } from '../summary/summarize.js';
import type { Decision } from './evaluation.js';
import type { Job } from './jobs.js';
import type { PricedPlan, StreamedPlan } from './priced.js';
import type { JobResult, ProgramId } from './types.js';

/** Parts that a replicate's draws are summed in: enough tasks for a machine's cores, few enough to be summed up quickly. */
const PARTS: Readonly<Record<SamplingPlan['sampler'], number>> = { sobol: 4, mc: 64, antithetic: 64 };

/** Prices a plan on `sampling`, the histograms placed by a pilot's draws; see `Session.stream`. */
export async function streamPlan(request: {
  readonly program: ProgramId;
  readonly keys: readonly SeriesKey[];
  readonly pilot: PricedPlan;
  readonly sampling: SamplingPlan;
  readonly selection: FigureSelection;
  readonly decision: Decision;
  readonly submit: (job: Job) => Promise<JobResult>;
}): Promise<StreamedPlan> {
  const { program, keys, pilot, sampling, selection, decision, submit } = request;
  const whole = totalsOf(keys);
  const streamed = keys.length - whole;
  const parts = PARTS[sampling.sampler];
  const pilots: StreamScale[] = Array.from({ length: streamed }, (_, k) => streamScale(pilot.series(whole + k)));
  const scales = new Float64Array(streamed * BINS);
  pilots.forEach(({ edges, centre }, k) => {
    scales.set(edges, k * (BINS - 1));
    scales[streamed * (BINS - 1) + k] = centre;
  });
  const { matrices, counts } = await submit({
    kind: 'stream',
    program,
    sampling,
    selection,
    series: keys.length,
    whole,
    plan: decision,
    parts,
    scales,
  });
  const [values, sums] = [matrices[0]!, matrices[1]!];
  const series = (index: number): Float64Array => values.subarray(index * sampling.draws, (index + 1) * sampling.draws);
  const scratch = createQuantileScratch(sampling.draws);
  const summaries = keys.map((_, index) => {
    if (index < whole) return summarize(series(index), sampling, scratch);
    const k = index - whole;
    return streamedSummary(
      sampling,
      parts,
      pilots[k]!,
      (task, field) => sums[(task * streamed + k) * STREAM_FIELDS.length + STREAM_FIELDS.indexOf(field)]!,
      counts[0]!.subarray(k * BINS, (k + 1) * BINS),
    );
  });
  return { keys, summaries, series };
}
