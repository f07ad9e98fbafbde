import type { FigureSelection, SeriesKey } from '../model/figures.js';
import { required } from '../required.js';
import type { SamplingPlan } from '../sampling/types.js';
import { partsOf, runsTogether, STREAM_FIELDS, streamRuns } from '../summary/streamed.js';
import type { Summary } from '../summary/types.js';
import type { Decision } from './evaluation.js';
import type { Job } from './jobs.js';
import type { StreamedPlan } from './priced.js';
import type { JobResult, ProgramId } from './types.js';

/** Some 25 MB of summaries of a thousand series. */
const RUNS_TOGETHER = 256;

/** Prices a plan on `sampling`; see `Session.stream`. */
export async function streamPlan(request: {
  readonly program: ProgramId;
  readonly keys: readonly SeriesKey[];
  /** Series that are stored draw by draw, ascending. */
  readonly stored: readonly number[];
  readonly sampling: SamplingPlan;
  readonly selection: FigureSelection;
  readonly decision: Decision;
  /** @param over as of `SubmitOptions` */
  readonly submit: (job: Job, over?: Float64Array) => Promise<JobResult>;
  /** Exact summaries of series of every draw, one after the other. */
  readonly summarize: (values: Float64Array) => Promise<Summary[]>;
  /** Runs whose summaries are in memory at once, where nothing is stored. */
  readonly together?: number;
}): Promise<StreamedPlan> {
  const { program, keys, stored, sampling, selection, decision, submit } = request;
  const parts = partsOf(sampling, keys.length);
  const runs = streamRuns(sampling, parts);
  const others = Array.from({ length: keys.length - stored.length }, () => runsTogether(sampling));
  // What is stored is one memory; of summaries alone, few runs' at a time.
  const together = stored.length > 0 ? runs.length : (request.together ?? RUNS_TOGETHER);
  const priced = (from: number, over?: Float64Array): Promise<JobResult> => {
    const of = { program, sampling, selection, series: keys.length, stored, plan: decision, parts };
    return submit({ kind: 'stream', ...of, runs: [from, Math.min(runs.length, from + together)] }, over);
  };
  let summed: Float64Array | undefined;
  let next = priced(0);
  let values: Float64Array = new Float64Array();
  for (let from = 0; from < runs.length; from += together) {
    const { matrices } = await next;
    // Goes on while these are put together.
    if (from + together < runs.length) next = priced(from + together, summed);
    values = matrices[0];
    const found = matrices[1];
    let place = 0;
    for (const run of runs.slice(from, from + together)) {
      for (const other of others) {
        other.add(run, found, place);
        place += STREAM_FIELDS.length;
      }
    }
    summed = found;
  }
  const exact = stored.length === 0 ? [] : await request.summarize(values);
  const places = new Map(stored.map((series, place) => [series, place]));
  const summaries = others.map((other) => other.summary());
  return {
    keys,
    summaries: keys.map((_, index) =>
      places.has(index) ? exact[required(places.get(index))] : required(summaries.shift()),
    ),
    series(index) {
      const place = places.get(index);
      if (place === undefined) throw new RangeError(`series ${index} was streamed: its draws weren't kept`);
      return values.subarray(place * sampling.draws, (place + 1) * sampling.draws);
    },
  };
}
