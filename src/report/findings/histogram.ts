import { sortedQuantile } from '../../numerics/quantiles.js';
import { elementAt, firstOf, lastOf } from '../../required.js';

const BINS = 44;
/** No further from the median than so many times the way to P10 or P90: a long tail has little to show. */
const REACH = 4;
/** Share of draws cut off at either end, so that one extreme future doesn't squeeze all others into three bars. */
const CUT = 0.0025;

/**
 * Edges of equal bins that cover all but the outlying draws of every plan. Zero is an edge wherever it is inside, so
 * that no bar mixes loss with profit. `null` where all draws are the same.
 */
export function binEdges(plans: readonly Float64Array[]): readonly number[] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const draws of plans) {
    const sorted = draws.filter(Number.isFinite).sort();
    if (sorted.length === 0) continue;
    const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => sortedQuantile(sorted, p)) as [number, number, number];
    const left = sortedQuantile(sorted, CUT);
    const right = sortedQuantile(sorted, 1 - CUT);
    low = Math.min(low, p10 < p50 ? Math.max(left, p50 - REACH * (p50 - p10)) : left);
    high = Math.max(high, p90 > p50 ? Math.min(right, p50 + REACH * (p90 - p50)) : right);
  }
  const span = high - low;
  if (!(span > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high)))) return null;
  const rough = span / BINS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Number of draws in each bin: from its lower edge up to, not including, its upper one; the last bin has both. */
export function countIn(edges: readonly number[], draws: Float64Array): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  const low = firstOf(edges);
  const high = lastOf(edges);
  const width = (high - low) / counts.length;
  for (const value of draws) {
    if (!(value >= low && value <= high)) continue;
    let bin = Math.min(counts.length - 1, Math.floor((value - low) / width));
    // The division can land a hair across an edge, and zero's edge must be exact.
    if (value < elementAt(edges, bin)) bin--;
    else if (bin < counts.length - 1 && value >= elementAt(edges, bin + 1)) bin++;
    counts[bin] = elementAt(counts, bin) + 1;
  }
  return counts;
}
