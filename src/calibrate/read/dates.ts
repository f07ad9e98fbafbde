import { type DateOrder, NO_DAY } from '../types.js';

export type { DateOrder } from '../types.js';

import { spanOf } from './date-spans.js';
import { type EpochTimes, epochIn, observeEpoch } from './epochs.js';
import { fullYear, namedDate } from './named-dates.js';
import { namedWeek } from './named-weeks.js';
import { latinDigits } from './numbers.js';

/** A day and, where the cell is a longer span (a month), its last day. */
interface Days {
  readonly first: number;
  readonly last: number;
}

/** What the cells of a date column look like, seen as a whole. */
export interface DateShapes {
  yearFirst: number;
  /** `13/1/2024`, `1/13/2024`, `1/2/2024`, `2/2/2024`. */
  dayFirst: number;
  monthFirst: number;
  either: number;
  same: number;
  /** Of `either`: with points, which is always the day first. */
  dotted: number;
  named: number;
  typed: number;
  /** With a time of day that isn't midnight. */
  timed: number;
  /** With midnight written out: `2026-04-22 00:00:00`. */
  midnight: number;
  /** Weeks by number, other than as ISO 8601 writes them: `Week 10 2026`. */
  weeks: number;
  exampleWeek: string;
  /** Days named without a year: `10 Sep`. */
  yearless: number;
  exampleYearless: string;
  /** What stands behind a month's name where it is two digits, a year or a day: `Sep 26`. */
  readonly shortYears: Set<string>;
  /** Seconds or milliseconds since 1970, and the times of day that they have. */
  epochs: number;
  exampleEpoch: string;
  readonly epochTimes: EpochTimes;
  missing: number;
  text: number;
  exampleDayFirst: string;
  exampleMonthFirst: string;
  exampleEither: string;
  /** Ways of writing, as patterns of digits. */
  readonly forms: Map<string, number>;
}

export function noDateShapes(): DateShapes {
  return {
    yearFirst: 0,
    dayFirst: 0,
    monthFirst: 0,
    either: 0,
    same: 0,
    dotted: 0,
    named: 0,
    typed: 0,
    timed: 0,
    midnight: 0,
    weeks: 0,
    exampleWeek: '',
    yearless: 0,
    exampleYearless: '',
    shortYears: new Set(),
    epochs: 0,
    exampleEpoch: '',
    epochTimes: new Set(),
    missing: 0,
    text: 0,
    exampleDayFirst: '',
    exampleMonthFirst: '',
    exampleEither: '',
    forms: new Map(),
  };
}

/** A time of day with the zone that a platform writes behind it: `Z`, `UTC`, `AST`, `+04:00`, `UTC+4`. */
const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp][Mm])?\s*(?:[A-Z]{1,5})?(?:[+-]\d{1,2}(?::?\d{2})?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/;
/** `2026-03`, `2026/03`, `202603`, and `03/2026`, `3.2026`. */
const MONTH_ONLY = /^(20\d{2})[-/.]?(0[1-9]|1[0-2])$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](20\d{2})$/;
/** `Q1 2026`, `2026-Q1`. */
const QUARTER = /^(?:Q([1-4])[\s/-]*(20\d{2})|(20\d{2})[\s/-]*Q([1-4]))$/i;
/** `2026-W14`, `2026W14`: the seven days of an ISO 8601 week. */
const ISO_WEEK = /^(\d{4})-?W(\d{1,2})$/i;
/** `2026年1月31日`, `2026年1月`, as Japanese and Chinese reports write days and months. */
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일号]?)?$/;
const MIDNIGHT = /[T ,](?:0{1,2}:00(?::00(?:\.0+)?)?(?=\D|$)|12:00(?::00)? ?AM)/i;
const HAS_TIME = /(?:^|\D)(?!(?:0{1,2}:00(?::00)?|12:00(?::00)? ?AM)(?:\D|$))\d{1,2}:\d{2}/i;
/** Days of a spreadsheet from 2000 to 2099, with or without a time of day. */
const SERIAL = /^(3[6-9]|[4-6]\d|7[0-2])\d{3}(?:\.\d+)?$/;
const SERIAL_OF_1970 = 25569;

