import type { Pass } from '../../src/kernel/index.js';
import { type BlockRows, laySimdImage, openSimdImage } from '../../src/kernel/simd.js';

/** Passes in a memory with so many numbers of rows, then others. */
export function simdProgram(rows: number, numbers: number, passes: readonly Pass[], block?: BlockRows) {
  return openSimdImage(laySimdImage(rows, numbers, passes, block));
}
