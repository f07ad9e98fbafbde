import type { CampaignSeries } from './daily.js';
import { type Recording, recordedShare } from './recording.js';

/** What weekdays and months do to price, as far as the rows carry it. */
export interface PriceSeason {
  /** ln factor of a day number; 0 where there is no season. */
  readonly logFactor: (day: number) => number;
  /** ln factors, Monday first. */
  readonly weekday: readonly number[];
  /** Days that the weekdays rest on; 0: too few, no factors. */
  readonly weekdayRows: number;
  /** ln factors, January first. */
  readonly month: readonly number[];
  /** Campaign-years that the months rest on; 0: too few, no factors. */
  readonly monthYears: number;
}

interface Effects {
  readonly effects: readonly number[];
  readonly count: number;
}

/** Fewer rows can't tell a weekday from a day. */
const LEAST_ROWS = 56;
/** Months of a year that a campaign must have run in for that year to count. */
const LEAST_MONTHS = 10;

/** 0 for Monday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

const monthOf = (day: number): number => new Date(day * 86_400_000).getUTCMonth();
const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();

/**
 * Weekday and month factors of log price. Both by empirical Bayes: an effect is shrunk by what such differences would be
 * by chance, to 0 where the rows carry no season. Months need two different years.
 */
export function fitSeason(campaigns: readonly CampaignSeries[]): PriceSeason {
  const priced = campaigns.map(pricedRows);
  const weekday = weekdayEffects(priced);
  const month = monthEffects(priced);
  return {
    weekday: weekday.effects,
    weekdayRows: weekday.count,
    month: month.effects,
    monthYears: month.count,
    logFactor: (day) => weekday.effects[weekdayOf(day)] + month.effects[monthOf(day)],
  };
}

/** Days in order, and a figure's logarithm on each. */
interface Priced {
  readonly day: readonly number[];
  readonly y: readonly number[];
}

function pricedRows({ day, spend, impressions }: CampaignSeries): Priced {
  const rows: number[] = [];
  for (let row = 0; row < day.length; row++) if (spend[row] > 0 && impressions[row] > 0) rows.push(row);
  return { day: rows.map((row) => day[row]), y: rows.map((row) => Math.log(spend[row] / impressions[row])) };
}

/** Each weekday's mean difference from the seven days around it, shrunk by what such differences would be by chance. */
function weekdayEffects(priced: readonly Priced[]): Effects {
  const groups = Array.from({ length: 7 }, (): number[] => []);
  for (const { day, y } of priced) {
    for (let i = 3; i + 3 < y.length; i++) {
      // Only where the seven rows are one week: a pause would put months into the average.
      if (day[i + 3] - day[i - 3] !== 6) continue;
      let around = 0;
      for (let k = i - 3; k <= i + 3; k++) around += y[k] / 7;
      groups[weekdayOf(day[i])].push(y[i] - around);
    }
  }
  const total = groups.reduce((sum, some) => sum + some.length, 0);
  const enough = total >= LEAST_ROWS && groups.every((some) => some.length >= 4);
  return enough ? { effects: shrunkMeans(groups), count: total } : { effects: groups.map(() => 0), count: 0 };
}

/** Conversions that weekdays are reported by, in all and on each. */
const LEAST_ORDERS = 200;
const LEAST_A_DAY = 10;

/**
 * What weekdays do to orders a click: each one's conversions over what its clicks would bring at the rate of the seven days around it, ln, shrunk by
 * what such ratios would be by chance; the mean of the factors is 1. All 0: too few, or no season.
 */
export function orderWeekdays(campaigns: readonly CampaignSeries[], recording: Recording | null): readonly number[] {
  const [came, expected] = [new Float64Array(7), new Float64Array(7)];
  let squares = 0;
  for (const { day, clicks, conversions } of campaigns) {
    const counted = day.map((_, row) => (clicks[row] > 0 && conversions[row] >= 0 ? 1 : 0));
    for (let i = 3; i + 3 < day.length; i++) {
      if (day[i + 3] - day[i - 3] !== 6 || counted.subarray(i - 3, i + 4).includes(0)) continue;
      let [top, bottom] = [0, 0];
      for (let k = i - 3; k <= i + 3; k++) {
        top += conversions[k];
        bottom += clicks[k] * recordedShare(recording, day[k]);
      }
      const here = (clicks[i] * recordedShare(recording, day[i]) * top) / bottom;
      came[weekdayOf(day[i])] += conversions[i];
      expected[weekdayOf(day[i])] += here;
      squares += (conversions[i] - here) ** 2;
    }
  }
  const total = expected.reduce((sum, x) => sum + x, 0);
  if (total < LEAST_ORDERS || expected.some((x) => x < LEAST_A_DAY)) return new Array<number>(7).fill(0);
  // A day's own conversions are a seventh of what it is held against.
  const dispersion = Math.max(1, ((squares / total) * 7) / 6);
  const logs = Array.from(came, (x, w) => Math.log((x + 0.5) / (expected[w] + 0.5)));
  const noise = Array.from(expected, (x) => dispersion / x);
  const shrunk = shrunkTo(logs, noise);
  const scale = Math.log(mean(shrunk.map((log) => Math.exp(log))));
  return shrunk.map((log) => log - scale);
}

/** Each month's mean difference from its campaign's year; a campaign-year counts once. */
function monthEffects(priced: readonly Priced[]): Effects {
  const groups = Array.from({ length: 12 }, (): number[] => []);
  const years = new Set<number>();
  let count = 0;
  for (const { day, y } of priced) {
    for (const year of new Set(day.map(yearOf))) {
      const months = Array.from({ length: 12 }, (): number[] => []);
      day.forEach((d, i) => {
        if (yearOf(d) === year) months[monthOf(d)].push(y[i]);
      });
      const means = months.map((some) => (some.length === 0 ? Number.NaN : mean(some)));
      const there = means.filter((m) => !Number.isNaN(m));
      if (there.length < LEAST_MONTHS) continue;
      const level = mean(there);
      means.forEach((m, month) => {
        if (!Number.isNaN(m)) groups[month].push(m - level);
      });
      years.add(year);
      count++;
    }
  }
  const enough = years.size >= 2 && groups.every((some) => some.length >= 2);
  return enough ? { effects: shrunkMeans(groups), count } : { effects: groups.map(() => 0), count: 0 };
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Means of groups about their common mean, shrunk by variance between against variance within. */
function shrunkMeans(groups: readonly (readonly number[])[]): number[] {
  const means = groups.map(mean);
  const total = groups.reduce((sum, some) => sum + some.length, 0);
  const squares = groups.reduce((sum, some, g) => sum + some.reduce((part, x) => part + (x - means[g]) ** 2, 0), 0);
  const within = squares / Math.max(1, total - groups.length);
  return shrunkTo(
    means,
    groups.map((some) => within / some.length),
  );
}

/** Means about their common mean, each shrunk by how much of the spread its own noise explains. */
function shrunkTo(means: readonly number[], noise: readonly number[]): number[] {
  const grand = mean(means);
  const spread = means.reduce((sum, m) => sum + (m - grand) ** 2, 0) / (means.length - 1);
  const between = Math.max(0, spread - mean(noise));
  return means.map((m, g) => (between === 0 ? 0 : ((m - grand) * between) / (between + noise[g])));
}
