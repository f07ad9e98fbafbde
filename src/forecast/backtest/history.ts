import type { SeriesDay } from '../../calibrate/backtest/baselines.js';
import { DAILY_FIELDS, type DailyField, type DailyRows } from '../../calibrate/fit/daily.js';
import type { Outcome } from './types.js';

/** Days of a history before the first origin: eight weeks, or a quarter of a short one, but four weeks (or half) at least. */
const MOST_PAST = 56;
const LEAST_PAST = 28;
/** A history's half is of use from here on. */
const LEAST_HALF = 7;

/**
 * Last days that forecasts see, evenly over the history, the last one a horizon before its end. Empty where it is too
 * short for a single one.
 */
export function originDays(
  first: number,
  last: number,
  { horizon, origins }: { readonly horizon: number; readonly origins: number },
): readonly number[] {
  const days = last - first + 1;
  const past = Math.max(Math.min(LEAST_PAST, Math.floor(days / 2)), Math.min(MOST_PAST, Math.ceil(days / 4)));
  const from = first - 1 + past;
  const to = last - horizon;
  if (past < LEAST_HALF || !(to >= from)) return [];
  const count = Math.min(origins, to - from + 1);
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? to : Math.round(from + ((to - from) * i) / (count - 1)),
  );
}

/** First and last day with spend. */
export function spanOf({ day, spend }: DailyRows): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < day.length; row++) {
    if (!(spend[row] > 0)) continue;
    first = Math.min(first, day[row]);
    last = Math.max(last, day[row]);
  }
  return [first, last];
}

/** Rows up to a day. What is known of people reached in windows has no day, so it is left out. */
export function rowsUntil(rows: DailyRows, until: number): DailyRows {
  const known = Array.from(rows.day.keys()).filter((row) => rows.day[row] <= until);
  const columns = Object.fromEntries(
    DAILY_FIELDS.map((field) => [field, Float64Array.from(known, (row) => rows[field][row])]),
  ) as Record<DailyField, Float64Array>;
  return {
    campaigns: rows.campaigns,
    campaign: Int32Array.from(known, (row) => rows.campaign[row]),
    day: Int32Array.from(known, (row) => rows.day[row]),
    ...columns,
  };
}

/** What was spent and came by line and day. */
export class History {
  /** By line (`platform/stage`), then day. */
  readonly #lines = new Map<string, Map<number, Record<Outcome | 'spend', number>>>();

  constructor(rows: DailyRows) {
    for (let row = 0; row < rows.day.length; row++) {
      const { platform, stage } = rows.campaigns[rows.campaign[row]];
      const id = `${platform}/${stage}`;
      const days = this.#lines.get(id) ?? new Map<number, Record<Outcome | 'spend', number>>();
      this.#lines.set(id, days);
      const day = rows.day[row];
      const sums = days.get(day) ?? {
        spend: 0,
        impressions: Number.NaN,
        clicks: Number.NaN,
        conversions: Number.NaN,
      };
      days.set(day, sums);
      if (rows.spend[row] > 0) sums.spend += rows.spend[row];
      for (const outcome of ['impressions', 'clicks', 'conversions'] as const) {
        const value = rows[outcome][row];
        if (value >= 0) sums[outcome] = Number.isNaN(sums[outcome]) ? value : sums[outcome] + value;
      }
    }
  }

  /** A line's spend in `count` periods of so many days from the day after `origin`. */
  spend(line: string, origin: number, periodDays: number, count: number): readonly number[] {
    const sums = new Array<number>(count).fill(0);
    for (const [day, { spend }] of this.#lines.get(line) ?? []) {
      const period = Math.floor((day - origin - 1) / periodDays);
      if (period >= 0 && period < count) sums[period] += spend;
    }
    return sums;
  }

  /** What came of some lines in days after one, up to another; `null`: nothing was counted. */
  total(lines: readonly string[], outcome: Outcome, after: number, until: number): number | null {
    let [sum, counted] = [0, false];
    for (const line of lines) {
      for (const [day, sums] of this.#lines.get(line) ?? []) {
        if (day <= after || day > until || Number.isNaN(sums[outcome])) continue;
        sum += sums[outcome];
        counted = true;
      }
    }
    return counted ? sum : null;
  }

  /** Days with spend on some lines, in order; days on which one of them lacks the outcome are left out. */
  days(lines: readonly string[], outcome: Outcome): readonly SeriesDay[] {
    const sums = new Map<number, { spend: number; value: number }>();
    for (const line of lines) {
      for (const [day, one] of this.#lines.get(line) ?? []) {
        if (!(one.spend > 0)) continue;
        const sum = sums.get(day) ?? { spend: 0, value: 0 };
        sums.set(day, { spend: sum.spend + one.spend, value: sum.value + one[outcome] });
      }
    }
    return [...sums]
      .filter(([, { value }]) => !Number.isNaN(value))
      .map(([day, sum]) => ({ day, ...sum }))
      .sort((a, b) => a.day - b.day);
  }
}
