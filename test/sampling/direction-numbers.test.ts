import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, directionRow, writeDirectionNumbers } from '../../src/sampling/direction-numbers.js';
import { fillSobolPoints, sobolPoint } from '../../src/sampling/sobol.js';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/sobol/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);

describe('direction numbers', () => {
  // Joe and Kuo (2008), set D(6).
  it('has every row of the published table', () => {
    const rows = fixture('joe-kuo.csv');
    expect(rows).toHaveLength(DIMENSIONS - 1);
    for (const row of rows) {
      const [dimension, degree, coefficients, initial] = row.split(',');
      expect(directionRow(Number(dimension))).toEqual({
        degree: Number(degree),
        coefficients: Number(coefficients),
        initial: initial?.split(' ').map(Number),
      });
    }
  });

  // SciPy's unscrambled points, Gray code order.
  it('gives the first points of the sequence', () => {
    const rows = fixture('points.csv');
    expect(rows.length).toBeGreaterThan(300);
    const directions = new Uint32Array(32);
    for (const row of rows) {
      const [index, dimension, value] = row.split(',').map(Number);
      writeDirectionNumbers(dimension!, directions);
      expect(sobolPoint(directions, 0, 0, index!) / 2 ** 32, row).toBe(value);
    }
  });

  it('fills any stretch of the sequence with the same points', () => {
    const directions = new Uint32Array(96);
    writeDirectionNumbers(777, directions, 64);
    const out = new Uint32Array(300);
    for (const offset of [0, 1, 127, 128, 6250, 2 ** 20 - 3, 2 ** 32 - 300]) {
      fillSobolPoints(directions, 64, 0xdeadbeef, offset, 300, out);
      expect(Array.from(out)).toEqual(
        Array.from(out, (_, lane) => sobolPoint(directions, 64, 0xdeadbeef, offset + lane)),
      );
    }
  });

  it('has the diagonal that makes each dimension a permutation of the grid', () => {
    const directions = new Uint32Array(32);
    for (let dimension = 1; dimension <= DIMENSIONS; dimension++) {
      writeDirectionNumbers(dimension, directions);
      // v_k has its last digit at place k and none below: the matrix is triangular with ones on the diagonal.
      expect(Array.from(directions, (v) => Math.clz32(v & -v))).toEqual(Array.from({ length: 32 }, (_, k) => k));
    }
  });

  it('refuses dimensions that are not in the table', () => {
    const out = new Uint32Array(32);
    for (const dimension of [0, -1, 1.5, 2049, Number.NaN]) {
      expect(() => writeDirectionNumbers(dimension, out)).toThrow(RangeError);
    }
    expect(() => directionRow(1)).toThrow(RangeError);
  });
});
