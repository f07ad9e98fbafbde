import { add, both, div, entry, load, mul, store, sub, VECTOR } from './vector';

// Φ⁻¹ at (k + ½) / 2³² for 32 random bits k. M. J. Wichura, "Algorithm AS 241: The percentage points of the normal
// distribution", Appl. Statist. 37 (1988), PPND16. Its far tail lies beyond 2⁻³³ and isn't needed.

/** Numerator and denominator, highest power first: the middle in r = 0.180625 − q², then the tails in √(−ln p) − 1.6. */
const MIDDLE = memory.data<f64>([
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1.0,
], 16);
const TAIL = memory.data<f64>([
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1.0,
], 16);

/** ln 2 in two parts, and the coefficients of s², s⁴ … of ln((1 + s) / (1 − s)) / s − 2: Sun's fdlibm, e_log.c. */
const LOG = memory.data<f64>([
  6.93147180369123816490e-1, 1.90821492927058770002e-10,
  1.479819860511658591e-1, 1.531383769920937332e-1, 1.818357216161805012e-1, 2.222219843214978396e-1,
  2.857142874366239149e-1, 3.999999999940941908e-1, 6.666666666666735130e-1,
], 16);

/** Where the tails begin, as a distance from ½. */
const BORDER: f64 = 0.425;
const STEP: f64 = 1.0 / 4294967296.0;

/** Eight coefficients of a table from `first` on, highest power first. No loop: the compiler doesn't unroll any. */
// @ts-ignore: decorator
@inline
function polynomial(first: usize, r: v128): v128 {
  const top = add(mul(add(mul(entry(first, 0), r), entry(first, 1)), r), entry(first, 2));
  const middle = add(mul(add(mul(top, r), entry(first, 3)), r), entry(first, 4));
  return add(mul(add(mul(add(mul(middle, r), entry(first, 5)), r), entry(first, 6)), r), entry(first, 7));
}

/** −ln p for normal numbers p below ½. */
// @ts-ignore: decorator
@inline
function minusLog(p: v128): v128 {
  // The exponent such that what is left lies between √½ and √2.
  const raised = i64x2.add(p, i64x2.splat(0x3ff0000000000000 - 0x3fe6a09e667f3bcd));
  const exponent = i64x2.shr_u(raised, 52);
  const m = i64x2.add(v128.and(raised, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3fe6a09e667f3bcd));
  const k = sub(both(1023), f64x2.convert_low_i32x4_u(i8x16.shuffle(exponent, exponent, 0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11)));
  const f = sub(m, both(1));
  const s = div(f, add(f, both(2)));
  const z = mul(s, s);
  const top = add(mul(add(mul(add(mul(entry(LOG, 2), z), entry(LOG, 3)), z), entry(LOG, 4)), z), entry(LOG, 5));
  const poly = add(mul(add(mul(add(mul(top, z), entry(LOG, 6)), z), entry(LOG, 7)), z), entry(LOG, 8));
  const rest = sub(mul(k, entry(LOG, 1)), mul(s, add(both(2), mul(z, poly))));
  return add(mul(k, entry(LOG, 0)), rest);
}

/**
 * Turns the 128 random numbers of a row into standard normals.
 *
 * @param bits 128 words; changed
 * @param to a row
 * @param list room for 129 half-words
 */
