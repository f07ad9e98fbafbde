import { expect, it } from 'vitest';
import { pieceOf, putPiece } from '../../src/engine/web/pieces.js';
import { createShares } from '../../src/engine/web/shares.js';

it('pieces of a matrix, put back where they are from, are the matrix', () => {
  const [rows, width] = [3, 7];
  const matrix = Float64Array.from({ length: rows * width }, (_, at) => at);
  const again = new Float64Array(rows * width);
  for (const [start, end] of [
    [0, 2],
    [2, 3],
    [3, 7],
  ] as const) {
    const places = { rows, width, start, end };
    putPiece(pieceOf(matrix, places), again, places);
  }
  expect([...again]).toEqual([...matrix]);
});

it('tasks are handed out once each, from a worker’s own share first, in runs no longer than asked for', () => {
  const next = createShares(100, 2, { longest: 16, runs: 4 });
  const own = Array.from({ length: 4 }, () => next(0)!);
  expect(own).toEqual([
    { from: 0, to: 13 },
    { from: 13, to: 26 },
    { from: 26, to: 39 },
    { from: 39, to: 50 },
  ]);
  // What is left is the other's.
  expect(next(0)).toEqual({ from: 50, to: 63 });
  const many = createShares(1000, 1, { longest: 16, runs: 4 });
  expect(many(0)).toEqual({ from: 0, to: 16 });
});
