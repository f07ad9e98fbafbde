import { NO_DAY } from '../types.js';
import { HALF_A_CENT } from './rounding.js';
import type { Table } from './table.js';

interface Sheet {
  readonly places: number[];
  spend: number;
  impressions: number;
  /** Of its rows with days; none: the other way round. */
  first: number;
  last: number;
}

/**
 * Rows of a workbook's sheet that has the money and impressions of all others together (`Total`, `By campaign` beside `By day`): what they say is there already. Of two sheets
 * of the same sums the one with more rows says more. Sheets of other days (another month) are others whatever they come to.
 *
 * @param starts first place of each sheet's rows, ascending
 * @returns places in the table, ascending
 */
export function sheetSums(table: Table, starts: readonly number[]): readonly number[] {
  const [spend, impressions] = [table.measures.get('spend'), table.measures.get('impressions')];
  if (spend === undefined || impressions === undefined || starts.length < 2) return [];
  const sheets = starts.map((start, at) => sheetOf(table, start, starts[at + 1] ?? table.count, spend, impressions));
  const filled = sheets.filter(({ spend: money, impressions: shown }) => money > 0 && shown > 0);
  if (filled.length < 2) return [];
  const rows = filled.reduce((sum, { places }) => sum + places.length, 0);
  const whole = { spend: sumOf(filled, 'spend'), impressions: sumOf(filled, 'impressions') };
  const [sums] = filled
    .filter(
      (one) =>
        Math.abs(2 * one.spend - whole.spend) < HALF_A_CENT * (rows + 1) &&
        Math.abs(2 * one.impressions - whole.impressions) < 0.5 &&
        filled.some((other) => other !== one && sharesDays(one, other)),
    )
    .sort((a, b) => a.places.length - b.places.length);
  return sums === undefined || isThereAgain(table, sums, filled) ? [] : sums.places;
}

/** Whether all rows of a sheet stand in others, too, cell for cell: these are there twice. */
function isThereAgain({ content }: Table, sums: Sheet, all: readonly Sheet[]): boolean {
  const contentOf = (at: number): string => `${content[2 * at]} ${content[2 * at + 1]}`;
  const others = new Set(all.flatMap((sheet) => (sheet === sums ? [] : sheet.places.map(contentOf))));
  return sums.places.every((at) => others.has(contentOf(at)));
}

function sheetOf(table: Table, start: number, end: number, spend: Float64Array, impressions: Float64Array): Sheet {
  const sheet: Sheet = {
    places: [],
    spend: 0,
    impressions: 0,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
  };
  for (let at = start; at < end; at++) {
    if (table.state[at] !== 0) continue;
    sheet.places.push(at);
    sheet.spend += spend[at] || 0;
    sheet.impressions += impressions[at] || 0;
    const day = table.start[at] ?? NO_DAY;
    if (day === NO_DAY) continue;
    sheet.first = Math.min(sheet.first, day);
    sheet.last = Math.max(sheet.last, day, table.end[at] ?? NO_DAY);
  }
  return sheet;
}

const sharesDays = (one: Sheet, other: Sheet): boolean =>
  one.first > one.last || other.first > other.last || (one.first <= other.last && other.first <= one.last);

const sumOf = (sheets: readonly Sheet[], figure: 'spend' | 'impressions'): number =>
  sheets.reduce((sum, sheet) => sum + sheet[figure], 0);
