import { exp, tanh as hyperbolicTangent, pow, square } from '../../distributions/elementary.js';
import {
  type HermiteSegments,
  monotoneSlopes,
  segmentSlope,
  segmentValue,
} from '../../distributions/monotone-cubic.js';

/** A curve of one draw at one adstocked spend: what it brings, and what a unit more brings on top. */
export interface CurvePoint {
  value: number;
  slope: number;
}

/**
 * `M sᵏ / (sᵏ + hᵏ)`: Robyn's `saturation_hill`, Meridian's `HillTransformer`, PyMC-Marketing's `hill_function`. The
 * smaller of the two powers is the one that is taken, so that neither overflows.
 */
export function hill(s: number, most: number, half: number, shape: number, to: CurvePoint): void {
  if (s < half) {
    const q = pow(s / half, shape);
    to.value = (most * q) / (1 + q);
    to.slope = (most * shape * q) / (s * square(1 + q));
  } else {
    const q = pow(half / s, shape);
    to.value = most / (1 + q);
    to.slope = (most * shape * q) / (s * square(1 + q));
  }
}

/** `M (1 − exp(−λ s)) / (1 + exp(−λ s))`, that is `M tanh(λ s / 2)`: PyMC-Marketing's `logistic_saturation`. */
export function logistic(s: number, most: number, lam: number, to: CurvePoint): void {
  hyperbolic(s, most, lam / 2, to);
}

/** `b tanh(s / (b c))`: PyMC-Marketing's `tanh_saturation`; a first unit costs c. */
export function tanh(s: number, most: number, cost: number, to: CurvePoint): void {
  if (most > 0) hyperbolic(s, most, 1 / (most * cost), to);
  else {
    to.value = 0;
    to.slope = 0;
  }
}

function hyperbolic(s: number, most: number, rate: number, to: CurvePoint): void {
  to.value = most * hyperbolicTangent(rate * s);
  // 1 − tanh² loses its digits where the curve is nearly level.
  const fade = exp(-2 * rate * s);
  to.slope = (4 * most * rate * fade) / square(1 + fade);
}

/** `M s / (h + s)`: Robyn's `mic_men`, PyMC-Marketing's `michaelis_menten`. */
export function michaelis(s: number, most: number, half: number, to: CurvePoint): void {
  to.value = (most * s) / (half + s);
  to.slope = (most * half) / square(half + s);
}

/** `β s^α`: PyMC-Marketing's `root_saturation`. */
export function root(s: number, coefficient: number, exponent: number, to: CurvePoint): void {
  to.value = coefficient * pow(s, exponent);
  to.slope = coefficient * exponent * pow(s, exponent - 1);
}

/**
 * A monotone cubic through points that never fall: harmonic means of the neighbouring secants (Fritsch and Butland 1984),
 * at the ends the three-point slope of C. Moler, "Numerical Computing with MATLAB" (2004), section 3.4, as SciPy's
 * `PchipInterpolator` has it.
 */
export function tableThrough(points: readonly (readonly [number, number])[]): HermiteSegments {
  const z = points.map(([spend]) => spend);
  const x = points.map(([, value]) => value);
  const last = points.length - 1;
  const first = endSlope(z, x, [0, 1, 2]);
  const final = endSlope(z, x, [last, last - 1, last - 2]);
  return { z, x, slopes: monotoneSlopes(z, x, { first, final }) };
}

function endSlope(z: readonly number[], x: readonly number[], [a, b, c]: readonly [number, number, number]) {
  if (z.length < 3) return null;
  const [near, next] = [Math.abs(z[b] - z[a]), Math.abs(z[c] - z[b])];
  const [one, two] = [Math.abs(x[b] - x[a]) / near, Math.abs(x[c] - x[b]) / next];
  return Math.max(0, ((2 * near + next) * one - near * two) / (near + next));
}

/** The table times a factor; beyond its last point nothing more is known, and nothing more is counted. */
export function table(s: number, through: HermiteSegments, factor: number, to: CurvePoint): void {
  const end = through.z.length - 1;
  const beyond = s >= through.z[end];
  to.value = factor * (beyond ? through.x[end] : segmentValue(through, s));
  to.slope = beyond ? 0 : factor * segmentSlope(through, s);
}
