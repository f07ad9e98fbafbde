import { exp, expm1, ln, log1p } from './elementary.js';
import { normalQuantile } from './normal.js';
import type { ScoreCurve } from './score-curve.js';
import { stirlingError } from './stirling.js';
import { LARGE_SHAPE, tailIntegral } from './tail-integral.js';

/**
 * The beta distribution in t = logit x − logit μ, μ its mean. Measured from the mean, nothing large cancels, so shapes
 * from 0.001 to 1e12 keep their digits; x and 1 − x are both formed without subtraction.
 */
export function betaCurve(alpha: number, beta: number): ScoreCurve {
  const total = alpha + beta;
  const mean = alpha / total;
  const oddsAgainst = beta / alpha;
  const logPeak =
    0.5 * (ln(alpha) + ln(beta / total) - ln(2 * Math.PI)) +
    stirlingError(total) -
    stirlingError(alpha) -
    stirlingError(beta);
  const scale = 1 / Math.sqrt(alpha * (beta / total));
  const large = Math.min(alpha, beta) >= LARGE_SHAPE;

  const value = (t: number) => 1 / (1 + oddsAgainst * exp(-t));
  const complement = (t: number) => 1 / (1 + exp(t) / oddsAgainst);
  const logDensity = (t: number) => logPeak - alpha * logMixed(beta / total, -t) - beta * logMixed(mean, t);

  const below = (t: number) =>
    large
      ? tailIntegral(logDensity, { t, outward: -1, scale })
      : exp(logDensity(t)) / continuedFraction(alpha, beta, value(t), complement(t));
  const above = (t: number) =>
    large
      ? tailIntegral(logDensity, { t, outward: 1, scale })
      : exp(logDensity(t)) / continuedFraction(beta, alpha, complement(t), value(t));
  // Each tail is computed on its own side of the mean, where its expansion converges; the other is its complement.
  return {
    logDensity,
    jet(t, out) {
      // Written out, on one exponential: a table takes a thousand of these, mostly before the compiler has warmed up.
      const up = exp(t);
      const rise = expm1(t);
      const x = 1 / (1 + oddsAgainst / up);
      const y = 1 / (1 + up / oddsAgainst);
      out[0] =
        Math.abs(t) < 500
          ? logPeak - alpha * log1p((-beta / total) * (rise / up)) - beta * log1p(mean * rise)
          : logDensity(t);
      out[1] = alpha * y - beta * x;
      out[2] = -total * x * y;
    },
    lower: (t) => (t <= 0 ? below(t) : 1 - above(t)),
    upper: (t) => (t <= 0 ? 1 - below(t) : above(t)),
    score: (t) => (t <= 0 ? normalQuantile(below(t)) : -normalQuantile(above(t))),
    value,
    valueSlope: (t) => value(t) * complement(t),
  };
}

/** The coordinate of a value strictly between 0 and 1; near the mean by the difference, which loses nothing there. */
export function betaCoordinate({ alpha, beta }: { alpha: number; beta: number }, x: number): number {
  const total = alpha + beta;
  const difference = x - alpha / total;
  const below = (difference * total) / alpha;
  const above = (-difference * total) / beta;
  return Math.max(Math.abs(below), Math.abs(above)) < 0.5
    ? log1p(below) - log1p(above)
    : ln(x) - log1p(-x) - ln(alpha / beta);
}

/** ln(1 − share + share · eᵗ), for any t. */
function logMixed(share: number, t: number): number {
  return t > 500 ? t + ln(share) : log1p(share * expm1(t));
}

/**
 * The continued fraction F of the incomplete beta function, I_x(a, b) = xᵃ yᵇ / (B(a, b) F) with y = 1 − x, for x below
 * the mean: equation 9 of A. R. DiDonato, A. H. Morris, "Algorithm 708", ACM TOMS 18 (1992), by Lentz's method. It takes
 * x and y apart, and so keeps its digits where either is too small to be seen in the other.
 */
function continuedFraction(a: number, b: number, x: number, y: number): number {
  const centre = a * y - b * x + 1;
  let f = away((a * centre) / (a + 1));
  let c = f;
  let d = 0;
  for (let m = 1; m < 100_000; m++) {
    const odd = a + 2 * m - 1;
    const numerator = ((m * (a + m - 1)) / odd) * ((a + b + m - 1) / odd) * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / odd + ((a + m) * (centre + m * (2 - x))) / (odd + 2);
    d = 1 / away(denominator + numerator * d);
    c = away(denominator + numerator / c);
    const change = c * d;
    f *= change;
    if (Math.abs(change - 1) <= 2e-16) break;
  }
  return f;
}

/** Keeps Lentz's quotients off zero. */
function away(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
