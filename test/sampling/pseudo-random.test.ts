import { describe, expect, it } from 'vitest';
import { openStream, type StreamPurpose, streamKey } from '../../src/sampling/pseudo-random.js';
import { quickFirst } from '../slow.js';

const CELLS = 8;
const STREAMS = 2000;

/** Chi-square of neighbours in a series of 32-bit numbers, over 8 × 8 cells. */
function serialChiSquare(numbers: readonly number[]): number {
  const counts = new Array<number>(CELLS * CELLS).fill(0);
  const cell = (number: number) => Math.floor((number / 2 ** 32) * CELLS);
  for (let index = 1; index < numbers.length; index++) {
    counts[cell(numbers[index - 1]!) * CELLS + cell(numbers[index]!)]! += 1;
  }
  const expected = (numbers.length - 1) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

const nth = (key: string, number: number, position: number) => {
  const next = openStream(key, number);
  for (let skipped = 0; skipped < position; skipped++) next();
  return next();
};

describe('streams', () => {
  const purposes: StreamPurpose[] = ['draws', 'scramble', 'shuffle'];

  // With the number last in the key, as one would write it first, the mean chi-square of first numbers is 80.
  for (const [cases, options] of quickFirst(
    purposes.flatMap((purpose) => [0, 1, 3].map((position) => ({ purpose, position }))),
    3,
  ))
    it.each(cases)(
      'for $purpose start independently where their keys are alike: number $position',
      options,
      ({ purpose, position }) => {
        const statistics: number[] = [];
        for (let key = 0; key < 10; key++) {
          const numbers = Array.from({ length: STREAMS }, (_, stream) => stream);
          const byNumber = streamKey('7', purpose, `instagram/awareness.${key}`);
          statistics.push(serialChiSquare(numbers.map((stream) => nth(byNumber, stream, position))));
          statistics.push(
            serialChiSquare(numbers.map((stream) => nth(streamKey('7', purpose, `x${stream}`), key, position))),
          );
          statistics.push(
            serialChiSquare(numbers.map((stream) => nth(streamKey(`${stream}`, purpose, `x`), key, position))),
          );
        }
        // Overlapping pairs: χ² of 49 degrees of freedom plus twice one of 7, so mean 63 and variance 2 · 49 + 8 · 7.
        const mean = statistics.reduce((sum, value) => sum + value, 0) / statistics.length;
        expect(Math.abs(mean - 63)).toBeLessThan(4.5 * Math.sqrt((2 * 49 + 8 * 7) / statistics.length));
      },
    );

  it('are the same for the same key and number', () => {
    const [first, second] = [openStream('key', 3), openStream('key', 3)];
    for (let count = 0; count < 100; count++) expect(second()).toBe(first());
  });

  it('are 32-bit whole numbers that reach into every digit', () => {
    const next = openStream('digits', 0);
    let ones = 0;
    let zeros = 0;
    for (let count = 0; count < 200; count++) {
      const number = next();
      expect(number).toBe(number >>> 0);
      ones |= number;
      zeros |= ~number;
    }
    expect([ones >>> 0, zeros >>> 0]).toEqual([0xffffffff, 0xffffffff]);
  });

  it('have keys that no other seed, purpose or name has', () => {
    const keys = [
      streamKey('a/b', 'draws', 'c'),
      streamKey('a', 'draws', 'b/c'),
      streamKey('a","b', 'draws', 'c'),
      streamKey('a', 'draws', 'b","c'),
      streamKey('a', 'scramble', 'b/c'),
      streamKey('12', 'draws', 'c'),
      streamKey('1212', 'draws', 'c'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('take any text for a seed, lone surrogates too', () => {
    expect(openStream(streamKey('\ud800', 'draws', 'x'), 0)()).not.toBe(
      openStream(streamKey('\ud801', 'draws', 'x'), 0)(),
    );
  });
});
