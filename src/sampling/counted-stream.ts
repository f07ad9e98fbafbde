import { openStream } from './pseudo-random.js';

/** Random words of one purpose, block by block, the same whatever was asked for before. */
export interface CountedStream {
  /** Starts a block's words. */
  open(block: number): void;
  /** The next word, 0 to 2³² − 1. */
  next(): number;
  /** The state that a block's words start from: four words into `to`, for those who go on from it by themselves. */
  start(block: number, to: Uint32Array): void;
}

/**
 * xoshiro128** (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47 (2021)). A
 * key's four words come from its stream once; a block's state is theirs, each mixed with the block's number by the finaliser of MurmurHash3
 * (A. Appleby): to open a stream anew for every block takes as long as a hundred of its numbers.
 */
export function createCountedStream(key: string): CountedStream {
  const stream = openStream(key, 0);
  const words = [stream(), stream(), stream(), stream()] as const;
  let [a, b, c, d] = [0, 0, 0, 0];
  const open = (block: number): void => {
    a = mix(words[0] ^ mix(block + 1));
    b = mix(words[1] ^ mix(block + 0x9e3779b9));
    c = mix(words[2] ^ mix(block + 0x3c6ef372));
    // All four 0 would stay so.
    d = mix(words[3] ^ mix(block + 0xdaa66d2b)) | 1;
  };
  return {
    open,
    start(block, to) {
      open(block);
      to[0] = a;
      to[1] = b;
      to[2] = c;
      to[3] = d;
    },
    next() {
      const five = Math.imul(b, 5);
      const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      return result;
    },
  };
}

function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
