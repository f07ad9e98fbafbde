import { NO_DAY } from '../types.js';
import { type FigureRows, slackOf } from './row-blocks.js';
import type { Table } from './table.js';

interface DaySums {
  readonly spend: number;
  readonly second: number;
  /** Rows, and those of them with money. */
  readonly rows: number;
  readonly filled: number;
}

/** Sums of stretches that are remembered; rows below each other ask for the same ones. */
const MOST_KNOWN = 100_000;

/**
 * Shares by which figures of rows miss those of all rows, or of all of their platform, campaign or account, in the days that their label may be of;
 * 0: they are the sum of these.
 *
 * @param asked places among the rows
 * @param size of the stretch that their labels name
 * @param parts places among the rows of those that they may be sums of
 * @returns by `asked`
 */
export function sharesOfDays(
  table: Table,
  rows: FigureRows,
  asked: readonly number[],
  size: number,
  parts: Uint32Array,
): Float64Array {
  const least = new Float64Array(asked.length).fill(Number.POSITIVE_INFINITY);
  if (asked.length === 0) return least;
  const byDay = sortedBy(parts, (row) => table.start[rows.at[row] ?? 0] ?? NO_DAY);
  for (const dimension of [null, 'platform', 'campaign', 'account'] as const) {
    const codes = dimension === null ? null : table.texts.get(dimension)?.codes;
    if (codes === undefined) continue;
    const codeOf = (row: number): number => codes?.[rows.at[row] ?? 0] ?? 0;
    const inOrder = codes === null ? byDay : sortedBy(byDay, codeOf);
    const known = new Map<string, DaySums>();
    for (const [at, row] of asked.entries()) {
      const place = rows.at[row] ?? 0;
      const day = Math.max(table.start[place] ?? NO_DAY, table.end[place] ?? NO_DAY);
      for (const [first, last] of day === NO_DAY ? [] : stretchesOf(day, size)) {
        if (least[at] === 0) break;
        const code = codeOf(row);
        const key = `${code} ${first} ${last}`;
        const sums = known.get(key) ?? sumsWithin(table, rows, inOrder, codeOf, { code, first, last });
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(key, sums);
        least[at] = Math.min(least[at] ?? 0, shareOf(rows, row, sums));
      }
    }
  }
  return least;
}

/** Places in the order of what they have, those with the same as they were. */
function sortedBy(places: Uint32Array, of: (place: number) => number): Uint32Array {
  let ordered = true;
  for (let at = 1; at < places.length && ordered; at++) ordered = of(places[at - 1] ?? 0) <= of(places[at] ?? 0);
  return ordered ? places : Uint32Array.from(places).sort((a, b) => of(a) - of(b) || a - b);
}

/** Sums of the rows of one code that lie within some days. */
function sumsWithin(
  table: Table,
  rows: FigureRows,
  inOrder: Uint32Array,
  codeOf: (row: number) => number,
  { code, first, last }: { readonly code: number; readonly first: number; readonly last: number },
): DaySums {
  const startOf = (row: number): number => table.start[rows.at[row] ?? 0] ?? NO_DAY;
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = inOrder[middle] ?? 0;
    if (codeOf(row) < code || (codeOf(row) === code && startOf(row) < first)) low = middle + 1;
    else high = middle;
  }
  let [spend, second, count, filled] = [0, 0, 0, 0];
  for (let at = low; at < inOrder.length; at++) {
    const row = inOrder[at] ?? 0;
    const start = startOf(row);
    if (codeOf(row) !== code || start > last) break;
    if (Math.max(start, table.end[rows.at[row] ?? 0] ?? NO_DAY) > last) continue;
    count += 1;
    spend += rows.spend[row] || 0;
    second += rows.second?.[row] || 0;
    if ((rows.spend[row] ?? 0) > 0) filled += 1;
  }
  return { spend, second, rows: count, filled };
}

function shareOf(rows: FigureRows, row: number, sums: DaySums): number {
  if (sums.filled < 2) return Number.POSITIVE_INFINITY;
  const [whole, wholeSecond] = [rows.spend[row] ?? 0, rows.second?.[row] ?? Number.NaN];
  const witness = !Number.isNaN(wholeSecond);
  const same = !witness || Math.abs(sums.second - wholeSecond) < 0.5;
  if (same && Math.abs(sums.spend - whole) < slackOf(whole, sums.rows, witness)) return 0;
  return Math.max(Math.abs(whole / sums.spend - 1), witness ? Math.abs(wholeSecond / sums.second - 1) : 0);
}

/** Days, first and last, that a label on a day may be of. */
function stretchesOf(day: number, size: number): readonly (readonly [number, number])[] {
  const date = new Date(day * 86_400_000);
  const monday = day - ((day + 3) % 7);
  if (size === 0)
    return [
      [day - 6, day],
      [day, day + 6],
      [monday, monday + 6],
      [monday - 1, monday + 5],
    ];
  const months = [0, 1, 3, 6, 12][size] ?? 0;
  if (months === 0) return [];
  const from = date.getUTCMonth() - (date.getUTCMonth() % months);
  const at = (month: number): number => Date.UTC(date.getUTCFullYear(), month, 1) / 86_400_000;
  return [[at(from), at(from + months) - 1]];
}
