import { isCurrency } from '../../units/money.js';
import { type FaultDetail, type Measure, NO_DAY, type QuarantineReason } from '../types.js';
import type { Column } from './columns.js';
import { type DateOrder, readDate } from './dates.js';
import { scaled } from './magnitude.js';
import { namedAsWeek } from './named-weeks.js';
import { type DecimalMark, hasFraction, readNumber } from './numbers.js';
import { type GroupPlan, isConversion, type RowPlan } from './plan.js';
import { isWordy } from './profile.js';
import type { Cell } from './records.js';

/** Why a row is set aside, and what was found. */
export interface Fault {
  readonly reason: QuarantineReason;
  readonly detail: FaultDetail;
}

const cut = (cell: Cell | undefined): string => String(cell ?? '').slice(0, 40);
const cellText = (cell: Cell | undefined): FaultDetail => ({ kind: 'cell', text: cut(cell) });
const valueText = (header: string, cell: Cell | undefined, of: 'figure' | 'count' | 'name'): FaultDetail => ({
  kind: 'value',
  header,
  text: cut(cell),
  of,
});
const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : cell === undefined ? '' : String(cell);

export interface Window {
  start: number;
  end: number;
}

/** Days that a row stands for, into `window`. */
export function judgeDates(cells: readonly Cell[], plan: RowPlan, order: DateOrder, window: Window): Fault | null {
  window.start = NO_DAY;
  window.end = NO_DAY;
  const single = plan.date ?? plan.start;
  if (single !== null) {
    const cell = cells[single.index] ?? '';
    const read = readDate(single.field === 'week' ? namedAsWeek(cell) : cell, order);
    if (read === 'missing') return { reason: 'no date', detail: { kind: 'blank', header: single.header } };
    if (read === 'impossible') return { reason: 'impossible date', detail: cellText(cells[single.index]) };
    if (read === 'not a date') return { reason: 'not a date', detail: cellText(cells[single.index]) };
    window.start = read.first;
    window.end = read.last;
  }
  if (plan.end !== null) {
    const read = readDate(cells[plan.end.index] ?? '', order);
    if (read === 'impossible') return { reason: 'impossible date', detail: cellText(cells[plan.end.index]) };
    if (read === 'not a date') return { reason: 'not a date', detail: cellText(cells[plan.end.index]) };
    if (read !== 'missing') window.end = read.last === NO_DAY ? read.first : read.last;
    if (window.end !== NO_DAY && window.end < window.start) {
      return {
        reason: 'ends before it starts',
        detail: { kind: 'window', from: cut(cells[single?.index ?? 0]), to: cut(cells[plan.end.index]) },
      };
    }
  }
  return null;
}

/** Figures of one platform in a row; a message's opens are counted as clicks by those who sell it. */
export interface Figures {
  readonly values: Map<Measure, number>;
  messageOpens: boolean;
  /** Link clicks are counted another way than clicks on the ad, so a few more of them are no contradiction. */
  linkAboveAll: boolean;
  /** Measures whose cell is blank where this platform means a zero. */
  readonly blanks: Measure[];
}

const MESSAGING = /messag|mensag|inmail|mensaj|nachricht|mesaj/i;

