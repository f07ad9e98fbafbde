import { applyNormalMap, type NormalMap } from '../distributions/normal-map.js';
import type { Block, SamplingPlan } from '../sampling/types.js';
import { layoutOf, rowAt } from './layout.js';
import { prepareBlock } from './prepare.js';
import { restOf } from './prepared.js';
import type { Program } from './program.js';
import { rateNoise } from './sample-block.js';
import { createSampledBlocks } from './sampled-blocks.js';

/** An input that is drawn otherwise than the program says: another value of the same score. */
export interface ChangedInput {
  /** Among the program's inputs. */
  readonly index: number;
  readonly map: NormalMap;
}

/** A run's draws, some inputs of which may be changed. */
export interface ChangedSamples {
  /** Fills the sampled rows of a block's memory; changes are of inputs that may be changed. */
  load(block: Block, changes: readonly ChangedInput[], data: Float64Array): void;
}

/** Leaves an input's score as it is. */
const SCORE: NormalMap = {
  kind: 'linear',
  mean: 0,
  sd: 1,
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
};

/**
 * Draws a block once for all variants: the inputs that may be changed as scores, which each variant maps in its own way.
 * Everything that follows from inputs is computed anew.
 *
 * @param changeable inputs, by their indices
 */
export function createChangedSamples(
  program: Program,
  sampling: SamplingPlan,
  changeable: readonly number[],
): ChangedSamples {
  const inputs = program.inputs.map((input, index) => (changeable.includes(index) ? { ...input, map: SCORE } : input));
  const scores = createSampledBlocks({ ...program, inputs }, sampling);
  const layout = layoutOf(program);
  const movesNoise = restOf(program).rateNoise.some(({ first }) =>
    changeable.some((index) => index >= first && index < first + program.periods),
  );
  return {
    load(block, changes, data) {
      scores.load(block, data);
      for (const index of changeable) {
        const map = changes.find((change) => change.index === index)?.map ?? program.inputs[index].map;
        const at = rowAt(layout.inputs, index);
        applyNormalMap(map, data, at, data, at, block.lanes);
      }
      if (movesNoise) rateNoise(program, layout, data, block.lanes);
      prepareBlock(program, layout, data, block.lanes);
    },
  };
}
