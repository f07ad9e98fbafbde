import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDirectionNumbers } from '../../src/sampling/direction-numbers.js';
import { openStream, type RandomBits } from '../../src/sampling/pseudo-random.js';
import { fillShuffledRun, SHUFFLE_RUN, SHUFFLE_WORDS, shuffledIndex } from '../../src/sampling/shuffled-sobol.js';
import { sobolPoint } from '../../src/sampling/sobol.js';

const fillWords = (bits: RandomBits, words: Uint32Array, at: number): void => {
  for (let word = at; word < at + SHUFFLE_WORDS; word++) words[word] = bits();
};

const order = (key: string) => {
  const words = new Uint32Array(3);
  fillWords(openStream(key, 0), words, 0);
  return words;
};

describe('shuffled order', () => {
  it('is a permutation of the indices', () => {
    const words = order('permutation');
    // 4096 indices of the first aligned run go to one aligned run of 4096.
    const places = Array.from({ length: 4096 }, (_, index) => shuffledIndex(words, 0, index));
    expect(new Set(places).size).toBe(4096);
    expect(new Set(places.map((place) => Math.floor(place / 4096))).size).toBe(1);
  });

  // The definition of a nested uniform scramble: a digit's swap depends on the higher digits alone.
  it('keeps aligned runs of every power of two together', () => {
    const index = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(fc.string(), index, index, (key, first, second) => {
        const words = order(key);
        const common = Math.clz32(first ^ second);
        expect(Math.clz32(shuffledIndex(words, 0, first) ^ shuffledIndex(words, 0, second))).toBe(common);
      }),
      { seed: 20, numRuns: 2000 },
    );
  });

  it('swaps every digit half the time, independently of the digits below and of other keys', () => {
    const keys = 4000;
    // Swaps are fair coins: each of the 32 counts lies within 4.5 standard deviations, √(keys / 4).
    const tolerance = 4.5 * Math.sqrt(keys / 4);
    for (const index of [0, 5, 128, 77_777, 0xfedcba98]) {
      const swapped = new Array<number>(32).fill(0);
      for (let key = 0; key < keys; key++) {
        const place = shuffledIndex(order(`key ${key}`), 0, index) ^ index;
        for (let digit = 0; digit < 32; digit++) swapped[digit]! += (place >>> digit) & 1;
      }
      for (const count of swapped) expect(Math.abs(count - keys / 2)).toBeLessThan(tolerance);
    }
  });

  it('has independent swaps in neighbouring nodes', () => {
    // Digit 0 of an even index and of the next even index: two nodes of one level, for each of many runs of one key.
    const words = order('nodes');
    const n = 8192;
    let agree = 0;
    const swap = (index: number) => (shuffledIndex(words, 0, index) ^ index) & 1;
    for (let pair = 0; pair < n; pair++) if (swap(4 * pair) === swap(4 * pair + 2)) agree++;
    expect(Math.abs(agree - n / 2)).toBeLessThan(4.5 * Math.sqrt(n / 4));
  });

  it('fills a run with the points at the shuffled indices', () => {
    const directions = new Uint32Array(64);
    writeDirectionNumbers(50, directions, 32);
    const words = new Uint32Array(6);
    fillWords(openStream('fill', 3), words, 3);
    const out = new Uint32Array(SHUFFLE_RUN);
    for (const run of [0, 1, 2, 3, 48, 1023, 2 ** 25 - 1]) {
      fillShuffledRun(directions, 32, 0x12345678, words, 3, run, out);
      expect(Array.from(out)).toEqual(
        Array.from(out, (_, lane) =>
          sobolPoint(directions, 32, 0x12345678, shuffledIndex(words, 3, run * SHUFFLE_RUN + lane)),
        ),
      );
    }
  });
});
