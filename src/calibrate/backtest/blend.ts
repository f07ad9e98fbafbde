import { sortedQuantile } from '../../numerics/sorted-quantile.js';
import type { SeriesDay } from './baselines.js';
import { COMPANIONS, companionLogs } from './companions.js';
import { pinball } from './scores.js';

/** Shares of the model, and of its companions in the order of `COMPANIONS`, in a forecast; they add up to one. */
export type BlendWeights = readonly number[];

export const MODEL_ALONE: BlendWeights = [1, ...COMPANIONS.map(() => 0)];

/** A day of the past as it would have been forecast, for learning weights on. */
export interface CheckDay {
  /** ln(outcome + ½) at `LEVELS`: of the model, and of each companion. */
  readonly quantiles: readonly Float64Array[];
  /** ln(outcome + ½) that came. */
  readonly actual: number;
}

const POINTS = 40;
const LEVELS = Float64Array.from({ length: POINTS }, (_, k) => (k + 0.5) / POINTS);
/** Weights are looked for in steps of a tenth. */
const STEPS = 10;
/** Past forecasts overlap by half: two days say as much as one. */
const DAYS_PER_NEW_ONE = 2;
/** Belief in the model before any day has come: ln odds of it alone against companions alone. */
const BELIEF = 1;

/** The companions' forecasts of a series, by companion and day: ln(outcome + ½), ascending. */
export function companionsOf(
  past: readonly SeriesDay[],
  future: readonly { readonly day: number; readonly spend: number }[],
): readonly (readonly Float64Array[])[] {
  return COMPANIONS.map((companion) => companionLogs(companion, past, future));
}

/** @param draws of the model, ascending @param companions ascending logs, one array a companion */
export function checkDay(draws: Float64Array, companions: readonly Float64Array[], actual: number): CheckDay {
  const model = Float64Array.from(LEVELS, (p) => Math.log(sortedQuantile(draws, p) + 0.5));
  return {
    quantiles: [model, ...companions.map((logs) => Float64Array.from(LEVELS, (p) => sortedQuantile(logs, p)))],
    actual: Math.log(actual + 0.5),
  };
}

/**
 * Weights by what they would have cost on past days: each set of weights counts by the likelihood of its losses (mean
 * pinball over the levels, on the log scale, taken as Laplace errors of unknown width: loss^−n) times a belief in the model,
 * and the mean over all sets is what the forecast uses. The mean of many good weights errs by less than the best one
 * (Bayesian model averaging; J. Hoeting et al., Statistical Science 14, 1999).
 *
 * @returns `MODEL_ALONE` where no day has a forecast of every companion
 */
export function blendWeights(days: readonly CheckDay[]): BlendWeights {
  const usable = days.filter(({ quantiles }) => quantiles.every(([first]) => !Number.isNaN(first)));
  if (usable.length === 0) return MODEL_ALONE;
  const sets = weightSets().map((weights) => {
    const loss = usable.reduce((sum, day) => sum + lossOf(day, weights), 0);
    const likelihood = -(usable.length / DAYS_PER_NEW_ONE) * Math.log(Math.max(loss, Number.MIN_VALUE));
    return { weights, score: likelihood + BELIEF * weights[0]! };
  });
  const top = Math.max(...sets.map(({ score }) => score));
  const mean = new Float64Array(MODEL_ALONE.length);
  let total = 0;
  for (const { weights, score } of sets) {
    const probability = Math.exp(score - top);
    total += probability;
    weights.forEach((weight, k) => {
      mean[k]! += probability * weight;
    });
  }
  return Array.from(mean, (weight) => weight / total);
}

function weightSets(): BlendWeights[] {
  const sets: BlendWeights[] = [];
  for (let rate = 0; rate <= STEPS; rate++) {
    for (let volume = 0; rate + volume <= STEPS; volume++) {
      sets.push([(STEPS - rate - volume) / STEPS, rate / STEPS, volume / STEPS]);
    }
  }
  return sets;
}

function lossOf({ quantiles, actual }: CheckDay, weights: BlendWeights): number {
  let sum = 0;
  for (let k = 0; k < POINTS; k++) {
    let quantile = 0;
    for (let m = 0; m < weights.length; m++) quantile += weights[m]! * quantiles[m]![k]!;
    sum += pinball(quantile, LEVELS[k]!, actual);
  }
  return sum / POINTS;
}

/**
 * Averages the quantiles of the model and its companions on the log scale, which keeps a forecast as sharp as its parts (K.
 * Lichtendahl et al., "Is it better to average probabilities or quantiles?", Management Science 59, 2013), and makes of
 * "rate" and "volume" together an answer to spend between proportional and none. The draws stay in their order.
 *
 * @param draws of the model, in any order @param companions ascending logs of the same day
 */
export function blended(draws: Float64Array, companions: readonly Float64Array[], weights: BlendWeights): Float64Array {
  if (weights[0] === 1 || companions.some(({ length }) => length === 0)) return draws;
  const order = Float64Array.from(draws.keys()).sort((a, b) => draws[a]! - draws[b]!);
  const out = new Float64Array(draws.length);
  order.forEach((i, rank) => {
    const p = (rank + 0.5) / draws.length;
    let log = weights[0]! * Math.log(draws[i]! + 0.5);
    companions.forEach((logs, c) => {
      log += weights[c + 1]! * sortedQuantile(logs, p);
    });
    out[i] = Math.max(0, Math.exp(log) - 0.5);
  });
  return out;
}
