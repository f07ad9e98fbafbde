import { sortedQuantile } from '../../numerics/quantiles.js';

/** Proper scores of one forecast, given as draws, against what came. */

/** Bands whose coverage is scored. */
export const BANDS = [0.5, 0.8, 0.9] as const;

/** Levels of the pinball loss. */
const PINBALL_LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/**
 * Continuous ranked probability score: E|X − y| − ½ E|X − X′|, the second mean over pairs of different draws, so that few
 * draws don't flatter (T. Gneiting, A. Raftery, "Strictly proper scoring rules", JASA 2007; the fair form of C. Ferro, 2014).
 *
 * @param sorted draws, ascending
 */
export function crps(sorted: ArrayLike<number>, actual: number): number {
  const n = sorted.length;
  let [distance, spread] = [0, 0];
  for (let i = 0; i < n; i++) {
    distance += Math.abs(sorted[i] - actual);
    spread += (2 * i - n + 1) * sorted[i];
  }
  return distance / n - (n > 1 ? spread / (n * (n - 1)) : 0);
}

/** Pinball loss of a quantile forecast. */
export function pinball(quantile: number, level: number, actual: number): number {
  return actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);
}

/**
 * Probability integral transform of what came: the share of draws below, ties split by `u` in [0, 1], which makes it
 * uniform for counts too (C. Czado et al., "Predictive model assessment for count data", Biometrics 2009).
 */
export function pit(sorted: ArrayLike<number>, actual: number, u: number): number {
  let [below, equal] = [0, 0];
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i] < actual) below++;
    else if (sorted[i] === actual) equal++;
  }
  return (below + u * (equal + 1)) / (sorted.length + 1);
}

/** One day of one forecast, scored. */
export interface DayScore {
  readonly crps: number;
  readonly pinball: number;
  readonly pit: number;
  /** By band of `BANDS`: whether it held what came. */
  readonly covered: readonly boolean[];
  readonly mean: number;
  readonly median: number;
  readonly actual: number;
}

/**
 * Whether a band holds what came. A count that falls on the band's very end is in it as far as its transform is: were ends
 * always counted in, bands of small counts would look too wide where they are right.
 */
function holds(sorted: ArrayLike<number>, band: number, actual: number, transform: number): boolean {
  const [from, to] = [(1 - band) / 2, (1 + band) / 2];
  const [low, high] = [sortedQuantile(sorted, from), sortedQuantile(sorted, to)];
  if (actual === low || actual === high) return transform >= from && transform <= to;
  return actual > low && actual < high;
}

/** Scores a day. @param draws in any order; sorted in place @param u for ties, see `pit` */
export function scoreDay(draws: Float64Array, actual: number, u: number): DayScore {
  draws.sort();
  const loss = PINBALL_LEVELS.reduce((sum, p) => sum + pinball(sortedQuantile(draws, p), p, actual), 0);
  const transform = pit(draws, actual, u);
  return {
    crps: crps(draws, actual),
    pinball: loss / PINBALL_LEVELS.length,
    pit: transform,
    covered: BANDS.map((band) => holds(draws, band, actual, transform)),
    mean: draws.reduce((sum, x) => sum + x, 0) / draws.length,
    median: sortedQuantile(draws, 0.5),
    actual,
  };
}
