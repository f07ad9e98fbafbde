// Section 14: Poisson numbers about a row of means, as `src/sampling` draws them one by one.
import { exp } from './exponential';
import { fillNormals } from './normal-quantile';
import { add, both, div, load, mul, store, sub, VECTOR } from './vector';

/** Means from which the expansion takes over from exact inversion. */
const LARGE: f64 = 40;
const STEP: f64 = 1.0 / 4294967296.0;
const LANES: usize = 128;

/**
 * Replaces 128 means by counts.
 *
 * @param state of the stream: four words; changed
 * @param bits room for 128 words
 * @param normals room for a row
 * @param list room for 130 half-words, as `fillNormals` takes it
 */
export function drawCounts(state: usize, means: usize, bits: usize, normals: usize, list: usize): void {
  let positive = i64x2.splat(0);
  let large = i64x2.splat(0);
  for (let d: usize = 0; d < LANES << 3; d += VECTOR) {
    const mean = load(means + d);
    positive = v128.or(positive, f64x2.gt(mean, both(0)));
    large = v128.or(large, f64x2.ge(mean, both(LARGE)));
  }
  if (!v128.any_true(positive)) {
    for (let d: usize = 0; d < LANES << 3; d += VECTOR) store(means + d, both(0));
    return;
  }
  drawWords(state, bits);
  if (v128.any_true(large)) fillNormals(bits, normals, list);
  for (let lane: usize = 0; lane < LANES; lane += 8) {
    const at = means + (lane << 3);
    const m0 = load(at);
    const m1 = load(at + VECTOR);
    const m2 = load(at + 2 * VECTOR);
    const m3 = load(at + 3 * VECTOR);
    const isLarge0 = f64x2.ge(m0, both(LARGE));
    const isLarge1 = f64x2.ge(m1, both(LARGE));
    const isLarge2 = f64x2.ge(m2, both(LARGE));
    const isLarge3 = f64x2.ge(m3, both(LARGE));
    if (!allSet(v128.and(v128.and(isLarge0, isLarge1), v128.and(isLarge2, isLarge3)))) {
      storeInverted(at, bits + (lane << 2));
    }
    if (!v128.any_true(v128.or(v128.or(isLarge0, isLarge1), v128.or(isLarge2, isLarge3)))) continue;
    const z = normals + (lane << 3);
    store(at, v128.bitselect(expanded(m0, load(z)), load(at), isLarge0));
    store(at + VECTOR, v128.bitselect(expanded(m1, load(z + VECTOR)), load(at + VECTOR), isLarge1));
    store(at + 2 * VECTOR, v128.bitselect(expanded(m2, load(z + 2 * VECTOR)), load(at + 2 * VECTOR), isLarge2));
    store(at + 3 * VECTOR, v128.bitselect(expanded(m3, load(z + 3 * VECTOR)), load(at + 3 * VECTOR), isLarge3));
  }
}

/** xoshiro128** (D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47 (2021)). */
function drawWords(state: usize, to: usize): void {
  let a = <u32>i32.load(state);
  let b = <u32>i32.load(state, 4);
  let c = <u32>i32.load(state, 8);
  let d = <u32>i32.load(state, 12);
  for (let lane: usize = 0; lane < LANES; lane++) {
    i32.store(to + (lane << 2), rotl<u32>(b * 5, 7) * 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<u32>(d, 11);
  }
  i32.store(state, a);
  i32.store(state, b, 4);
  i32.store(state, c, 8);
  i32.store(state, d, 12);
}

/** The Cornish–Fisher expansion of the continuous inverse to order 1/λ (M. Giles, Algorithm 955, equation 7). */
// @ts-ignore: decorator
@inline
function expanded(mean: v128, w: v128): v128 {
  const root = f64x2.sqrt(mean);
  const square = mul(w, w);
  const first = add(both(1.0 / 3.0), div(square, both(6)));
  const second = div(sub(div(f64x2.neg(w), both(36)), div(mul(w, square), both(72))), root);
  const third = div(
    add(add(both(-8.0 / 405.0), div(mul(both(7), square), both(810))), div(mul(square, square), both(270))),
    mean,
  );
  const sum = add(add(add(add(mean, mul(root, w)), first), second), third);
  return f64x2.pmax(both(0), f64x2.floor(sum));
}

/** A small mean, 0 in place of one that is large or isn't above 0: nothing is to be added up for it. */
// @ts-ignore: decorator
@inline
function smallMean(mean: v128): v128 {
  return v128.and(mean, v128.and(f64x2.gt(mean, both(0)), f64x2.lt(mean, both(LARGE))));
}

/** Two random words as numbers in (0, 1). */
// @ts-ignore: decorator
@inline
function uniforms(words: usize): v128 {
  return mul(add(f64x2.convert_low_i32x4_u(v128.load64_zero(words)), both(0.5)), both(STEP));
}

/** Where more of the probabilities is to be added up. */
// @ts-ignore: decorator
@inline
function goesOn(left: v128, probability: v128): v128 {
  return v128.and(f64x2.ge(left, both(0)), f64x2.gt(probability, both(0)));
}

/**
 * Replaces the small ones of eight means by counts, adding up the probabilities from 0; 0 where a mean isn't above 0. All eight go on
 * until the last one is through: what is left of 1 stays below 0, or a probability at 0, for those that are.
 */
function storeInverted(means: usize, words: usize): void {
  const m0 = smallMean(load(means));
  const m1 = smallMean(load(means + VECTOR));
  const m2 = smallMean(load(means + 2 * VECTOR));
  const m3 = smallMean(load(means + 3 * VECTOR));
  let p0 = exp(f64x2.neg(m0));
  let p1 = exp(f64x2.neg(m1));
  let p2 = exp(f64x2.neg(m2));
  let p3 = exp(f64x2.neg(m3));
  let left0 = sub(uniforms(words), p0);
  let left1 = sub(uniforms(words + 8), p1);
  let left2 = sub(uniforms(words + 16), p2);
  let left3 = sub(uniforms(words + 24), p3);
  const one = both(1);
  let n = both(0);
  let n0 = n;
  let n1 = n;
  let n2 = n;
  let n3 = n;
  while (true) {
    // What is left never falls below rounding for u next to 1: the probabilities come to nothing first.
    const more0 = goesOn(left0, p0);
    const more1 = goesOn(left1, p1);
    const more2 = goesOn(left2, p2);
    const more3 = goesOn(left3, p3);
    if (!v128.any_true(v128.or(v128.or(more0, more1), v128.or(more2, more3)))) break;
    n0 = add(n0, v128.and(more0, one));
    n1 = add(n1, v128.and(more1, one));
    n2 = add(n2, v128.and(more2, one));
    n3 = add(n3, v128.and(more3, one));
    n = add(n, one);
    p0 = mul(p0, div(m0, n));
    p1 = mul(p1, div(m1, n));
    p2 = mul(p2, div(m2, n));
    p3 = mul(p3, div(m3, n));
    left0 = sub(left0, p0);
    left1 = sub(left1, p1);
    left2 = sub(left2, p2);
    left3 = sub(left3, p3);
  }
  store(means, n0);
  store(means + VECTOR, n1);
  store(means + 2 * VECTOR, n2);
  store(means + 3 * VECTOR, n3);
}

/** Whether both halves of a mask are set. */
// @ts-ignore: decorator
@inline
function allSet(mask: v128): bool {
  return i64x2.all_true(mask);
}
