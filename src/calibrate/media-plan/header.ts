import { aliasesOf } from '../read/aliases/index.js';
import { endOfMonth, formatDay, readDate } from '../read/dates.js';
import { FIELDS } from '../read/fields.js';
import { HEADER_WITHIN } from '../read/header.js';
import type { Cell, FileRow } from '../read/records.js';
import { refuse } from '../read/refusal.js';
import { isMetricName } from '../read/shape.js';
import { PLAN_FIELDS, type PlanColumn, type PlanField, planColumn } from './headings.js';
import * as messages from './messages.js';

/** A plan's header, and what each column is. */
export interface PlanHeader {
  readonly row: number;
  readonly columns: readonly PlanColumn[];
}

export interface HeaderOptions {
  /** Header → field of a plan, or `ignore`. */
  readonly mapping?: Readonly<Record<string, string>>;
  readonly dayFirst?: boolean;
}

/**
 * The row that heads a media plan: it names who gets the money (a channel, an objective, a campaign) and amounts of it (a budget,
 * or one column a period). `null` where there is none, and for an export.
 */
export function findPlanHeader(rows: readonly FileRow[], options: HeaderOptions): PlanHeader | null {
  if (hasFiguresInRows(rows)) return null;
  let best: { readonly header: PlanHeader; readonly score: number } | null = null;
  for (const { row, cells } of rows.slice(0, HEADER_WITHIN)) {
    if (isExport(cells, options)) return null;
    const columns = columnsOf(cells, options);
    const has = (field: PlanField) => columns.some((column) => column.field === field);
    const periods = columns.filter(({ field }) => field === 'period').length;
    const placed = has('platform') || ((has('objective') || has('campaign')) && periods >= 2);
    const named = placed || has('campaign');
    if (!named || !(has('budget') || has('daily_budget') || periods >= 2)) continue;
    const score = columns.filter(({ field }) => field !== null).length;
    if (score > (best?.score ?? 1)) best = { header: { row, columns }, score };
  }
  return best?.header ?? null;
}

/** A table that has spend and what came of it is an export, unless a mapping says that its spend is a budget. */
export function isExport(cells: readonly Cell[], { mapping = {} }: HeaderOptions): boolean {
  const kinds = cells.flatMap((cell): readonly string[] => {
    if (typeof cell !== 'string') return [];
    // What somebody said of a column counts for more than its name.
    const given = Object.hasOwn(mapping, cell.trim()) ? mapping[cell.trim()] : undefined;
    return given === undefined ? aliasesOf(cell).map(({ field }) => field) : [given];
  });
  const results = Object.entries(FIELDS).flatMap(([field, kind]) =>
    kind === 'count' || kind === 'attributed' ? [field] : [],
  );
  return kinds.includes('spend') && kinds.some((field) => results.includes(field));
}

/** Whether a column names the figure of each row, and both money and what came of it are among them: an export of one row a figure. */
function hasFiguresInRows(rows: readonly FileRow[]): boolean {
  return rows.some(({ cells }, header) =>
    cells.some((cell, index) => {
      if (typeof cell !== 'string' || !isMetricName(cell)) return false;
      const names = rows.slice(header + 1).map((below) => below.cells[index] ?? '');
      return isExport([...new Set(names)], {});
    }),
  );
}

function columnsOf(cells: readonly Cell[], { mapping = {}, dayFirst }: HeaderOptions): readonly PlanColumn[] {
  const order = dayFirst === undefined ? null : dayFirst ? 'day first' : 'month first';
  return cells.map((cell, index) => {
    const column = planColumn(cell, index, order ?? 'day first');
    const given = Object.hasOwn(mapping, column.header) ? mapping[column.header] : undefined;
    if (given === undefined) return column;
    const field = PLAN_FIELDS.find((name) => name === given || (given === 'spend' && name === 'budget')) ?? null;
    return { ...column, field, span: null };
  });
}

/** When money is spent: over some days, both ends included, or in a period that has a number only, from 0. */
export type When =
  | { readonly kind: 'days'; readonly first: number; readonly last: number }
  | { readonly kind: 'number'; readonly unit: 'week' | 'month'; readonly at: number };

/** Columns of periods, each with its days, or its number; refuses headings that don't say them. */
export function periodColumns({ columns }: PlanHeader, { dayFirst }: HeaderOptions): readonly When[] {
  refuseMonths(columns);
  const found = columns.filter(({ field }) => field === 'period');
  const [begin] = found;
  if (begin?.span?.kind === 'number') {
    const { unit, number } = begin.span;
    const wrong = found.find(
      ({ span }, k) => span?.kind !== 'number' || span.unit !== unit || span.number !== number + k,
    );
    if (wrong !== undefined) refuse(messages.notInARow(wrong.header));
    return found.map((_, at) => ({ kind: 'number', unit, at }));
  }
  const dated = inOrder(found, dayFirst);
  const monthly = dated.length > 1 && dated.every(({ first }) => formatDay(first).endsWith('-01'));
  return dated.map(({ first, last }, k) => {
    const next = dated[k + 1];
    // A heading that is one day begins a stretch up to the next one; the last is as long as the one before it.
    const length = next !== undefined ? next.first - first : k > 0 ? first - dated[k - 1].first : 7;
    const end = last ?? (monthly ? endOfMonth(first) : first + length - 1);
    if (next !== undefined && end !== next.first - 1) refuse(messages.notInARow(next.header));
    return { kind: 'days', first, last: end };
  });
}

type Dated = { readonly header: string; readonly first: number; readonly last: number | null };

/** Headings as days that ascend; of two ways to read figures the one in which they do so evenly. */
function inOrder(found: readonly PlanColumn[], dayFirst: boolean | undefined): readonly Dated[] {
  if (found.length === 0) return [];
  const ways = (['day first', 'month first'] as const)
    .filter((order) => dayFirst === undefined || (order === 'day first') === dayFirst)
    .map((order) => found.flatMap((column) => datedIn(column, order)))
    .filter((days) => days.length === found.length && days.every((day, k) => k === 0 || day.first > days[k - 1].first));
  const even = ways.filter(
    (days) => new Set(days.slice(1).map(({ first }, k) => Math.round((first - days[k].first) / 3))).size <= 1,
  );
  const readings = even.length > 0 ? even : ways;
  if (readings.length === 0) refuse(messages.notInARow((found[1] ?? found[0]).header));
  const same = readings.every((days) => days.every(({ first }, k) => first === readings[0][k].first));
  return same ? readings[0] : refuse(messages.unsureDates(found[0].header));
}

function datedIn({ header, span }: PlanColumn, order: 'day first' | 'month first'): readonly Dated[] {
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(header)) {
    const read = readDate(header, order);
    return typeof read === 'string' ? [] : [{ header, first: read.first, last: null }];
  }
  return span?.kind === 'days' ? [{ header, first: span.first, last: span.last }] : [];
}

/** `Jan`, `Feb` beside each other are months of which year nobody said. */
function refuseMonths(columns: readonly PlanColumn[]): void {
  const bare = columns.filter(
    ({ field, header }) =>
      field === null && /^\p{L}+\.?$/u.test(header) && typeof readDate(`${header} 2024`, 'day first') !== 'string',
  );
  if (bare.length >= 2) refuse(messages.monthsWithoutYear(bare.map(({ header }) => header)));
}
