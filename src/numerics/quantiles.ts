import { createQuantileScratch, orderStatistics, type QuantileScratch } from './order-statistics.js';

/**
 * Quantiles by R's type 7 (Hyndman and Fan, "Sample quantiles in statistical packages", 1996): at rank h = (n − 1) p, counted
 * from 0, linear between the order statistics on both sides.
 */

/** Where a quantile lies among n values: the ranks on both sides, and how far it is from the first to the second. */
interface Position {
  readonly below: number;
  readonly above: number;
  readonly fraction: number;
}

/** @param part of `whole`: with percentages of 100 no whole rank is missed by a rounding, as (n − 1) · 0.95 would */
function positionOf(n: number, part: number, whole: number): Position {
  const rank = (n - 1) * part;
  const below = Math.floor(rank / whole);
  return { below, above: Math.min(below + 1, n - 1), fraction: (rank % whole) / whole };
}

function between(below: number, above: number, fraction: number): number {
  return fraction === 0 || below === above ? below : below + fraction * (above - below);
}

/**
 * Quantile of sorted values.
 *
 * @param sorted at least one value, ascending
 * @param q 1 − p, where it is known better than the subtraction tells
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number, q: number = 1 - p): number {
  // From the nearer end, so that a probability close to 1 is not lost in the subtraction.
  const last = sorted.length - 1;
  const { below, above, fraction } = positionOf(sorted.length, Math.min(p, q), 1);
  return p <= q
    ? between(sorted[below], sorted[above], fraction)
    : between(sorted[last - below], sorted[last - above], fraction);
}

/**
 * Quantiles of values in any order, without sorting them. NaN is left out.
 *
 * @param values not changed
 * @param percentages from 0 to 100, ascending
 * @returns one figure for each percentage; NaN for all if no value is left
 * @throws RangeError for more values than the scratch has room for
 */
export function quantiles(
  values: Float64Array,
  percentages: readonly number[],
  scratch: QuantileScratch = createQuantileScratch(values.length),
): number[] {
  const defined = withoutNaN(values, scratch);
  const n = defined.length;
  if (n === 0) return percentages.map(() => Number.NaN);
  return interpolate(n, percentages, orderStatistics(defined, ranksOf(n, percentages), scratch));
}

/** The ranks on both sides of each percentage of n values, pair by pair: ascending where the percentages are. */
export function ranksOf(n: number, percentages: readonly number[]): number[] {
  return percentages.flatMap((percentage) => {
    const { below, above } = positionOf(n, percentage, 100);
    return [below, above];
  });
}

/** Quantiles of n values from the order statistics of `ranksOf`. */
export function interpolate(n: number, percentages: readonly number[], statistics: ArrayLike<number>): number[] {
  return percentages.map((percentage, index) =>
    between(statistics[2 * index], statistics[2 * index + 1], positionOf(n, percentage, 100).fraction),
  );
}

function withoutNaN(values: Float64Array, scratch: QuantileScratch): Float64Array {
  const n = values.length;
  let first = 0;
  while (first < n && !Number.isNaN(values[first])) first++;
  if (first === n) return values;
  if (n > scratch.capacity) throw new RangeError(`${n} values in a scratch for ${scratch.capacity}.`);
  const area = scratch.areas[0];
  area.set(values.subarray(0, first));
  let defined = first;
  for (let index = first; index < n; index++) {
    const value = values[index];
    if (!Number.isNaN(value)) area[defined++] = value;
  }
  return area.subarray(0, defined);
}
