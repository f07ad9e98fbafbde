import { writeDirectionNumbers } from '../../sampling/direction-numbers.js';
import { sobolPoint } from '../../sampling/sobol.js';
import type { Point, Vary } from './types.js';
import { numberValue } from './vary.js';

/** Variants of a sweep that keep a table in memory and a page that can be read. */
export const MOST_VARIANTS = 100_000;

/** Every combination, the last key fastest. */
export function gridPoints(varied: readonly Vary[]): Point[] {
  return varied.reduce<Point[]>(
    (points, { values }) => points.flatMap((point) => values.map((value) => [...point, value])),
    [[]],
  );
}

/**
 * Points of an unscrambled Sobol sequence, a dimension a key, its first point (all zeros) left out: evenly spread for any
 * number of keys, and more points go on where fewer ended. A list takes the value that its coordinate falls on.
 */
export function sobolPoints(varied: readonly Vary[], count: number): Point[] {
  const directions = varied.map((_, key) => {
    const numbers = new Uint32Array(32);
    writeDirectionNumbers(key + 1, numbers);
    return numbers;
  });
  return Array.from({ length: count }, (_, k) =>
    varied.map((vary, key) => {
      const at = sobolPoint(directions[key], 0, 0, k + 1) / 2 ** 32;
      const { range, values } = vary;
      if (range === undefined) return values[Math.floor(at * values.length)];
      // A few digits place a point well enough, and can be read.
      const exact = range.low + at * (range.high - range.low);
      return numberValue(Number(exact.toPrecision(5)), range.percent);
    }),
  );
}
