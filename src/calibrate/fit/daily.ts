import { lastOf } from '../../required.js';
import type { Stage } from '../../scenario/types.js';

/** A campaign of an export; `platform` as the reader names it, which may be one that scenarios don't know. */
export interface Campaign {
  readonly name: string;
  readonly platform: string;
  /** `null`: not mapped to a stage. */
  readonly stage: Stage | null;
}

/** Columns of daily figures. NaN: the export has no such figure. */
export const DAILY_FIELDS = ['spend', 'impressions', 'clicks', 'conversions', 'views', 'reach', 'revenue'] as const;
export type DailyField = (typeof DAILY_FIELDS)[number];

/** People reached in a window of several days, which the days alone don't add up to. */
export interface Exposure {
  /** Points into `campaigns`. */
  readonly campaign: number;
  readonly days: number;
  readonly impressions: number;
  readonly reach: number;
  /** NaN: the export has none. */
  readonly clicks: number;
}

/** Rows in columns, in any order; `campaign` points into `campaigns`, `day` counts from 1970-01-01. */
export interface DailyRows extends Readonly<Record<DailyField, Float64Array>> {
  readonly campaigns: readonly Campaign[];
  readonly campaign: Int32Array;
  readonly day: Int32Array;
  /** Of rows that cover several days and have reach; left out: there are none. */
  readonly exposures?: readonly Exposure[];
}

/** One campaign's days in order, each day once. */
export interface CampaignSeries extends Readonly<Record<DailyField, Float64Array>> {
  readonly campaign: Campaign;
  readonly day: Int32Array;
}

/**
 * Rows to one series a campaign, days ascending. Rows of one campaign and day (ad sets, placements) are added up; a figure
 * that none of them has stays NaN. Reach is not additive, so a day of several rows has none.
 *
 * @param until last day that may be seen; later rows are as if they weren't there
 */
export function campaignSeries(rows: DailyRows, until = Number.POSITIVE_INFINITY): CampaignSeries[] {
  const byCampaign = rows.campaigns.map((): number[] => []);
  for (let row = 0; row < rows.day.length; row++) {
    if (rows.day[row] <= until) byCampaign[rows.campaign[row]]?.push(row);
  }
  return rows.campaigns.flatMap((campaign, index) => {
    const order = byCampaign[index].sort((left, right) => rows.day[left] - rows.day[right]);
    return order.length === 0 ? [] : [seriesOf(rows, campaign, order)];
  });
}

function seriesOf(rows: DailyRows, campaign: Campaign, order: readonly number[]): CampaignSeries {
  const days = [...new Set(order.map((row) => rows.day[row]))];
  const day = Int32Array.from(days);
  const columns = Object.fromEntries(
    DAILY_FIELDS.map((field) => [field, new Float64Array(days.length).fill(Number.NaN)]),
  ) as Record<DailyField, Float64Array>;
  let at = -1;
  let previous = Number.NaN;
  for (const row of order) {
    const again = rows.day[row] === previous;
    if (!again) at++;
    previous = rows.day[row];
    for (const field of DAILY_FIELDS) {
      const value = rows[field][row];
      const sum = columns[field][at];
      if (field === 'reach') columns.reach[at] = again ? Number.NaN : value;
      else if (!Number.isNaN(value)) columns[field][at] = Number.isNaN(sum) ? value : sum + value;
    }
  }
  return { campaign, day, ...columns };
}

/** First and last day of some campaigns. */
export function extent(campaigns: readonly CampaignSeries[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { day } of campaigns) {
    first = Math.min(first, day[0]);
    last = Math.max(last, lastOf(day));
  }
  return [first, last];
}

/** An ISO date to a day number, and back. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
