import { BITS } from './direction-numbers.js';

/**
 * A random linear scramble of one dimension's direction numbers: each is multiplied over GF(2) by a random lower
 * triangular matrix with ones on its diagonal. J. Matoušek, "On the L2-discrepancy for anchored boxes", Journal of
 * Complexity 14 (1998), section 2.3. With a random digital shift on top each point is uniform, the set stays a (t, m, s)
 * net, and its variance for smooth integrands is of the order of Owen's nested scrambling.
 *
 * @param words 32 random words from `from` on
 * @param unscrambled 32 direction numbers from `at` on, their first digit in the highest bit
 * @param out 32 numbers from `at` on
 */
export function scrambleDirections(
  words: Uint32Array,
  from: number,
  unscrambled: Uint32Array,
  out: Uint32Array,
  at: number,
): void {
  for (let k = at; k < at + BITS; k++) {
    let rest = unscrambled[k];
    let scrambled = 0;
    while (rest !== 0) {
      const column = Math.clz32(rest);
      scrambled ^= (0x80000000 | words[from + column]) >>> column;
      rest ^= 0x80000000 >>> column;
    }
    out[k] = scrambled;
  }
}

/**
 * One point of the sequence in Gray code order (Antonov and Saleev, 1979), as its 32 binary digits.
 *
 * @param directions 32 direction numbers from `at` on
 * @param shift digital shift
 * @param index from 0 to 2^32 − 1
 * @returns a whole number k from 0 to 2^32 − 1; the point is (k + ½) / 2^32
 */
export function sobolPoint(directions: Uint32Array, at: number, shift: number, index: number): number {
  let point = shift;
  for (let gray = (index ^ (index >>> 1)) >>> 0; gray !== 0; gray &= gray - 1) {
    point ^= directions[at + trailingZeros(gray)];
  }
  return point >>> 0;
}

/** Points `offset` to `offset + count − 1`, as `sobolPoint` gives them, for one XOR each. */
export function fillSobolPoints(
  directions: Uint32Array,
  at: number,
  shift: number,
  offset: number,
  count: number,
  out: Uint32Array,
): void {
  let point = sobolPoint(directions, at, shift, offset);
  out[0] = point;
  for (let lane = 1; lane < count; lane++) {
    point ^= directions[at + trailingZeros(offset + lane)];
    out[lane] = point;
  }
}

/** Of a number other than 0. */
function trailingZeros(value: number): number {
  return 31 - Math.clz32(value & -value);
}
