import type { CampaignSeries } from './daily.js';

/** What a weekday does to price, as far as the rows carry it. */
export interface WeekdaySeason {
  /** ln factor of a day number; 0 where there is no season. */
  readonly logFactor: (day: number) => number;
  /** ln factors, Monday first. */
  readonly factors: readonly number[];
  /** Rows that it rests on. */
  readonly rows: number;
}

/** Fewer rows can't tell a weekday from a day. */
const LEAST_ROWS = 56;

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

const NONE: WeekdaySeason = { logFactor: () => 0, factors: [0, 0, 0, 0, 0, 0, 0], rows: 0 };

/**
 * Weekday factors of log price by empirical Bayes: each weekday's mean difference from the seven-row average around it,
 * shrunk by what such differences would be by chance (variance between weekdays against variance within).
 */
export function fitWeekday(campaigns: readonly CampaignSeries[]): WeekdaySeason {
  const sums = new Float64Array(7);
  const squares = new Float64Array(7);
  const counts = new Float64Array(7);
  for (const { day, spend, impressions } of campaigns) {
    const rows: number[] = [];
    for (let row = 0; row < day.length; row++) if (spend[row]! > 0 && impressions[row]! > 0) rows.push(row);
    const y = rows.map((row) => Math.log(spend[row]! / impressions[row]!));
    for (let i = 3; i + 3 < rows.length; i++) {
      // Only where the seven rows are one week: a pause would put months into the average.
      if (day[rows[i + 3]!]! - day[rows[i - 3]!]! !== 6) continue;
      let around = 0;
      for (let k = i - 3; k <= i + 3; k++) around += y[k]! / 7;
      const weekday = weekdayOf(day[rows[i]!]!);
      const gap = y[i]! - around;
      sums[weekday]! += gap;
      squares[weekday]! += gap * gap;
      counts[weekday]!++;
    }
  }
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total < LEAST_ROWS || counts.some((n) => n < 4)) return NONE;
  const means = Float64Array.from(sums, (sum, d) => sum / counts[d]!);
  const within = squares.reduce((sum, s, d) => sum + s - counts[d]! * means[d]! ** 2, 0) / (total - 7);
  const noise = means.map((_, d) => within / counts[d]!);
  const grand = means.reduce((sum, m) => sum + m, 0) / 7;
  const spread = means.reduce((sum, m) => sum + (m - grand) ** 2, 0) / 6;
  const between = Math.max(0, spread - noise.reduce((sum, v) => sum + v, 0) / 7);
  const shrunk = Array.from(means, (m, d) => (m - grand) * (between / (between + noise[d]!)));
  return { factors: shrunk, logFactor: (day) => shrunk[weekdayOf(day)]!, rows: total };
}
