import { type ExportRows, type Granularity, NO_DAY } from '../types.js';
import { type DateOrder, endOfMonth, formatDay, readDate } from './dates.js';

interface Windows {
  readonly granularity: Granularity;
  readonly period: { readonly first: string; readonly last: string } | null;
  /** Rows with a first day and no last one. */
  readonly open: number;
  /** Whether ends were the first day after, and were put back by a day. */
  readonly exclusive: boolean;
  /** Fewest and most days from the one date given, where the file's daily averages tell them. */
  readonly averaged: { readonly least: number; readonly most: number } | null;
}

/** What is known of a file's dates beside the rows' own. */
export interface WindowHints {
  readonly given: 'one date' | 'first and last' | 'none';
  /** What the column of dates holds, where its name says so. */
  readonly each: 'week' | 'month' | 'start' | null;
  /** Times of day that aren't midnight stand in the cells; only midnights do. */
  readonly timed: boolean;
  readonly midnights: boolean;
  /** Whether the platform is known to end its windows on the day after. */
  readonly endsAfter: boolean;
  /** Spend a day as the file has it, by row; `null`: no such column. */
  readonly dailySpend: Float64Array | null;
}

/**
 * What length of time rows stand for, and from when to when. Where a file gives one date a row, days, weeks or months
 * are reported by the column's name, by its averages a day, or by the steps between the dates, and the rows' last days are
 * filled in. Ends that are the first day after a window are put back by a day.
 */
export function resolveWindows(rows: ExportRows, hints: WindowHints): Windows {
  const { given, timed } = hints;
  if (given === 'none' || rows.count === 0) {
    const none = { granularity: 'none', period: null, open: 0, exclusive: false, averaged: null } as const;
    return rows.start.some((day) => day !== NO_DAY) ? { ...spanned(rows), exclusive: false, averaged: null } : none;
  }
  const exclusive = given === 'first and last' && endsAreExclusive(rows, hints);
  if (exclusive) {
    for (let at = 0; at < rows.count; at++) {
      if (rows.end[at] !== NO_DAY) rows.end[at] = Math.max(rows.start[at] as number, (rows.end[at] as number) - 1);
    }
  }
  const averaged = given === 'one date' ? daysByAverage(rows, hints.dailySpend) : null;
  if (given === 'one date') fillEnds(rows, hints, averaged);
  const { granularity, period, open } = spanned(rows);
  const hourly = timed && given === 'one date' && granularity === 'day';
  const lengths = averaged === null ? [] : [...averaged.values()];
  return {
    granularity: hourly ? 'hour' : granularity,
    period,
    open,
    exclusive,
    averaged: averaged === null ? null : { least: Math.min(...lengths), most: Math.max(...lengths) },
  };
}

/**
 * Whether last days are the first ones after: no window ends where it starts, and more windows end where others start than
 * on the day before; or the one window there is runs from a first of a month to another, or is a platform's that
 * is known for it, with midnights written out.
 */
function endsAreExclusive({ start, end, count }: ExportRows, { midnights, endsAfter }: WindowHints): boolean {
  const windows = new Map<string, readonly [number, number]>();
  for (let at = 0; at < count; at++) {
    const [from, to] = [start[at] ?? NO_DAY, end[at] ?? NO_DAY];
    if (from === NO_DAY || to === NO_DAY) continue;
    if (from === to) return false;
    windows.set(`${from} ${to}`, [from, to]);
  }
  const starts = new Set([...windows.values()].map(([from]) => from));
  const list = [...windows.values()];
  const meeting = list.filter(([, to]) => starts.has(to)).length;
  // Days that end on the day after adjoin the one after that, too, but one of them fewer.
  const adjoining = list.filter(([, to]) => starts.has(to + 1)).length;
  if (meeting > adjoining) return true;
  if (list.length === 0 || adjoining > 0) return false;
  if (!midnights) return false;
  return endsAfter || list.every(([from, to]) => isFirst(from) && isFirst(to));
}

const isFirst = (day: number): boolean => formatDay(day).endsWith('-01');

/** How far a whole number of days may be missed by printed averages, beside what their rounding explains. */
const ALMOST_WHOLE = 0.02;

/**
 * Days that rows of each first day cover, from spend over spend a day: the most of its rows, since a campaign that began late has
 * fewer; months differ. A first day without spend has as many as the most of all. `null` where there is no such column, or the
 * quotients aren't whole.
 */
