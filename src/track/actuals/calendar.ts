import { dayNumber, isoDay } from '../../calibrate/index.js';
import { lastOf } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { periodStarts } from '../../units/period.js';
import { say } from '../../words/said.js';
import { TrackError } from '../errors.js';

/** A plan's periods as days, counted from 1970-01-01, and how far it is. */
export interface Calendar {
  /** First day of each period, and of what comes after the last. */
  readonly starts: readonly number[];
  /** Last day of which figures count. */
  readonly asOf: number;
  /** Last day of which spend counts: what was spent is spent, though its figures may still be restated. */
  readonly spentUntil: number;
  /** Periods that are over. */
  readonly whole: number;
  /** Days of the plan up to `spentUntil`. */
  readonly days: number;
}

/** Days of exports, counted from 1970-01-01. */
export interface ExportedDays {
  readonly first: number;
  /** The last one with any figure, and the last one that there is a row of. */
  readonly last: number;
  readonly lastRow: number;
}

/**
 * @param asked last day that may be looked at, ISO; left out: the last day of the exports, less `settle`
 * @param settle days that platforms still restate
 * @throws {TrackError} where the plan has no dates, or nothing of it has run
 */
export function calendarOf(
  { start, horizon }: Pick<Scenario, 'start' | 'horizon'>,
  { first: firstDay, last: lastDay, lastRow }: ExportedDays,
  settle: number,
  asked?: string,
): Calendar {
  if (start === null) {
    throw new TrackError(
      say`the plan has no "start": found none, expected the date of its first day, such as start: 2027-03-01`,
    );
  }
  const starts = periodStarts(start, horizon.unit, horizon.periods + 1).map(dayNumber);
  const first = starts[0];
  const end = starts[horizon.periods] - 1;
  const asOf = Math.min(end, asked === undefined ? lastDay - settle : Math.min(dayNumber(asked), lastRow));
  const spentUntil = Math.min(end, asked === undefined ? lastDay : Math.min(dayNumber(asked), lastRow));
  if (spentUntil < first) {
    throw new TrackError(
      asked === undefined
        ? say`nothing of the plan has run: it starts on ${start}, the exports end on ${isoDay(spentUntil)}`
        : say`nothing of the plan has run: it starts on ${start}, the exports are looked at up to ${isoDay(spentUntil)}`,
    );
  }
  if (firstDay > end) {
    throw new TrackError(
      say`nothing of the plan is in the exports: it runs from ${start} to ${isoDay(end)}, they begin on ${isoDay(firstDay)}`,
    );
  }
  const whole = starts.slice(1).filter((next) => next - 1 <= asOf).length;
  return { starts, asOf, spentUntil, whole, days: spentUntil - first + 1 };
}

/** The period that a day is in; −1 before the first, and after the last. */
export function periodOf({ starts }: Calendar, day: number): number {
  if (day < starts[0] || day >= lastOf(starts)) return -1;
  let t = 0;
  while (starts[t + 1] <= day) t++;
  return t;
}
