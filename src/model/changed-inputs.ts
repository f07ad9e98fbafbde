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
  /** The changeable inputs of each block as the program has them, by the block's first draw: of most variants all but one. */
  const own = new Map<number, Float64Array>();
  const ownOf = (block: Block, data: Float64Array): Float64Array => {
    const known = own.get(block.start);
    if (known !== undefined) return known;
    const rows = new Float64Array(changeable.length * block.lanes);
    changeable.forEach((index, k) => {
      applyNormalMap(program.inputs[index].map, data, rowAt(layout.inputs, index), rows, k * block.lanes, block.lanes);
    });
    own.set(block.start, rows);
    return rows;
  };
  return {
    load(block, changes, data) {
      const { lanes } = block;
      scores.load(block, data);
      const rows = ownOf(block, data);
      changeable.forEach((index, k) => {
        const at = rowAt(layout.inputs, index);
        const change = changes.find((of) => of.index === index);
        if (change === undefined) data.set(rows.subarray(k * lanes, (k + 1) * lanes), at);
        else applyNormalMap(change.map, data, at, data, at, lanes);
      });
      if (movesNoise) rateNoise(program, layout, data, block.lanes);
      prepareBlock(program, layout, data, block.lanes);
    },
  };
}
