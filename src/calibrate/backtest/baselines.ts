import type { Random } from '../fit/random.js';

/** A day of a series: what was spent, what came. */
export interface SeriesDay {
  readonly day: number;
  readonly spend: number;
  readonly value: number;
}

/** A forecast that any planner could make, with a predictive distribution from its own past errors. */
export interface Baseline {
  readonly name: BaselineName;
  readonly description: string;
}

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

/** Errors of the past at this many rows' distance or nearer where too few are at the very distance. */
const LEAST_ERRORS = 8;

const SMOOTHING = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8] as const;

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
  future: readonly { readonly day: number; readonly spend: number }[],
  { draws, random }: { readonly draws: number; readonly random: Random },
): Float64Array[] {
  const { method, perSpend } = METHODS[name];
  const y = past.map(({ value, spend }) => Math.log((value + 0.5) / (perSpend ? spend : 1)));
  const days = past.map(({ day }) => day);
  const fitted = method === 'smoothed' ? levels(y, bestSmoothing(y)) : y;
  return future.map(({ day, spend }, ahead) => {
    const out = new Float64Array(draws);
    if (y.length === 0) return out;
    const centre = method === 'seasonal' ? seasonalValue(y, days, day, y.length) : fitted.at(-1)!;
    const errors = pastErrors(method, y, days, fitted, ahead + 1);
    for (let draw = 0; draw < draws; draw++) {
      const error = errors[Math.floor(random.uniform() * errors.length)] ?? 0;
      out[draw] = Math.max(0, Math.exp(centre + error) * (perSpend ? spend : 1) - 0.5);
    }
    return out;
  });
}

/** Value of the last row on the same weekday among the first `seen`; the last value where there is none. */
function seasonalValue(y: readonly number[], days: readonly number[], day: number, seen: number): number {
  for (let i = seen - 1; i >= 0; i--) if ((day - days[i]!) % 7 === 0) return y[i]!;
  return y[seen - 1]!;
}

function pastErrors(
  method: Method,
  y: readonly number[],
  days: readonly number[],
  fitted: readonly number[],
  ahead: number,
): number[] {
  const errorsAt = (distance: number) => {
    const errors: number[] = [];
    for (let i = distance; i < y.length; i++) {
      const origin = i - distance;
      const forecast = method === 'seasonal' ? seasonalValue(y, days, days[i]!, origin + 1) : fitted[origin]!;
      errors.push(y[i]! - forecast);
    }
    return errors;
  };
  const errors = errorsAt(ahead);
  for (let distance = Math.min(ahead, y.length) - 1; errors.length < LEAST_ERRORS && distance > 0; distance--) {
    errors.push(...errorsAt(distance));
  }
  return errors.length === 0 ? [0] : errors;
}

function levels(y: readonly number[], smoothing: number): number[] {
  let level = y[0]!;
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
    for (let i = 1; i < y.length; i++) sum += (y[i]! - level[i - 1]!) ** 2;
    if (sum < least) [best, least] = [smoothing, sum];
  }
  return best;
}
