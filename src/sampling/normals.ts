import { normalQuantile } from '../distributions/normal.js';
import { checkPlan, LANES } from './blocks.js';
import { BITS } from './direction-numbers.js';
import { openStream, streamKey } from './pseudo-random.js';
import { createScrambledSources } from './scrambled-sources.js';
import { fillShuffledRun, SHUFFLE_RUN, SHUFFLE_WORDS } from './shuffled-sobol.js';
import { fillSobolPoints } from './sobol.js';
import type { Block, NormalSource, SamplingPlan } from './types.js';

/**
 * Fills `out[source * LANES + lane]` with a block's standard normals; lanes past the block's last draw get 0. Blocks can
 * be asked for in any order and by anyone: a number depends on the seed, its source's name and its block alone.
 */
export type NormalFiller = (block: Block, out: Float64Array) => void;

/** The 32 random bits of one source's first `count` lanes: the stage before the inverse CDF. */
type BitFiller = (source: number, block: Block, count: number, out: Uint32Array) => void;

/**
 * Standard normals of a run, by inverse CDF.
 *
 * `sobol`: each source's scrambled sequence in its dimension, or pseudo-random numbers where it has none. `mc`:
 * pseudo-random numbers. `antithetic`: likewise, and lane 2i + 1 is minus lane 2i.
 *
 * @throws RangeError if the plan can't be drawn (`checkPlan`), if two sources have one name, if a resampled source isn't
 * one of them, or, for `sobol`, if a dimension isn't in the table or has two owners.
 */
export function createNormalFiller(sources: readonly NormalSource[], plan: SamplingPlan): NormalFiller {
  checkPlan(plan);
  checkNames(sources, plan.resampled?.sources ?? []);
  const pseudoRandom = pseudoRandomBits(sources, plan);
  const fillBits = plan.sampler === 'sobol' ? sobolBits(sources, plan.seed, pseudoRandom) : pseudoRandom;
  const mirrored = plan.sampler === 'antithetic';
  const bits = new Uint32Array(LANES);

  return (block, out) => {
    const { lanes } = block;
    const independent = mirrored ? (lanes + 1) >> 1 : lanes;
    for (let source = 0; source < sources.length; source++) {
      fillBits(source, block, independent, bits);
      const at = source * LANES;
      if (mirrored) writeMirroredNormals(bits, lanes, out, at);
      else writeNormals(bits, lanes, out, at);
      if (lanes < LANES) out.fill(0, at + lanes, at + LANES);
    }
  };
}

function checkNames(sources: readonly NormalSource[], resampled: readonly string[]): void {
  const names = new Set<string>();
  for (const { name } of sources) {
    if (names.has(name))
      throw new RangeError(`Two normal sources are called '${name}': they would be the same numbers.`);
    names.add(name);
  }
  const unknown = resampled.find((name) => !names.has(name));
  if (unknown !== undefined) throw new RangeError(`There is no normal source '${unknown}' to resample.`);
}

function pseudoRandomBits(sources: readonly NormalSource[], { seed, resampled }: SamplingPlan): BitFiller {
  const others = new Set(resampled?.sources);
  const keys = sources.map(({ name }) => streamKey(others.has(name) ? resampled!.seed : seed, 'draws', name));
  return (source, block, count, out) => {
    const next = openStream(keys[source]!, block.index);
    for (let lane = 0; lane < count; lane++) out[lane] = next();
  };
}

function sobolBits(sources: readonly NormalSource[], seed: string, pseudoRandom: BitFiller): BitFiller {
  const { directions, shifts, shuffles, prepare } = createScrambledSources(sources, seed);
  return (source, block, count, out) => {
    prepare(block.replicate);
    const { dimension, shuffled } = sources[source]!;
    const at = source * BITS;
    const shift = shifts[source]!;
    if (dimension === null) pseudoRandom(source, block, count, out);
    else if (!shuffled) fillSobolPoints(directions, at, shift, block.offset, count, out);
    else {
      if (block.offset % SHUFFLE_RUN !== 0) throw new RangeError(`Block starts within a run: ${block.offset}.`);
      fillShuffledRun(directions, at, shift, shuffles, source * SHUFFLE_WORDS, block.offset / SHUFFLE_RUN, out);
    }
  };
}

// Half a step above the grid point: never 0 or 1, and k and its complement are mirror images to the last bit.
const STEP = 2 ** -32;

function writeNormals(bits: Uint32Array, lanes: number, out: Float64Array, at: number): void {
  for (let lane = 0; lane < lanes; lane++) out[at + lane] = normalQuantile((bits[lane]! + 0.5) * STEP);
}

function writeMirroredNormals(bits: Uint32Array, lanes: number, out: Float64Array, at: number): void {
  for (let lane = 0; lane < lanes; lane += 2) {
    const z = normalQuantile((bits[lane >> 1]! + 0.5) * STEP);
    out[at + lane] = z;
    if (lane + 1 < lanes) out[at + lane + 1] = -z;
  }
}
