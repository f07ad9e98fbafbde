import type { Places } from '../jobs.js';

/** A copy of some places of a matrix, row by row. */
export function pieceOf(matrix: Float64Array, { rows, width, start, end }: Places): Float64Array<ArrayBuffer> {
  const columns = end - start;
  const piece = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    piece.set(matrix.subarray(row * width + start, row * width + end), row * columns);
  }
  return piece;
}

/** Puts a piece back in its places. */
export function putPiece(piece: Float64Array, matrix: Float64Array, { rows, width, start, end }: Places): void {
  const columns = end - start;
  for (let row = 0; row < rows; row++) {
    matrix.set(piece.subarray(row * columns, (row + 1) * columns), row * width + start);
  }
}
