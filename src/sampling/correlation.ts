import { cholesky } from '../numerics/cholesky.js';

/** Correlation wanted between the standard normals of two named inputs. */
export interface WantedCorrelation {
  readonly i: number;
  readonly j: number;
  readonly rho: number;
}

/** How the residuals of named inputs hang together, or that they can't. */
type CorrelatedResiduals =
  | {
      readonly ok: true;
      /** n × n, row-major, lower triangular; residual = cholesky · independent standard normals. */
      readonly cholesky: Float64Array;
    }
  | {
      readonly ok: false;
      /** Of the residual covariance. */
      readonly smallestEigenvalue: number;
    };

/**
 * The residuals of a factor model, z = F y + r, such that named pairs of z correlate as wanted while every z stays
 * standard normal: the covariance of r is the wanted correlation minus F Fᵀ on the named pairs, 0 on the others (which
 * keep the factors' correlation), and 1 − Σ_k F_ik² on the diagonal. It must be positive definite.
 *
 * @param loadings F, one row for each input, all of one length, Σ_k F_ik² ≤ 1
 * @param wanted pairs of rows of F, each at most once
 * @throws RangeError if a pair names no input, one input twice or a pair twice, or its rho isn't in [−1, 1].
 */
export async function correlateResiduals(
  loadings: readonly (readonly number[])[],
  wanted: readonly WantedCorrelation[],
): Promise<CorrelatedResiduals> {
  const covariance = residualCovariance(loadings, wanted);
  const tolerance = loadings.length * Number.EPSILON;
  // A pivot no larger than rounding can make of 0 is none.
  const factor = cholesky(covariance, loadings.length, (rest) => (rest > tolerance ? rest : null));
  if (factor !== null) return { ok: true, cholesky: factor };
  return { ok: false, smallestEigenvalue: await smallestEigenvalue(covariance, loadings.length) };
}

function residualCovariance(
  loadings: readonly (readonly number[])[],
  wanted: readonly WantedCorrelation[],
): Float64Array {
  const n = loadings.length;
  const covariance = new Float64Array(n * n);
  for (const [i, row] of loadings.entries()) covariance[i * n + i] = 1 - dot(row, row);
  const seen = new Set<number>();
  for (const { i, j, rho } of wanted) {
    const left = loadings[i];
    const right = loadings[j];
    if (left === undefined || right === undefined || i === j) throw new RangeError(`Not a pair of inputs: ${i}, ${j}.`);
    if (!(Math.abs(rho) <= 1)) throw new RangeError(`Correlation must be from -1 to 1: ${rho}.`);
    const cell = Math.min(i, j) * n + Math.max(i, j);
    if (seen.has(cell)) throw new RangeError(`Correlation of inputs ${i} and ${j} is given twice.`);
    seen.add(cell);
    covariance[i * n + j] = rho - dot(left, right);
    covariance[j * n + i] = covariance[i * n + j];
  }
  return covariance;
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, k) => sum + value * (right[k] ?? 0), 0);
}

async function smallestEigenvalue(matrix: Float64Array, n: number): Promise<number> {
  // Only a refusal needs it, and mathjs takes long to load.
  const { eigs } = await import('./eigenvalues.js');
  const rows = Array.from({ length: n }, (_, i) => Array.from(matrix.subarray(i * n, (i + 1) * n)));
  const { values } = eigs(rows, { eigenvectors: false });
  return Math.min(...(Array.isArray(values) ? values : values.toArray()).flat().map(Number));
}