/** Days since 1970-01-01 of a date that exists; `null` otherwise, or outside the years that ads were sold in. */
function dayNumber(year: number, month: number, day: number): number | null {
  if (year < 2000 || year > 2099) return null;
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? time / 86_400_000 : null;
}

/** `2024-03-01` of a day number. */
export function formatDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Last day of the month that a day is in. */
export function endOfMonth(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
}

const withoutTime = (text: string): string => text.replace(/[T ,]+\d{1,2}:\d{2}.*$/, '');

/** Adds a cell to what is known of its column. */
export function observeDate(shapes: DateShapes, cell: string): void {
  const text = latinDigits(cell)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
  if (text === '' || /^[-–—]+$/.test(text)) {
    shapes.missing += 1;
    return;
  }
  const seconds = epochIn(text);
  if (seconds !== null) {
    shapes.epochs += 1;
    if (shapes.exampleEpoch === '') shapes.exampleEpoch = text;
    observeEpoch(shapes.epochTimes, seconds);
    return;
  }
  const ends = spanOf(text);
  if (ends !== null) {
    for (const end of ends) observeDate(shapes, end);
    return;
  }
  const form = text.replace(/\d+/g, (digits) => (digits.length > 2 ? 'yyyy' : 'n'));
  if (shapes.forms.size < 20 || shapes.forms.has(form)) shapes.forms.set(form, (shapes.forms.get(form) ?? 0) + 1);
  if (HAS_TIME.test(text)) shapes.timed += 1;
  else if (MIDNIGHT.test(text)) shapes.midnight += 1;
  const last = YEAR_LAST.exec(text);
  if (last !== null) observeYearLast(shapes, text, Number(last[1]), Number(last[3]), last[2] === '.');
  else if ([YEAR_FIRST, COMPACT, MONTH_ONLY, MONTH_YEAR, QUARTER, ISO_WEEK, EAST_ASIAN].some((form) => form.test(text)))
    shapes.yearFirst += 1;
  else if (SERIAL.test(text)) shapes.typed += 1;
  else if (namedWeek(text) !== null) {
    shapes.weeks += 1;
    if (shapes.exampleWeek === '') shapes.exampleWeek = text;
  } else observeNamed(shapes, text);
}

function observeNamed(shapes: DateShapes, text: string): void {
  const date = namedDate(withoutTime(text));
  const digits = /^\D*(\d{1,2})\D*$/.exec(text)?.[1] ?? '';
  if (date !== null) {
    shapes.named += 1;
    if (digits !== '') shapes.shortYears.add(digits);
  } else if (digits !== '' && namedDate(`${text} 2000`) !== null) {
    shapes.yearless += 1;
    if (shapes.exampleYearless === '') shapes.exampleYearless = text;
  } else shapes.text += 1;
}

/** More years of months than anyone keeps: these are days. */
const MOST_YEARS = 12;

/** A day without a year in a column of them; `null`: its dates have years. */
export const yearlessIn = ({ yearless, exampleYearless, shortYears, named }: DateShapes): string | null => {
  if (yearless > 1 && 10 * yearless > named) return exampleYearless;
  return shortYears.size > MOST_YEARS ? ([...shortYears][0] ?? '') : null;
};

function observeYearLast(shapes: DateShapes, text: string, first: number, second: number, dotted: boolean): void {
  if (first > 12 && second > 12) {
    shapes.text += 1;
  } else if (first > 12) {
    shapes.dayFirst += 1;
    if (shapes.exampleDayFirst === '') shapes.exampleDayFirst = text;
  } else if (second > 12) {
    shapes.monthFirst += 1;
    if (shapes.exampleMonthFirst === '') shapes.exampleMonthFirst = text;
  } else if (first === second) {
    shapes.same += 1;
  } else {
    shapes.either += 1;
    if (dotted) shapes.dotted += 1;
    if (shapes.exampleEither === '') shapes.exampleEither = text;
  }
}

