import type { FigureSelection, SeriesKey } from '../model/figures.js';
import { required } from '../required.js';
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
  /** Series that are stored draw by draw, ascending. */
  readonly stored: readonly number[];
  readonly sampling: SamplingPlan;
  readonly selection: FigureSelection;
  readonly decision: Decision;
  readonly submit: (job: Job) => Promise<JobResult>;
  /** Exact summaries of series of every draw, one after the other. */
  readonly summarize: (values: Float64Array) => Promise<Summary[]>;
}): Promise<StreamedPlan> {
  const { program, keys, stored, sampling, selection, decision, submit } = request;
  const streamed = keys.length - stored.length;
  const parts = partsOf(sampling, keys.length);
  const { matrices } = await submit({
    kind: 'stream',
    program,
    sampling,
    selection,
    series: keys.length,
    stored,
    plan: decision,
    parts,
  });
  const [values, found] = [matrices[0], matrices[1]];
  const exact = stored.length === 0 ? [] : await request.summarize(values);
  const places = new Map(stored.map((series, place) => [series, place]));
  const runs = streamRuns(sampling, parts);
  const others = Array.from({ length: streamed }, (_, k) =>
    streamedSummary(
      sampling,
      parts,
      runs,
      (run, field) => found[(run * streamed + k) * STREAM_FIELDS.length + STREAM_FIELDS.indexOf(field)],
    ),
  );
  return {
    keys,
    summaries: keys.map((_, index) =>
      places.has(index) ? exact[required(places.get(index))] : required(others.shift()),
    ),
    series(index) {
      const place = places.get(index);
      if (place === undefined) throw new RangeError(`series ${index} was streamed: its draws weren't kept`);
      return values.subarray(place * sampling.draws, (place + 1) * sampling.draws);
    },
  };
}
