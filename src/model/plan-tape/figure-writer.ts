import type { FigureSelection } from '../figures.js';
import { nativeKernel } from '../kernel/native-kernel.js';
import { LANES } from '../layout.js';
import type { PlanSpend } from '../plan.js';
import type { Program } from '../program.js';
import type { Range } from '../sampled-ranges.js';
import { createCounter } from './counts.js';
import { createRunner, type RunnerMeans } from './runner.js';

/** Prices a plan on a block's draws: series in the order of `seriesOf`. */
export interface FigureWriter {
  /** The block's memory, its sampled rows to be filled in first. */
  readonly data: Float64Array;
  /** Those of its sampled rows that are looked at. */
  readonly sampled: readonly Range[];
  /** @param place where the block's first draw goes among `draws` of each series */
  write(
    plan: PlanSpend,
    store: Float64Array,
    place: { readonly draws: number; readonly start: number; readonly block: number; readonly lanes: number },
  ): void;
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
  // Made once: for so few numbers making a view takes longer than the copy.
  const blocks = series.map((from) => data.subarray(from, from + LANES));
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
    write(plan, store, { draws, start, block, lanes }) {
      runner.forward(plan, lanes);
      for (const { draw, row, from, to, came } of counted) {
        data.copyWithin(to, from, from + lanes);
        if (came !== null) for (let d = 0; d < lanes; d++) data[to + d] = Math.max(0, data[to + d] - data[came + d]);
        draw(block, row, lanes);
        if (came !== null) for (let d = 0; d < lanes; d++) data[to + d] = data[to + d] + data[came + d];
      }
      runner.count(lanes);
      if (native !== null) {
        native.gather(memory, addresses, store, draws, start, lanes);
        return;
      }
      series.forEach((from, k) => {
        store.set(lanes === LANES ? blocks[k] : data.subarray(from, from + lanes), k * draws + start);
      });
    },
  };
}
