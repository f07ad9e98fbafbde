import { cholesky, solveLower, solveUpper } from '../numerics/cholesky.js';
import { required } from '../required.js';

/** Symmetric sums of products of columns, `[i * columns + j]`. */
export function gramMatrix(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const size = columns.length;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = innerProduct(columns[i], columns[j], from, to);
      gram[i * size + j] = sum;
      gram[j * size + i] = sum;
    }
  }
  return gram;
}

/** Sums of products of each column with the values. */
export function moments(
  columns: readonly Float64Array[],
  values: Float64Array,
  from: number,
  to: number,
): Float64Array {
  return Float64Array.from(columns, (column) => innerProduct(column, values, from, to));
}

function innerProduct(left: Float64Array, right: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let d = from; d < to; d++) sum += left[d] * right[d];
  return sum;
}

/** Of the mean diagonal: columns that repeat one another share their coefficient, and no fit is moved visibly. */
const RIDGE = 1e-9;

/**
 * Solves the normal equations `gram · x = right` by Cholesky's decomposition for any number of right-hand sides.
 *
 * @param gram positive semidefinite, `[i * size + j]`
 */
export function createSolver(gram: Float64Array, size: number): (right: Float64Array) => Float64Array {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += gram[i * size + i];
  const ridge = (RIDGE * trace) / size;
  const lifted = gram.slice();
  for (let i = 0; i < size; i++) lifted[i * size + i] += ridge;
  const factor = required(cholesky(lifted, size, (rest) => Math.max(rest, ridge)));
  return (right) => solveUpper(factor, solveLower(factor, right));
}

/** `Σ coefficient · column` for draws `from` to `to`, into `out` from 0 on. */
export function predict(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  from: number,
  to: number,
  out: Float64Array,
): void {
  out.fill(0, 0, to - from);
  columns.forEach((column, j) => {
    const coefficient = coefficients[j];
    for (let d = from; d < to; d++) out[d - from] += coefficient * column[d];
  });
}
