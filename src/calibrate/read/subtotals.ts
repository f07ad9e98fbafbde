import { firstOf } from '../../required.js';
import { isMissing } from './numbers.js';
import type { RowPlan } from './plan.js';
import type { Cell, FileRow } from './records.js';
import { HALF_A_CENT } from './rounding.js';
import { longHashOf, type Table } from './table.js';
import { cellText } from './total-row.js';
import { saysAll } from './total-words.js';

/** What was found of rows that stand for all of something that other rows break down. */
interface Subtotals {
  /** Places in the table of rows that are the sum of others, the cell that says so and its column; ascending. */
  readonly sums: readonly { readonly at: number; readonly text: string; readonly column: number }[];
  /** Rows that say "all", have their parts beside them, and aren't the sum of these. */
  readonly uneven: readonly number[];
  /** Places of those that are less than their parts in money or impressions, and the only ones with their names and days. */
  readonly below: ReadonlySet<number>;
}

/** Columns that may say "all" beside parts; files have one to three of them. */
const MOST_COLUMNS = 8;
/** Share of the rows that are sums, at most. */
const MOST_SUMS = 0.7;

interface Candidate {
  readonly at: number;
  readonly row: number;
  readonly text: string;
  readonly column: number;
  /** Whether a word says "all", not just a blank. */
  readonly said: boolean;
  /** Columns that say "all", a bit each. */
  readonly columns: number;
  /** Whether other rows have the same names and days. */
  readonly again: boolean;
  parts: number;
  spend: number;
  impressions: number;
}

/** Different sums of one part each that no chance makes. */
const ENOUGH = 3;

/**
 * Finds subtotals by what they are: a row that says "all", "total" or nothing in columns in which other rows of the same names and days say which
 * part they are (age, placement, ad set, ad), and whose figures are the sum of theirs. One part alone makes a sum where several do elsewhere, or where
 * all that say so have the figures of theirs. Two passes over the rows, and none where no column has both kinds of cells.
 *
 * @param rows of the file, anew at each call
 */
export async function findSubtotals(
  rows: () => AsyncIterable<FileRow>,
  table: Table,
  plan: RowPlan,
  cells: { readonly all: ReadonlySet<number>; readonly parts: ReadonlySet<number> },
): Promise<Subtotals> {
  const columns = plan.key.filter((index) => cells.all.has(index) && cells.parts.has(index));
  const none: Subtotals = { sums: [], uneven: [], below: new Set() };
  if (columns.length === 0 || columns.length > MOST_COLUMNS || plan.groups.length > 1) return none;
  const candidates = new Map<number, Candidate>();
  const keyOf = keys(plan, columns);
  let kept = 0;
  for await (const { at, row, cells: values } of tableRows(rows(), table)) {
    kept += 1;
    const mask = maskOf(values, columns);
    if (mask === 0) continue;
    const saying = columns.filter((_, bit) => (mask & (1 << bit)) !== 0);
    const column = saying.find((index) => cellText(values[index]) !== '') ?? firstOf(saying);
    const text = cellText(values[column]);
    const said = !isMissing(text);
    const key = keyOf(values, mask);
    candidates.set(key, {
      at,
      row,
      text,
      column,
      said,
      columns: mask,
      again: candidates.has(key),
      parts: 0,
      spend: 0,
      impressions: 0,
    });
  }
  // What nearly all rows say isn't said of sums of the others: three levels of one part each have two sums in three rows.
  if (candidates.size === 0 || candidates.size > MOST_SUMS * kept) return none;
  const masks = [...new Set([...candidates.values()].map((one) => one.columns))];
  const [spend, impressions] = [table.measures.get('spend'), table.measures.get('impressions')];
  for await (const { at, cells: values } of tableRows(rows(), table)) {
    const own = maskOf(values, columns);
    for (const mask of masks) {
      if ((own & mask) !== 0) continue;
      const whole = candidates.get(keyOf(values, mask));
      if (whole === undefined) continue;
      whole.parts += 1;
      whole.spend += orZero(spend?.[at]);
      whole.impressions += orZero(impressions?.[at]);
    }
  }
  const list = [...candidates.values()].filter(({ parts }) => parts > 0);
  const isSum = (one: Candidate): boolean =>
    Math.abs(orZero(spend?.[one.at]) - one.spend) < HALF_A_CENT * (one.parts + 1) &&
    Math.abs(orZero(impressions?.[one.at]) - one.impressions) < 0.5 &&
    one.spend + one.impressions > 0;
  const empty = (one: Candidate): boolean =>
    one.spend + one.impressions + orZero(spend?.[one.at]) + orZero(impressions?.[one.at]) === 0;
  const isProved = (columns: number): boolean => {
    const filled = list.filter((one) => one.columns === columns && !empty(one));
    const amounts = new Set(filled.map((one) => Math.round(100 * one.spend)));
    return filled.some((one) => one.parts > 1 && isSum(one)) || (amounts.size >= ENOUGH && filled.every(isSum));
  };
  const proved = new Set(masks.filter(isProved));
  const isBelow = (one: Candidate): boolean =>
    orZero(spend?.[one.at]) < one.spend - HALF_A_CENT * (one.parts + 1) ||
    orZero(impressions?.[one.at]) < one.impressions - 0.5;
  const sums = list.filter((one) => proved.has(one.columns) && (isSum(one) || empty(one)));
  const uneven = list.filter((one) => one.said && !sums.includes(one) && !empty(one));
  return {
    sums: sums.sort((a, b) => a.at - b.at).map(({ at, text, column }) => ({ at, text, column })),
    uneven: uneven.map(({ row }) => row).sort((a, b) => a - b),
    below: new Set(uneven.filter((one) => !one.again && isBelow(one)).map(({ at }) => at)),
  };
}

const orZero = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);

/** The rows of a file that are in the table, each with its first place. */
export async function* tableRows(
  rows: AsyncIterable<FileRow>,
  table: Table,
): AsyncGenerator<{ readonly at: number; readonly row: number; readonly cells: readonly Cell[] }> {
  let at = 0;
  for await (const { row, cells } of rows) {
    // A row of platforms side by side has several places.
    while (at < table.count && (table.row[at] ?? 0) < row) at += 1;
    if (at >= table.count) return;
    if (table.row[at] !== row) continue;
    if (table.state[at] === 0) yield { at, row, cells };
    at += 1;
  }
}

/** Which of the columns say "all", a bit each. */
function maskOf(cells: readonly Cell[], columns: readonly number[]): number {
  let mask = 0;
  for (const [bit, index] of columns.entries()) if (saysAll(cellText(cells[index]))) mask |= 1 << bit;
  return mask;
}

/** Names and days of a row without what some columns say, as 53 bits. */
function keys(plan: RowPlan, columns: readonly number[]): (cells: readonly Cell[], mask: number) => number {
  const dates = [plan.date, plan.start, plan.end].flatMap((column) => (column === null ? [] : [column.index]));
  const others = [...plan.key.filter((index) => !columns.includes(index)), ...dates];
  return (cells, mask) => {
    const own = columns.map((index, bit) => ((mask & (1 << bit)) === 0 ? cellText(cells[index]) : ''));
    return longHashOf([mask, ...own, ...others.map((index) => cellText(cells[index]))].join('\u0001'));
  };
}
