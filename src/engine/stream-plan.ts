import type { FigureSelection, SeriesKey } from '../model/figures.js';
import { totalsOf } from '../model/figures.js';
import type { SamplingPlan } from '../sampling/types.js';
import { partsOf, STREAM_FIELDS, streamedSummary, streamRuns } from '../summary/streamed.js';
import type { Summary } from '../summary/types.js';
import type { Decision } from './evaluation.js';
import type { Job } from './jobs.js';
import type { StreamedPlan } from './priced.js';
import type { JobResult, ProgramId } from './types.js';

/** Prices a plan on `sampling`; see `Session.stream`. */
export async function streamPlan(request: {
  readonly program: ProgramId;
  readonly keys: readonly SeriesKey[];
  readonly sampling: SamplingPlan;
  readonly selection: FigureSelection;
  readonly decision: Decision;
  readonly submit: (job: Job) => Promise<JobResult>;
  /** Exact summaries of series of every draw, one after the other. */
  readonly summarize: (values: Float64Array) => Promise<Summary[]>;
}): Promise<StreamedPlan> {
  const { program, keys, sampling, selection, decision, submit } = request;
  const whole = totalsOf(keys);
  const streamed = keys.length - whole;
  const parts = partsOf(sampling, keys.length);
  const { matrices } = await submit({
    kind: 'stream',
    program,
    sampling,
    selection,
    series: keys.length,
    whole,
    plan: decision,
    parts,
  });
  const [values, found] = [matrices[0]!, matrices[1]!];
  const totals = await request.summarize(values);
  const runs = streamRuns(sampling, parts);
  const others = Array.from({ length: streamed }, (_, k) =>
    streamedSummary(
      sampling,
      parts,
      runs,
      (run, field) => found[(run * streamed + k) * STREAM_FIELDS.length + STREAM_FIELDS.indexOf(field)]!,
    ),
  );
  return {
    keys,
    summaries: [...totals, ...others],
    series: (index) => values.subarray(index * sampling.draws, (index + 1) * sampling.draws),
  };
}
