// A replicate's scrambles of all sources: random linear scrambling as `src/sampling/sobol.ts` does it number by number.

/** Digits of a direction number, and how many there are. */
const BITS: i32 = 32;
/** Words of a source's scramble: a column a digit, then its digital shift. */
const WORDS_BYTES: usize = 33 * 4;
const NUMBERS_BYTES: usize = 32 * 4;

/**
 * Scrambles the direction numbers of `count` sources.
 *
 * @param words 33 for each; used up
 * @param unscrambled 32 numbers for each, the k-th with digits 0 to k; all 0 where a source has no sequence
 * @param directions where the scrambled ones go, and `shifts` the digital shifts
 */
export function scrambleAll(words: usize, unscrambled: usize, directions: usize, shifts: usize, count: i32): void {
  for (let source: usize = 0; source < <usize>count; source++) {
    const columns = words + source * WORDS_BYTES;
    scramble(columns, unscrambled + source * NUMBERS_BYTES, directions + source * NUMBERS_BYTES);
    i32.store(shifts + (source << 2), i32.load(columns, 128));
  }
}

/** Four numbers together: the columns of the digits that they have, one after the other. */
// @ts-ignore: decorator
@inline
function scramble(columns: usize, from: usize, to: usize): void {
  for (let digit: u32 = 0; digit < <u32>BITS; digit++) {
    const at = columns + (<usize>digit << 2);
    i32.store(at, (0x80000000 | <u32>i32.load(at)) >>> digit);
  }
  for (let first = 0; first < BITS; first += 4) {
    const at = <usize>first << 2;
    let left = v128.load(from + at);
    let scrambled = i32x4.splat(0);
    for (let digit = 0; digit < first + 4; digit++) {
      const column = v128.load32_splat(columns + (<usize>digit << 2));
      scrambled = v128.xor(scrambled, v128.and(i32x4.shr_s(left, 31), column));
      left = i32x4.shl(left, 1);
    }
    v128.store(to + at, scrambled);
  }
}
