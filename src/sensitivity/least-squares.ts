import { cholesky, solveLower, solveUpper } from '../numerics/cholesky.js';
import { required } from '../required.js';

/** Columns that are gone through at once: each sum waits for its last addition only, and keeps its own order. */
const TOGETHER = 4;

/** Symmetric sums of products of columns, `[i * columns + j]`. */
export function gramMatrix(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const size = columns.length;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const sums = moments(columns.slice(0, i + 1), columns[i], from, to);
    for (let j = 0; j <= i; j++) {
      gram[i * size + j] = sums[j];
      gram[j * size + i] = sums[j];
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
  const sums = new Float64Array(columns.length);
  const whole = columns.length - (columns.length % TOGETHER);
  for (let j = 0; j < whole; j += TOGETHER) {
    const [a, b, c, e] = [columns[j], columns[j + 1], columns[j + 2], columns[j + 3]];
    let [sumA, sumB, sumC, sumE] = [0, 0, 0, 0];
    for (let d = from; d < to; d++) {
      const value = values[d];
      sumA += a[d] * value;
      sumB += b[d] * value;
      sumC += c[d] * value;
      sumE += e[d] * value;
    }
    sums[j] = sumA;
    sums[j + 1] = sumB;
    sums[j + 2] = sumC;
    sums[j + 3] = sumE;
  }
  for (let j = whole; j < columns.length; j++) sums[j] = innerProduct(columns[j], values, from, to);
  return sums;
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
  const whole = columns.length - (columns.length % TOGETHER);
  for (let j = 0; j < whole; j += TOGETHER) {
    const [a, b, c, e] = [columns[j], columns[j + 1], columns[j + 2], columns[j + 3]];
    const [ofA, ofB, ofC, ofE] = [coefficients[j], coefficients[j + 1], coefficients[j + 2], coefficients[j + 3]];
    for (let d = from; d < to; d++) out[d - from] = out[d - from] + ofA * a[d] + ofB * b[d] + ofC * c[d] + ofE * e[d];
  }
  for (let j = whole; j < columns.length; j++) {
    const column = columns[j];
    const coefficient = coefficients[j];
    for (let d = from; d < to; d++) out[d - from] += coefficient * column[d];
  }
}
