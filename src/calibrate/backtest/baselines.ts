import { lastOf } from '../../required.js';
import type { Random } from '../fit/random.js';

/** A day of a series: what was spent, what came. */
export interface SeriesDay {
  readonly day: number;
  readonly spend: number;
  readonly value: number;
}

/** Forecasts that any planner could make, each with a predictive distribution from its own past errors. */
export const BASELINE_NAMES = [
  'naive rate',
  'seasonal-naive rate',
  'smoothed rate',
  'naive volume',
  'seasonal-naive volume',
  'smoothed volume',
] as const;
export type BaselineName = (typeof BASELINE_NAMES)[number];

type Method = 'naive' | 'seasonal' | 'smoothed';

const METHODS: Readonly<Record<BaselineName, { readonly method: Method; readonly perSpend: boolean }>> = {
  'naive rate': { method: 'naive', perSpend: true },
  'seasonal-naive rate': { method: 'seasonal', perSpend: true },
  'smoothed rate': { method: 'smoothed', perSpend: true },
  'naive volume': { method: 'naive', perSpend: false },
  'seasonal-naive volume': { method: 'seasonal', perSpend: false },
  'smoothed volume': { method: 'smoothed', perSpend: false },
};

/** Errors of the past at this distance or a nearer one where too few are at the very distance. */
const LEAST_ERRORS = 8;

const SMOOTHING = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8] as const;

/** What is asked of a baseline. */
interface BaselineOptions {
  readonly draws: number;
  readonly random: Random;
}

/** A day to come, and what is spent on it. */
export type FutureDay = Pick<SeriesDay, 'day' | 'spend'>;

/**
 * Draws of a baseline for days to come. Baselines work on logs (half a count added, so that zeros have one) of a series
 * as a whole: `rate` ones on outcome per unit of spend, and are given the spend that was made, as the forecast is; `volume`
 * ones on the outcome itself, for a planner who leaves spend out. The error of h days ahead is drawn from the method's
 * own errors h rows ahead over the past.
 *
 * @param past days with spend, in order, up to the origin
 */
export function baselineDraws(
  name: BaselineName,
  past: readonly SeriesDay[],
  future: readonly FutureDay[],
  { draws, random }: BaselineOptions,
): Float64Array[] {
  const method = fitted(name, past);
  return future.map((one, ahead) => {
    const out = new Float64Array(draws);
    if (past.length === 0) return out;
    const centre = method.centre(one.day, past.length);
    const errors = dayErrors(method, past, ahead + 1);
    for (let draw = 0; draw < draws; draw++) {
      out[draw] = method.outcome(centre + drawn(errors, random), one.spend);
    }
    return out;
  });
}

/**
 * Draws of a baseline for the sum over days to come: its forecast of the sum, times errors of its own forecasts of sums
 * over as many days of the past. Adding up `baselineDraws` would take days for independent, and be too sure.
 *
 * @param days that the sum is over, from the day after `past`; those without spend among them
 */
export function baselineTotalDraws(
  name: BaselineName,
  past: readonly SeriesDay[],
  future: readonly FutureDay[],
  days: number,
  { draws, random }: BaselineOptions,
): Float64Array {
  const method = fitted(name, past);
  const out = new Float64Array(draws);
  if (past.length === 0) return out;
  const centre = Math.log(sumForecast(method, future, past.length) + 0.5);
  let errors: readonly number[] = [];
  for (let length = days; errors.length < LEAST_ERRORS && length >= 1; length = Math.floor(length / 2)) {
    errors = sumErrors(method, past, length);
  }
  for (let draw = 0; draw < draws; draw++) out[draw] = Math.max(0, Math.exp(centre + drawn(errors, random)) - 0.5);
  return out;
}

/** A method on a series. */
interface Fitted {
  /** ln of the day's outcome, or outcome per unit of spend. */
  readonly y: readonly number[];
  /** Its forecast of a day from the first rows, `seen` of them. */
  readonly centre: (day: number, seen: number) => number;
  /** The outcome that a value on the scale of `y` stands for. */
  readonly outcome: (value: number, spend: number) => number;
}

function fitted(name: BaselineName, past: readonly SeriesDay[]): Fitted {
  const { method, perSpend } = METHODS[name];
  const y = past.map(({ value, spend }) => Math.log((value + 0.5) / (perSpend ? spend : 1)));
  const days = past.map(({ day }) => day);
  const level = method === 'smoothed' ? levels(y, bestSmoothing(y)) : y;
  return {
    y,
    centre: (day, seen) => (method === 'seasonal' ? seasonalValue(y, days, day, seen) : level[seen - 1]),
    outcome: (value, spend) => Math.max(0, Math.exp(value) * (perSpend ? spend : 1) - 0.5),
  };
}

function drawn(errors: readonly number[], random: Random): number {
  return errors[Math.floor(random.uniform() * errors.length)] ?? 0;
}

function sumForecast({ centre, outcome }: Fitted, days: readonly FutureDay[], seen: number): number {
  return days.reduce((sum, { day, spend }) => sum + outcome(centre(day, seen), spend), 0);
}

/** ln of what came over what was forecast of it, for sums over so many days after each row that has them behind it. */
function sumErrors(method: Fitted, past: readonly SeriesDay[], days: number): number[] {
  const errors: number[] = [];
  const last = lastOf(past).day;
  for (let row = 0; row < past.length && past[row].day + days <= last; row++) {
    const from = past[row].day;
    const ahead: SeriesDay[] = [];
    for (let at = row + 1; at < past.length && past[at].day <= from + days; at++) ahead.push(past[at]);
    if (ahead.length === 0) continue;
    const came = ahead.reduce((sum, { value }) => sum + value, 0);
    errors.push(Math.log((came + 0.5) / (sumForecast(method, ahead, row + 1) + 0.5)));
  }
  return errors;
}

/** Value of the last row on the same weekday among the first `seen`; the last value where there is none. */
function seasonalValue(y: readonly number[], days: readonly number[], day: number, seen: number): number {
  for (let i = seen - 1; i >= 0; i--) if ((day - days[i]) % 7 === 0) return y[i];
  return y[seen - 1];
}

function dayErrors({ y, centre }: Fitted, past: readonly SeriesDay[], ahead: number): number[] {
  const errorsAt = (distance: number) => {
    const errors: number[] = [];
    for (let i = distance; i < y.length; i++) errors.push(y[i] - centre(past[i].day, i - distance + 1));
    return errors;
  };
  const errors = errorsAt(ahead);
  for (let distance = Math.min(ahead, y.length) - 1; errors.length < LEAST_ERRORS && distance > 0; distance--) {
    errors.push(...errorsAt(distance));
  }
  return errors.length === 0 ? [0] : errors;
}

function levels(y: readonly number[], smoothing: number): number[] {
  let level = y[0];
  return y.map((value) => {
    level += smoothing * (value - level);
    return level;
  });
}

/** The smoothing with the least one-step squared error. */
function bestSmoothing(y: readonly number[]): number {
  let [best, least] = [0.2, Number.POSITIVE_INFINITY];
  for (const smoothing of SMOOTHING) {
    const level = levels(y, smoothing);
    let sum = 0;
    for (let i = 1; i < y.length; i++) sum += (y[i] - level[i - 1]) ** 2;
    if (sum < least) [best, least] = [smoothing, sum];
  }
  return best;
}