export function fillNormals(bits: usize, to: usize, list: usize): void {
  let tails: usize = list;
  for (let lane: usize = 0; lane < 128; lane += 4) {
    const signed = v128.xor(v128.load(bits + (lane << 2)), i32x4.splat(i32.MIN_VALUE));
    const q = mul(add(f64x2.convert_low_i32x4_s(signed), both(0.5)), both(STEP));
    const upper = i32x4.shuffle(signed, signed, 2, 3, 2, 3);
    const p = mul(add(f64x2.convert_low_i32x4_s(upper), both(0.5)), both(STEP));
    storeMiddles(to + (lane << 3), q, p);
    // The tails go on a list, to be made again together: no branch for what happens to one in seven.
    const isTail = i64x2.bitmask(f64x2.gt(f64x2.abs(q), both(BORDER)));
    const isTailToo = i64x2.bitmask(f64x2.gt(f64x2.abs(p), both(BORDER)));
    i32.store16(tails, <i32>lane);
    tails += <usize>(isTail & 1) << 1;
    i32.store16(tails, <i32>lane + 1);
    tails += <usize>(isTail & 2);
    i32.store16(tails, <i32>lane + 2);
    tails += <usize>(isTailToo & 1) << 1;
    i32.store16(tails, <i32>lane + 3);
    tails += <usize>(isTailToo & 2);
  }
  // An odd one out is done twice.
  if (tails > list) i32.store16(tails, i32.load16_u(tails - 2));
  for (let next = list; next < tails; next += 4) {
    const first = <usize>i32.load16_u(next);
    const second = <usize>i32.load16_u(next + 2);
    const words = v128.load32_lane(bits + (second << 2), v128.load32_zero(bits + (first << 2)), 1);
    const above = i32x4.shr_s(words, 31);
    const mirrored = v128.xor(words, above);
    const p = mul(add(f64x2.convert_low_i32x4_u(mirrored), both(0.5)), both(STEP));
    const depth = sub(f64x2.sqrt(minusLog(p)), both(1.6));
    const magnitude = div(polynomial(TAIL, depth), polynomial(TAIL + 64, depth));
    const below = i64x2.shl(i64x2.extend_low_i32x4_u(v128.not(above)), 63);
    const z = v128.or(magnitude, below);
    v128.store64_lane(to + (first << 3), z, 0);
    v128.store64_lane(to + (second << 3), z, 1);
  }
}

/** q · N(r) / D(r) of four, in the order of the published program; they share what is read of the table. */
// @ts-ignore: decorator
@inline
function storeMiddles(to: usize, q: v128, p: v128): void {
  const border = both(0.180625);
  const r = sub(border, mul(q, q));
  const s = sub(border, mul(p, p));
  let a = entry(MIDDLE, 0);
  let b = entry(MIDDLE, 8);
  let above = a;
  let below = b;
  let over = a;
  let under = b;
  a = entry(MIDDLE, 1);
  b = entry(MIDDLE, 9);
  above = add(mul(above, r), a);
  below = add(mul(below, r), b);
  over = add(mul(over, s), a);
  under = add(mul(under, s), b);
  a = entry(MIDDLE, 2);
  b = entry(MIDDLE, 10);
  above = add(mul(above, r), a);
  below = add(mul(below, r), b);
  over = add(mul(over, s), a);
  under = add(mul(under, s), b);
  a = entry(MIDDLE, 3);
  b = entry(MIDDLE, 11);
  above = add(mul(above, r), a);
  below = add(mul(below, r), b);
  over = add(mul(over, s), a);
  under = add(mul(under, s), b);
  a = entry(MIDDLE, 4);
  b = entry(MIDDLE, 12);
  above = add(mul(above, r), a);
  below = add(mul(below, r), b);
  over = add(mul(over, s), a);
  under = add(mul(under, s), b);
  a = entry(MIDDLE, 5);
  b = entry(MIDDLE, 13);
  above = add(mul(above, r), a);
  below = add(mul(below, r), b);
  over = add(mul(over, s), a);
  under = add(mul(under, s), b);
  a = entry(MIDDLE, 6);
  b = entry(MIDDLE, 14);
  above = add(mul(above, r), a);
  below = add(mul(below, r), b);
  over = add(mul(over, s), a);
  under = add(mul(under, s), b);
  a = entry(MIDDLE, 7);
  b = entry(MIDDLE, 15);
  above = add(mul(above, r), a);
  below = add(mul(below, r), b);
  over = add(mul(over, s), a);
  under = add(mul(under, s), b);
  store(to, div(mul(q, above), below));
  store(to + VECTOR, div(mul(p, over), under));
}
