import { exp } from './elementary.js';
import { normalScore } from './normal.js';

/**
 * A distribution seen through a coordinate t on the whole line in which its log density is concave: the logit for beta,
 * the logarithm for gamma. There the map from normal score z to t is nearly straight, so it can be solved and stepped
 * along without care for ends, underflow or shapes below one.
 */
export interface ScoreCurve {
  /** ln of the density of t. */
  logDensity(t: number): number;
  /** The same and its first two derivatives, into `out`. */
  jet(t: number, out: Float64Array): void;
  /** P(below t) and P(above t), each to relative precision. */
  lower(t: number): number;
  upper(t: number): number;
  /** The normal score of t, from whichever of the two is small. */
  score(t: number): number;
  /** The distribution's value at t, and its derivative. */
  value(t: number): number;
  valueSlope(t: number): number;
}

const LOG_SQRT_2_PI = 0.9189385332046727;
const MAX_ITERATIONS = 200;

/**
 * The coordinate t with `lower` below it and `upper` above (both positive, sum 1), to a relative error of a few 1e-15 in
 * t's distance from the curve's origin: Newton's method on the normal score of t, kept inside a bracket.
 */
export function solveCoordinate(curve: ScoreCurve, lower: number, upper: number): number {
  const target = normalScore(lower, upper);
  let [left, right] = [-Infinity, Infinity];
  let t = 0;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const score = curve.score(t);
    const step = (target - score) * exp(-0.5 * score * score - LOG_SQRT_2_PI - curve.logDensity(t));
    // The error after a Newton step is of the order of the step's square.
    if (Math.abs(target - score) <= 1e-8) return t + step;
    if (score < target) left = t;
    else right = t;
    let next = t + step;
    // Beyond where a tail leaves the doubles the score is infinite and tells no more than the side.
    if (!(next > left && next < right)) next = insideOf(left, right, t);
    if (next === t) return t;
    t = next;
  }
  return t;
}

function insideOf(left: number, right: number, t: number): number {
  if (left === -Infinity) return t - Math.max(1, Math.abs(t));
  if (right === Infinity) return t + Math.max(1, Math.abs(t));
  return 0.5 * (left + right);
}

/**
 * Coordinates at the scores `from + i · step`, and their derivatives by the score, for every i that `coordinates` and
 * `rates` have room for, starting from the exact `start` at `from`.
 *
 * Steps along dt/dz = φ(z) / g(t), g the density of t, by the implicit two-point Taylor (Hermite-Obreshkov) rule of
 * order six (Hairer, Nørsett, Wanner, "Solving Ordinary Differential Equations I", III.1). March from a tail towards the
 * middle: an error keeps its size in probability, so on the way in it shrinks in t, and on the way out it would grow.
 */
export function marchCoordinates(
  curve: ScoreCurve,
  { from, step, start }: { from: number; step: number; start: number },
  coordinates: Float64Array,
  rates: Float64Array,
): void {
  const jet = new Float64Array(3);
  let t = start;
  derivatives(curve, from, t, jet);
  coordinates[0] = t;
  rates[0] = jet[0];
  for (let i = 1; i < coordinates.length; i++) {
    const d1 = jet[0];
    const d2 = jet[1];
    const d3 = jet[2];
    const z = from + i * step;
    const known = t + step * (d1 / 2 + step * (d2 / 10 + (step * d3) / 120));
    t += step * (d1 + step * (d2 / 2 + (step * d3) / 6));
    for (let iteration = 0; iteration < 8; iteration++) {
      const densitySlope = derivatives(curve, z, t, jet);
      const residual = known + step * (jet[0] / 2 + step * (-jet[1] / 10 + (step * jet[2]) / 120)) - t;
      // The rule's own Jacobian, to first order: ∂(φ/g)/∂t = −(ln g)′ φ/g.
      const change = residual / (1 + 0.5 * step * densitySlope * jet[0]);
      t += change;
      if (Math.abs(change) <= 1e-11 * jet[0]) break;
    }
    coordinates[i] = t;
    rates[i] = jet[0];
  }
}

/**
 * First three derivatives of t by z, from those of ln(dt/dz) = ln φ(z) − ln g(t), into `out`. Returns (ln g)′.
 */
function derivatives(curve: ScoreCurve, z: number, t: number, out: Float64Array): number {
  curve.jet(t, out);
  const slope = out[1];
  const curvature = out[2];
  const first = exp(-0.5 * z * z - LOG_SQRT_2_PI - out[0]);
  const logFirst = -z - slope * first;
  const second = first * logFirst;
  out[0] = first;
  out[1] = second;
  out[2] = second * logFirst + first * (-1 - curvature * first * first - slope * second);
  return slope;
}
