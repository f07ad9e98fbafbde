import type { Block } from '../sampling/types.js';

/**
 * Where a pricer leaves series: block after block, and of a block one series after the other, each with the block's draws. So what a block
 * comes to is written in one go, past pages in a row; of a store by series it would be 1 KB in each of a thousand places.
 */
export interface SeriesStore {
  readonly values: Float64Array;
  /** How many there are. */
  readonly series: number;
  /** Draws of all blocks. */
  readonly draws: number;
  readonly blocks: readonly StoredBlock[];
}

/** A block's draws among those of a store. */
export type StoredBlock = Pick<Block, 'start' | 'lanes'>;

/** Where a block's first series begins, of so many. */
export const blockStart = (series: number, { start }: Pick<StoredBlock, 'start'>): number => series * start;

/**
 * Copies neighbouring series, each whole.
 *
 * @param first the first of them
 * @param count how many
 * @param into `[series * draws + draw]`
 */
export function copySeries(store: SeriesStore, first: number, count: number, into: Float64Array): void {
  const { values, series, draws, blocks } = store;
  for (const { start, lanes } of blocks) {
    let from = blockStart(series, { start }) + first * lanes;
    for (let k = 0; k < count; k++) {
      const to = k * draws + start;
      for (let d = 0; d < lanes; d++) into[to + d] = values[from + d];
      from += lanes;
    }
  }
}

/** The draws of one series, in memory of their own. */
export function seriesAt(store: SeriesStore, index: number): Float64Array {
  const own = new Float64Array(store.draws);
  copySeries(store, index, 1, own);
  return own;
}
