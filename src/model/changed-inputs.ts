import { applyNormalMap, type NormalMap } from '../distributions/normal-map.js';
import type { Block, SamplingPlan } from '../sampling/types.js';
import { layoutOf, rowAt } from './layout.js';
import { prepareBlock } from './prepare.js';
import type { Program } from './program.js';
import { samplerOf } from './sampled-blocks.js';

/** An input that is drawn otherwise than the program says: another value of the same score. */
export interface ChangedInput {
  /** Among the program's inputs. */
  readonly index: number;
  readonly map: NormalMap;
}

/** A run's draws with some inputs changed, variant by variant. */
export interface ChangedSamples {
  /** Fills the sampled rows of a block's memory as a variant has them. */
  load(block: Block, variant: number, data: Float64Array): void;
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
 * A block is drawn once for all variants: the inputs that some variant changes as scores, which each variant maps in its own
 * way. Everything that follows from inputs is computed anew.
 *
 * @param changes one list a variant
 */
export function createChangedSamples(
  program: Program,
  sampling: SamplingPlan,
  changes: readonly (readonly ChangedInput[])[],
): ChangedSamples {
  const indices = [...new Set(changes.flatMap((variant) => variant.map(({ index }) => index)))];
  const maps = changes.map((variant) => {
    const own = new Map(variant.map(({ index, map }) => [index, map]));
    return indices.map((index) => own.get(index) ?? program.inputs[index]!.map);
  });
  const inputs = program.inputs.map((input, index) => (indices.includes(index) ? { ...input, map: SCORE } : input));
  const layout = layoutOf(program, { trace: false });
  const { data, sample } = samplerOf({ ...program, inputs }, layout, sampling);
  const sampled = data.subarray(layout.inputs.start, layout.decay.start);
  let last: Block | null = null;
  return {
    load(block, variant, into) {
      if (last?.index !== block.index) sample(block);
      last = block;
      into.set(sampled, layout.inputs.start);
      indices.forEach((index, k) => {
        const at = rowAt(layout.inputs, index);
        applyNormalMap(maps[variant]![k]!, into, at, into, at, block.lanes);
      });
      prepareBlock(program, layout, into, block.lanes);
    },
  };
}
