import type { Pricer } from '../../model/block-model.js';
import { LANES } from '../../model/layout.js';
import type { Program } from '../../model/program.js';
import { blocksOf } from '../../sampling/blocks.js';
import { addToStream, BINS, binFinder, STREAM_FIELDS, streamRuns } from '../../summary/streamed.js';
import type { StreamJob } from '../jobs.js';
import type { JobResult } from '../types.js';
import type { TaskHandler } from './handler.js';
import { spendOf } from './spend-of.js';

/** Blocks that are priced before their figures are added up: a series' edges and counts come into the cache once for all of them. */
const BATCH_BLOCKS = 8;
const BATCH = BATCH_BLOCKS * LANES;

/** Prices runs of draws: the totals as they are, of everything else sums and histograms. */
export function streaming(job: StreamJob, program: Program, pricer: Pricer, into: JobResult): TaskHandler {
  const { sampling, series, whole, scales } = job;
  const blocks = blocksOf(sampling);
  const runs = streamRuns(sampling, job.parts);
  const plans = [spendOf(program, job.plan)];
  const streamed = series - whole;
  const figures = new Float64Array(series * BATCH);
  const stores = [figures];
  const [store, sums] = [into.matrices[0]!, into.matrices[1]!];
  const edges = BINS - 1;
  const finders = Array.from({ length: streamed }, (_, k) =>
    binFinder({ edges: scales.subarray(k * edges, (k + 1) * edges), centre: scales[streamed * edges + k]! }),
  );
  const shared = into.counts[0]!;
  const counts = new Int32Array(shared.length);
  return (task) => {
    const { start, end } = runs[task]!;
    counts.fill(0);
    // A run holds the blocks that begin in it; all but a replicate's last are full.
    const own = blocks.filter((block) => block.start >= start && block.start < end);
    for (let first = 0; first < own.length; first += BATCH_BLOCKS) {
      const batch = own.slice(first, first + BATCH_BLOCKS);
      const from = batch[0]!.start;
      for (const block of batch) pricer.price(block, plans, stores, { draws: BATCH, start: block.start - from });
      const count = batch.reduce((sum, { lanes }) => sum + lanes, 0);
      for (let k = 0; k < whole; k++) {
        store.set(figures.subarray(k * BATCH, k * BATCH + count), k * sampling.draws + from);
      }
      for (let k = 0; k < streamed; k++) {
        const at = (task * streamed + k) * STREAM_FIELDS.length;
        addToStream(figures, (whole + k) * BATCH, count, finders[k]!, sums, at, counts, k * BINS);
      }
    }
    // Whole numbers: the order in which runs are added changes nothing.
    counts.forEach((count, bin) => {
      if (count > 0) Atomics.add(shared, bin, count);
    });
  };
}
