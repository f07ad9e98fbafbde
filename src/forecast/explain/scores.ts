import { applyNormalMap } from '../../distributions/normal-map.js';
import type { Program } from '../../model/program.js';
import { autoregress } from '../../sampling/ar1.js';
import { blocksOf, LANES } from '../../sampling/blocks.js';
import { createNormalFiller } from '../../sampling/normals.js';
import type { SamplingPlan } from '../../sampling/types.js';

/** A standard normal that is a sum of sources: an input's normal score, or a platform's average price noise. */
export interface Score {
  readonly name: string;
  /** Squares of the weights sum to 1. */
  readonly terms: readonly { readonly source: number; readonly weight: number }[];
  /** The input's value at a score. */
  readonly valueAt: (score: number) => number;
}

/** The scores of all uncertain inputs, in the program's order, then each platform's price noise over the horizon. */
export function inputScores(program: Program): Score[] {
  const inputs = program.inputs
    .filter(({ terms }) => terms.length > 0)
    .map(({ name, map, terms }) => ({
      name,
      terms,
      valueAt: (score: number): number => {
        const value = new Float64Array(1);
        applyNormalMap(map, Float64Array.of(score), 0, value, 0, 1);
        return value[0]!;
      },
    }));
  const noise = program.noise.flatMap((_, platform) => noiseScore(program, platform));
  return [...inputs, ...noise];
}

/** The mean of a platform's log price noise over the periods, a weighted sum of its innovations. */
function noiseScore(program: Program, platform: number): Score[] {
  const { sd, rho, source } = program.noise[platform]!;
  if (source < 0) return [];
  const { periods } = program;
  // Lane k carries a unit innovation in period k, so the series are the innovations' effects.
  const effects = new Float64Array(periods * periods);
  for (let t = 0; t < periods; t++) effects[t * periods + t] = 1;
  autoregress(effects, 0, periods, periods, periods, sd, rho);
  const weights = new Float64Array(periods);
  effects.forEach((effect, at) => {
    weights[at % periods]! += effect / periods;
  });
  const spread = Math.hypot(...weights);
  return [
    {
      name: `noise.cpm.${program.platforms[platform]!}`,
      terms: Array.from(weights, (weight, t) => ({ source: source + t, weight: weight / spread })),
      valueAt: (score) => Math.exp(score * spread),
    },
  ];
}

/** Every source's standard normals, `[source][draw]`: the very ones that the plan's draws are made of. */
export function sourceNormals(program: Program, plan: SamplingPlan): Float64Array[] {
  const fill = createNormalFiller(program.sources, plan);
  const block = new Float64Array(program.sources.length * LANES);
  const normals: Float64Array[] = program.sources.map(() => new Float64Array(plan.draws));
  for (const next of blocksOf(plan)) {
    fill(next, block);
    normals.forEach((values, source) => {
      values.set(block.subarray(source * LANES, source * LANES + next.lanes), next.start);
    });
  }
  return normals;
}

/** A score in every draw. */
export function scoreDraws(
  { terms }: Pick<Score, 'terms'>,
  normals: readonly Float64Array[],
  draws: number,
): Float64Array {
  const out = new Float64Array(draws);
  for (const { source, weight } of terms) {
    const values = normals[source]!;
    for (let d = 0; d < draws; d++) out[d]! += weight * values[d]!;
  }
  return out;
}
