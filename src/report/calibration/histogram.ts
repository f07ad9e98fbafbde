import { elementAt } from '../../required.js';

/** A bar of a histogram: share of values per unit of x. */
interface Bar {
  readonly from: number;
  readonly to: number;
  readonly density: number;
}

const MOST_BARS = 40;

/** A histogram as densities, its bars by Freedman and Diaconis' rule; none for fewer than two different values. */
export function histogram(values: readonly number[]): Bar[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const n = sorted.length;
  const [low, high] = [sorted[0] ?? 0, sorted[n - 1] ?? 0];
  if (!(high > low)) return [];
  const spread = elementAt(sorted, Math.floor(0.75 * (n - 1))) - elementAt(sorted, Math.floor(0.25 * (n - 1)));
  const width = spread > 0 ? (2 * spread) / Math.cbrt(n) : (high - low) / 10;
  const count = Math.min(MOST_BARS, Math.max(5, Math.ceil((high - low) / width)));
  const step = (high - low) / count;
  const counts = new Array<number>(count).fill(0);
  for (const value of sorted) {
    const bar = Math.min(count - 1, Math.floor((value - low) / step));
    counts[bar] = elementAt(counts, bar) + 1;
  }
  return counts.map((hits, i) => ({ from: low + i * step, to: low + (i + 1) * step, density: hits / (n * step) }));
}

/** A density over a range, for a curve. */
export function curve(fitted: (x: number) => number, low: number, high: number): { x: number; density: number }[] {
  return Array.from({ length: 121 }, (_, i) => {
    const x = low + ((high - low) * i) / 120;
    return { x, density: fitted(x) };
  }).filter((point) => Number.isFinite(point.density));
}
