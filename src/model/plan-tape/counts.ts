import { type CountedStream, createCountedStream } from '../../sampling/counted-stream.js';
import { poissonQuantile } from '../../sampling/poisson.js';
import { streamKey } from '../../sampling/pseudo-random.js';
import { startKernel } from '../kernel/instance.js';
import { kernelModule } from '../kernel/load.js';
import { LANES } from '../layout.js';
import type { OrderPart } from './rows.js';

/** Half a step above the grid point: never 0 or 1. */
const STEP = 2 ** -32;

/** Section 14: whole numbers of orders about the draw's means. */
interface Counter {
  /**
   * Counts of a part of a group. What comes out depends on the seed, the group, the part and the block alone.
   *
   * @param group its name among the groups that are reported
   */
  of(group: string, part: OrderPart): DrawCounts;
}

/**
 * Replaces means by counts, in place.
 *
 * @param means room for a whole block, of which `lanes` are looked at
 */
type DrawCounts = (block: number, means: Float64Array, lanes: number) => void;

/** @param reference one by one; else, where there is a kernel, by that */
export function createCounter(seed: string, { reference = false }: { readonly reference?: boolean } = {}): Counter {
  const module = reference ? null : kernelModule();
  const drawRow = module === null ? drawOneByOne : rowDrawer(module);
  return {
    of(group, part) {
      const stream = createCountedStream(streamKey(seed, 'counts', `${group}: ${part}`));
      return (block, means, lanes) => drawRow(stream, block, means, lanes);
    },
  };
}

type RowDrawer = (stream: CountedStream, block: number, means: Float64Array, lanes: number) => void;

const drawOneByOne: RowDrawer = (stream, block, means, lanes) => {
  stream.open(block);
  for (let d = 0; d < lanes; d++) means[d] = poissonQuantile(means[d], (stream.next() + 0.5) * STEP);
};

function rowDrawer(module: WebAssembly.Module): RowDrawer {
  const kernel = startKernel(module);
  const [stateAt, meansAt, bitsAt, rowAt, listAt] = [16, LANES * 8, LANES * 4, LANES * 8, (LANES + 2) * 2].map(
    kernel.allocate,
  ) as [number, number, number, number, number];
  const state = kernel.words(stateAt, 4);
  const row = kernel.doubles(meansAt, LANES);
  return (stream, block, means, lanes) => {
    stream.start(block, state);
    row.set(means);
    // What is left of an earlier block there is nobody's.
    if (lanes < LANES) row.fill(0, lanes);
    kernel.exports.count(stateAt, meansAt, bitsAt, rowAt, listAt);
    means.set(row);
  };
}
