import { weekdayEffects, weekdayOf } from '../fit/season.js';
import type { SeriesDay } from './baselines.js';

/** How a companion sees a series: outcome per unit of spend, or the outcome itself whatever was spent. */
export const COMPANIONS = ['rate', 'volume'] as const;
export type Companion = (typeof COMPANIONS)[number];

/** Weights of new rows; 0 is the mean of all that was. */
const SMOOTHING = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8] as const;
/** Errors of this many rows nearer or farther stand in for those of the very distance. */
const AROUND = 3;
/** Errors are taken from here on: a level of a few rows errs by more than the forecast's will. */
const LEAST_ROWS = 7;
const LEAST_ERRORS = 8;

/**
 * A series' own forecast: the exponentially weighted mean of its log (half a count added), the weight that which erred least
 * on the past over one day, half the horizon and all of it; weekdays by their shrunk mean difference from it; around it the
 * errors it made as far ahead.
 *
 * @returns for each day to come ln(outcome + ½), ascending; empty where there is no past
 */
export function companionLogs(
  companion: Companion,
  past: readonly SeriesDay[],
  future: readonly { readonly day: number; readonly spend: number }[],
): Float64Array[] {
  if (past.length === 0) return future.map(() => new Float64Array(0));
  const perSpend = companion === 'rate';
  const logs = past.map(({ value, spend }) => Math.log((value + 0.5) / (perSpend ? spend : 1)));
  const days = past.map(({ day }) => day);
  const weekdays = weekdayEffects([{ day: days, y: logs }]).effects;
  const y = logs.map((value, i) => value - weekdays[weekdayOf(days[i]!)]!);
  const distances = [...new Set([1, Math.ceil(future.length / 2), future.length])];
  const levels = bestLevels(y, distances);
  return future.map(({ day, spend }, ahead) => {
    const centre = levels.at(-1)! + weekdays[weekdayOf(day)]! + (perSpend ? Math.log(spend) : 0);
    return errorsAhead(y, levels, ahead + 1)
      .map((error) => centre + error)
      .sort();
  });
}

/** Exponentially weighted means after each row, their weights adding up to one from the first row on. */
function weightedMeans(y: readonly number[], smoothing: number): Float64Array {
  let [sum, weight] = [0, 0];
  return Float64Array.from(y, (value) => {
    sum = (1 - smoothing) * sum + value;
    weight = (1 - smoothing) * weight + 1;
    return sum / weight;
  });
}

function bestLevels(y: readonly number[], distances: readonly number[]): Float64Array {
  let best = weightedMeans(y, SMOOTHING[0]);
  let least = Number.POSITIVE_INFINITY;
  for (const smoothing of SMOOTHING) {
    const levels = weightedMeans(y, smoothing);
    let sum = 0;
    for (const distance of distances) {
      for (let i = distance; i < y.length; i++) sum += (y[i]! - levels[i - distance]!) ** 2 / (y.length - distance);
    }
    if (sum < least) [best, least] = [levels, sum];
  }
  return best;
}

function errorsAhead(y: readonly number[], levels: Float64Array, ahead: number): Float64Array {
  const errors: number[] = [];
  const from = Math.min(LEAST_ROWS, Math.floor(y.length / 2));
  const add = (distance: number) => {
    for (let i = from + distance; i < y.length; i++) errors.push(y[i]! - levels[i - distance]!);
  };
  const low = Math.max(1, ahead - AROUND);
  for (let distance = low; distance <= ahead + AROUND; distance++) add(distance);
  for (let distance = Math.min(low, y.length) - 1; errors.length < LEAST_ERRORS && distance > 0; distance--) {
    add(distance);
  }
  return Float64Array.from(errors.length === 0 ? [0] : errors);
}
