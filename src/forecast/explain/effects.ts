import { conditionalMeans, linearSlopes } from '../../sensitivity/conditional-mean.js';
import { P10_SCORE, scoreDraws, type Terms } from './scores.js';
import type { MeanEstimate } from './types.js';

/** A KPI's mean with a score at its p10 and at its p90. */
export interface ScoreEffects {
  /** By how much the KPI moves with a standard deviation of each source. */
  readonly slopes: Float64Array;
  at(score: Terms): { readonly low: MeanEstimate; readonly high: MeanEstimate };
}

/** With fewer draws that have a value, or the same value in all of them, there is nothing to follow. */
const LEAST_DRAWS = 256;

/**
 * Follows a KPI along scores. What moves in step with the sources is known exactly at any score; only the rest is
 * regressed on it, which takes most of the noise away.
 *
 * @param normals `[source][draw]`
 * @param values `[draw]`, NaN where the KPI has no value
 */
export function scoreEffects(normals: readonly Float64Array[], values: Float64Array): ScoreEffects | null {
  const defined = definedDraws([values]);
  const kept = pick(values, defined);
  if (kept.length < LEAST_DRAWS || kept.every((value) => value === kept[0])) return null;
  const sources = normals.map((source) => pick(source, defined));
  const slopes = linearSlopes(sources, kept);
  const rest = kept.slice();
  sources.forEach((source, k) => {
    const slope = slopes[k]!;
    for (let d = 0; d < rest.length; d++) rest[d]! -= slope * source[d]!;
  });
  return {
    slopes,
    at(score) {
      const step = score.reduce((sum, { source, weight }) => sum + weight * slopes[source]!, 0);
      const [low, high] = conditionalMeans(scoreDraws(score, sources), rest, [P10_SCORE, -P10_SCORE]);
      return {
        low: { mean: low!.mean + step * P10_SCORE, se: low!.se },
        high: { mean: high!.mean - step * P10_SCORE, se: high!.se },
      };
    },
  };
}

/** Draws in which every series has a value. */
export function definedDraws(series: readonly Float64Array[]): Uint32Array {
  const kept: number[] = [];
  const draws = series[0]?.length ?? 0;
  for (let d = 0; d < draws; d++) if (series.every((values) => Number.isFinite(values[d]))) kept.push(d);
  return Uint32Array.from(kept);
}

export function pick(values: Float64Array, draws: Uint32Array): Float64Array {
  return draws.length === values.length ? values : Float64Array.from(draws, (d) => values[d]!);
}
