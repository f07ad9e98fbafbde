// Moments of a series without NaN, as `../../moments.ts` defines them.
import { add, both, larger, load, mul, smaller, sub } from '../../../model/kernel/assembly/vector';
import { Moments } from './records';

/** Short enough that a plain sum of it loses a few units in the last place at most. */
const CHUNK_BYTES: usize = 128 * 8;
/** Four vectors: enough sums at once that none waits for the one before. */
const STEP: usize = 64;

/** Mean, smallest and largest. Chunks are summed plainly, their sums by Neumaier's compensated summation. */
export function span(values: usize, n: i32, record: usize): void {
  const stop = values + (<usize>n << 3);
  let low = both(Infinity);
  let high = both(-Infinity);
  let lowest = Infinity;
  let highest = -Infinity;
  let total: f64 = 0;
  let lost: f64 = 0;
  let at = values;
  while (at < stop) {
    const end = min(at + CHUNK_BYTES, stop);
    let s0 = both(0);
    let s1 = both(0);
    let low1 = low;
    let high1 = high;
    for (; at + STEP <= end; at += STEP) {
      const x0 = load(at);
      const x1 = load(at + 16);
      const x2 = load(at + 32);
      const x3 = load(at + 48);
      s0 = add(s0, add(x0, x1));
      s1 = add(s1, add(x2, x3));
      low = smaller(low, smaller(x0, x1));
      low1 = smaller(low1, smaller(x2, x3));
      high = larger(high, larger(x0, x1));
      high1 = larger(high1, larger(x2, x3));
    }
    low = smaller(low, low1);
    high = larger(high, high1);
    let sum = across(add(s0, s1));
    for (; at < end; at += 8) {
      const x = f64.load(at);
      sum += x;
      if (x < lowest) lowest = x;
      if (x > highest) highest = x;
    }
    const next = total + sum;
    lost += abs(total) >= abs(sum) ? total - next + sum : sum - next + total;
    total = next;
  }
  const moments = changetype<Moments>(record);
  moments.mean = (total + lost) / <f64>n;
  moments.smallest = min(lowest, min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1)));
  moments.largest = max(highest, max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1)));
}

/**
 * Squared deviations, of draws and of clusters.
 *
 * The mean at hand may be off by a rounding, δ = Σ (x − mean) / n. It is corrected, and the squares with it:
 * Σ (d − δ)² = Σ d² − n δ², and for clusters of n_c draws Σ_c (e_c − n_c δ)² = Σ e_c² − 2 δ Σ n_c e_c + δ² Σ n_c².
 *
 * @param kind of clusters: 0 single draws, 1 pairs, 2 those that end at `ends`
 */
export function deviations(values: usize, n: i32, kind: i32, ends: usize, count: i32, record: usize): void {
  const moments = changetype<Moments>(record);
  const mean = moments.mean;
  // Of e_c², n_c e_c and n_c² over the clusters.
  let ofSquares: f64 = 0;
  let ofProducts: f64 = 0;
  let ofSizes: f64 = 0;
  sumOf = 0;
  squaresOf = 0;
  pairSquaresOf = 0;
  if (kind == 2) {
    let from = 0;
    let sums: f64 = 0;
    for (let cluster = 0; cluster < count; cluster++) {
      const to = i32.load(ends + (<usize>cluster << 2));
      sumOf = 0;
      addRange(values, from, to, mean, false);
      const size = <f64>(to - from);
      ofSquares += sumOf * sumOf;
      ofProducts += size * sumOf;
      ofSizes += size * size;
      sums += sumOf;
      from = to;
    }
    sumOf = sums;
  } else if (kind == 1) {
    addRange(values, 0, n, mean, true);
    const odd = (n & 1) == 1;
    ofSquares = pairSquaresOf;
    ofProducts = 2 * sumOf - (odd ? f64.load(values + (<usize>(n - 1) << 3)) - mean : 0);
    ofSizes = 4 * <f64>(n >> 1) + (odd ? 1 : 0);
  } else {
    addRange(values, 0, n, mean, false);
    ofSquares = squaresOf;
    ofProducts = sumOf;
    ofSizes = <f64>n;
  }
  const shift = sumOf / <f64>n;
  moments.mean = mean + shift;
  moments.squares = max<f64>(squaresOf - shift * sumOf, 0);
  moments.clusterSquares = max<f64>(ofSquares - shift * (2 * ofProducts - shift * ofSizes), 0);
}

// What `addRange` adds to: Σ d, Σ d² and the squares of the sums of pairs, d the deviations.
let sumOf: f64 = 0;
let squaresOf: f64 = 0;
let pairSquaresOf: f64 = 0;

// @ts-ignore: decorator
@inline
function addRange(values: usize, from: i32, to: i32, mean: f64, pairs: bool): void {
  const centre = both(mean);
  const stop = values + (<usize>to << 3);
  let at = values + (<usize>from << 3);
  while (at < stop) {
    const end = min(at + CHUNK_BYTES, stop);
    let s0 = both(0);
    let s1 = both(0);
    let q0 = both(0);
    let q1 = both(0);
    let q2 = both(0);
    let q3 = both(0);
    let p0 = both(0);
    let p1 = both(0);
    for (; at + STEP <= end; at += STEP) {
      const d0 = sub(load(at), centre);
      const d1 = sub(load(at + 16), centre);
      const d2 = sub(load(at + 32), centre);
      const d3 = sub(load(at + 48), centre);
      s0 = add(s0, add(d0, d1));
      s1 = add(s1, add(d2, d3));
      q0 = add(q0, mul(d0, d0));
      q1 = add(q1, mul(d1, d1));
      q2 = add(q2, mul(d2, d2));
      q3 = add(q3, mul(d3, d3));
      if (pairs) {
        const e0 = pairSums(d0, d1);
        const e1 = pairSums(d2, d3);
        p0 = add(p0, mul(e0, e0));
        p1 = add(p1, mul(e1, e1));
      }
    }
    sumOf += across(add(s0, s1));
    squaresOf += across(add(add(q0, q1), add(q2, q3)));
    if (pairs) pairSquaresOf += across(add(p0, p1));
    for (; at < end; at += 16) {
      const d = f64.load(at) - mean;
      const e = at + 8 < end ? f64.load(at + 8) - mean : 0;
      sumOf += d + e;
      squaresOf += d * d + e * e;
      if (pairs) pairSquaresOf += (d + e) * (d + e);
    }
  }
}

// @ts-ignore: decorator
@inline
function pairSums(a: v128, b: v128): v128 {
  return add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
}

// @ts-ignore: decorator
@inline
function across(a: v128): f64 {
  return f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
}
