import { elementAt } from '../../../required.js';

/**
 * How likely values are between two ends, from quantiles at evenly spaced probabilities: heights of equal bins, the highest 1. Each step
 * between quantiles holds the same share, which is spread over the bins that it covers.
 */
export function densityShape(
  quantiles: readonly number[],
  low: number,
  high: number,
  count: number,
): readonly number[] {
  const bins = new Array<number>(count).fill(0);
  const width = (high - low) / count;
  for (let k = 0; k + 1 < quantiles.length; k++) {
    const [from, to] = [elementAt(quantiles, k), elementAt(quantiles, k + 1)];
    const first = Math.min(count - 1, Math.max(0, Math.floor((from - low) / width)));
    const last = Math.min(count - 1, Math.max(0, Math.floor((to - low) / width)));
    for (let bin = first; bin <= last; bin++) {
      const overlap = Math.min(to, low + (bin + 1) * width) - Math.max(from, low + bin * width);
      const share = to > from ? Math.max(0, overlap) / (to - from) : 1 / (last - first + 1);
      bins[bin] = elementAt(bins, bin) + share;
    }
  }
  const top = Math.max(...bins);
  return top > 0 ? bins.map((value) => value / top) : bins;
}
