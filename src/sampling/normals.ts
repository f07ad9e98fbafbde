import { normalQuantile } from '../distributions/normal.js';
import { required } from '../required.js';
import { checkPlan, LANES } from './blocks.js';
import { cachedBits } from './cached-bits.js';
import { BITS } from './direction-numbers.js';
import { openStream, streamKey } from './pseudo-random.js';
import { createScrambledSources, type ScrambledSources } from './scrambled-sources.js';
import { fillShuffledRun, SHUFFLE_RUN, SHUFFLE_WORDS } from './shuffled-sobol.js';
import { fillSobolPoints } from './sobol.js';
import type { Block, NormalSource, SamplingPlan } from './types.js';

/**
 * Fills `out[source * LANES + lane]` with a block's standard normals; lanes past the block's last draw get 0. Blocks can
 * be asked for in any order and by anyone: a number depends on the seed, its source's name and its block alone.
 */
type NormalFiller = (block: Block, out: Float64Array) => void;

/** The 32 random bits of one source's first `count` lanes: the stage before the inverse CDF. */
type BitFiller = (source: number, block: Block, count: number, out: Uint32Array) => void;

/** The random bits of a run, source by source, for those who make normals of them by themselves. */
interface RunBits {
  /** Scrambled sequences in flat arrays; `null` where the sampler isn't `sobol`. */
  readonly scrambled: ScrambledSources | null;
  /** The order of a source's scrambled sequence; `null` where its bits are pseudo-random. */
  readonly orderOf: (source: number) => 'plain' | 'shuffled' | null;
  /**
   * A source's bits for a block into `out[lane]`; k and ~k are mirror images. Lanes past the block's last draw keep what
   * they hold, or get what nobody should read.
   */
  readonly fill: (source: number, block: Block, out: Uint32Array) => void;
}

/**
 * Random bits of a run. `sobol`: each source's scrambled sequence in its dimension, or pseudo-random numbers where it has
 * none. `mc`: pseudo-random numbers. `antithetic`: likewise, and lane 2i + 1 is the mirror image of lane 2i.
 *
 * @throws RangeError if the plan can't be drawn (`checkPlan`), if two sources have one name, if a resampled source isn't
 * one of them, or, for `sobol`, if a dimension isn't in the table or has two owners.
 */
export function createRunBits(sources: readonly NormalSource[], plan: SamplingPlan): RunBits {
  checkPlan(plan);
  checkNames(sources, plan.resampled?.sources ?? []);
  const pseudoRandom = pseudoRandomBits(sources, plan);
  if (plan.sampler === 'sobol') {
    const scrambled = createScrambledSources(sources, plan.seed, plan.replicates);
    const fillBits = sobolBits(sources, scrambled, pseudoRandom);
    return {
      scrambled,
      orderOf: (source) => {
        const { dimension, shuffled } = sources[source];
        return dimension === null ? null : shuffled ? 'shuffled' : 'plain';
      },
      fill: (source, block, out) => fillBits(source, block, block.lanes, out),
    };
  }
  const mirrored = plan.sampler === 'antithetic';
  const fill: RunBits['fill'] = (source, block, out) => {
    if (!mirrored) return pseudoRandom(source, block, block.lanes, out);
    const pairs = (block.lanes + 1) >> 1;
    pseudoRandom(source, block, pairs, out);
    for (let pair = pairs - 1; pair >= 0; pair--) {
      const bits = out[pair];
      out[2 * pair] = bits;
      out[2 * pair + 1] = ~bits;
    }
  };
  return { scrambled: null, orderOf: () => null, fill };
}

/** Turns the first `lanes` of `LANES` random words into standard normals, into `out` from `at` on. */
export type NormalWriter = (bits: Uint32Array, lanes: number, out: Float64Array, at: number) => void;

/**
 * Standard normals of a run, by inverse CDF of `createRunBits`.
 *
 * @param write by default the quantile function of the distributions folder
 * @throws RangeError as `createRunBits`.
 */
export function createNormalFiller(
  sources: readonly NormalSource[],
  plan: SamplingPlan,
  write: NormalWriter = writeNormals,
): NormalFiller {
  const { fill } = createRunBits(sources, plan);
  const bits = new Uint32Array(LANES);

  return (block, out) => {
    const { lanes } = block;
    for (let source = 0; source < sources.length; source++) {
      fill(source, block, bits);
      const at = source * LANES;
      write(bits, lanes, out, at);
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
  const keys = sources.map(({ name }) => streamKey(others.has(name) ? required(resampled).seed : seed, 'draws', name));
  // What is drawn anew is drawn once; the rest is the same in every run that is mixed from this seed.
  const cache = resampled === undefined ? null : cachedBits(seed);
  const stores = sources.map(({ name }) => (cache === null || others.has(name) ? null : cache.of(name)));
  return (source, block, count, out) => {
    const store = stores[source];
    const known = store?.[block.index];
    if (known !== undefined && known.length >= count) {
      out.set(known.length === count ? known : known.subarray(0, count));
      return;
    }
    const next = openStream(keys[source], block.index);
    for (let lane = 0; lane < count; lane++) out[lane] = next();
    if (store !== null && required(cache).hasRoom(count)) store[block.index] = out.slice(0, count);
  };
}

function sobolBits(
  sources: readonly NormalSource[],
  { directions, shifts, shuffles, prepare }: ScrambledSources,
  pseudoRandom: BitFiller,
): BitFiller {
  return (source, block, count, out) => {
    const { dimension, shuffled } = sources[source];
    if (dimension === null) {
      pseudoRandom(source, block, count, out);
      return;
    }
    prepare(block.replicate);
    const at = source * BITS;
    const shift = shifts[source];
    if (!shuffled) fillSobolPoints(directions, at, shift, block.offset, count, out);
    else {
      if (block.offset % SHUFFLE_RUN !== 0) throw new RangeError(`Block starts within a run: ${block.offset}.`);
      fillShuffledRun(directions, at, shift, shuffles, source * SHUFFLE_WORDS, block.offset / SHUFFLE_RUN, out);
    }
  };
}

// Half a step above the grid point: never 0 or 1, and k and its complement are mirror images to the last bit.
const STEP = 2 ** -32;

function writeNormals(bits: Uint32Array, lanes: number, out: Float64Array, at: number): void {
  for (let lane = 0; lane < lanes; lane++) out[at + lane] = normalQuantile((bits[lane] + 0.5) * STEP);
}
