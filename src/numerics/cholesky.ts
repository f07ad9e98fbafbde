/** Symmetric positive definite matrices, row by row in one array of n². */

/** What is left of a diagonal, as the square of the factor's; `null` gives the factor up. */
type Pivot = (rest: number) => number | null;

const POSITIVE: Pivot = (rest) => (rest > 0 ? rest : null);

/**
 * Lower factor L with L Lᵀ = A, or `null` where A is not positive definite (by `pivot`, which may also be stricter, or raise
 * what is too small).
 */
export function cholesky(a: ArrayLike<number>, n: number, pivot: Pivot = POSITIVE): Float64Array | null {
  const l = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const own = j * n;
    let rest = a[own + j];
    for (let k = 0; k < j; k++) rest -= l[own + k] * l[own + k];
    const square = pivot(rest);
    if (square === null) return null;
    const root = Math.sqrt(square);
    l[own + j] = root;
    // Four rows together: none waits for what another one adds up.
    let i = j + 1;
    for (; i + 3 < n; i += 4) {
      const [r0, r1, r2, r3] = [i * n, (i + 1) * n, (i + 2) * n, (i + 3) * n];
      let s0 = a[r0 + j];
      let s1 = a[r1 + j];
      let s2 = a[r2 + j];
      let s3 = a[r3 + j];
      for (let k = 0; k < j; k++) {
        const x = l[own + k];
        s0 -= l[r0 + k] * x;
        s1 -= l[r1 + k] * x;
        s2 -= l[r2 + k] * x;
        s3 -= l[r3 + k] * x;
      }
      l[r0 + j] = s0 / root;
      l[r1 + j] = s1 / root;
      l[r2 + j] = s2 / root;
      l[r3 + j] = s3 / root;
    }
    for (; i < n; i++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= l[i * n + k] * l[own + k];
      l[i * n + j] = sum / root;
    }
  }
  return l;
}

/** As `cholesky`, with as much added to the diagonal as it takes. */
export function choleskyWithRidge(a: ArrayLike<number>, n: number): Float64Array {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(a[i * n + i]));
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-10 * (largest + 1e-300) : ridge * 10) {
    const lifted = Float64Array.from(a);
    for (let i = 0; i < n; i++) lifted[i * n + i] += ridge;
    const l = cholesky(lifted, n);
    if (l !== null) return l;
  }
}

/** x with L x = b. */
export function solveLower(l: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = b.length;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= l[i * n + k] * x[k];
    x[i] = sum / l[i * n + i];
  }
  return x;
}

/** x with Lᵀ x = b. */
export function solveUpper(l: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = b.length;
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i] * x[k];
    x[i] = sum / l[i * n + i];
  }
  return x;
}

/** ln det A from its factor. */
export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 2 * Math.log(l[i * n + i]);
  return sum;
}

/** A⁻¹ from A's factor. */
export function inverseOf(l: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const solved = solveUpper(l, solveLower(l, unit));
    for (let row = 0; row < n; row++) inverse[row * n + column] = solved[row];
  }
  return inverse;
}
