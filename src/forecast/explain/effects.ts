import type { Program } from '../../model/program.js';
import { conditionalMeans, conditionalMeansByChange, linearSlopes } from '../../sensitivity/conditional-mean.js';
import type { SourceGroup } from './groups.js';
import { groupScore, inputDraws, inputScores, P10_SCORE, scoreDraws, type Terms } from './scores.js';
import type { GroupEnds, MeanEstimate } from './types.js';

/** A KPI's mean with a score at its p10 and at its p90. */
interface Effect {
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
  const finite = pick(values, defined);
  if (finite.length < LEAST_DRAWS || finite.every((value) => value === finite[0])) return null;
  const sources = normals.map((source) => pick(source, defined));
  const slopes = linearSlopes(sources, finite);
  const rest = finite.slice();
  sources.forEach((source, k) => {
    const slope = slopes[k];
    for (let d = 0; d < rest.length; d++) rest[d] -= slope * source[d];
  });
  return (score) => {
    const step = score.reduce((sum, { source, weight }) => sum + weight * slopes[source], 0);
    const [low, high] = conditionalMeans(scoreDraws(score, sources), rest, ENDS);
    return {
      low: { mean: low.mean + step * P10_SCORE, se: low.se },
      high: { mean: high.mean - step * P10_SCORE, se: high.se },
    };
  };
}

const ENDS = [P10_SCORE, -P10_SCORE] as const;

/** Follows a KPI along a score that is no sum of sources: a column of posterior draws. */
export function columnEffect(score: Float64Array, values: Float64Array): Effect {
  const defined = definedDraws([values]);
  const [low, high] = conditionalMeans(pick(score, defined), pick(values, defined), ENDS);
  return { low: low, high: high };
}

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
  const changes = on(changed).map((value, d) => value - base[d]);
  // The difference of two independent standard normals has variance 2.
  const slopes = from.map(
    (source, k) => changes.reduce((sum, change, d) => sum + change * (to[k][d] - source[d]), 0) / (2 * count),
  );
  const mean = base.reduce((sum, value) => sum + value, 0) / count;
  if (group.subject.kind === 'draws') return rowsEffect(program, group, from[0], to[0], changes, mean);
  const { score, ends } = groupScore(program, group, slopes);
  const own = score.map(({ source, weight }) => ({ source: group.sources.indexOf(source), weight }));
  const [low, high] = conditionalMeansByChange(scoreDraws(own, from), scoreDraws(own, to), changes, mean, ENDS);
  return { ends, low: low, high: high };
}

/**
 * Follows a KPI along rows of posterior draws: their order says nothing, so along the sum of their columns' scores that the
 * KPI moves with most.
 */
function rowsEffect(
  program: Program,
  group: SourceGroup,
  before: Float64Array,
  after: Float64Array,
  changes: Float64Array,
  mean: number,
): Effect & { readonly ends: GroupEnds } {
  const columns = inputScores(program).filter(({ name }) => group.inputs.includes(name));
  const count = changes.length;
  const [from, to] = [new Float64Array(count), new Float64Array(count)];
  for (const { rows } of columns) {
    if (rows === undefined) continue;
    const [one, other] = [before, after].map((normals) => inputDraws({ ...columns[0], terms: ONE, rows }, [normals]));
    let slope = 0;
    for (let d = 0; d < count; d++) slope += (changes[d] * (other[d] - one[d])) / (2 * count);
    for (let d = 0; d < count; d++) {
      from[d] += slope * one[d];
      to[d] += slope * other[d];
    }
  }
  const size = Math.sqrt(from.reduce((sum, value) => sum + value * value, 0) / count);
  // The KPI moves with none of them: of a line without money, say.
  if (size === 0) return { ends: { kind: 'luck' }, low: { mean, se: 0 }, high: { mean, se: 0 } };
  const scaled = (series: Float64Array): Float64Array => series.map((value) => value / size);
  const [low, high] = conditionalMeansByChange(scaled(from), scaled(to), changes, mean, ENDS);
  return { ends: { kind: 'luck' }, low: low, high: high };
}

const ONE = [{ source: 0, weight: 1 }] as const;

/** Draws in which every series has a value. */
export function definedDraws(series: readonly Float64Array[]): Uint32Array {
  const finite: number[] = [];
  const draws = series[0]?.length ?? 0;
  for (let d = 0; d < draws; d++) if (series.every((values) => Number.isFinite(values[d]))) finite.push(d);
  return Uint32Array.from(finite);
}

export function pick(values: Float64Array, draws: Uint32Array): Float64Array {
  return draws.length === values.length ? values : Float64Array.from(draws, (d) => values[d]);
}
