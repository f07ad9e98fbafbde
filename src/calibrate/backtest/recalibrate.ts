import { sortedQuantile } from '../../numerics/sorted-quantile.js';
import { randomStream } from '../fit/random.js';
import type { Scored } from './rolling.js';
import { scoreDay } from './scores.js';

/** Days' worth of belief that bands are right before any day has come: a scale is only taken from what outweighs it. */
const BELIEF_DAYS = 28;

/**
 * By how much bands should be widened (above 1) or drawn in: the root mean square of what came as normal scores of its
 * forecasts (`normalScoreOf`), which is 1 where bands are right, with `BELIEF_DAYS` of 1 added so that a few days change
 * little.
 */
export function bandScale(scores: readonly number[]): number {
  const sum = scores.reduce((total, z) => total + z * z, 0);
  return Math.sqrt((sum + BELIEF_DAYS) / (scores.length + BELIEF_DAYS));
}

/** Draws spread about their median by a factor on the log scale (amounts stay amounts); ascending as they were. */
export function spreadDraws(sorted: Float64Array, scale: number): Float64Array {
  const median = sortedQuantile(sorted, 0.5);
  // Half a count keeps zeros on the log scale, as in the baselines.
  return sorted.map((x) => Math.max(0, (median + 0.5) * ((x + 0.5) / (median + 0.5)) ** scale - 0.5));
}

/**
 * The forecasts again, each spread by the scale of what had come before its origin: only days that were over by then, of
 * forecasts made before. So it is tested out of sample; the first origins, with nothing before them, stay as they are.
 */
export function recalibrated(scored: readonly Scored[], seed: string): Scored[] {
  const own = scored.filter(({ draws }) => draws !== null);
  return own.map((one) => {
    const before = own.filter(
      (other) =>
        other.series === one.series &&
        other.outcome === one.outcome &&
        other.origin < one.origin &&
        other.day <= one.origin,
    );
    const scale = bandScale(before.map(({ score }) => score.z));
    const draws = spreadDraws(one.draws!, scale);
    const ties = randomStream(seed, `ties again ${one.series} ${one.outcome} ${one.origin} ${one.day}`);
    const score = scoreDay(draws, one.score.actual, ties.uniform());
    return { ...one, forecaster: 'huni, recalibrated', score, draws };
  });
}
