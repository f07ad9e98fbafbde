import type { Table } from './table.js';

/** What rows that repeat others were found to be. */
interface Repeats {
  /** Places in the table of rows that are there twice, cell for cell: the later one. */
  readonly duplicates: readonly number[];
  /** Places of rows whose day was given again with other figures further down, and where. */
  readonly restated: readonly { readonly at: number; readonly by: number }[];
}

/**
 * Finds rows that repeat the same names and date. `firsts`: one place a file row, ascending. Open addressing over the
 * rows' 64-bit hashes: 4 bytes a slot, no object a row.
 */
export function findRepeats(table: Table, firsts: Uint32Array): Repeats {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * firsts.length)));
  const slots = new Int32Array(size).fill(-1);
  const duplicates: number[] = [];
  const restated: { at: number; by: number }[] = [];
  for (const at of firsts) {
    if (table.state[at] !== 0) continue;
    let slot = ((table.key[2 * at] ?? 0) ^ (table.key[2 * at + 1] ?? 0)) & (size - 1);
    for (;;) {
      const earlier = slots[slot] ?? -1;
      if (earlier === -1) {
        slots[slot] = at;
        break;
      }
      if (same(table.key, at, earlier)) {
        if (same(table.content, at, earlier)) duplicates.push(at);
        else {
          restated.push({ at: earlier, by: at });
          slots[slot] = at;
        }
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { duplicates, restated };
}

function same(words: Uint32Array, a: number, b: number): boolean {
  return words[2 * a] === words[2 * b] && words[2 * a + 1] === words[2 * b + 1];
}
