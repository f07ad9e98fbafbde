import type { Program } from '../../model/program.js';
import { conditionalMeans, conditionalMeansByChange, linearSlopes } from '../../sensitivity/conditional-mean.js';
import type { SourceGroup } from './groups.js';
import { groupScore, P10_SCORE, scoreDraws, type Terms } from './scores.js';
import type { GroupEnds, MeanEstimate } from './types.js';

/** A KPI's mean with a score at its p10 and at its p90. */
export interface Effect {
  readonly low: MeanEstimate;
  readonly high: MeanEstimate;
}

/** With fewer draws that have a value, or the same value in all of them, there is nothing to follow. */
export const LEAST_DRAWS = 256;

/**
 * Follows a KPI along scores. What moves in step with the sources is known exactly at any score; only the rest is
 * regressed on it, which takes most of the noise away.
 *
 * @param normals `[source][draw]`
 * @param values `[draw]`, NaN where the KPI has no value
 */
export function scoreEffects(
  normals: readonly Float64Array[],
  values: Float64Array,
): ((score: Terms) => Effect) | null {
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
  return (score) => {
    const step = score.reduce((sum, { source, weight }) => sum + weight * slopes[source]!, 0);
    const [low, high] = conditionalMeans(scoreDraws(score, sources), rest, ENDS);
    return {
      low: { mean: low!.mean + step * P10_SCORE, se: low!.se },
      high: { mean: high!.mean - step * P10_SCORE, se: high!.se },
    };
  };
}

const ENDS = [P10_SCORE, -P10_SCORE] as const;

/**
 * Follows a KPI along a group of sources by what changes when they alone are drawn anew.
 *
 * @param before `[source of the group][draw]`
 * @param after the same, drawn anew
 * @param values the KPI before, `[draw]`
 * @param changed the KPI with the group drawn anew, `[draw]`
 */
export function groupEffect(
  program: Program,
  group: SourceGroup,
  before: readonly Float64Array[],
  after: readonly Float64Array[],
  values: Float64Array,
  changed: Float64Array,
): Effect & { readonly ends: GroupEnds } {
  const defined = definedDraws([values, changed]);
  const count = defined.length;
  const on = (series: Float64Array): Float64Array => pick(series, defined);
  const [from, to] = [before.map(on), after.map(on)];
  const base = on(values);
  const changes = on(changed).map((value, d) => value - base[d]!);
  // The difference of two independent standard normals has variance 2.
  const slopes = from.map(
    (source, k) => changes.reduce((sum, change, d) => sum + change * (to[k]![d]! - source[d]!), 0) / (2 * count),
  );
  const mean = base.reduce((sum, value) => sum + value, 0) / count;
  const { score, ends } = groupScore(program, group, slopes);
  const own = score.map(({ source, weight }) => ({ source: group.sources.indexOf(source), weight }));
  const [low, high] = conditionalMeansByChange(scoreDraws(own, from), scoreDraws(own, to), changes, mean, ENDS);
  return { ends, low: low!, high: high! };
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
