import { BITS, DIMENSIONS, writeDirectionNumbers } from './direction-numbers.js';
import { openStream, type StreamPurpose, streamKey } from './pseudo-random.js';
import { SHUFFLE_WORDS } from './shuffled-sobol.js';
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

/** Random words of one scramble: a column of its matrix a digit, then the digital shift. */
const SCRAMBLE_WORDS = BITS + 1;

/**
 * Checks the sources and makes room for their scrambles, each of which comes from the seed, the source's name and the
 * replicate alone: a source's stream is opened once and serves its replicates one after another, since opening one takes
 * as long as hundreds of numbers from it.
 *
 * @throws RangeError if a dimension isn't in the table or has two owners (sources that aren't shuffled).
 */
export function createScrambledSources(
  sources: readonly NormalSource[],
  seed: string,
  replicates: number,
): ScrambledSources {
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

  const directions = new Uint32Array(sources.length * BITS);
  const shifts = new Uint32Array(sources.length);
  const shuffles = new Uint32Array(sources.length * SHUFFLE_WORDS);
  let words: RandomWords | null = null;
  let prepared = -1;

  function prepare(replicate: number): void {
    if (replicate === prepared) return;
    words ??= drawWords(sources, seed, replicates);
    for (const [index, { dimension, shuffled }] of sources.entries()) {
      if (dimension === null) continue;
      const at = (index * replicates + replicate) * SCRAMBLE_WORDS;
      scrambleDirections(words.scrambles, at, unscrambled, directions, index * BITS);
      shifts[index] = words.scrambles[at + BITS];
      if (shuffled) {
        const from = (index * replicates + replicate) * SHUFFLE_WORDS;
        shuffles.set(words.shuffles.subarray(from, from + SHUFFLE_WORDS), index * SHUFFLE_WORDS);
      }
    }
    prepared = replicate;
  }

  return { directions, shifts, shuffles, prepare };
}

/** What all sources' scrambles are made from. */
interface RandomWords {
  /** `[(source * replicates + replicate) * SCRAMBLE_WORDS + word]` */
  readonly scrambles: Uint32Array;
  /** `[(source * replicates + replicate) * SHUFFLE_WORDS + word]` */
  readonly shuffles: Uint32Array;
}

function drawWords(sources: readonly NormalSource[], seed: string, replicates: number): RandomWords {
  const scrambles = new Uint32Array(sources.length * replicates * SCRAMBLE_WORDS);
  const shuffles = new Uint32Array(sources.length * replicates * SHUFFLE_WORDS);
  const draw = (purpose: StreamPurpose, name: string, into: Uint32Array, at: number, count: number): void => {
    const bits = openStream(streamKey(seed, purpose, name), 0);
    for (let word = at; word < at + count; word++) into[word] = bits();
  };
  for (const [index, { name, dimension, shuffled }] of sources.entries()) {
    if (dimension === null) continue;
    const count = replicates * SCRAMBLE_WORDS;
    draw('scramble', name, scrambles, index * count, count);
    if (shuffled) draw('shuffle', name, shuffles, index * replicates * SHUFFLE_WORDS, replicates * SHUFFLE_WORDS);
  }
  return { scrambles, shuffles };
}
