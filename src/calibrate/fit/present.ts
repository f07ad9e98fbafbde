import { required } from '../../required.js';
import { movementOf, type PastErrors } from './movement.js';
import { changesByPeriod, type RatioNoise } from './ratio-noise.js';

/** What came and what a fit expected of it, day by day without gaps. */
export interface DailyRatio {
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
  /** Log units by which the mean of a horizon to come departs from it. */
  readonly sd: number;
  /** Days in which the past loses half its weight. */
  readonly halfLife: number;
  /** Horizons side by side that this was learnt from. */
  readonly horizons: number;
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
  /** Log units of movement within a horizon before any is seen. */
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
/** Errors grow with the square root of time beyond what history is long enough to show, this far. */
const MOST_STRETCH = 3;

/**
 * The present level of a ratio, an exponentially weighted mean whose half-life forecast the horizons of the past best, and
 * the movement to expect from it: see `movementOf`. A series that never moved gives a narrow answer, one with a step a wide
 * one.
 */
export function presentLevel(
  { hits, expected, spent, mix }: OutcomeRatio,
  { periodDays, horizonDays, windowDays, belief }: PresentOptions,
): Present {
  const days = hits.length;
  // Within a row's window nothing was seen to move.
  const horizon = Math.max(windowDays, Math.min(Math.round(horizonDays), Math.floor(days / 4)), 1);
  const line = { hits: prefixSums(hits), spent: prefixSums(spent), mix };
  // Half-lives are about how levels of campaigns move, whichever of them run.
  const same = { hits: line.hits, spent: prefixSums(expected), mix: new Float64Array(days + 1) };
  const tried = HALF_LIVES.map((halfLife) => ({ halfLife, level: weightedLevels(hits, expected, halfLife) }));
  // What stands now is shown by the weeks that follow, however long the plan is: a step shows in no long horizon yet.
  const near = Math.max(Math.min(horizon, CHOOSING_DAYS), windowDays);
  const chosen = tried
    .map((one) => ({ ...one, error: meanSquare(forecastErrors(one.level, same, near)) }))
    .filter(({ error }) => !Number.isNaN(error))
    .reduce<{ halfLife: number; level: Float64Array; error: number } | null>(
      (best, one) => (best === null || one.error < best.error ? one : best),
      null,
    );
  const now = chosen ?? required(tried.find(({ halfLife }) => halfLife === USUAL_HALF_LIFE));
  const last = now.level[days];
  const past = forecastErrors(now.level, line, horizon);
  const movement = movementOf(past, changesByPeriod({ hits, expected }, periodDays), belief, horizon / periodDays);
  const stretch = past.errors.length === 0 ? 1 : Math.min(Math.max(1, horizonDays / horizon), MOST_STRETCH);
  return {
    logRatio: Number.isFinite(last) ? last : 0,
    sd: movement.sd * Math.sqrt(stretch),
    halfLife: now.halfLife,
    horizons: past.weights.reduce((sum, weight) => sum + weight, 0),
    noise: movement.noise,
  };
}

/** Days in which what an error of the past says of those to come loses half its weight: accounts have calm and restless years. */
const ERROR_HALF_LIFE = 84;

/**
 * How much more overlapping horizons tell of a width than those of them that lie side by side: A. Lo, A. C. MacKinlay, "Stock Market
 * Prices Do Not Follow Random Walks", Rev. Financ. Stud. 1 (1988), where the variance of the estimate is 2/3.
 */
const OVERLAP_GAIN = 1.5;

/** Errors of forecasts over the past, each worth as many horizons as lie side by side, with what overlap adds. */
function forecastErrors(
  level: Float64Array,
  { hits, spent, mix }: Pick<OutcomeRatio, 'hits' | 'spent' | 'mix'>,
  horizon: number,
): { readonly [K in keyof PastErrors]: readonly number[] } {
  const days = hits.length - 1;
  const usual = days === 0 ? 0 : (spent[days] / days) * horizon;
  const errors: number[] = [];
  const chances: number[] = [];
  const weights: number[] = [];
  for (let at = Math.min(WARM_UP, 2 * horizon); at + horizon <= days; at += STEP) {
    const future = spent[at + horizon] - spent[at];
    const came = hits[at + horizon] - hits[at];
    const forecast = level[at] + mix[at];
    if (!(future > LEAST_SHARE * usual) || !(came > 0) || !Number.isFinite(forecast)) continue;
    errors.push(Math.log(came / future) - forecast);
    chances.push(1 / came);
    weights.push(2 ** (-(days - horizon - at) / Math.max(ERROR_HALF_LIFE, 2 * horizon)));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sideBySide = ((sum - 1) * STEP + horizon) / horizon;
  const worth = 1 + (sideBySide - 1) * OVERLAP_GAIN;
  return { errors, chances, weights: weights.map((weight) => (weight * worth) / sum) };
}

function meanSquare({ errors, weights }: { readonly [K in keyof PastErrors]: readonly number[] }): number {
  let [squares, all] = [0, 0];
  errors.forEach((error, i) => {
    squares += weights[i] * error * error;
    all += weights[i];
  });
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
