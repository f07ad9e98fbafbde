import { exp, expm1, ln } from './elementary.js';
import { normalQuantile } from './normal.js';
import type { ScoreCurve } from './score-curve.js';
import { stirlingError } from './stirling.js';
import { LARGE_SHAPE, tailIntegral } from './tail-integral.js';

/** The gamma distribution in t = ln(x / mean), `x = shape · scale · eᵗ`. */
export function gammaCurve(shape: number, scale: number): ScoreCurve {
  const logPeak = 0.5 * ln(shape / (2 * Math.PI)) - stirlingError(shape);
  const spread = 1 / Math.sqrt(shape);
  const large = shape >= LARGE_SHAPE;
  const logDensity = (t: number) => logPeak - shape * (expm1(t) - t);
  const below = (t: number) =>
    large
      ? tailIntegral(logDensity, { t, outward: -1, scale: spread })
      : (exp(logDensity(t)) / shape) * series(shape, shape * exp(t));
  const above = (t: number) =>
    large
      ? tailIntegral(logDensity, { t, outward: 1, scale: spread })
      : exp(logDensity(t)) * continuedFraction(shape, shape * exp(t));
  // The series gives the lower tail, the fraction the upper one from x = shape + 1 on; each other is the complement.
  const lowerSide = (t: number) => (large ? t <= 0 : shape * expm1(t) < 1);
  return {
    logDensity,
    jet(t, out) {
      const ratio = expm1(t);
      out[0] = logPeak - shape * (ratio - t);
      out[1] = -shape * ratio;
      out[2] = -shape * (ratio + 1);
    },
    lower: (t) => (lowerSide(t) ? below(t) : 1 - above(t)),
    upper: (t) => (lowerSide(t) ? 1 - below(t) : above(t)),
    score: (t) => (lowerSide(t) ? normalQuantile(below(t)) : -normalQuantile(above(t))),
    value: (t) => scale * shape * exp(t),
    valueSlope: (t) => scale * shape * exp(t),
  };
}

/** Σ xᵏ / ((a + 1) … (a + k)): P(a, x) = xᵃ e⁻ˣ / Γ(a + 1) times it (DLMF 8.7.1). */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** The continued fraction of Q(a, x) = xᵃ e⁻ˣ / Γ(a) times it (DLMF 8.9.2), by Lentz's method. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / away(numerator * d + b);
    c = away(b + numerator / c);
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) <= 2e-16) break;
  }
  return h;
}

/** Keeps Lentz's quotients off zero. */
function away(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
