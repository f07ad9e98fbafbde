import { NO_DAY } from '../types.js';
import { HALF_A_CENT } from './rounding.js';
import type { Table } from './table.js';

/** Places of rows whose label names a week, a month or a sum, with its size: sums of longer stretches are of shorter ones, too. */
type Labelled = ReadonlyMap<number, { readonly size: number }>;

interface Rows {
  /** Places in the table of each file row's first one, in the file's order; those set aside left out. */
  readonly at: readonly number[];
  readonly spend: readonly number[];
  /** Another figure that sums must have as well: impressions, else clicks; `null`: there is none. */
  readonly second: readonly number[] | null;
}

interface Sum {
  readonly row: number;
  /** First and last of the rows that it sums. */
  readonly from: number;
  readonly to: number;
}

/** Rows that a sum may be of. */
const LONGEST = 20_000;
/** Larger tables are no work of hands. */
const MOST_ROWS = 200_000;
/** Rows that are looked at, at most. */
const MOST_LOOKS = 2e7;
/** Share of the rows that must be parts or sums where no label says so. */
const COVERED = 0.9;
/** Rows that a sum without a label is of, on average; or so many different sums. */
const ENOUGH = 3;
/** Of a share that can't be told apart from a sum's by chance. */
const NEAR = 0.05;

const SIZES = [0, 1, 2, 3, 4, 5] as const;

/**
 * Rows that are the sum of the rows right above or below them: those whose label names a stretch or a sum (`Week 36` on the last of its days), and, where
 * nearly all rows of the table are parts or sums, those without such a label.
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
  if (table.count > MOST_ROWS * perRow) return { sums: [], near: [] };
  const rows = rowsOf(table, perRow, gone);
  if (rows === null) return { sums: [], near: [] };
  const sizes = Int8Array.from(rows.at, (at) => labelled.get(at)?.size ?? -1);
  const near: number[] = [];
  const looks = { left: MOST_LOOKS };
  for (const size of SIZES) {
    const parts: number[] = [];
    // How many parts stand above each row of this size.
    const own: { readonly row: number; readonly above: number }[] = [];
    for (let row = 0; row < sizes.length; row++) {
      if (sizes[row] === size) own.push({ row, above: parts.length });
      else if ((sizes[row] ?? size) < size && !gone.has(rows.at[row] ?? 0)) parts.push(row);
    }
    const left: number[] = [];
    for (const { row, above } of parts.length < 2 ? [] : own) {
      const upwards = runFrom(rows, row, { list: parts, from: above - 1, to: 0, step: -1 }, looks);
      const found = upwards ?? runFrom(rows, row, { list: parts, from: above, to: parts.length - 1, step: 1 }, looks);
      if (found === null) left.push(row);
      else gone.add(rows.at[row] ?? 0);
    }
    if (left.length * parts.length > MOST_LOOKS) continue;
    for (const row of left) {
      const share = shareOfDays(table, rows, row, size, parts);
      if (share === 0) gone.add(rows.at[row] ?? 0);
      else if (share < NEAR) near.push(rows.at[row] ?? 0);
    }
  }
  for (let found = unlabelled(table, perRow, gone); found.length > 0; found = unlabelled(table, perRow, gone)) {
    for (const at of found) gone.add(at);
  }
  return { sums: [...gone].sort((a, b) => a - b), near: near.filter((at) => !gone.has(at)) };
}

/** How far a sum may be off: rows by half a cent each, and the sum by half of a unit where it is whole and impressions show that it is one. */
function slackOf(whole: number, rows: number, witness: boolean): number {
  return HALF_A_CENT * (rows + 1) + (witness && Number.isInteger(whole) ? 0.5 : 0);
}

function rowsOf(table: Table, perRow: number, gone: ReadonlySet<number>): Rows | null {
  const spend = table.measures.get('spend');
  const second = table.measures.get('impressions') ?? table.measures.get('clicks') ?? null;
  if (spend === undefined) return null;
  const at: number[] = [];
  for (let place = 0; place < table.count; place += perRow)
    if (table.state[place] === 0 && !gone.has(place)) at.push(place);
  const sumOf = (data: Float64Array): number[] =>
    at.map((place) => {
      let sum = Number.NaN;
      for (let part = place; part < place + perRow; part++) {
        const value = data[part] ?? Number.NaN;
        if (!Number.isNaN(value)) sum = value + (Number.isNaN(sum) ? 0 : sum);
      }
      return sum;
    });
  return { at, spend: sumOf(spend), second: second === null ? null : sumOf(second) };
}

/** Rows that a sum may be of, in the order in which they are added; `list`: all rows, where it is `null`. */
interface Run {
  readonly list: readonly number[] | null;
  readonly from: number;
  readonly to: number;
  readonly step: 1 | -1;
}

