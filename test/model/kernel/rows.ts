import { type Region, rowAt } from '../../../src/model/layout.js';

/** What the kernel promises: each figure to ten digits of the plain pass. */
export const AGREEMENT = 1e-10;

/** Below this a figure has left the numbers that keep all their digits, or was made of some that have. */
const SMALLEST = 1e-290;
/** Above this it was divided by one. */
const LARGEST = 1 / SMALLEST;

export function agree(a: number, b: number, scale = 0): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (Math.min(Math.abs(a), Math.abs(b)) > LARGEST) return Math.sign(a) === Math.sign(b);
  return Math.abs(a - b) <= AGREEMENT * Math.max(Math.abs(a), Math.abs(b), scale) + SMALLEST;
}

/** Fails with the place of the first number of a region's live draws that differs. */
export function expectRowsToAgree(
  name: string,
  region: Region,
  actual: Float64Array,
  expected: Float64Array,
  lanes: number,
): void {
  for (let row = 0; row < region.rows; row++) {
    for (let d = 0; d < lanes; d++) {
      const at = rowAt(region, row) + d;
      if (!agree(actual[at]!, expected[at]!)) {
        throw new Error(`${name}, row ${row}, draw ${d}: ${actual[at]} instead of ${expected[at]}`);
      }
    }
  }
}
