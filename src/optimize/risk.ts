import { square } from '../distributions/elementary.js';
import { cvar } from '../summary/tail.js';

/** A number made of one function's values over the draws, and its derivative by each value. */
export interface DrawMeasure {
  readonly value: number;
  /** `∂value / ∂values[draw]`. */
  readonly weights: Float64Array;
}

/** Half-width of the smoothing, as a share of the values' standard deviation. */
export const SMOOTHING = 0.05;

/** A border narrower than this part of the values is one of rounding errors. */
const ROUNDING = 1e-9;

export function mean(values: Float64Array): number {
  let total = 0;
  for (let d = 0; d < values.length; d++) total += values[d];
  return total / values.length;
}

export function standardDeviation(values: Float64Array): number {
  const centre = mean(values);
  let total = 0;
  for (let d = 0; d < values.length; d++) total += square(values[d] - centre);
  return Math.sqrt(total / values.length);
}

/**
 * `CVaR_α` of the values, the mean of the worst (smallest) share `tail` of them, with a subgradient for weights: ties are
 * broken by the draw's number.
 *
 * Errors: a `RangeError` for a tail outside (0, 1].
 */
export function conditionalValueAtRisk(values: Float64Array, tail: number): DrawMeasure {
  const value = cvar(values, tail);
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
  const weights = new Float64Array(values.length);
  let left = tail * values.length;
  const share = 1 / left;
  for (const draw of order) {
    if (left <= 0) break;
    weights[draw] = Math.min(1, left) * share;
    left -= 1;
  }
  return { value, weights };
}

/**
 * `CVaR_α` with the kink at its border rounded off over `± halfWidth` (Alexander, Coleman and Li, "Minimizing CVaR and
 * VaR for a portfolio of derivatives", 2006): `max_t t − Σ ρ(t − f_d) / (α N)` with `ρ(x) = (x + h)² / 4h` between `−h`
 * and `h`, `0` below and `x` above. Below the exact figure by at most `h / 4α` times the share of draws within `h` of
 * the border; its gradient is continuous in the values, which the sample's own is not.
 *
 * Errors: a `RangeError` for a tail outside (0, 1].
 */
export function smoothedTail(values: Float64Array, tail: number, halfWidth: number): DrawMeasure {
  checkTail(tail);
  const target = tail * values.length;
  const weights = new Float64Array(values.length);
  // Draws that differ by rounding alone: the border's weights would be rounding errors, too, and not sum to 1.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(halfWidth > ROUNDING * largest) || tail === 1) return conditionalValueAtRisk(values, tail);
  const t = smoothedQuantile(values, target, halfWidth);
  let shortfall = 0;
  for (let d = 0; d < values.length; d++) {
    const x = t - values[d];
    if (x >= halfWidth) {
      shortfall += x;
      weights[d] = 1 / target;
    } else if (x > -halfWidth) {
      shortfall += square(x + halfWidth) / (4 * halfWidth);
      weights[d] = (x + halfWidth) / (2 * halfWidth) / target;
    }
  }
  return { value: t - shortfall / target, weights };
}

/**
 * The level `t` at which `Σ clamp((t − f_d + h) / 2h, 0, 1)` is `count`: the quantile of the values, each spread evenly
 * over `± h`. Piecewise linear and increasing in `t`, so Newton steps kept inside a shrinking bracket end exactly.
 */
function smoothedQuantile(values: Float64Array, count: number, halfWidth: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let d = 0; d < values.length; d++) {
    low = Math.min(low, values[d]);
    high = Math.max(high, values[d]);
  }
  low -= halfWidth;
  high += halfWidth;
  let t = low + (high - low) * (count / values.length);
  for (let iteration = 0; iteration < 200; iteration++) {
    let below = 0;
    let inside = 0;
    for (let d = 0; d < values.length; d++) {
      const x = (t - values[d] + halfWidth) / (2 * halfWidth);
      if (x >= 1) below += 1;
      else if (x > 0) {
        below += x;
        inside += 1;
      }
    }
    const excess = below - count;
    if (Math.abs(excess) <= 1e-13 * values.length) return t;
    if (excess > 0) high = t;
    else low = t;
    const newton = t - (excess * 2 * halfWidth) / inside;
    const next = inside > 0 && newton > low && newton < high ? newton : (low + high) / 2;
    if (next === t || next <= low || next >= high) return t;
    t = next;
  }
  return t;
}

/**
 * The share `probability` quantile of the values, smoothed over `± halfWidth`: what must not exceed 0 for "the value is
 * at most 0 with that probability" to hold. Each value is spread by Epanechnikov's kernel, whose weight fades to 0 at its
 * edges, so that the derivative doesn't jump as a draw comes into reach. Weights sum to 1, on the draws around the quantile.
 */
export function quantileMeasure(values: Float64Array, probability: number, halfWidth: number): DrawMeasure {
  const count = values.length;
  const target = probability * count;
  // The evenly spread quantile is near; what is left is a step of Newton's method or two, kept in a bracket.
  let t = smoothedQuantile(values, target, halfWidth);
  let low = t - 2 * halfWidth;
  let high = t + 2 * halfWidth;
  for (let iteration = 0; iteration < 100; iteration++) {
    let below = 0;
    let density = 0;
    for (let d = 0; d < count; d++) {
      const u = (t - values[d]) / halfWidth;
      if (u >= 1) below += 1;
      else if (u > -1) {
        below += (2 + 3 * u - u * u * u) / 4;
        density += 0.75 * (1 - u * u);
      }
    }
    const excess = below - target;
    if (Math.abs(excess) <= 1e-13 * count) break;
    if (excess > 0) high = t;
    else low = t;
    const newton = t - (excess * halfWidth) / density;
    const next = density > 0 && newton > low && newton < high ? newton : (low + high) / 2;
    if (next === t || next <= low || next >= high) break;
    t = next;
  }
  const weights = new Float64Array(count);
  let total = 0;
  for (let d = 0; d < count; d++) {
    const u = (t - values[d]) / halfWidth;
    const weight = Math.max(0, 1 - u * u);
    weights[d] = weight;
    total += weight;
  }
  if (total > 0) for (let d = 0; d < count; d++) weights[d] = weights[d] / total;
  return { value: t, weights };
}

/** `E[f] − w (E[f] − CVaR_α[f])`, exactly (`halfWidth` 0) or with the tail's border smoothed. */
export function riskAdjusted(values: Float64Array, aversion: number, tail: number, halfWidth: number): DrawMeasure {
  const count = values.length;
  if (aversion === 0) return { value: mean(values), weights: new Float64Array(count).fill(1 / count) };
  const worst = smoothedTail(values, tail, halfWidth);
  const weights = worst.weights;
  for (let d = 0; d < count; d++) weights[d] = (1 - aversion) / count + aversion * weights[d];
  return { value: (1 - aversion) * mean(values) + aversion * worst.value, weights };
}

function checkTail(tail: number): void {
  if (!(tail > 0 && tail <= 1)) throw new RangeError(`a tail is a share above 0 and at most 1, found ${tail}`);
}
