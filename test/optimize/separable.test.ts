import { describe, expect, it } from 'vitest';
import { alongCells } from '../../src/optimize/separable/integrate.js';
import { interpolated } from '../../src/optimize/separable/traces.js';

const on = (grid: readonly number[], of: (x: number) => number): Float64Array => Float64Array.from(grid, of);

describe('values between the points of a grid', () => {
  const grid = [1, 2, 4];
  it.each([
    ['x²', (x: number) => x * x, (x: number) => 2 * x],
    ['x³', (x: number) => x ** 3, (x: number) => 3 * x * x],
    ['8 − x', (x: number) => 8 - x, () => -1],
  ])('are those of a cubic, and its ends beyond: %s', (_, value, slope) => {
    const at = (x: number) => interpolated(Float64Array.from(grid), on(grid, value), on(grid, slope), x);
    for (const x of [1, 1.2, 1.9, 2, 2.5, 3, 3.9, 4]) expect(at(x)).toBeCloseTo(value(x), 12);
    expect(at(0)).toBe(value(1));
    expect(at(9)).toBeCloseTo(value(4), 12);
  });

  it('rise where the curve does, however steep it begins', () => {
    // A slope of three times the cell's own: t (3 + t (3 − 6 + t (−2 + 3))) at a half.
    const at = (x: number) => interpolated(Float64Array.of(0, 1), Float64Array.of(0, 1), Float64Array.of(1e9, 0), x);
    expect(at(0.5)).toBeCloseTo(0.875, 12);
    for (let x = 0.1; x <= 1; x += 0.1) expect(at(x)).toBeGreaterThan(at(x - 0.1));
  });
});

describe('what several functions add up to, by their slopes', () => {
  it('is each of them where the slopes are straight, the first cell by what their sum says', () => {
    const grid = [0, 1, 2, 4];
    const [square, line] = alongCells(
      Float64Array.from(grid),
      [on(grid, (x) => 2 * x), on(grid, () => 3)],
      on(grid, (x) => x * x + 3 * x + 7),
    );
    grid.forEach((x, k) => {
      expect(square![k]).toBeCloseTo(x * x, 12);
      expect(line![k]).toBeCloseTo(3 * x, 12);
    });
  });

  it('is each of them over cells within, where the slopes are parabolas', () => {
    const grid = [0, 1, 2, 4, 5, 6];
    const [cube, rest] = alongCells(
      Float64Array.from(grid),
      [on(grid, (x) => 3 * x * x), on(grid, (x) => 2 * x - 3 * x * x)],
      on(grid, (x) => x * x),
    );
    // From 2 to 4, and from 4 to 5: x³, and x² − x³.
    expect(cube![3]! - cube![2]!).toBeCloseTo(56, 12);
    expect(rest![3]! - rest![2]!).toBeCloseTo(-44, 12);
    expect(cube![4]! - cube![3]!).toBeCloseTo(61, 12);
    expect(rest![4]! - rest![3]!).toBeCloseTo(-52, 12);
  });
});
