import { exp, hypotenuse } from '../../distributions/elementary.js';
import { normalQuantile } from '../../distributions/normal.js';
import { applyNormalMap, type NormalMap } from '../../distributions/normal-map.js';
import type { Program } from '../../model/program.js';
import { required } from '../../required.js';
import { autoregress } from '../../sampling/ar1.js';
import { blocksOf, LANES } from '../../sampling/blocks.js';
import { createNormalFiller } from '../../sampling/normals.js';
import type { NormalSource, SamplingPlan } from '../../sampling/types.js';
import type { SourceGroup } from './groups.js';
import type { GroupEnds } from './types.js';

/** The score below which a tenth of the draws lie. */
export const P10_SCORE = -1.2815515655446004;

/** A standard normal as a sum of sources; squares of the weights sum to 1. */
export type Terms = readonly { readonly source: number; readonly weight: number }[];

/** An input's normal score, or a platform's average price noise. */
export interface Score {
  readonly name: string;
  readonly terms: Terms;
  /** The input's value at a score. */
  readonly valueAt: (score: number) => number;
  /** Of a column of posterior draws: the normal score of each row's value among the column's. */
  readonly rows?: Float64Array;
}

/** The scores of all uncertain inputs, in the program's order, then each platform's price noise over the horizon. */
export function inputScores(program: Program): Score[] {
  const inputs = program.inputs
    .filter(({ terms }) => terms.length > 0)
    .map(({ name, map, terms }): Score => {
      if (map.kind !== 'rows') return { name, terms, valueAt: (score) => valueAt(map, score) };
      // Rows stand in any order: what is low and high in a column is a matter of its values.
      const sorted = map.values.slice().sort();
      const inOrder: NormalMap = { kind: 'rows', values: sorted };
      return { name, terms, valueAt: (score) => valueAt(inOrder, score), rows: rankScores(map.values) };
    });
  const noise = program.noise.flatMap((_, platform) => noiseScore(program, platform));
  return [...inputs, ...noise];
}

/** Normal scores of the values' ranks; equal values share the middle of theirs. */
function rankScores(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  sorted.forEach((value, rank) => {
    if (!first.has(value)) first.set(value, rank);
    last.set(value, rank);
  });
  return values.map((value) =>
    normalQuantile(((required(first.get(value)) + required(last.get(value))) / 2 + 0.5) / values.length),
  );
}

/** An input's score in every draw, a column's by its values. */
export function inputDraws({ terms, rows }: Score, normals: readonly Float64Array[]): Float64Array {
  const draws = scoreDraws(terms, normals);
  if (rows !== undefined) applyNormalMap({ kind: 'rows', values: rows }, draws, 0, draws, 0, draws.length);
  return draws;
}

/** The mean of a platform's log price noise over the periods, a weighted sum of its innovations. */
function noiseScore(program: Program, platform: number): Score[] {
  const { sd, rho, source } = program.noise[platform];
  if (source < 0) return [];
  const { periods } = program;
  // Lane k carries a unit innovation in period k, so the series are the innovations' effects.
  const effects = new Float64Array(periods * periods);
  for (let t = 0; t < periods; t++) effects[t * periods + t] = 1;
  autoregress(effects, 0, periods, periods, periods, sd, rho);
  const weights = new Float64Array(periods);
  effects.forEach((effect, at) => {
    weights[at % periods] += effect / periods;
  });
  const spread = hypotenuse(...weights);
  return [
    {
      name: `noise.cpm.${program.platforms[platform]}`,
      terms: Array.from(weights, (weight, t) => ({ source: source + t, weight: weight / spread })),
      valueAt: (score) => exp(score * spread),
    },
  ];
}

/** The sources' standard normals, `[source][draw]`: the very ones that the plan's draws are made of. */
export function sourceNormals(sources: readonly NormalSource[], plan: SamplingPlan): Float64Array[] {
  const fill = createNormalFiller(sources, plan);
  const block = new Float64Array(sources.length * LANES);
  const normals: Float64Array[] = sources.map(() => new Float64Array(plan.draws));
  for (const next of blocksOf(plan)) {
    fill(next, block);
    normals.forEach((values, source) => {
      values.set(block.subarray(source * LANES, source * LANES + next.lanes), next.start);
    });
  }
  return normals;
}

/** A score in every draw. */
export function scoreDraws(terms: Terms, normals: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(normals[0]?.length ?? 0);
  for (const { source, weight } of terms) {
    const values = normals[source];
    for (let d = 0; d < out.length; d++) out[d] += weight * values[d];
  }
  return out;
}

/**
 * The direction in which a group goes from p10 to p90, and where that takes its inputs: along its share of them where that
 * is one and the same, else along the KPI's slopes.
 *
 * @param slopes of the KPI along each of the group's sources
 */
export function groupScore(
  program: Program,
  { subject, sources, inputs }: SourceGroup,
  slopes: readonly number[],
): { readonly score: Terms; readonly ends: GroupEnds } {
  const { kind } = subject;
  if (kind === 'input' || kind === 'market' || kind === 'platform' || kind === 'line') {
    const shares = inputs.map((name) => {
      const { terms, map } = required(program.inputs.find((input) => input.name === name));
      const own = terms.filter(({ source, weight }) => weight !== 0 && sources.includes(source));
      return { own, map, size: hypotenuse(...own.map(({ weight }) => weight)) };
    });
    const { own, size, map } = shares[0];
    const score = own.map(({ source, weight }) => ({ source, weight: weight / size }));
    const [p10, p90] = [P10_SCORE, -P10_SCORE];
    if (kind === 'input') return { score, ends: { kind: 'value', p10: valueAt(map, p10), p90: valueAt(map, p90) } };
    const change = (at: number): number =>
      shares.reduce((sum, share) => sum + valueAt(share.map, share.size * at) / valueAt(share.map, 0) - 1, 0) /
      shares.length;
    const changes = { p10: change(p10), p90: change(p90) };
    const known = Number.isFinite(changes.p10) && Number.isFinite(changes.p90);
    return { score, ends: known ? { kind: 'change', ...changes } : { kind: 'luck' } };
  }
  const size = hypotenuse(...slopes);
  const even = 1 / Math.sqrt(sources.length);
  const score = sources.map((source, k) => ({ source, weight: size > 0 ? slopes[k] / size : even }));
  return { score, ends: { kind: 'luck' } };
}

function valueAt(map: NormalMap, score: number): number {
  const value = new Float64Array(1);
  applyNormalMap(map, Float64Array.of(score), 0, value, 0, 1);
  return value[0];
}
