import { HALF_A_CENT } from './rounding.js';
import type { Table } from './table.js';

/** The rows of a table that count, each with what sums are known by. */
export interface FigureRows {
  /** Places in the table of each file row's first one, in the file's order; those set aside left out. */
  readonly at: Uint32Array;
  readonly spend: Float64Array;
  /** Another figure that sums must have as well: impressions, else clicks; `null`: there is none. */
  readonly second: Float64Array | null;
}

/** @returns `null`: the table has no money */
export function figureRows(table: Table, perRow: number, gone: ReadonlySet<number>): FigureRows | null {
  const spend = table.measures.get('spend');
  const second = table.measures.get('impressions') ?? table.measures.get('clicks') ?? null;
  if (spend === undefined) return null;
  let count = 0;
  const all = new Uint32Array(Math.ceil(table.count / perRow));
  for (let place = 0; place < table.count; place += perRow)
    if (table.state[place] === 0 && !gone.has(place)) all[count++] = place;
  const at = all.subarray(0, count);
  const sumOf = (data: Float64Array): Float64Array => {
    // Nothing is copied of a large table from which nothing was taken.
    if (perRow === 1 && count === table.count) return data.subarray(0, count);
    const sums = new Float64Array(count).fill(Number.NaN);
    for (let row = 0; row < count; row++) {
      const place = at[row] ?? 0;
      for (let part = place; part < place + perRow; part++) {
        const value = data[part] ?? Number.NaN;
        if (!Number.isNaN(value)) sums[row] = value + (sums[row] || 0);
      }
    }
    return sums;
  };
  return { at, spend: sumOf(spend), second: second === null ? null : sumOf(second) };
}

/** Sums of all rows of a list before each of them. */
interface SumsBefore {
  readonly spend: Float64Array;
  readonly second: Float64Array | null;
  /** How many of them have money. */
  readonly filled: Uint32Array;
}

/** Rows that sums may be of. */
export interface AccumulatedRows {
  readonly rows: FigureRows;
  /** Their places among the rows; `null`: all of them. */
  readonly list: Uint32Array | null;
  /** Worked out when a row is first larger than many beside it together: most tables have none, and are large. */
  readonly before: () => SumsBefore;
}

export function accumulated(rows: FigureRows, list: Uint32Array | null): AccumulatedRows {
  let known: SumsBefore | null = null;
  return {
    rows,
    list,
    before: () => {
      known ??= sumsBefore(rows, list);
      return known;
    },
  };
}

function sumsBefore(rows: FigureRows, list: Uint32Array | null): SumsBefore {
  const length = list?.length ?? rows.at.length;
  const sums = {
    spend: new Float64Array(length + 1),
    second: rows.second === null ? null : new Float64Array(length + 1),
    filled: new Uint32Array(length + 1),
  };
  for (let at = 0; at < length; at++) {
    const row = list?.[at] ?? at;
    sums.spend[at + 1] = (sums.spend[at] ?? 0) + (rows.spend[row] || 0);
    sums.filled[at + 1] = (sums.filled[at] ?? 0) + ((rows.spend[row] ?? 0) > 0 ? 1 : 0);
    if (sums.second !== null) sums.second[at + 1] = (sums.second[at] ?? 0) + (rows.second?.[row] || 0);
  }
  return sums;
}

/** A row that is the sum of others, and the first and last of these and it. */
export interface BlockSum {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Places in the list of rows that a sum may be of, in the order in which they are added. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly step: 1 | -1;
}

/** How far a sum may be off: rows by half a cent each, and the sum by half of a unit where it is whole and impressions show that it is one. */
export function slackOf(whole: number, rows: number, witness: boolean): number {
  return HALF_A_CENT * (rows + 1) + (witness && Number.isInteger(whole) ? 0.5 : 0);
}

/** Rows beside one that are added one by one. */
const FEW = 32;

/** The fewest rows beside a row that it is the sum of: two with money at least, and nothing is left of either figure; `null`: it is no sum. */
export function sumBeside(sums: AccumulatedRows, row: number, { from, to, step }: Run): BlockSum | null {
  const { rows, list } = sums;
  const [whole, wholeSecond] = [rows.spend[row] ?? 0, rows.second?.[row] ?? Number.NaN];
  const most = 1 + step * (to - from);
  if (!(whole > 0) || most < 2) return null;
  const witness = !Number.isNaN(wholeSecond);
  const found = (count: number): BlockSum => {
    const place = from + step * (count - 1);
    const other = list?.[place] ?? place;
    return { row, from: Math.min(row, other), to: Math.max(row, other) };
  };
  const isMore = (count: number, spend: number, second: number): boolean =>
    spend >= whole + slackOf(whole, count, witness) || (witness && second > wholeSecond + 0.5);
  const isEnough = (count: number, spend: number, second: number, filled: number): boolean =>
    filled >= 2 && spend > whole - slackOf(whole, count, witness) && (!witness || second > wholeSecond - 0.5);
  let [spend, second, filled] = [0, 0, 0];
  for (let count = 1; count <= Math.min(FEW, most); count++) {
    const place = from + step * (count - 1);
    const other = list?.[place] ?? place;
    spend += rows.spend[other] || 0;
    second += rows.second?.[other] || 0;
    if ((rows.spend[other] ?? 0) > 0) filled += 1;
    if (isMore(count, spend, second)) return null;
    if (isEnough(count, spend, second, filled)) return found(count);
  }
  if (most <= FEW) return null;
  const before = sums.before();
  const of = (data: Float64Array | Uint32Array | null, count: number): number => {
    if (data === null) return 0;
    return step === 1
      ? (data[from + count] ?? 0) - (data[from] ?? 0)
      : (data[from + 1] ?? 0) - (data[from + 1 - count] ?? 0);
  };
  const reaches = (count: number): boolean =>
    isEnough(count, of(before.spend, count), of(before.second, count), of(before.filled, count));
  let [few, many] = [FEW, Math.min(most, 2 * FEW)];
  while (!reaches(many)) {
    if (many === most) return null;
    few = many;
    many = Math.min(most, 2 * many);
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (reaches(middle)) many = middle;
    else few = middle;
  }
  return isMore(many, of(before.spend, many), of(before.second, many)) ? null : found(many);
}
