import type { FigureSelection } from '../figures.js';
import { nativeKernel } from '../kernel/native-kernel.js';
import { LANES } from '../layout.js';
import type { PlanSpend } from '../plan.js';
import type { Program } from '../program.js';
import type { Range } from '../sampled-ranges.js';
import { blockStart, type StoredBlock } from '../series-store.js';
import { createCounter } from './counts.js';
import { createRunner, type RunnerMeans } from './runner.js';

/** Prices a plan on a block's draws: series in the order of `seriesOf`, stored as a `SeriesStore` has them. */
interface FigureWriter {
  /** The block's memory, its sampled rows to be filled in first. */
  readonly data: Float64Array;
  /** Those of its sampled rows that are looked at. */
  readonly sampled: readonly Range[];
  /** @param place the block's number, and its draws among those of the store */
  write(plan: PlanSpend, store: Float64Array, place: StoredBlock & { readonly block: number }): void;
}

/** Builds a writer that computes nothing but what a selection asks for. */
export function createFigureWriter(
  program: Program,
  selection: FigureSelection,
  seed: string,
  options: RunnerMeans = {},
): FigureWriter {
  const runner = createRunner(program, { ...options, gradients: false, selection });
  const { data } = runner;
  const { series, counts } = runner.places;
  const counter = createCounter(seed, options);
  const runs = runsOf(series).map(({ start, end }) => data.subarray(start, end));
  const counted = counts.map(({ group, part, from, to, came }) => ({
    draw: counter.of(group, part),
    row: data.subarray(to, to + LANES),
    ...{ from, to, came },
  }));
  const native = options.reference ? null : nativeKernel();
  const memory = data.buffer as ArrayBuffer;
  const addresses = Uint32Array.from(series, (from) => data.byteOffset + from * Float64Array.BYTES_PER_ELEMENT);
  return {
    data,
    sampled: runner.places.sampled,
    write(plan, store, { start, block, lanes }) {
      runner.forward(plan, lanes);
      for (const { draw, row, from, to, came } of counted) {
        data.copyWithin(to, from, from + lanes);
        if (came !== null) for (let d = 0; d < lanes; d++) data[to + d] = Math.max(0, data[to + d] - data[came + d]);
        draw(block, row, lanes);
        if (came !== null) for (let d = 0; d < lanes; d++) data[to + d] = data[to + d] + data[came + d];
      }
      runner.count(lanes);
      if (native !== null) {
        native.gather(memory, addresses, store, blockStart(series.length, { start }), lanes);
        return;
      }
      let to = blockStart(series.length, { start });
      const put = (values: Float64Array): void => {
        store.set(values, to);
        to += values.length;
      };
      if (lanes === LANES) runs.forEach(put);
      else for (const from of series) put(data.subarray(from, from + lanes));
    },
  };
}

/** Whole blocks' rows that stand one after the other, without gaps: copied in one go. */
function runsOf(series: readonly number[]): Range[] {
  const runs: { start: number; end: number }[] = [];
  for (const start of series) {
    const last = runs.at(-1);
    if (last !== undefined && last.end === start) last.end += LANES;
    else runs.push({ start, end: start + LANES });
  }
  return runs;
}