/** Whether a day of a longer span was meant, a day, or nothing that can be read. */
type DateCell = Days | 'missing' | 'impossible' | 'not a date';

/** The day in a cell of a column whose order is known. Times of day are left off; the day is the one that is written. */
export function readDate(cell: string | number | Date, order: DateOrder): DateCell {
  // A workbook has 202603 and 20260302 as numbers.
  if (typeof cell === 'number' && cell > 200_000 && Number.isInteger(cell)) return readDate(String(cell), order);
  if (typeof cell === 'number') return single(serialDay(cell));
  if (cell instanceof Date)
    return single(Number.isNaN(cell.getTime()) ? null : Math.floor(cell.getTime() / 86_400_000));
  const text = latinDigits(cell)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
  if (text === '' || /^[-–—]+$/.test(text)) return 'missing';
  const ends = spanOf(text);
  if (ends !== null) return wholeSpan(readDate(ends[0], order), readDate(ends[1], order));
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    // Nothing showed the order of day and month.
    if (order === 'year first') return 'not a date';
    const [day, month] = order === 'month first' ? [last[3], last[1]] : [last[1], last[3]];
    return single(dayNumber(fullYear(last[4] ?? ''), Number(month), Number(day)));
  }
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return single(dayNumber(Number(first[1]), Number(first[3]), Number(first[4])));
  const compact = COMPACT.exec(text);
  if (compact !== null) return single(dayNumber(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  const month = MONTH_ONLY.exec(text);
  if (month !== null) return wholeMonth(Number(month[1]), Number(month[2]));
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear !== null) return wholeMonth(Number(monthYear[2]), Number(monthYear[1]));
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return wholeQuarter(Number(quarter[2] ?? quarter[3]), Number(quarter[1] ?? quarter[4]));
  const week = ISO_WEEK.exec(text);
  if (week !== null) return wholeWeek(Number(week[1]), Number(week[2]));
  const east = EAST_ASIAN.exec(text);
  if (east !== null) {
    if (east[3] === undefined) return wholeMonth(Number(east[1]), Number(east[2]));
    return single(dayNumber(Number(east[1]), Number(east[2]), Number(east[3])));
  }
  if (SERIAL.test(text)) return single(serialDay(Number(text)));
  const numbered = namedWeek(text);
  if (numbered !== null) return wholeWeek(numbered.year, numbered.week);
  const named = namedDate(withoutTime(text));
  if (named === null) return 'not a date';
  if (named.day === null) return wholeMonth(named.year, named.month);
  return single(dayNumber(named.year, named.month, named.day));
}

function single(day: number | null): DateCell {
  return day === null ? 'impossible' : { first: day, last: NO_DAY };
}

function wholeSpan(from: DateCell, to: DateCell): DateCell {
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  const last = to.last === NO_DAY ? to.first : to.last;
  return last < from.first ? 'impossible' : { first: from.first, last };
}

/** The Monday of a week that its year has, and the Sunday after it. */
function wholeWeek(year: number, week: number): DateCell {
  const fourth = dayNumber(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return 'impossible';
  const first = fourth - ((fourth + 3) % 7) + 7 * (week - 1);
  // A week belongs to the year of its Thursday.
  const own = new Date((first + 3) * 86_400_000).getUTCFullYear() === year;
  return own ? { first, last: first + 6 } : 'impossible';
}

function wholeQuarter(year: number, quarter: number): DateCell {
  return wholeSpan(wholeMonth(year, 3 * quarter - 2), wholeMonth(year, 3 * quarter));
}

function wholeMonth(year: number, month: number): DateCell {
  const first = dayNumber(year, month, 1);
  return first === null ? 'impossible' : { first, last: endOfMonth(first) };
}

function serialDay(serial: number): number | null {
  if (!(serial >= 36_526 && serial < 73_051)) return null;
  return Math.floor(serial) - SERIAL_OF_1970;
}
