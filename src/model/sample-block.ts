import { exp } from '../distributions/elementary.js';
import { applyNormalMap } from '../distributions/normal-map.js';
import { autoregress } from '../sampling/ar1.js';
import { createNormalFiller } from '../sampling/normals.js';
import type { Block, SamplingPlan } from '../sampling/types.js';
import { LANES, type Layout, rowAt, STRIDE } from './layout.js';
import { createLearnedScores } from './learned-scores.js';
import { prepareBlock } from './prepare.js';
import { restOf } from './prepared.js';
import type { Program } from './program.js';

/** Fills a block's sampled rows: inputs, noise and what follows from them. */
export interface BlockSampler {
  sample(block: Block, data: Float64Array): void;
}

/** Section 2 of the model: correlated normals through each input's quantile function, and noise. */
export function createBlockSampler(program: Program, layout: Layout, plan: SamplingPlan): BlockSampler {
  const fill = createNormalFiller(program.sources, plan);
  const normals = new Float64Array(program.sources.length * LANES);
  const learn = createLearnedScores(program, LANES);
  const map = createScoreMapper(program, layout);
  return {
    sample(block, data) {
      fill(block, normals);
      learn?.(normals, block.lanes);
      map(normals, data, block.lanes);
    },
  };
}

/** Fills a block's sampled rows from its normals, `[source * LANES + lane]`; those of price noise are used up on the way. */
export function createScoreMapper(
  program: Program,
  layout: Layout,
): (normals: Float64Array, data: Float64Array, lanes: number) => void {
  const scores = new Float64Array(LANES);
  return (normals, data, lanes) => {
    program.inputs.forEach(({ map, terms }, row) => {
      scores.fill(0);
      for (const { source, weight } of terms) {
        const from = source * LANES;
        for (let d = 0; d < lanes; d++) scores[d] = scores[d] + weight * normals[from + d];
      }
      applyNormalMap(map, scores, 0, data, rowAt(layout.inputs, row), lanes);
    });
    priceNoise(program, layout, normals, data, lanes);
    rateNoise(program, layout, data, lanes);
    prepareBlock(program, layout, data, lanes);
  };
}

/** `exp(n_{p,t} − σ²/2)` with n a stationary AR(1); 1 where the noise is switched off. */
function priceNoise(program: Program, layout: Layout, normals: Float64Array, data: Float64Array, lanes: number): void {
  const { periods } = program;
  program.noise.forEach(({ sd, rho, source }, platform) => {
    const to = rowAt(layout.noise, platform * periods);
    if (source < 0) {
      data.fill(1, to, to + periods * STRIDE);
      return;
    }
    const from = source * LANES;
    autoregress(normals, from, periods, LANES, lanes, sd, rho);
    const half = (sd * sd) / 2;
    for (let t = 0; t < periods; t++) {
      for (let d = 0; d < lanes; d++) data[to + t * STRIDE + d] = exp(normals[from + t * LANES + d] - half);
    }
  });
}

/** Section 18: the same of rates, from their rows of scores. */
export function rateNoise(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const T = program.periods;
  restOf(program).rateNoise.forEach(({ sd, rho, first }, process) => {
    const to = rowAt(layout.rateNoise, process * T);
    for (let t = 0; t < T; t++) {
      const from = rowAt(layout.inputs, first + t);
      data.copyWithin(to + t * STRIDE, from, from + lanes);
    }
    autoregress(data, to, T, STRIDE, lanes, sd, rho);
    const half = (sd * sd) / 2;
    for (let t = 0; t < T; t++) {
      for (let at = to + t * STRIDE; at < to + t * STRIDE + lanes; at++) data[at] = exp(data[at] - half);
    }
  });
}
