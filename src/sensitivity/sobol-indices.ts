import { square } from '../distributions/elementary.js';
import type { RandomBits } from '../sampling/pseudo-random.js';
import type { Estimate } from './types.js';

/**
 * A function's values on two independent samples of its inputs, and on the samples in between. All arrays have one length:
 * value `i` of `mixed[g]` is the function at draw `i` of the first sample with group `g`'s inputs of the second one.
 */
export interface PickFreezeSample {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly mixed: readonly Float64Array[];
}

/** Shares of a function's variance that a group of inputs accounts for. */
interface SobolIndex {
  /** Alone: the share by which variance falls, on average, once the group is known. */
  readonly first: Estimate;
  /** With all that it has together with others: the share that is left, on average, once all others are known. */
  readonly total: Estimate;
}

interface SobolIndices {
  readonly mean: number;
  readonly variance: number;
  /** One a group; `null` where the function has no variance to share out. */
  readonly groups: readonly SobolIndex[] | null;
  /** Draws in which every value is a number; only these count. */
  readonly draws: number;
}

const BOOTSTRAPS = 400;
/** Resamples that are summed at once, a divisor of their number. */
const TOGETHER = 4;

/**
 * Sobol' indices by pick-freeze. First order: A. Saltelli et al., "Variance based sensitivity analysis of model output",
 * Computer Physics Communications 181 (2010), table 2 (b), on values less their mean. Total: M. Jansen, "Analysis of
 * variance designs for model output", Computer Physics Communications 117 (1999). Intervals: percentiles of a bootstrap
 * over draws (G. Archer, A. Saltelli, I. Sobol', 1997), the same resamples for every group.
 *
 * @param random fixes the bootstrap
 * @throws RangeError where the arrays' lengths differ
 */
export function sobolIndices(sample: PickFreezeSample, random: RandomBits): SobolIndices {
  const { a, b, mixed, mean } = centred(sample);
  const draws = a.length;
  const variance = varianceOf(a, b, null);
  if (!(variance > 0)) return { mean, variance: draws > 0 ? 0 : Number.NaN, groups: null, draws };

  const alone = mixed.map((values) => values.map((value, i) => b[i] * (value - a[i])));
  const withOthers = mixed.map((values) => values.map((value, i) => square(value - a[i]) / 2));
  const resampled = alone.map(() => ({ first: new Float64Array(BOOTSTRAPS), total: new Float64Array(BOOTSTRAPS) }));
  const counts = Array.from({ length: TOGETHER }, () => new Float64Array(draws));
  const sums = new Float64Array(TOGETHER);
  for (let round = 0; round < BOOTSTRAPS; round += TOGETHER) {
    for (const own of counts) {
      own.fill(0);
      for (let i = 0; i < draws; i++) own[Math.floor((random() / 2 ** 32) * draws)] += 1;
    }
    const spreads = counts.map((own) => varianceOf(a, b, own));
    resampled.forEach(({ first, total }, g) => {
      weightedSums(alone[g], counts, sums);
      spreads.forEach((spread, k) => {
        first[round + k] = sums[k] / draws / spread;
      });
      weightedSums(withOthers[g], counts, sums);
      spreads.forEach((spread, k) => {
        total[round + k] = sums[k] / draws / spread;
      });
    });
  }
  const groups = resampled.map(({ first, total }, g) => ({
    first: estimate(weightedMean(alone[g], null) / variance, first),
    total: estimate(weightedMean(withOthers[g], null) / variance, total),
  }));
  return { mean, variance, groups, draws };
}

/** The draws in which all values are numbers, less the mean of both samples: a mean far from 0 would drown the products. */
function centred({ first, second, mixed }: PickFreezeSample) {
  const length = first.length;
  if (second.length !== length || mixed.some((values) => values.length !== length)) {
    throw new RangeError('Values of a pick-freeze sample must be equally many.');
  }
  const all = [first, second, ...mixed];
  const finite: number[] = [];
  for (let i = 0; i < length; i++) if (all.every((values) => Number.isFinite(values[i]))) finite.push(i);
  let sum = 0;
  for (const i of finite) sum += first[i] + second[i];
  const mean = sum / (2 * finite.length);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(finite, (i) => values[i] - mean);
  return { a: pick(first), b: pick(second), mixed: mixed.map(pick), mean };
}

function varianceOf(a: Float64Array, b: Float64Array, counts: Float64Array | null): number {
  const n = 2 * a.length;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < a.length; i++) {
    const count = counts === null ? 1 : counts[i];
    sum += count * (a[i] + b[i]);
    squares += count * (a[i] * a[i] + b[i] * b[i]);
  }
  return (squares - (sum * sum) / n) / (n - 1);
}

function weightedMean(values: Float64Array, counts: Float64Array | null): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (counts === null ? 1 : counts[i]) * values[i];
  return sum / values.length;
}

/** A column's sums by several weights at once: what is read serves them all, and no addition waits for another's. */
function weightedSums(values: Float64Array, counts: readonly Float64Array[], sums: Float64Array): void {
  const [a, b, c, e] = counts;
  let [sumA, sumB, sumC, sumE] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    sumA += a[i] * value;
    sumB += b[i] * value;
    sumC += c[i] * value;
    sumE += e[i] * value;
  }
  sums[0] = sumA;
  sums[1] = sumB;
  sums[2] = sumC;
  sums[3] = sumE;
}

function estimate(value: number, resampled: Float64Array): Estimate {
  const sorted = resampled.slice().sort();
  const mean = weightedMean(sorted, null);
  const squares = sorted.reduce((sum, other) => sum + square(other - mean), 0);
  return {
    value,
    se: Math.sqrt(squares / (sorted.length - 1)),
    low: sorted[Math.round(0.05 * (sorted.length - 1))],
    high: sorted[Math.round(0.95 * (sorted.length - 1))],
  };
}
