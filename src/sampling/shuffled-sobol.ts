import { pow } from '../distributions/elementary.js';
import { sobolPoint } from './sobol.js';

/**
 * Sources that share a Sobol dimension must not share its points' order. B. Burley, "Practical hash-based Owen
 * scrambling", Journal of Computer Graphics Techniques 9(4), 2020, section 5, permutes the order by a nested uniform
 * (Owen) scramble of the index: each aligned run of 2^k indices goes to an aligned run of 2^k, so evenness survives,
 * and which goes where is independent from source to source. Here each node's swap is a hashed bit of its own rather
 * than Burley's Laine-Karras hash, and a run of 128 is done by doubling, two XORs a point.
 */

/** Random words that fix a source's order: two keys of the hash, and the swaps of the nodes above index 0. */
export const SHUFFLE_WORDS = 3;

/** Binary digits of the index within an aligned run, which share hashed words: 127 nodes, 4 words. */
const RUN_BITS = 7;
/** Points that are made together. */
export const SHUFFLE_RUN = 1 << RUN_BITS;
const NODE_WORDS = SHUFFLE_RUN / 32;

/** The shuffled place of a run of 128 indices, both counted in runs. */
function shuffledRun(words: Uint32Array, at: number, run: number): number {
  // Digits whose higher digits are all 0 take their swaps from a stored word: no hash for the levels above the index.
  const used = 32 - Math.clz32(run);
  let shuffled = run ^ (words[at + 2] >>> RUN_BITS);
  if (used > 1) {
    const below = pow(2, used - 1) - 1;
    let swaps = 0;
    for (let digit = 0; digit < used - 1; digit++) {
      const node = run >>> (digit + 1);
      swaps |= (hash(words, at, node, NODE_WORDS + digit) & 1) << digit;
    }
    shuffled = (shuffled & ~below) | ((run ^ swaps) & below);
  }
  return shuffled >>> 0;
}

/** The index that takes the place of `index`, both from 0 to 2^32 − 1. */
export function shuffledIndex(words: Uint32Array, at: number, index: number): number {
  const run = index >>> RUN_BITS;
  let lane = 0;
  for (let digit = RUN_BITS - 1; digit >= 0; digit--) {
    const higher = (index & (SHUFFLE_RUN - 1)) >>> (digit + 1);
    const node = (SHUFFLE_RUN >>> (digit + 1)) + higher;
    const swap = (hash(words, at, run, node >>> 5) >>> (node & 31)) & 1;
    lane |= (((index >>> digit) & 1) ^ swap) << digit;
  }
  return (shuffledRun(words, at, run) * SHUFFLE_RUN + lane) >>> 0;
}

/**
 * All 128 points of one run in shuffled order: `out[lane]` is `sobolPoint` at `shuffledIndex(run * 128 + lane)`.
 *
 * @param directions direction numbers from `directionsAt` on
 * @param words the source's order from `wordsAt` on
 */
export function fillShuffledRun(
  directions: Uint32Array,
  directionsAt: number,
  shift: number,
  words: Uint32Array,
  wordsAt: number,
  run: number,
  out: Uint32Array,
): void {
  const first = shuffledRun(words, wordsAt, run) * SHUFFLE_RUN;
  out[0] = sobolPoint(directions, directionsAt, shift, first);
  let nodeWord = 0;
  let swaps = 0;
  for (let digit = RUN_BITS - 1, size = 1; digit >= 0; digit--, size *= 2) {
    // A digit of the index flips its own digit of the Gray code and the next lower one.
    const step = directions[directionsAt + digit] ^ (digit > 0 ? directions[directionsAt + digit - 1] : 0);
    for (let point = size - 1; point >= 0; point--) {
      const node = size + point;
      if (point === size - 1 || (node & 31) === 31) {
        nodeWord = node >>> 5;
        swaps = hash(words, wordsAt, run, nodeWord);
      }
      const parent = out[point] ^ (-((swaps >>> (node & 31)) & 1) & step);
      out[2 * point] = parent;
      out[2 * point + 1] = parent ^ step;
    }
  }
}

/** Hashed bits of a node of the index's binary tree, under a source's two keys. */
function hash(words: Uint32Array, at: number, node: number, level: number): number {
  return mix(mix(node ^ words[at]) ^ words[at + 1] ^ Math.imul(level + 1, 0x9e3779b9));
}

/** C. Wellons's bijection `lowbias32` ("Prospecting for hash functions", 2018): every input bit flips every output bit about half the time. */
function mix(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return x ^ (x >>> 16);
}
