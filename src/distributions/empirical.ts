import { sortedQuantile } from '../numerics/quantiles.js';
import type { DistributionOf, FamilyFunctions } from './family.js';

type Empirical = DistributionOf<'empirical'>;

/**
 * Data in ascending order, made continuous by R-7 quantiles: between neighbours every value is as likely (R. J. Hyndman,
 * Y. Fan, "Sample quantiles in statistical packages", Am. Stat. 50, 1996). Mean and spread are those of that
 * distribution, which is what is drawn from; they approach the sample's as it grows.
 */
export const empirical: FamilyFunctions<Empirical> = {
  quantile: ({ sorted }, p, q) => sortedQuantile(sorted, p, q),
  cdf(d, x) {
    return 1 - empirical.survival(d, x);
  },
  survival({ sorted }, x) {
    const last = sorted.length - 1;
    if (x < sorted[0]) return 1;
    if (x >= sorted[last]) return 0;
    const i = lastAtMost(sorted, x);
    const within = (x - sorted[i]) / (sorted[i + 1] - sorted[i]);
    return (last - i - within) / last;
  },
  density({ sorted }, x) {
    const last = sorted.length - 1;
    if (x < sorted[0] || x >= sorted[last]) return 0;
    const i = lastAtMost(sorted, x);
    return 1 / (last * (sorted[i + 1] - sorted[i]));
  },
  mean({ sorted }) {
    const first = sorted[0];
    return first + overGaps(sorted, (a, b) => (a - first + (b - first)) / 2);
  },
  standardDeviation(d) {
    const mean = empirical.mean(d);
    return Math.sqrt(
      overGaps(d.sorted, (a, b) => {
        const [left, right] = [a - mean, b - mean];
        return (left * left + left * right + right * right) / 3;
      }),
    );
  },
  support: ({ sorted }) => [sorted[0], sorted[sorted.length - 1]],
  check({ sorted }) {
    if (sorted.length < 2) return [`${sorted.length} values are too few for a distribution: give at least 2`];
    const wrong = sorted.findIndex((x) => !Number.isFinite(x));
    if (wrong >= 0) return [`value ${wrong + 1} is ${sorted[wrong]}, not a finite number`];
    const unsorted = sorted.findIndex((x, i) => i > 0 && x < sorted[i - 1]);
    return unsorted >= 0 ? [`values are not in ascending order at value ${unsorted + 1}`] : [];
  },
};

/** Mean over the gaps between neighbours of a function of their ends. */
function overGaps(sorted: readonly number[], f: (left: number, right: number) => number): number {
  let sum = 0;
  for (let i = 1; i < sorted.length; i++) sum += f(sorted[i - 1], sorted[i]);
  return sum / (sorted.length - 1);
}

/** Index of the last value ≤ x, for x within the data. */
function lastAtMost(sorted: readonly number[], x: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= x) low = middle;
    else high = middle;
  }
  return low;
}
