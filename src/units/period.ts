import { say } from '../words/said.js';
import { azerbaijaniDate, knowsAzerbaijani } from './azerbaijani.js';
import { type LocaleChoice, localeFor } from './locale.js';
import { failure, type Result, success } from './result.js';

export type PeriodUnit = 'day' | 'week' | 'month';

/** Days of a period; a month is a twelfth of a Julian year. */
const PERIOD_DAYS: Readonly<Record<PeriodUnit, number>> = { day: 1, week: 7, month: 30.4375 };

/** Ten years of days: beyond, a plan's periods are a slip of the pen. */
const MAX_PERIODS = 3660;

export interface Periods {
  readonly periods: number;
  readonly unit: PeriodUnit;
  readonly periodDays: number;
}

/** A horizon: `13 weeks`, `90 days`, `3 months`, `1 week`. */
export function parsePeriods(text: string): Result<Periods> {
  const match = /^\s*([+-]?[\d._]+)\s*(day|week|month)s?\s*$/i.exec(text);
  const expected = 'write a number of days, weeks or months, like "13 weeks"';
  if (match === null) return failure(say`"${text.slice(0, 40)}" is not a span of time: ${expected}`);
  const periods = Number(match[1]?.replaceAll('_', ''));
  const unit = match[2]?.toLowerCase() as PeriodUnit;
  if (!Number.isInteger(periods)) return failure(say`"${text.trim()}" is not whole: ${expected}`);
  if (periods < 1) return failure(say`"${text.trim()}" is no time at all: ${expected}`);
  if (periods > MAX_PERIODS) return failure(say`"${text.trim()}" is more than ${MAX_PERIODS} periods`);
  return success({ periods, unit, periodDays: PERIOD_DAYS[unit] });
}

/** An ISO date that is in the calendar, `2027-03-01`; 2027-02-30 is not. Years 1900 to 9999. */
export function parseDate(text: string): Result<string> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) return failure(say`"${text.slice(0, 40)}" is not a date: write 2027-03-01`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return failure(say`${text.trim()} is not in the calendar`);
  }
  return success(text.trim());
}

/**
 * First days of the periods from an ISO date: a day or 7 days apart, months by the calendar, where a start on the 31st
 * falls on the last day of shorter months. The date must have passed `parseDate`.
 */
export function periodStarts(start: string, unit: PeriodUnit, periods: number): string[] {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  return Array.from({ length: periods }, (_, index) => {
    if (unit !== 'month') return isoDate(Date.UTC(year, month - 1, day + index * PERIOD_DAYS[unit]));
    const months = year * 12 + (month - 1) + index;
    const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
    return isoDate(Date.UTC(toYear, toMonth - 1, Math.min(day, daysInMonth(toYear, toMonth))));
  });
}

/** An ISO date as people write it: `Mar 1, 2027`; `short` leaves out the year, for axes. */
export function formatDate(
  date: string,
  { style = 'long', ...choice }: LocaleChoice & { readonly style?: 'long' | 'short' } = {},
): string {
  const locale = localeFor(choice);
  if (locale === 'az' && !knowsAzerbaijani()) return azerbaijaniDate(date, { year: style === 'long' });
  return formatOf(locale, style).format(new Date(`${date}T00:00:00Z`));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Cached: making a format costs hundreds of times its use, and charts write a date a period. */
function formatOf(locale: string, style: 'long' | 'short'): Intl.DateTimeFormat {
  const key = `${locale} ${style}`;
  const kept =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      ...(style === 'long' ? { year: 'numeric' } : {}),
      // A campaign's dates are the Gregorian ones everywhere, whatever a region's civil calendar.
      calendar: 'gregory',
      timeZone: 'UTC',
    });
  formats.set(key, kept);
  return kept;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
