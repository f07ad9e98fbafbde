import { heavyTailedSquare } from './heavy-tails.js';

/** Noise from one period to the next, beyond chance in the counts: an AR(1). */
export interface RatioNoise {
  readonly sd: number;
  readonly rho: number;
}

/** Periods with this many hits tell of noise; so many of them are needed. */
const ENOUGH_HITS = 10;
const ENOUGH_PERIODS = 8;
/** Below a percent from period to period there is no noise. */
const LEAST_VARIANCE = 1e-4;
const MOST_NOISE = 1;
const MOST_RHO = 0.9;

/**
 * How a ratio changes from period to period: half the square of the width of its logarithm's changes (`heavyTailedSquare`), less what
 * chance in the counts explains; γ(1 − ρ) of an AR(1) with variance γ. What moves slowly is hardly in changes. `null`: too few
 * periods, or nothing beyond chance.
 */
export function changesByPeriod(
  { hits, expected }: { readonly hits: Float64Array; readonly expected: Float64Array },
  periodDays: number,
): number | null {
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
  const changes: number[] = [];
  let chance = 0;
  for (let at = 1; at < logs.length; at++) {
    const change = logs[at] - logs[at - 1];
    if (Number.isNaN(change)) continue;
    changes.push(change);
    chance += chances[at] + chances[at - 1];
  }
  if (changes.length === 0) return null;
  const variance = (heavyTailedSquare(changes) - chance / changes.length) / 2;
  return variance > LEAST_VARIANCE ? Math.min(variance, MOST_NOISE * MOST_NOISE) : null;
}

/** Variance of the mean of some periods of an AR(1). */
export function horizonVariance({ sd, rho }: RatioNoise, periods: number): number {
  const n = Math.max(1, Math.round(periods));
  let sum = n;
  let power = 1;
  for (let lag = 1; lag < n; lag++) {
    power *= rho;
    sum += 2 * (n - lag) * power;
  }
  return (sd * sd * sum) / (n * n);
}

/** Noise of means of several stretches of an AR(1); `null`: less than a percent. */
export function noiseOfMeans(
  { variance, rho }: { readonly variance: number; readonly rho: number },
  stretches: number,
): RatioNoise | null {
  const n = Math.max(1, Math.round(stretches));
  const mean = horizonVariance({ sd: Math.sqrt(variance), rho }, n);
  let [between, power] = [0, 1];
  for (let lag = 1; lag < 2 * n; lag++) {
    power *= rho;
    between += (n - Math.abs(n - lag)) * power;
  }
  return mean > LEAST_VARIANCE ? { sd: Math.sqrt(mean), rho: (variance * between) / (n * n * mean) } : null;
}

/**
 * Noise of the periods within a stretch: as loud as their changes are, lasting as long as makes their mean as loud as the stretch's own
 * noise. Without changes that tell, none.
 *
 * @param variance of the stretch's noise @param changes see `changesByPeriod`
 */
export function noiseWithin(variance: number, periods: number, changes: number | null): RatioNoise | null {
  if (changes === null) return null;
  let [low, high] = [0, MOST_RHO];
  const at = (rho: number): RatioNoise => ({ sd: Math.sqrt(changes / (1 - rho)), rho });
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (horizonVariance(at(middle), periods) < variance) low = middle;
    else high = middle;
  }
  return at(low);
}
