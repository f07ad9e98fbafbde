import { required } from '../../required.js';
import { type LevelAhead, levelAhead, type RatioSeries } from './level-model.js';
import { changesByPeriod, horizonVariance, noiseOfMeans, noiseWithin, type RatioNoise } from './ratio-noise.js';

/** What came and what a fit expected of it, day by day without gaps. */
interface DailyRatio {
  readonly hits: Float64Array;
  readonly expected: Float64Array;
}

/**
 * The same for the outcome of a line whose campaigns come and go. A plan knows which campaigns ran of late, not which will
 * take their places: it is the line's spend that its forecasts are held against.
 */
export interface OutcomeRatio extends DailyRatio {
  /** Spend, season and pressure taken out. */
  readonly spent: Float64Array;
  /** Share of each day's hits that is recorded, weekdays in it, where not all is. */
  readonly recorded?: Float64Array;
  /** ln of what a unit of that brings with the campaigns of late, as of each day's beginning and of the end. */
  readonly mix: Float64Array;
}

/** Where a ratio stands now, and how far it may go by the horizon. */
export interface Present {
  /** ln of what comes now over what the fit expects. */
  readonly logRatio: number;
  /** Log units by which the mean of a horizon to come departs from it, noise apart. */
  readonly sd: number;
  /** Log units that it walks by in a week, part of `sd`. */
  readonly walk: number;
  /** Days in which the past loses half its weight. */
  readonly halfLife: number;
  /** Stretches that width was learnt from, and days of each. */
  readonly stretches: number;
  readonly stretchDays: number;
  /** Noise from period to period beside that; `null`: none is distinguished from chance. */
  readonly noise: RatioNoise | null;
}

/** What a level is wanted for. */
export interface PresentOptions {
  readonly periodDays: number;
  /** Days of the plan. */
  readonly horizonDays: number;
  /** Days that a row covers. */
  readonly windowDays: number;
  /** Log units of movement within four weeks before any is seen. */
  readonly belief: number;
}

/** Half-lives that are tried, in days: from "only the last week counts" to "all of it does". */
const HALF_LIVES = [7, 14, 28, 56, 112, 1e6] as const;
/** Where there is too little history to choose. */
const USUAL_HALF_LIFE = 28;
/** Days ahead that the half-life is chosen by. */
const CHOOSING_DAYS = 28;
/** Days before the first origin, and between origins. */
const WARM_UP = 28;
const STEP = 7;
/** Hits that the fit itself is worth: a handful of days can't move it far. */
const FIT_HITS = 5;
/** A stretch in which less than this share of the usual was expected (a pause) tells nothing. */
const LEAST_SHARE = 0.1;
/** Days of the stretches that a level's way is followed over, and hits that one of them has in the mean. */
const WEEK = 7;
const ENOUGH_HITS = 10;
/** Stretches are not made so long that fewer are left. */
const LEAST_STRETCHES = 4;
/** A row that covers this many times a period averages its noise away. */
const WIDER = 1.5;
/** No level is known better. */
const LEAST_SD = 1e-4;

/**
 * The present level of a ratio and the movement to expect from it. The level is the mean of two forecasts of the weeks to come, since
 * either is the better one in some accounts, and a mean of forecasts is seldom worse than the better of them (J. Bates, C. Granger,
 * "The Combination of Forecasts", Oper. Res. Q. 20, 1969): an exponentially weighted mean, each campaign at its own level, whose half-life
 * forecast the weeks of the past best; and the level of the line's spend as a whole by `levelAhead`, which says the width, too. A series
 * that never moved gives a narrow answer, one with a step a wide one.
 */
export function presentLevel(
  ratio: OutcomeRatio,
  { periodDays, horizonDays, windowDays, belief }: PresentOptions,
): Present {
  const { hits, expected, mix } = ratio;
  const days = hits.length;
  // Within a row's window nothing was seen to move.
  const near = Math.max(windowDays, Math.min(Math.round(horizonDays), CHOOSING_DAYS, Math.floor(days / 4)), 1);
  const { halfLife, logRatio } = bestHalfLife(hits, expected, near);
  const series = byStretch(ratio, windowDays);
  const ahead = levelAhead(series, horizonDays, belief);
  const noise = noiseOfPeriods(ratio, series.days, ahead, { periodDays, windowDays });
  const within = noise === null ? 0 : horizonVariance(noise, horizonDays / periodDays);
  const levels = [logRatio, ahead.level - mix[days]].filter(Number.isFinite);
  return {
    logRatio: levels.length === 0 ? 0 : levels.reduce((sum, level) => sum + level, 0) / levels.length,
    sd: Math.sqrt(Math.max(ahead.variance - within, LEAST_SD * LEAST_SD)),
    walk: ahead.step * Math.sqrt(WEEK / series.days),
    halfLife,
    stretches: ahead.seen,
    stretchDays: series.days,
    noise,
  };
}

