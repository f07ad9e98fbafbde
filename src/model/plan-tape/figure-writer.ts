import type { FigureSelection } from '../figures.js';
import type { PlanSpend } from '../plan.js';
import type { Program } from '../program.js';
import { createCounter } from './counts.js';
import { createRunner, type RunnerMeans } from './runner.js';

/** Prices a plan on a block's draws: series in the order of `seriesOf`. */
export interface FigureWriter {
  /** The block's memory, its sampled rows to be filled in first. */
  readonly data: Float64Array;
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
  const counter = createCounter(seed);
  return {
    data,
    write(plan, store, { draws, start, block, lanes }) {
      runner.forward(plan, lanes);
      for (const { group, part, from, to, came } of counts) {
        data.copyWithin(to, from, from + lanes);
        if (came !== null) for (let d = 0; d < lanes; d++) data[to + d] = Math.max(0, data[to + d] - data[came + d]);
        counter.draw(group, part, block, data.subarray(to, to + lanes), lanes);
        if (came !== null) for (let d = 0; d < lanes; d++) data[to + d] = data[to + d] + data[came + d];
      }
      runner.count(lanes);
      series.forEach((from, k) => {
        const to = k * draws + start;
        // A loop, not `set`: for so few numbers making the views takes longer than the copy.
        for (let d = 0; d < lanes; d++) store[to + d] = data[from + d];
      });
    },
  };
}
