/** Symmetric sums of products of columns, `[i * columns + j]`. */
export function gramMatrix(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const size = columns.length;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = innerProduct(columns[i]!, columns[j]!, from, to);
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

export function innerProduct(left: Float64Array, right: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let d = from; d < to; d++) sum += left[d]! * right[d]!;
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
  for (let i = 0; i < size; i++) trace += gram[i * size + i]!;
  const ridge = (RIDGE * trace) / size;
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = gram[i * size + j]! + (i === j ? ridge : 0);
      for (let k = 0; k < j; k++) rest -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = i === j ? Math.sqrt(Math.max(rest, ridge)) : rest / factor[j * size + j]!;
    }
  }
  return (right) => {
    const x = right.slice();
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k++) x[i]! -= factor[i * size + k]! * x[k]!;
      x[i]! /= factor[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i]! -= factor[k * size + i]! * x[k]!;
      x[i]! /= factor[i * size + i]!;
    }
    return x;
  };
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
    const coefficient = coefficients[j]!;
    for (let d = from; d < to; d++) out[d - from]! += coefficient * column[d]!;
  });
}