/** Noise from period to period, by that of the stretches that a level was followed over. */
function noiseOfPeriods(
  { hits, expected }: OutcomeRatio,
  stretchDays: number,
  { noise }: LevelAhead,
  { periodDays, windowDays }: Pick<PresentOptions, 'periodDays' | 'windowDays'>,
): RatioNoise | null {
  // What moves within a row isn't seen.
  if (windowDays > WIDER * periodDays) return null;
  return stretchDays > WIDER * periodDays
    ? noiseWithin(noise.variance, stretchDays / periodDays, changesByPeriod({ hits, expected }, periodDays))
    : noiseOfMeans(noise, periodDays / stretchDays);
}

/** What came over spend, stretch by stretch, the last one up to the end. */
function byStretch({ hits, spent }: OutcomeRatio, windowDays: number): RatioSeries {
  const days = hits.length;
  const each = hits.reduce((sum, x) => sum + x, 0) / Math.max(1, days);
  let length = Math.max(WEEK, Math.round(windowDays));
  while (each * length < ENOUGH_HITS && days >= 2 * length * LEAST_STRETCHES) length *= 2;
  const count = Math.floor(days / length);
  const logs = new Float64Array(count).fill(Number.NaN);
  const chances = new Float64Array(count);
  const money = new Float64Array(count);
  const usual = (spent.reduce((sum, x) => sum + x, 0) / Math.max(1, days)) * length;
  for (let at = 0; at < count; at++) {
    const from = days - (count - at) * length;
    let [top, bottom] = [0, 0];
    for (let day = from; day < from + length; day++) {
      top += hits[day];
      bottom += spent[day];
    }
    chances[at] = 1 / Math.max(top, 1);
    money[at] = bottom;
    if (top > 0 && bottom > LEAST_SHARE * usual) logs[at] = Math.log(top / bottom);
  }
  return { logs, chances, money, days: length };
}

/** The half-life that forecast horizons of the past best, and the level by it: ln of what comes over what is expected; NaN: nothing came. */
function bestHalfLife(hits: Float64Array, expected: Float64Array, horizon: number) {
  const sums = { hits: prefixSums(hits), expected: prefixSums(expected) };
  const tried = HALF_LIVES.map((halfLife) => {
    const levels = weightedLevels(hits, expected, halfLife);
    return { halfLife, logRatio: levels[hits.length], error: meanSquareError(levels, sums, horizon) };
  });
  const [best] = tried.filter(({ error }) => !Number.isNaN(error)).sort((a, b) => a.error - b.error);
  return best ?? required(tried.find(({ halfLife }) => halfLife === USUAL_HALF_LIFE));
}

/** Days in which what an error of the past says of those to come loses half its weight: accounts have calm and restless years. */
const ERROR_HALF_LIFE = 84;

/** Of the logs of what came over what a level forecast of horizons; NaN: there are none. */
function meanSquareError(
  levels: Float64Array,
  { hits, expected }: { readonly hits: Float64Array; readonly expected: Float64Array },
  horizon: number,
): number {
  const days = hits.length - 1;
  const usual = days === 0 ? 0 : (expected[days] / days) * horizon;
  let [squares, all] = [0, 0];
  for (let at = Math.min(WARM_UP, 2 * horizon); at + horizon <= days; at += STEP) {
    const future = expected[at + horizon] - expected[at];
    const came = hits[at + horizon] - hits[at];
    if (!(future > LEAST_SHARE * usual) || !(came > 0) || !Number.isFinite(levels[at])) continue;
    const weight = 2 ** (-(days - horizon - at) / Math.max(ERROR_HALF_LIFE, 2 * horizon));
    squares += weight * (Math.log(came / future) - levels[at]) ** 2;
    all += weight;
  }
  return squares / all;
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = sums[at] + values[at];
  return sums;
}

/** ln of the weighted ratio as of each day's beginning; entry `days` is as of the end. */
function weightedLevels(hits: Float64Array, expected: Float64Array, halfLife: number): Float64Array {
  const keep = 2 ** (-1 / halfLife);
  const levels = new Float64Array(hits.length + 1).fill(Number.NaN);
  let [top, bottom] = [0, 0];
  for (let day = 0; day < hits.length; day++) {
    // Days without any exposure say nothing, and make nothing older.
    if (expected[day] > 0) {
      top = keep * top + hits[day];
      bottom = keep * bottom + expected[day];
    }
    levels[day + 1] = bottom > 0 ? Math.log((top + FIT_HITS) / (bottom + FIT_HITS)) : Number.NaN;
  }
  return levels;
}
