import type { FigureSelection, SeriesKey } from '../model/figures.js';
import type { Decision } from '../optimize/types.js';
import type { SamplingPlan } from '../sampling/types.js';
import { createQuantileScratch } from '../summary/quantiles.js';
import {
  BINS,
  STREAM_FIELDS,
  type StreamScale,
  streamedSummary,
  streamRuns,
  streamScale,
} from '../summary/streamed.js';
import { summarize } from '../summary/summarize.js';
import type { ForecastJob } from './jobs.js';
import type { PricedPlan, StreamedPlan } from './session.js';

/** Parts that a replicate's draws are summed in: enough tasks for a machine's cores, few enough to be summed up quickly. */
const PARTS: Readonly<Record<SamplingPlan['sampler'], number>> = { sobol: 4, mc: 64, antithetic: 64 };

const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Prices a plan on `sampling`, the histograms placed by a pilot's draws; see `Session.stream`. */
export async function streamPlan(request: {
  readonly keys: readonly SeriesKey[];
  readonly pilot: PricedPlan;
  readonly sampling: SamplingPlan;
  readonly selection: FigureSelection;
  readonly decision: Decision;
  readonly run: (job: ForecastJob, tasks: number) => Promise<void>;
}): Promise<StreamedPlan> {
  const { keys, pilot, sampling, selection, decision, run } = request;
  const kept = selection.total.length;
  const streamed = keys.length - kept;
  const parts = PARTS[sampling.sampler];
  const runs = streamRuns(sampling, parts).length;
  const scales: StreamScale[] = Array.from({ length: streamed }, (_, k) => streamScale(pilot.series(kept + k)));
  const laid = new Float64Array(new SharedArrayBuffer(streamed * BINS * BYTES));
  scales.forEach(({ edges, centre }, k) => {
    laid.set(edges, k * (BINS - 1));
    laid[streamed * (BINS - 1) + k] = centre;
  });
  const store = new SharedArrayBuffer(kept * sampling.draws * BYTES);
  const sums = new SharedArrayBuffer(runs * streamed * STREAM_FIELDS.length * BYTES);
  const counts = new SharedArrayBuffer(streamed * BINS * Int32Array.BYTES_PER_ELEMENT);
  const { budgets, creative, byPeriod } = decision;
  const buffers = { store, sums, counts, scales: laid.buffer };
  await run(
    { kind: 'stream', sampling, selection, budgets, creative, byPeriod, parts, series: keys.length, kept, ...buffers },
    runs,
  );

  const values = new Float64Array(store);
  const sumValues = new Float64Array(sums);
  const allCounts = new Int32Array(counts);
  const series = (index: number): Float64Array => values.subarray(index * sampling.draws, (index + 1) * sampling.draws);
  const scratch = createQuantileScratch(sampling.draws);
  const summaries = keys.map((_, index) => {
    if (index < kept) return summarize(series(index), sampling, scratch);
    const k = index - kept;
    return streamedSummary(
      sampling,
      parts,
      scales[k]!,
      (task, field) => sumValues[(task * streamed + k) * STREAM_FIELDS.length + STREAM_FIELDS.indexOf(field)]!,
      allCounts.subarray(k * BINS, (k + 1) * BINS),
    );
  });
  return { keys, summaries, series };
}
