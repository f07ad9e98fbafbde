const BINS = 44;
/** Share of draws cut off at either end, so that one extreme future doesn't squeeze all others into three bars. */
const CUT = 0.0025;

function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

/**
 * Edges of equal bins that cover all but the outermost draws of every plan. Zero is an edge wherever it is inside, so
 * that no bar mixes loss with profit. `null` where all draws are the same.
 */
export function binEdges(plans: readonly Float64Array[]): readonly number[] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const draws of plans) {
    const sorted = draws.filter(Number.isFinite).sort();
    if (sorted.length === 0) continue;
    low = Math.min(low, quantile(sorted, CUT));
    high = Math.max(high, quantile(sorted, 1 - CUT));
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
  const low = edges[0]!;
  const high = edges.at(-1)!;
  const width = (high - low) / counts.length;
  for (const value of draws) {
    if (!(value >= low && value <= high)) continue;
    let bin = Math.min(counts.length - 1, Math.floor((value - low) / width));
    // The division can land a hair across an edge, and zero's edge must be exact.
    if (value < edges[bin]!) bin--;
    else if (bin < counts.length - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return counts;
}