/** Reads a platform's figures of a row into `figures`, and says what contradicts itself. */
export function judgeFigures(
  cells: readonly Cell[],
  group: GroupPlan,
  plan: RowPlan,
  marks: ReadonlyMap<number, DecimalMark>,
  figures: Figures,
): Fault | null {
  const { values } = figures;
  const { blanks } = figures;
  values.clear();
  blanks.length = 0;
  figures.messageOpens = false;
  figures.linkAboveAll = false;
  for (const { measure, column } of group.measures) {
    const value = amountIn(cells, column, marks, plan);
    if (value === null)
      return { reason: 'not a number', detail: valueText(column.header, cells[column.index], 'figure') };
    if (value < 0)
      return { reason: 'negative amount', detail: valueText(column.header, cells[column.index], 'figure') };
    const written = cells[column.index];
    if (plan.wholeCounts.has(column.index) && !(written instanceof Date) && hasFraction(written ?? '')) {
      return { reason: 'shifted columns', detail: valueText(column.header, cells[column.index], 'count') };
    }
    const counted =
      measure === 'conversions' && column.field === 'results' ? conversionsOf(cells, group, value) : value;
    const blank = Number.isNaN(value) && plan.blankZeros.has(column.index);
    values.set(measure, blank && column.field !== 'results' ? 0 : counted);
    if (blank) blanks.push(measure);
  }
  const impressions = values.get('impressions') ?? Number.NaN;
  // Where nothing was shown or nothing is known of it, a blank stays a blank.
  if (!(impressions > 0)) for (const measure of blanks) values.set(measure, Number.NaN);
  const clicks = values.get('clicks') ?? Number.NaN;
  const all = values.get('clicks_all') ?? Number.NaN;
  const most = Math.max(Number.isNaN(clicks) ? 0 : clicks, Number.isNaN(all) ? 0 : all);
  if (most > impressions + 2 * plan.countSlack) {
    const message = plan.labelColumns.some(({ field, index, header }) => {
      const kind =
        field === 'objective' || field === 'breakdown' || field === 'campaign_type' || /type|format|tipo/i.test(header);
      return kind && MESSAGING.test(textOf(cells[index]));
    });
    if (!message || !plan.opensAreClicks)
      return { reason: 'clicks above impressions', detail: { kind: 'clicks', clicks: most, impressions } };
    figures.messageOpens = true;
  }
  figures.linkAboveAll = clicks > all && linkAndAll(group);
  const reach = values.get('reach') ?? Number.NaN;
  if (reach > impressions + 2 * plan.countSlack)
    return { reason: 'reach above impressions', detail: { kind: 'people', people: reach, impressions } };
  return null;
}

function linkAndAll(group: GroupPlan): boolean {
  const field = (measure: Measure) => group.measures.find((entry) => entry.measure === measure)?.column.field;
  return field('clicks') === 'clicks_link' && field('clicks_all') === 'clicks_all';
}

function conversionsOf(cells: readonly Cell[], group: GroupPlan, results: number): number {
  const indicator = group.labels.find(({ dimension }) => dimension === 'result_indicator');
  return indicator !== undefined && isConversion(textOf(cells[indicator.column.index])) ? results : Number.NaN;
}

/** A column's number in a row, amounts in whole units of their currency; NaN where missing, `null` where it is none. */
export function amountIn(
  cells: readonly Cell[],
  column: Column,
  marks: ReadonlyMap<number, DecimalMark>,
  { scales, language }: RowPlan,
): number | null {
  const value = numberIn(cells, column, marks, language);
  return value === null || scales.size === 0 ? value : scaled(value, scales.get(column.index) ?? 0);
}

/** A column's number in a row; NaN where missing, `null` where it is none. */
export function numberIn(
  cells: readonly Cell[],
  { index }: Column,
  marks: ReadonlyMap<number, DecimalMark>,
  language: string,
): number | null {
  const cell = cells[index];
  if (cell === undefined || cell === '') return Number.NaN;
  if (typeof cell === 'number') return cell;
  if (cell instanceof Date) return null;
  return readNumber(cell, marks.get(index) ?? '.', language);
}

/** A number or a date where the other rows have a name: the row's cells stand in other columns. */
export function judgeNames(cells: readonly Cell[], plan: RowPlan): Fault | null {
  for (const { index, header } of plan.wordyNames) {
    const cell = cells[index];
    if (cell === undefined || cell === '' || isWordy(cell)) continue;
    return { reason: 'shifted columns', detail: valueText(header, cell, 'name') };
  }
  return null;
}

/** A row's currency where a column names it. */
export function judgeCurrency(cells: readonly Cell[], group: GroupPlan): Fault | null {
  const column = group.labels.find(({ dimension }) => dimension === 'currency')?.column;
  if (column === undefined) return null;
  const code = textOf(cells[column.index]).toUpperCase();
  return code === '' || isCurrency(code) ? null : { reason: 'unknown currency', detail: cellText(cells[column.index]) };
}

/**
 * Whether a row has as many fields as the header. Blank fields at the end may be left out, as spreadsheets do; a row
 * that ends in a value before its time has lost a field or its end.
 */
export function judgeLength(cells: readonly Cell[], headers: readonly string[], last: boolean): Fault | 'short' | null {
  const beyond = cells.slice(headers.length).some((cell) => textOf(cell) !== '');
  if (beyond)
    return { reason: 'too many fields', detail: { kind: 'fields', found: cells.length, expected: headers.length } };
  if (cells.length >= headers.length) return null;
  const named = headers.slice(cells.length).some((header) => header !== '');
  if (!named) return null;
  if (last || textOf(cells.at(-1)) !== '') {
    return { reason: 'too few fields', detail: { kind: 'fields', found: cells.length, expected: headers.length } };
  }
  return 'short';
}
