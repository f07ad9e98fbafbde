import type { Column, Columns } from './columns.js';
import { FIELDS } from './fields.js';

/** What the cells of a column are: hours of days, and others that aren't missing. */
export interface HourCells {
  readonly column: Column;
  readonly hours: number;
  readonly others: number;
}

/** A day and a whole hour of it: `2026-06-01 15:00:00`. When something was made or changed is hardly ever on the hour. */
const HOUR_OF_A_DAY = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]\d{1,2}:00(?::00)?$/;

export const isHourOfADay = (text: string): boolean => HOUR_OF_A_DAY.test(text.trim());

/** Share of the cells of a column by hour that may say something else: total rows and notes below; one always may. */
const MOST_OTHERS = 0.05;

export const mayBeHours = ({ field }: Column): boolean => field === null || field === 'hour';

/** Whether a column of dates is known. */
export const hasDates = ({ all }: Columns): boolean =>
  all.some(({ field }) => field !== null && FIELDS[field] === 'date');

/**
 * Where no column is known to have dates, and the cells of one alone are hours of days, that is the column of dates, whatever it is
 * called. `null`: there is none, or there are several.
 */
export function withHours(columns: Columns, cells: readonly HourCells[]): Columns | null {
  if (hasDates(columns)) return null;
  const hourly = cells.filter(({ hours, others }) => hours >= 2 && others <= Math.max(1, MOST_OTHERS * hours));
  const [only] = hourly;
  if (only === undefined || hourly.length > 1) return null;
  const dated: Column = { ...only.column, field: 'date', because: { kind: 'hours' } };
  return { ...columns, all: columns.all.map((column) => (column.index === dated.index ? dated : column)) };
}