export function daysByAverage(
  { start, measures, count }: ExportRows,
  dailySpend: Float64Array | null,
): ReadonlyMap<number, number> | null {
  const spend = measures.spend;
  if (dailySpend === null || spend === undefined) return null;
  const found = new Map<number, number>();
  for (let at = 0; at < count; at++) {
    const [total, daily] = [spend[at] ?? Number.NaN, dailySpend[at] ?? Number.NaN];
    if (!(total > 0) || !(daily >= 1) || start[at] === NO_DAY) continue;
    const days = total / daily;
    const nearest = Math.round(days);
    // A daily average is printed to the cent at best.
    if (nearest < 1 || Math.abs(days - nearest) > ALMOST_WHOLE + (days * 0.005) / daily) return null;
    const day = start[at] as number;
    found.set(day, Math.max(found.get(day) ?? 0, nearest));
  }
  if (found.size === 0) return null;
  const most = Math.max(...found.values());
  for (const day of start) if (day !== NO_DAY && !found.has(day)) found.set(day, most);
  return found;
}

function fillEnds(
  { start, end, count }: ExportRows,
  { each }: WindowHints,
  averaged: ReadonlyMap<number, number> | null,
): void {
  const days = [...new Set(start)].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const weekly = each === 'week' || (steps.length >= 2 && steps.every((step) => step % 7 === 0));
  const firsts = days.every(isFirst);
  const monthly = each === 'month' || (steps.length >= 1 && firsts && steps.every((step) => step >= 28));
  // One date for all rows that is called a start says nothing of where they end.
  const open = each === 'start' && days.length === 1 && averaged === null;
  for (let at = 0; at < count; at++) {
    const day = start[at] ?? NO_DAY;
    if (day === NO_DAY || end[at] !== NO_DAY || open) continue;
    if (averaged !== null) end[at] = day + (averaged.get(day) ?? 1) - 1;
    else end[at] = monthly ? endOfMonth(day) : weekly ? day + 6 : day;
  }
}

/**
 * First days of rows that have last ones only: of the month where these are the last days of months, else as far back as the least step between
 * them, weeks or days. Where nothing tells, the last days are taken off, since a row on its last day alone would have all of its window's spend there.
 *
 * @returns fewest and most days of a row; `null`: nothing tells
 */
export function fillStarts({
  start,
  end,
  count,
}: ExportRows): { readonly least: number; readonly most: number } | null {
  const days = [...new Set(end)].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const monthly =
    steps.length >= 1 && days.every((day) => day === endOfMonth(day)) && steps.every((step) => step >= 28);
  const weekly = steps.length >= 2 && steps.every((step) => step % 7 === 0);
  const daily = steps.includes(1);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let at = 0; at < count; at++) {
    const day = end[at] ?? NO_DAY;
    if (day === NO_DAY) continue;
    if (!monthly && !weekly && !daily) {
      end[at] = NO_DAY;
      continue;
    }
    start[at] = monthly ? day - Number(formatDay(day).slice(8)) + 1 : weekly ? day - 6 : day;
    const length = day - (start[at] ?? day) + 1;
    least = Math.min(least, length);
    most = Math.max(most, length);
  }
  return most === 0 ? null : { least, most };
}

function spanned({ start, end, count }: ExportRows): Pick<Windows, 'granularity' | 'period' | 'open'> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let open = 0;
  const kinds = new Set<Granularity>();
  for (let at = 0; at < count; at++) {
    const from = start[at] ?? NO_DAY;
    const to = end[at] ?? NO_DAY;
    if (from === NO_DAY) continue;
    first = Math.min(first, from);
    last = Math.max(last, to === NO_DAY ? from : to);
    if (to === NO_DAY) open += 1;
    else kinds.add(lengthOf(from, to));
  }
  const [only] = kinds;
  return {
    granularity: kinds.size === 1 && open === 0 && only !== undefined ? only : 'window',
    period: Number.isFinite(first) ? { first: formatDay(first), last: formatDay(last) } : null,
    open,
  };
}

function lengthOf(from: number, to: number): Granularity {
  if (from === to) return 'day';
  if (to - from === 6) return 'week';
  return isFirst(from) && to === endOfMonth(from) ? 'month' : 'window';
}

/** First and last day that a report's title gives: `"August 1, 2026 - August 31, 2026"`; `null` where it gives none. */
export function periodInPreamble(lines: readonly string[], order: DateOrder): { start: number; end: number } | null {
  const days = lines.flatMap((line) =>
    line.split(/\s[-–—]\s|\sto\s|\s\|\s/).flatMap((piece) => {
      const read = readDate(
        piece
          .replace(/^[^:]*:\s+/, '')
          .replace(/["']/g, '')
          .trim(),
        order,
      );
      if (typeof read === 'string') return [];
      return read.last === NO_DAY ? [read.first] : [read.first, read.last];
    }),
  );
  return days.length < 2 ? null : { start: Math.min(...days), end: Math.max(...days) };
}
