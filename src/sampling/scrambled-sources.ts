import { BITS, DIMENSIONS, writeDirectionNumbers } from './direction-numbers.js';
import { openStream, streamKey } from './pseudo-random.js';
import { drawShuffle, SHUFFLE_WORDS } from './shuffled-sobol.js';
import { scrambleDirections } from './sobol.js';
import type { NormalSource } from './types.js';

/**
 * The scrambles of all sources for one replicate, in flat arrays that a kernel may read as they are. Sources without a
 * dimension keep zeros there.
 */
export interface ScrambledSources {
  /** `[source * 32 + digit]`: what a flip of the index's Gray code digit flips in the point. */
  readonly directions: Uint32Array;
  /** `[source]`: digital shift. */
  readonly shifts: Uint32Array;
  /** `[source * 3 + word]`: the shuffled order; unused where the source isn't shuffled. */
  readonly shuffles: Uint32Array;
  /** Fills the arrays for a replicate, unless they hold it already. */
  readonly prepare: (replicate: number) => void;
}

/**
 * Checks the sources and makes room for their scrambles, each of which comes from the seed, the source's name and the
 * replicate alone.
 *
 * @throws RangeError if a dimension isn't in the table or has two owners (sources that aren't shuffled).
 */
export function createScrambledSources(sources: readonly NormalSource[], seed: string): ScrambledSources {
  const unscrambled = new Uint32Array(sources.length * BITS);
  const owners = new Map<number, string>();
  for (const [index, { name, dimension, shuffled }] of sources.entries()) {
    if (dimension === null) continue;
    if (!Number.isInteger(dimension) || dimension < 1 || dimension > DIMENSIONS) {
      throw new RangeError(`Sobol dimension of '${name}' must be 1 to ${DIMENSIONS}: ${dimension}.`);
    }
    const owner = owners.get(dimension);
    if (!shuffled && owner !== undefined) {
      throw new RangeError(
        `'${owner}' and '${name}' would get dependent draws: both own Sobol dimension ${dimension}.`,
      );
    }
    if (!shuffled) owners.set(dimension, name);
    writeDirectionNumbers(dimension, unscrambled, index * BITS);
  }

  const scrambleKeys = sources.map(({ name }) => streamKey(seed, 'scramble', name));
  const shuffleKeys = sources.map(({ name }) => streamKey(seed, 'shuffle', name));
  const directions = new Uint32Array(sources.length * BITS);
  const shifts = new Uint32Array(sources.length);
  const shuffles = new Uint32Array(sources.length * SHUFFLE_WORDS);
  const columns = new Uint32Array(BITS);
  let prepared = -1;

  function prepare(replicate: number): void {
    if (replicate === prepared) return;
    for (const [index, { dimension, shuffled }] of sources.entries()) {
      if (dimension === null) continue;
      const bits = openStream(scrambleKeys[index]!, replicate);
      scrambleDirections(bits, unscrambled, directions, index * BITS, columns);
      shifts[index] = bits();
      if (shuffled) drawShuffle(openStream(shuffleKeys[index]!, replicate), shuffles, index * SHUFFLE_WORDS);
    }
    prepared = replicate;
  }

  return { directions, shifts, shuffles, prepare };
}
