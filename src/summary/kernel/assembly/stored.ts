// Series that stand block after block, and of a block one series after the other (`src/model/series-store.ts`).
import { load, store, VECTOR } from '../../../model/kernel/assembly/vector';

/**
 * Copies the draws of one of some series together.
 *
 * @param stored the series, block after block
 * @param series how many there are
 * @param index which one
 * @param lanes draws of each block, words
 * @param blocks how many there are
 */
export function takeSeries(stored: usize, series: i32, index: i32, lanes: usize, blocks: i32, values: usize): void {
  let block = stored;
  let to = values;
  for (let k = 0; k < blocks; k++) {
    const bytes = <usize>i32.load(lanes + (<usize>k << 2)) << 3;
    let from = block + bytes * <usize>index;
    const stop = from + bytes;
    for (; from + VECTOR <= stop; from += VECTOR) {
      store(to, load(from));
      to += VECTOR;
    }
    if (from < stop) {
      f64.store(to, f64.load(from));
      to += 8;
    }
    block += bytes * <usize>series;
  }
}
