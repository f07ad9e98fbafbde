import { type ExportRows, type Granularity, NO_DAY } from '../types.js';
import { type DateOrder, endOfMonth, formatDay, readDate } from './dates.js';

export interface Windows {
  readonly granularity: Granularity;
  readonly period: { readonly first: string; readonly last: string } | null;
  /** Rows with a first day and no last one. */
  readonly open: number;
}

/**
 * What length of time rows stand for, and from when to when. Where a file gives one date a row, days, weeks or months
 * are told by the steps between the dates, and the rows' last days are filled in.
 */
export function settleWindows(
  rows: ExportRows,
  given: 'one date' | 'first and last' | 'none',
  timed: boolean,
): Windows {
  if (given === 'none' || rows.count === 0) {
    return rows.start.some((day) => day !== NO_DAY) ? spanned(rows) : { granularity: 'none', period: null, open: 0 };
  }
  if (given === 'one date') fillEnds(rows);
  const { granularity, period, open } = spanned(rows);
  return { granularity: timed && given === 'one date' && granularity === 'day' ? 'hour' : granularity, period, open };
}

function fillEnds({ start, end, count }: ExportRows): void {
  const days = [...new Set(start)].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const weekly = steps.length >= 2 && steps.every((step) => step % 7 === 0);
  const monthly =
    steps.length >= 1 && days.every((day) => formatDay(day).endsWith('-01')) && steps.every((step) => step >= 28);
  for (let at = 0; at < count; at++) {
    const day = start[at] ?? NO_DAY;
    if (day === NO_DAY || end[at] !== NO_DAY) continue;
    end[at] = monthly ? endOfMonth(day) : weekly ? day + 6 : day;
  }
}

function spanned({ start, end, count }: ExportRows): Windows {
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
  return formatDay(from).endsWith('-01') && to === endOfMonth(from) ? 'month' : 'window';
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
      return typeof read === 'string' ? [] : [read.first];
    }),
  );
  return days.length < 2 ? null : { start: Math.min(...days), end: Math.max(...days) };
}
