import { type CampaignSeries, campaignSeries, type DailyRows, upTo } from '../fit/daily.js';
import { randomStream } from '../fit/random.js';
import { BASELINE_NAMES, type BaselineName, baselineDraws } from './baselines.js';
import { forecastPlatform } from './forecast.js';
import type { BacktestOptions } from './options.js';
import { pastStarts } from './past-forecasts.js';
import { type DayScore, scoreDay } from './scores.js';
import { type SettledForecast, settled } from './settle.js';
import { type DayForecasts, OUTCOMES, type Outcome } from './simulate.js';
import { together } from './together.js';
import { dailyTotals } from './totals.js';

/** The forecast, and what it is held against. */
export type Forecaster = 'huni' | 'huni, recalibrated' | BaselineName;

/** One day's forecast and what came. */
export interface Scored {
  readonly series: string;
  readonly outcome: Outcome;
  readonly forecaster: Forecaster;
  readonly origin: number;
  readonly day: number;
  readonly score: DayScore;
  /** The forecast's draws, ascending; kept for huni's own alone, for recalibration. */
  readonly draws: Float64Array | null;
}

/** Days of a history before the first origin: four weeks, or a quarter of it where it is long, or half where it is short. */
const LEAST_PAST = 28;
/** A history's half is of use from here on. */
const LEAST_HALF = 7;

/** Name of the series of all platforms together. */
const TOTAL = 'total';

/**
 * Last days that forecasts see, evenly over the history: from `LEAST_PAST` on, to a horizon before its last day. Empty where
 * the history is too short for a single one.
 */
export function originDays(
  first: number,
  last: number,
  { horizon, origins }: Pick<BacktestOptions, 'horizon' | 'origins'>,
): number[] {
  const days = last - first + 1;
  const past = Math.max(Math.min(LEAST_PAST, Math.floor(days / 2)), Math.ceil(days / 4));
  const from = first - 1 + past;
  const to = last - horizon;
  if (past < LEAST_HALF || !(to >= from)) return [];
  const count = Math.min(origins, to - from + 1);
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? to : Math.round(from + ((to - from) * i) / (count - 1)),
  );
}

/**
 * Forecasts from one origin after another, each from what was known then (rows after the origin are not there, but for
 * the spend that was made, which is the plan), and scores every day with spend.
 */
export function rollForecasts(rows: DailyRows, options: BacktestOptions): Scored[] {
  const all = campaignSeries(rows);
  const [first, last] = spanOf(all);
  const scored: Scored[] = [];
  const origins = originDays(first, last, options);
  for (const [index, origin] of origins.entries()) {
    options.signal?.throwIfAborted();
    options.onProgress?.(`forecast ${index + 1} of ${origins.length}`);
    for (const one of scoreOrigin(all, origin, options)) scored.push(one);
  }
  return scored;
}

/** First and last day with spend. */
function spanOf(series: readonly CampaignSeries[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { day, spend } of series) {
    for (let row = 0; row < day.length; row++) {
      if (!(spend[row]! > 0)) continue;
      first = Math.min(first, day[row]!);
      last = Math.max(last, day[row]!);
    }
  }
  return [first, last];
}

function scoreOrigin(all: readonly CampaignSeries[], origin: number, options: BacktestOptions): Scored[] {
  const platforms = [...new Set(all.map(({ campaign }) => campaign.platform))];
  const seen = all.flatMap((one) => upTo(one, origin) ?? []);
  const starts = pastStarts(daysWithSpend(seen), origin, options.horizon);
  const forecasts: SettledForecast[] = [];
  const scored: Scored[] = [];
  for (const platform of platforms) {
    const own = all.filter(({ campaign }) => campaign.platform === platform);
    const one = forecastPlatform(own, platform, origin, starts, options);
    if (one === null) continue;
    forecasts.push(one);
    scored.push(...scoreSeries(platform, own, one.forecast, origin, options));
  }
  if (platforms.length > 1 && forecasts.length === platforms.length) {
    const { seed } = options;
    const { forecast } = settled(seen, together(forecasts), { seed, name: `${TOTAL} ${origin}` });
    scored.push(...scoreSeries(TOTAL, all, forecast, origin, options));
  }
  return scored;
}

function daysWithSpend(series: readonly CampaignSeries[]): ReadonlySet<number> {
  return new Set(series.flatMap(({ day, spend }) => Array.from(day).filter((_, row) => spend[row]! > 0)));
}

function scoreSeries(
  name: string,
  campaigns: readonly CampaignSeries[],
  forecast: DayForecasts,
  origin: number,
  options: BacktestOptions,
): Scored[] {
  const scored: Scored[] = [];
  for (const outcome of OUTCOMES) {
    const draws = forecast.draws[outcome];
    if (draws === null) continue;
    const days = dailyTotals(campaigns, outcome);
    const past = days.filter(({ day }) => day <= origin);
    const actual = new Map(days.map(({ day, value }) => [day, value]));
    const key = `${name} ${outcome} ${origin}`;
    const ties = randomStream(options.seed, `ties ${key}`);
    const add = (forecaster: Forecaster, drawn: readonly Float64Array[], keep: boolean) => {
      forecast.day.forEach((day, i) => {
        const came = actual.get(day);
        if (came === undefined) return;
        // A copy: scoring sorts, and the order of draws ties platforms together in their total.
        const sorted = drawn[i]!.slice();
        const score = scoreDay(sorted, came, ties.uniform());
        scored.push({ series: name, outcome, forecaster, origin, day, score, draws: keep ? sorted : null });
      });
    };
    add('huni', draws, true);
    const future = forecast.day.map((day, i) => ({ day, spend: forecast.spend[i]! }));
    for (const baseline of BASELINE_NAMES) {
      const random = randomStream(options.seed, `${baseline} ${key}`);
      add(baseline, baselineDraws(baseline, past, future, { draws: options.draws, random }), false);
    }
  }
  return scored;
}
