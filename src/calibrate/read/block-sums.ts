import { sharesOfDays } from './days-sums.js';
import {
  type AccumulatedRows,
  accumulated,
  type BlockSum,
  type FigureRows,
  figureRows,
  sumBeside,
} from './row-blocks.js';
import type { Table } from './table.js';

/** Places of rows whose label names a week, a month or a sum, with its size: sums of longer stretches are of shorter ones, too. */
type Labelled = ReadonlyMap<number, { readonly size: number }>;

/** Share of the rows that must be parts or sums where no label says so. */
const COVERED = 0.9;
/** Rows that a sum without a label is of, on average; or so many different sums. */
const ENOUGH = 3;
/** Of a share that can't be told apart from a sum's by chance. */
const NEAR = 0.05;

const SIZES = [0, 1, 2, 3, 4, 5] as const;

/**
 * Rows that are the sum of the rows right above or below them: those whose label names a stretch or a sum (`Week 36` on the last of its days), and, where
 * nearly all rows of the table are parts or sums, those without such a label. Time and memory go with the number of rows: amounts are never negative,
 * so that the sum of the rows beside one only grows, and where it comes to that row's is found by halves.
 *
 * @param perRow places of the table that a file row has
 * @returns places, ascending; those of labels that aren't sums, though nearly
 */
export function blockSums(
  table: Table,
  labelled: Labelled,
  perRow: number,
): { readonly sums: readonly number[]; readonly near: readonly number[] } {
  const gone = new Set<number>();
  const near: number[] = [];
  const rows = labelled.size === 0 ? null : figureRows(table, perRow, gone);
  if (rows !== null) {
    const sizes = new Int8Array(rows.at.length);
    for (let row = 0; row < sizes.length; row++) sizes[row] = labelled.get(rows.at[row] ?? 0)?.size ?? -1;
    for (const size of SIZES) if (sizes.includes(size)) labelledSums(table, rows, sizes, size, gone, near);
  }
  for (let found = unlabelled(table, perRow, gone); found.length > 0; found = unlabelled(table, perRow, gone)) {
    for (const at of found) gone.add(at);
  }
  return { sums: [...gone].sort((a, b) => a - b), near: near.filter((at) => !gone.has(at)) };
}

function placesWhere(length: number, holds: (place: number) => boolean): Uint32Array {
  const places = new Uint32Array(length);
  let count = 0;
  for (let place = 0; place < length; place++) if (holds(place)) places[count++] = place;
  return places.subarray(0, count);
}

/** Rows whose label is of a size, as far as they are sums, into `gone`; those that nearly are into `near`. */
function labelledSums(
  table: Table,
  rows: FigureRows,
  sizes: Int8Array,
  size: number,
  gone: Set<number>,
  near: number[],
): void {
  const isPart = (row: number): boolean => (sizes[row] ?? size) < size && !gone.has(rows.at[row] ?? 0);
  const parts = placesWhere(sizes.length, isPart);
  if (parts.length < 2) return;
  const sums = accumulated(rows, parts);
  const left: number[] = [];
  let above = 0;
  for (let row = 0; row < sizes.length; row++) {
    while (above < parts.length && (parts[above] ?? row) < row) above += 1;
    if (sizes[row] !== size) continue;
    const found =
      sumBeside(sums, row, { from: above - 1, to: 0, step: -1 }) ??
      sumBeside(sums, row, { from: above, to: parts.length - 1, step: 1 });
    if (found === null) left.push(row);
    else gone.add(rows.at[row] ?? 0);
  }
  const shares = sharesOfDays(table, rows, left, size, parts);
  for (const [at, row] of left.entries()) {
    const share = shares[at] ?? 1;
    if (share === 0) gone.add(rows.at[row] ?? 0);
    else if (share < NEAR) near.push(rows.at[row] ?? 0);
  }
}

/** Rows that are sums though no label says so: where parts and sums are nearly all rows there are. */
function unlabelled(table: Table, perRow: number, gone: ReadonlySet<number>): readonly number[] {
  const rows = figureRows(table, perRow, gone);
  if (rows === null || rows.at.length <= ENOUGH) return [];
  const sums = accumulated(rows, null);
  for (const step of [-1, 1] as const) {
    const found = runsOf(sums, step);
    if (isProved(rows, found)) return found.map(({ row }) => rows.at[row] ?? 0);
  }
  return [];
}

/** Sums one after the other, each of rows that no other one is of. */
function runsOf(sums: AccumulatedRows, step: 1 | -1): readonly BlockSum[] {
  const found: BlockSum[] = [];
  const last = sums.rows.at.length - 1;
  let bound = step === -1 ? 0 : last;
  for (let row = step === -1 ? 0 : last; row >= 0 && row <= last; row -= step) {
    const sum = sumBeside(sums, row, { from: row + step, to: bound, step });
    if (sum === null) continue;
    found.push(sum);
    bound = row - step;
  }
  return found;
}

function isProved(rows: FigureRows, found: readonly BlockSum[]): boolean {
  const covered = found.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (found.length === 0 || covered < COVERED * rows.at.length) return false;
  const different = new Set(found.map(({ row }) => Math.round(100 * (rows.spend[row] ?? 0)))).size;
  if (different >= ENOUGH) return true;
  // Where impressions go with money in step, they are no second witness.
  const prices = new Set<number>();
  for (let row = 0; row < rows.at.length && prices.size < ENOUGH; row++)
    prices.add(Math.round((1e6 * (rows.second?.[row] || 0)) / (rows.spend[row] ?? 0)));
  return rows.second !== null && prices.size > 2 && covered - found.length >= ENOUGH * found.length;
}
