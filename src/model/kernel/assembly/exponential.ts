import { add, choose, div, entry, larger, mul, smaller, store, sub, VECTOR } from './vector';

// exp(x) = 2^k exp(r), r = x − k ln 2, |r| ≤ ½ ln 2, and exp(r) − 1 = 2 r P(r²) / (Q(r²) − r P(r²)).
// S. Moshier, Cephes Mathematical Library (1984–1992), exp.c: relative error of the approximation below 2e-17.

/** log₂e · 1.5·2⁵² · ln 2 in two parts · P · Q · 1 · bounds of the arguments. */
const E = memory.data<f64>([
  1.4426950408889634, 6755399441055744.0, 6.93145751953125e-1, 1.42860682030941723212e-6,
  1.26177193074810590878e-4, 3.02994407707441961300e-2, 9.99999999999999999910e-1,
  3.00198505138664455042e-6, 2.52448340349684104192e-3, 2.27265548208155028766e-1, 2.0,
  1.0, -746.0, 710.0, -708.0, 40.0, -40.0, 0.5, 0.25, 1e-17,
], 16);

/** Exponent bias of a double, in the low half of each lane. */
// @ts-ignore: decorator
@inline
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(i32x4.add(k, i64x2.splat(1023)), 52);
}

/** `x` shifted so far up that its lowest bits are the whole number k nearest to x / ln 2. */
// @ts-ignore: decorator
@inline
function shifted(x: v128): v128 {
  return add(mul(x, entry(E, 0)), entry(E, 1));
}

/** exp(r) − 1 of the rest r of `x`. */
// @ts-ignore: decorator
@inline
function restMinusOne(x: v128, shift: v128): v128 {
  const k = sub(shift, entry(E, 1));
  const r = sub(sub(x, mul(k, entry(E, 2))), mul(k, entry(E, 3)));
  const s = mul(r, r);
  const p = mul(r, add(mul(add(mul(entry(E, 4), s), entry(E, 5)), s), entry(E, 6)));
  const q = add(mul(add(mul(add(mul(entry(E, 7), s), entry(E, 8)), s), entry(E, 9)), s), entry(E, 10));
  const half = div(p, sub(q, p));
  return add(half, half);
}

/** exp(x), any x. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const within = smaller(larger(x, entry(E, 12)), entry(E, 13));
  const shift = shifted(within);
  const rest = add(restMinusOne(within, shift), entry(E, 11));
  // In two steps, so that results beyond the smallest normal number and up to the largest come out right.
  const low = i32x4.shr_s(shift, 1);
  return mul(mul(rest, powerOfTwo(low)), powerOfTwo(i32x4.sub(shift, low)));
}

/**
 * exp of four numbers to `to`. Up to ½ in size no range needs reducing: noise in logs seldom goes beyond. The four share what is
 * read of the table.
 */
// @ts-ignore: decorator
@inline
export function storeExps(to: usize, x: v128, y: v128): void {
  if (i64x2.bitmask(f64x2.gt(larger(f64x2.abs(x), f64x2.abs(y)), entry(E, 17))) != 0) {
    store(to, exp(x));
    store(to + VECTOR, exp(y));
    return;
  }
  const s = mul(x, x);
  const t = mul(y, y);
  let c = entry(E, 4);
  let p = mul(c, s);
  let u = mul(c, t);
  c = entry(E, 5);
  p = mul(add(p, c), s);
  u = mul(add(u, c), t);
  c = entry(E, 6);
  p = mul(add(p, c), x);
  u = mul(add(u, c), y);
  c = entry(E, 7);
  let q = mul(c, s);
  let v = mul(c, t);
  c = entry(E, 8);
  q = mul(add(q, c), s);
  v = mul(add(v, c), t);
  c = entry(E, 9);
  q = mul(add(q, c), s);
  v = mul(add(v, c), t);
  c = entry(E, 10);
  const half = div(p, sub(add(q, c), p));
  const other = div(u, sub(add(v, c), u));
  c = entry(E, 11);
  store(to, add(add(half, half), c));
  store(to + VECTOR, add(add(other, other), c));
}

/** Whether a number of the two is above `bound`. */
// @ts-ignore: decorator
@inline
function anyAbove(x: v128, bound: i32): bool {
  return i64x2.bitmask(f64x2.gt(x, entry(E, bound))) != 0;
}

/** (1 − exp(−x)) / x for 0 ≤ x ≤ ½, where no range needs reducing. */
// @ts-ignore: decorator
@inline
function saturationRate(x: v128): v128 {
  const s = mul(x, x);
  const p = add(mul(add(mul(entry(E, 4), s), entry(E, 5)), s), entry(E, 6));
  const q = add(mul(add(mul(add(mul(entry(E, 7), s), entry(E, 8)), s), entry(E, 9)), s), entry(E, 10));
  const half = div(p, add(q, mul(x, p)));
  return add(half, half);
}

/** exp(−x) for x ≥ 0. */
// @ts-ignore: decorator
@inline
export function fade(x: v128): v128 {
  if (anyAbove(x, 11)) return exp(f64x2.neg(x));
  const h = mul(x, entry(E, 17));
  const root = sub(entry(E, 11), mul(h, saturationRate(h)));
  return mul(root, root);
}

/** 1 − exp(−x) for x ≥ 0, all digits preserved where x is small; exactly 1 beyond 40. */
// @ts-ignore: decorator
@inline
export function saturate(x: v128): v128 {
  if (anyAbove(x, 10)) {
    const within = larger(f64x2.neg(x), entry(E, 16));
    const shift = shifted(within);
    const scale = powerOfTwo(shift);
    return sub(sub(entry(E, 11), scale), mul(scale, restMinusOne(within, shift)));
  }
  // From a quarter of x by 1 − exp(−2y) = u (2 − u), u = 1 − exp(−y), twice.
  const quarter = mul(x, entry(E, 18));
  const u = mul(quarter, saturationRate(quarter));
  const v = mul(u, sub(entry(E, 10), u));
  return mul(v, sub(entry(E, 10), v));
}

/** (1 − exp(−x)) / x for x ≥ 0, 1 at 0. */
// @ts-ignore: decorator
@inline
export function meanFade(x: v128): v128 {
  if (!anyAbove(x, 17)) return saturationRate(x);
  const some = f64x2.gt(x, entry(E, 19));
  return choose(some, div(saturate(x), choose(some, x, entry(E, 11))), entry(E, 11));
}
