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
 * @param list room for 130 half-words
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
  let small: usize = list;
  if (v128.any_true(large)) {
    fillNormals(bits, normals, list);
    for (let d: usize = 0; d < LANES << 3; d += VECTOR) {
      const mean = load(means + d);
      const isSmall = i64x2.bitmask(v128.not(f64x2.ge(mean, both(LARGE))));
      const lane = <i32>(d >>> 3);
      i32.store16(small, lane);
      small += <usize>(isSmall & 1) << 1;
      i32.store16(small, lane + 1);
      small += <usize>(isSmall & 2);
      store(means + d, v128.bitselect(expanded(mean, load(normals + d)), mean, f64x2.ge(mean, both(LARGE))));
    }
  } else {
    for (let lane = 0; lane < <i32>LANES; lane++) {
      i32.store16(small, lane);
      small += 2;
    }
  }
  for (let next = list; next < small; next += 2) {
    const lane = <usize>i32.load16_u(next);
    const u = (<f64><u32>i32.load(bits + (lane << 2)) + 0.5) * STEP;
    const at = means + (lane << 3);
    f64.store(at, inverted(f64.load(at), u));
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

/** By adding up the probabilities from 0; 0 where the mean isn't above 0. */
function inverted(mean: f64, u: f64): f64 {
  if (!(mean > 0)) return 0;
  let probability = f64x2.extract_lane(exp(both(-mean)), 0);
  let left = u - probability;
  let n: f64 = 0;
  // What is left never falls below rounding for u next to 1: the probabilities come to nothing first.
  while (left >= 0 && probability > 0) {
    n += 1;
    probability *= mean / n;
    left -= probability;
  }
  return n;
}
