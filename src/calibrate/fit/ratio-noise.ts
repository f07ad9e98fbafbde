import { heavyTailedSquare } from './heavy-tails.js';

/** Noise from one period to the next, beyond chance in the counts: an AR(1). */
export interface RatioNoise {
  readonly sd: number;
  readonly rho: number;
}

/** Half the squares of the width of a log ratio's changes (`heavyTailedSquare`), less what chance in the counts explains. */
export interface ChangesOfNoise {
  /** Over one period: γ(1 − ρ) of an AR(1) with variance γ. */
  readonly one: number;
  /** Over two: γ(1 − ρ²). */
  readonly two: number;
  /** Pairs of periods two apart. */
  readonly pairs: number;
}

/** Periods with this many hits tell of noise; so many of them are needed. */
const ENOUGH_HITS = 10;
const ENOUGH_PERIODS = 8;
/** Below a percent from period to period there is no noise. */
const LEAST_VARIANCE = 1e-4;
const MOST_NOISE = 1;

/**
 * How a ratio changes from period to period. What moves slowly is hardly in changes. `null`: too few periods, or nothing beyond
 * chance.
 */
export function changesByPeriod(
  { hits, expected }: { readonly hits: Float64Array; readonly expected: Float64Array },
  periodDays: number,
): ChangesOfNoise | null {
  const length = Math.max(1, Math.round(periodDays));
  const logs: number[] = [];
  const chances: number[] = [];
  for (let from = hits.length % length; from + length <= hits.length; from += length) {
    let [top, bottom] = [0, 0];
    for (let day = from; day < from + length; day++) {
      top += hits[day];
      bottom += expected[day];
    }
    const measured = top >= ENOUGH_HITS && bottom > 0;
    logs.push(measured ? Math.log(top / bottom) : Number.NaN);
    chances.push(1 / top);
  }
  if (logs.filter((log) => !Number.isNaN(log)).length < ENOUGH_PERIODS) return null;
  const half = (lag: number) => {
    const changes: number[] = [];
    let chance = 0;
    for (let at = lag; at < logs.length; at++) {
      const change = logs[at] - logs[at - lag];
      if (Number.isNaN(change)) continue;
      changes.push(change);
      chance += chances[at] + chances[at - lag];
    }
    const pairs = changes.length;
    return { value: pairs === 0 ? 0 : (heavyTailedSquare(changes) - chance / pairs) / 2, pairs };
  };
  const one = half(1);
  if (!(one.value > LEAST_VARIANCE)) return null;
  const two = half(2);
  return { one: Math.min(one.value, MOST_NOISE * MOST_NOISE), two: two.value, pairs: two.pairs };
}

/** Variance of the mean of some periods of an AR(1). */
export function horizonVariance({ sd, rho }: RatioNoise, periods: number): number {
  const n = Math.max(1, Math.round(periods));
  let sum = n;
  for (let lag = 1; lag < n; lag++) sum += 2 * (n - lag) * rho ** lag;
  return (sd * sd * sum) / (n * n);
}
