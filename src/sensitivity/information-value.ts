import { square } from '../distributions/elementary.js';
import type { RandomBits } from '../sampling/pseudo-random.js';
import { createSolver, gramMatrix, moments, predict } from './least-squares.js';
import { scoreBasis } from './score-basis.js';
import { type Estimate, NORMAL_95 } from './types.js';

/** What it would be worth to know some inputs before choosing among decisions. */
interface InformationValue extends Estimate {
  /** The regression's own value of perfect choice on the draws that it was fitted to: no less than the value, on average. */
  readonly plugIn: number;
  /** The same where the inputs are shuffled against the payoffs, so that they tell nothing: what noise alone would show. */
  readonly chance: number;
}

const FOLDS = 4;
const PERMUTATIONS = 2;

/**
 * Expected value of partial perfect information, `E[max_d E[f_d | scores]] − max_d E[f_d]`, by regression of payoffs on
 * scores (M. Strong, J. Oakley, A. Brennan, "Estimating multiparameter partial expected value of perfect information from
 * a probabilistic sensitivity analysis sample: a nonparametric regression approach", Medical Decision Making 34, 2014).
 *
 * The maximum over fitted means is biased upwards, so that noise looks like information. The value here is that of a rule
 * learnt on three quarters of the draws and used on the other one, in turn: it pays what was really earned there, and
 * errs, if at all, to the low side. Its standard error is that of a mean over draws.
 *
 * @param payoffs `[decision][draw]`, all finite, draws independent; not changed between questions asked of the same array
 * @param scores `[score][draw]`, standard normals
 * @param random shuffles the draws for `chance`
 */
export function informationValue(
  payoffs: readonly Float64Array[],
  scores: readonly Float64Array[],
  random: RandomBits,
): InformationValue {
  const { draws, gains, columns, whole, wholeSums, earned } = regress(payoffs, scores);
  const { mean, se } = meanOf(earned);
  const solveWhole = createSolver(whole, columns.length);
  const plugIn = fittedGain(columns, wholeSums.map(solveWhole), draws);
  const shuffled = new Float64Array(draws);
  let chance = 0;
  for (let round = 0; round < PERMUTATIONS; round++) {
    const order = shuffledOrder(draws, random);
    const fits = gains.map((gain) => {
      for (let d = 0; d < draws; d++) shuffled[d] = gain[order[d]];
      return solveWhole(moments(columns, shuffled, 0, draws));
    });
    chance += fittedGain(columns, fits, draws) / PERMUTATIONS;
  }
  return { ...interval(mean, se), plugIn, chance };
}

/** The value of `informationValue` alone, with its standard error: less than half of the work. */
export function valueOfChoosing(payoffs: readonly Float64Array[], scores: readonly Float64Array[]): Estimate {
  const { mean, se } = meanOf(regress(payoffs, scores).earned);
  return interval(mean, se);
}

/** Payoffs regressed on scores, and what a rule learnt on three quarters of the draws earned on the other one. */
function regress(payoffs: readonly Float64Array[], scores: readonly Float64Array[]) {
  const draws = payoffs[0]?.length ?? 0;
  const gains = gainsOverBest(payoffs);
  const columns = scoreBasis(scores);
  const size = columns.length;
  const border = (fold: number): number => Math.floor((draws * fold) / FOLDS);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const [from, to] = [border(fold), border(fold + 1)];
    return {
      from,
      to,
      gram: gramMatrix(columns, from, to),
      sums: gains.map((gain) => moments(columns, gain, from, to)),
    };
  });

  const whole = folds.reduce<Float64Array>((sum, { gram }) => added(sum, gram, 1), new Float64Array(size * size));
  const wholeSums = gains.map((_, k) =>
    folds.reduce<Float64Array>((sum, fold) => added(sum, fold.sums[k], 1), new Float64Array(size)),
  );
  const earned = new Float64Array(draws);
  for (const { from, to, gram, sums } of folds) {
    const solve = createSolver(added(whole.slice(), gram, -1), size);
    const fits = gains.map((_, k) => solve(added(wholeSums[k].slice(), sums[k], -1)));
    const { choice } = chooseBest(columns, fits, from, to);
    for (let d = from; d < to; d++) earned[d] = choice[d - from] < 0 ? 0 : gains[choice[d - from]][d];
  }
  return { draws, gains, columns, whole, wholeSums, earned };
}

/** Expected value of knowing everything: the best decision draw by draw. Nothing is fitted, so nothing is biased but the maximum of means. */
export function perfectInformationValue(payoffs: readonly Float64Array[]): Estimate {
  const gains = gainsOverBest(payoffs);
  const best = (payoffs[0] ?? new Float64Array(0)).map((_, d) => Math.max(0, ...gains.map((gain) => gain[d])));
  const { mean, se } = meanOf(best);
  return interval(mean, se);
}

/** Index of the decision with the largest mean. */
export function bestDecision(payoffs: readonly Float64Array[]): number {
  const means = payoffs.map((values) => meanOf(values).mean);
  return means.indexOf(Math.max(...means));
}

/** Questions are asked one after another of the same payoffs. */
const gainsKnown = new WeakMap<readonly Float64Array[], readonly Float64Array[]>();

/** Every other decision's payoff less the best one's, draw by draw. */
function gainsOverBest(payoffs: readonly Float64Array[]): readonly Float64Array[] {
  const known = gainsKnown.get(payoffs);
  if (known !== undefined) return known;
  const best = bestDecision(payoffs);
  const gains = payoffs
    .filter((_, decision) => decision !== best)
    .map((values) => values.map((value, d) => value - payoffs[best][d]));
  gainsKnown.set(payoffs, gains);
  return gains;
}

/** Each draw's decision by the fits (−1: the best one without information) and its fitted gain, of draws `from` to `to`. */
function chooseBest(
  columns: readonly Float64Array[],
  fits: readonly Float64Array[],
  from: number,
  to: number,
): { readonly choice: Int32Array; readonly best: Float64Array } {
  const best = new Float64Array(to - from);
  const choice = new Int32Array(to - from).fill(-1);
  const fitted = new Float64Array(to - from);
  fits.forEach((coefficients, k) => {
    predict(columns, coefficients, from, to, fitted);
    for (let d = 0; d < fitted.length; d++) {
      if (fitted[d] > best[d]) {
        best[d] = fitted[d];
        choice[d] = k;
      }
    }
  });
  return { choice, best };
}

function fittedGain(columns: readonly Float64Array[], fits: readonly Float64Array[], draws: number): number {
  const { best } = chooseBest(columns, fits, 0, draws);
  let sum = 0;
  for (let d = 0; d < draws; d++) sum += best[d];
  return sum / draws;
}

function shuffledOrder(count: number, random: RandomBits): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor((random() / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function added(sum: Float64Array, other: Float64Array, sign: 1 | -1): Float64Array {
  for (let i = 0; i < sum.length; i++) sum[i] += sign * other[i];
  return sum;
}

function meanOf(values: Float64Array): { readonly mean: number; readonly se: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + square(value - mean), 0);
  return { mean, se: n > 1 ? Math.sqrt(squares / (n - 1) / n) : Number.NaN };
}

/** Information is never worth less than nothing; the estimate may be, and is reported as it is. */
function interval(value: number, se: number): Estimate {
  return { value, se, low: Math.max(0, value - NORMAL_95 * se), high: Math.max(0, value + NORMAL_95 * se) };
}
