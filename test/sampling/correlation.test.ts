import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlateResiduals, type WantedCorrelation } from '../../src/sampling/correlation.js';
import { SLOW } from '../slow.js';
import { mean, normalsOf, planOf, source } from './draws.js';

/** L Lᵀ, row-major. */
const square = (factor: Float64Array, n: number) =>
  Array.from({ length: n * n }, (_, cell) => {
    const [i, j] = [Math.floor(cell / n), cell % n];
    let sum = 0;
    for (let k = 0; k < n; k++) sum += factor[i * n + k]! * factor[j * n + k]!;
    return sum;
  });

async function factorOf(loadings: number[][], wanted: WantedCorrelation[]): Promise<Float64Array> {
  const result = await correlateResiduals(loadings, wanted);
  if (!result.ok) throw new Error(`refused: ${result.smallestEigenvalue}`);
  return result.cholesky;
}

describe('residuals of named pairs', () => {
  it('have the factor of a matrix known by hand', async () => {
    // Without factors the residual covariance is the wanted correlation: [1, 0.6; 0.6, 1] = L Lᵀ, L = [1, 0; 0.6, 0.8].
    const factor = await factorOf([[], []], [{ i: 0, j: 1, rho: 0.6 }]);
    for (const [cell, value] of [1, 0, 0.6, 0.8].entries()) expect(factor[cell]).toBeCloseTo(value, 15);
  });

  it('leave marginals standard normal, named pairs as wanted, and other pairs to the factors', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.6, noNaN: true }), fc.double({ min: 0, max: 0.6, noNaN: true })), {
          minLength: 3,
          maxLength: 6,
        }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        async (loadings, excess) => {
          const n = loadings.length;
          const factors = (i: number, j: number) => loadings[i]!.reduce((sum, f, k) => sum + f * loadings[j]![k]!, 0);
          // A residual covariance of 0.2 at most against diagonals of 0.28 at least: always positive definite.
          const factor = await factorOf(loadings, [{ i: 2, j: 0, rho: factors(0, 2) + excess }]);
          for (const [cell, residual] of square(factor, n).entries()) {
            const [i, j] = [Math.floor(cell / n), cell % n];
            const wanted = i === j ? 1 : factors(i, j) + (i + j === 2 && i !== 1 ? excess : 0);
            expect(residual + factors(i, j)).toBeCloseTo(wanted, 14);
          }
          for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) expect(factor[i * n + j]).toBe(0);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it('give draws the correlation that was asked for', async () => {
    const loadings = [
      [0.5, 0.4],
      [0.5, 0.4],
      [0.5, 0],
    ];
    const rho = -0.1;
    const factor = await factorOf(loadings, [{ i: 0, j: 1, rho }]);
    const n = 16_384;
    const names = ['market', 'platform', 'own 0', 'own 1', 'own 2'];
    for (const seed of ['1', '2', '3', '4', '5']) {
      const [market, platform, ...own] = normalsOf(
        names.map((name) => source(name, null)),
        planOf(seed, 'mc', n),
      );
      const z = loadings.map(([a, b], i) =>
        market!.map((_, draw) => {
          const residual = own.reduce((sum, e, k) => sum + factor[i * 3 + k]! * e[draw]!, 0);
          return a! * market![draw]! + b! * platform![draw]! + residual;
        }),
      );
      const product = (i: number, j: number) => mean(z[i]!.map((value, draw) => value * z[j]![draw]!));
      // Products of normals with correlation r have variance 1 + r².
      expect(Math.abs(product(0, 1) - rho)).toBeLessThan(4.5 * Math.sqrt((1 + rho ** 2) / n));
      expect(Math.abs(product(0, 2) - 0.25)).toBeLessThan(4.5 * Math.sqrt((1 + 0.25 ** 2) / n));
      for (const i of [0, 1, 2]) expect(Math.abs(product(i, i) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / n));
    }
  });

  it('are refused, with the smallest eigenvalue, where they can not be', SLOW, async () => {
    // Three pairs at −0.9: eigenvalues 1 + 2ρ = −0.8 and 1 − ρ = 1.9 (a matrix of equal correlations).
    const wanted = [
      { i: 0, j: 1, rho: -0.9 },
      { i: 0, j: 2, rho: -0.9 },
      { i: 1, j: 2, rho: -0.9 },
    ];
    const refused = await correlateResiduals([[], [], []], wanted);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.smallestEigenvalue).toBeCloseTo(-0.8, 10);

    // Factors that tie two inputs at 0.6 leave variances of 0.4: a residual covariance of −0.6 − 0.6 can't be.
    const loadings = [[Math.sqrt(0.6)], [Math.sqrt(0.6)]];
    const tied = await correlateResiduals(loadings, [{ i: 0, j: 1, rho: -0.6 }]);
    if (tied.ok) throw new Error('accepted');
    expect(tied.smallestEigenvalue).toBeCloseTo(0.4 - 1.2, 10);
  });

  it('are refused where they are only semidefinite', async () => {
    const certain = await correlateResiduals([[], []], [{ i: 0, j: 1, rho: 1 }]);
    if (certain.ok) throw new Error('accepted');
    expect(certain.smallestEigenvalue).toBeCloseTo(0, 10);
    const noResidual = await correlateResiduals([[1], [0.5]], [{ i: 0, j: 1, rho: 0.5 }]);
    if (noResidual.ok) throw new Error('accepted');
    expect(noResidual.smallestEigenvalue).toBeCloseTo(0, 10);
  });

  it('must be pairs, each once, with a correlation', async () => {
    const bad: WantedCorrelation[][] = [
      [{ i: 0, j: 0, rho: 0.5 }],
      [{ i: 0, j: 2, rho: 0.5 }],
      [{ i: 0, j: 1, rho: 1.1 }],
      [{ i: 0, j: 1, rho: Number.NaN }],
      [
        { i: 0, j: 1, rho: 0.5 },
        { i: 1, j: 0, rho: 0.5 },
      ],
    ];
    for (const wanted of bad) await expect(correlateResiduals([[], []], wanted)).rejects.toThrow(RangeError);
  });
});
