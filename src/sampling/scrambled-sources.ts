import { BITS, DIMENSIONS, writeDirectionNumbers } from './direction-numbers.js';
import { openStream, type StreamPurpose, streamKey } from './pseudo-random.js';
import { SHUFFLE_WORDS } from './shuffled-sobol.js';
import { scrambleDirections } from './sobol.js';
import type { NormalSource } from './types.js';

/**
 * The scrambles of all sources for one replicate, in flat arrays. Sources without a dimension keep zeros there.
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
  /** What they are made from, for a kernel that scrambles by itself: `[source * 32 + digit]`, the sequences' own numbers. */
  readonly unscrambled: Uint32Array;
  /** A replicate's random words: `[source * 33 + word]` (32 columns, then the shift) and `[source * 3 + word]`. */
  readonly wordsOf: (replicate: number) => { readonly scrambles: Uint32Array; readonly shuffles: Uint32Array };
}

/** Random words of one scramble: a column of its matrix a digit, then the digital shift. */
export const SCRAMBLE_WORDS = BITS + 1;

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

  const wordsOf: ScrambledSources['wordsOf'] = (replicate) => {
    words ??= drawWords(sources, seed, replicates);
    const part = (all: Uint32Array, count: number): Uint32Array =>
      all.subarray(replicate * sources.length * count, (replicate + 1) * sources.length * count);
    return { scrambles: part(words.scrambles, SCRAMBLE_WORDS), shuffles: part(words.shuffles, SHUFFLE_WORDS) };
  };

  function prepare(replicate: number): void {
    if (replicate === prepared) return;
    const own = wordsOf(replicate);
    shuffles.set(own.shuffles);
    for (const [index, { dimension }] of sources.entries()) {
      if (dimension === null) continue;
      const at = index * SCRAMBLE_WORDS;
      scrambleDirections(own.scrambles, at, unscrambled, directions, index * BITS);
      shifts[index] = own.scrambles[at + BITS];
    }
    prepared = replicate;
  }

  return { directions, shifts, shuffles, prepare, unscrambled, wordsOf };
}

/** What all sources' scrambles are made from, a replicate's words side by side. */
interface RandomWords {
  /** `[(replicate * sources + source) * SCRAMBLE_WORDS + word]` */
  readonly scrambles: Uint32Array;
  /** `[(replicate * sources + source) * SHUFFLE_WORDS + word]` */
  readonly shuffles: Uint32Array;
}

function drawWords(sources: readonly NormalSource[], seed: string, replicates: number): RandomWords {
  const scrambles = new Uint32Array(sources.length * replicates * SCRAMBLE_WORDS);
  const shuffles = new Uint32Array(sources.length * replicates * SHUFFLE_WORDS);
  const draw = (purpose: StreamPurpose, index: number, into: Uint32Array, count: number): void => {
    const bits = openStream(streamKey(seed, purpose, sources[index].name), 0);
    for (let replicate = 0; replicate < replicates; replicate++) {
      const at = (replicate * sources.length + index) * count;
      for (let word = at; word < at + count; word++) into[word] = bits();
    }
  };
  for (const [index, { dimension, shuffled }] of sources.entries()) {
    if (dimension === null) continue;
    draw('scramble', index, scrambles, SCRAMBLE_WORDS);
    if (shuffled) draw('shuffle', index, shuffles, SHUFFLE_WORDS);
  }
  return { scrambles, shuffles };
}