/** The first of the rows beside a row that it is the sum of: two with money at least, and nothing is left of either figure. */
function runFrom(rows: Rows, row: number, { list, from, to, step }: Run, looks: { left: number }): Sum | null {
  const { spend, second } = rows;
  const [whole, wholeSecond] = [spend[row] ?? 0, second?.[row] ?? Number.NaN];
  if (!(whole > 0)) return null;
  const witness = !Number.isNaN(wholeSecond);
  const most = Math.min(LONGEST, looks.left, 1 + step * (to - from));
  let [sum, sumSecond, parts] = [0, 0, 0];
  for (let count = 1; count <= most; count++) {
    const place = from + step * (count - 1);
    const other = list === null ? place : (list[place] ?? 0);
    looks.left -= 1;
    sum += spend[other] || 0;
    sumSecond += second?.[other] || 0;
    if ((spend[other] ?? 0) > 0) parts += 1;
    const slack = slackOf(whole, count, witness);
    if (sum > whole + slack || (witness && sumSecond > wholeSecond + 0.5)) return null;
    if (parts >= 2 && whole - sum < slack && (!witness || wholeSecond - sumSecond < 0.5))
      return { row, from: Math.min(row, other), to: Math.max(row, other) };
  }
  return null;
}

/** Share by which a row's figures miss those of all rows in the days that its label may be of; 0: they are their sum. */
function shareOfDays(table: Table, rows: Rows, row: number, size: number, list: readonly number[]): number {
  const day = Math.max(table.start[rows.at[row] ?? 0] ?? NO_DAY, table.end[rows.at[row] ?? 0] ?? NO_DAY);
  const texts = [table.texts.get('platform'), table.texts.get('campaign'), table.texts.get('account')];
  let least = Number.POSITIVE_INFINITY;
  for (const [first, last] of day === NO_DAY ? [] : stretchesOf(day, size)) {
    for (const text of [undefined, ...texts]) {
      let [sum, second, parts, count] = [0, 0, 0, 0];
      for (const other of list) {
        const place = rows.at[other] ?? 0;
        const start = table.start[place] ?? NO_DAY;
        if (start < first || Math.max(start, table.end[place] ?? NO_DAY) > last) continue;
        if (text !== undefined && text.codes[place] !== text.codes[rows.at[row] ?? 0]) continue;
        count += 1;
        sum += rows.spend[other] || 0;
        second += rows.second?.[other] || 0;
        if ((rows.spend[other] ?? 0) > 0) parts += 1;
      }
      if (parts < 2) continue;
      const [whole, wholeSecond] = [rows.spend[row] ?? 0, rows.second?.[row] ?? Number.NaN];
      const witness = !Number.isNaN(wholeSecond);
      const same = !witness || Math.abs(second - wholeSecond) < 0.5;
      if (same && Math.abs(sum - whole) < slackOf(whole, count, witness)) return 0;
      const shares = [Math.abs(whole / sum - 1), witness ? Math.abs(wholeSecond / second - 1) : 0];
      least = Math.min(least, Math.max(...shares));
    }
  }
  return least;
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

/** Rows that are sums though no label says so: where parts and sums are nearly all rows there are. */
function unlabelled(table: Table, perRow: number, gone: ReadonlySet<number>): readonly number[] {
  const rows = rowsOf(table, perRow, gone);
  if (rows === null || rows.at.length <= ENOUGH) return [];
  for (const step of [-1, 1] as const) {
    const found: Sum[] = [];
    const looks = { left: MOST_LOOKS };
    const last = rows.at.length - 1;
    // A sum is of rows that no other one is of.
    let bound = step === -1 ? 0 : last;
    for (let row = step === -1 ? 0 : last; row >= 0 && row <= last; row -= step) {
      const sum = runFrom(rows, row, { list: null, from: row + step, to: bound, step }, looks);
      if (sum === null) continue;
      found.push(sum);
      bound = row - step;
    }
    if (isProved(rows, found)) return found.map(({ row }) => rows.at[row] ?? 0);
  }
  return [];
}

function isProved(rows: Rows, found: readonly Sum[]): boolean {
  const covered = found.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (found.length === 0 || covered < COVERED * rows.at.length) return false;
  const different = new Set(found.map(({ row }) => Math.round(100 * (rows.spend[row] ?? 0)))).size;
  if (different >= ENOUGH) return true;
  // Where impressions go with money in step, they are no second witness.
  const prices = new Set(rows.spend.map((money, row) => Math.round((1e6 * (rows.second?.[row] || 0)) / money)));
  return rows.second !== null && prices.size > 2 && covered - found.length >= ENOUGH * found.length;
}
