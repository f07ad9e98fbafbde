import { STRIDE } from './layout.js';

/** Numbers of a block's memory that stand together. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Rows that aren't asked for and stand between others are copied with these: a copy more takes longer than so many rows. */
const MOST_BETWEEN = 2;

/** Some rows as few ranges, in order. */
export function rangesOf(rows: Iterable<number>): Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const start of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end + MOST_BETWEEN * STRIDE) last.end = start + STRIDE;
    else ranges.push({ start, end: start + STRIDE });
  }
  return ranges;
}
