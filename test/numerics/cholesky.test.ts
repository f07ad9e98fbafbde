import { describe, expect, it } from 'vitest';
import {
  cholesky,
  choleskyWithRidge,
  inverseOf,
  logDeterminant,
  solveLower,
  solveUpper,
} from '../../src/numerics/cholesky.js';

describe('cholesky', () => {
  it('takes a matrix apart: determinant and inverse by hand', () => {
    // [[4, 2], [2, 3]]: determinant 8, inverse [[3, −2], [−2, 4]] / 8.
    const factor = cholesky([4, 2, 2, 3], 2);
    expect(logDeterminant(factor!, 2)).toBeCloseTo(Math.log(8), 12);
    expect(Array.from(inverseOf(factor!, 2))).toEqual([
      expect.closeTo(0.375, 12),
      expect.closeTo(-0.25, 12),
      expect.closeTo(-0.25, 12),
      expect.closeTo(0.5, 12),
    ]);
  });

  it('says no to a matrix that is not positive definite', () => {
    expect(cholesky([1, 2, 2, 1], 2)).toBeNull();
    expect(cholesky([1, 1, 1, 1], 2)).toBeNull();
  });
  it('lets its caller be stricter with what is left of the diagonal, or raise it', () => {
    expect(cholesky([1, 0, 0, 1e-12], 2)).not.toBeNull();
    expect(cholesky([1, 0, 0, 1e-12], 2, (rest) => (rest > 1e-9 ? rest : null))).toBeNull();
    expect(cholesky([1, 1, 1, 1], 2, (rest) => Math.max(rest, 0.25))).toEqual(Float64Array.of(1, 0, 1, 0.5));
  });

  it('adds no more to the diagonal than it takes', () => {
    expect(choleskyWithRidge([4, 2, 2, 3], 2)).toEqual(cholesky([4, 2, 2, 3], 2));
    const [a = 0, , b = 0, c = 0] = choleskyWithRidge([1, 1, 1, 1], 2);
    expect([a * a, a * b, b * b + c * c]).toEqual([1, 1, 1].map((x) => expect.closeTo(x, 8)));
  });

  it('solves with its factor, forwards and backwards', () => {
    // [[4, 2], [2, 3]] x = (8, 8): x = (1, 2).
    const factor = cholesky([4, 2, 2, 3], 2)!;
    expect(Array.from(solveUpper(factor, solveLower(factor, [8, 8])))).toEqual(
      [1, 2].map((x) => expect.closeTo(x, 12)),
    );
  });
});
