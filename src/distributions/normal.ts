import { exp, ln } from './elementary.js';
import { checkFinite, checkPositive, type DistributionOf, type FamilyFunctions } from './family.js';

const INVERSE_SQRT_2_PI = 0.3989422804014327;

/** Density of the standard normal. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_2_PI * exp(-0.5 * z * z);
}

/**
 * Φ(z), the standard normal's distribution function, to a relative error of a few 1e-16 in either tail (down to
 * z = −37.5, where it leaves the doubles). `normalCdf(-z)` is the upper tail without cancellation.
 *
 * W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), in the arrangement of
 * his ANORM, TOMS 715 (1993).
 */
export function normalCdf(z: number): number {
  const magnitude = Math.abs(z);
  if (magnitude <= 0.67448975) {
    const s = magnitude > 1.11e-16 ? z * z : 0;
    const numerator =
      (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s +
      18154.98125334356;
    const denominator =
      (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s + 45507.78933502673;
    return 0.5 + (z * numerator) / denominator;
  }
  const tail = magnitude <= 5.656854249492381 ? middleTail(magnitude) : magnitude < 40 ? farTail(magnitude) : 0;
  return z > 0 ? 1 - tail : tail;
}

function middleTail(y: number): number {
  const numerator =
    (((((((1.0765576773720192e-8 * y + 0.39894151208813466) * y + 8.883149794388377) * y + 93.50665613217785) * y +
      597.2702763948002) *
      y +
      2494.5375852903726) *
      y +
      6848.190450536283) *
      y +
      11602.65143764735) *
      y +
    9842.714838383978;
  const denominator =
    (((((((y + 22.266688044328117) * y + 235.387901782625) * y + 1519.3775994075547) * y + 6485.558298266761) * y +
      18615.571640885097) *
      y +
      34900.95272114598) *
      y +
      38912.00328609327) *
      y +
    19685.429676859992;
  return (expOfHalfSquare(y) * numerator) / denominator;
}

function farTail(y: number): number {
  const s = 1 / (y * y);
  const numerator =
    ((((0.023073441764940174 * s + 0.215898534057957) * s + 0.12740116116024736) * s + 0.022235277870649807) * s +
      0.0014216191932278934) *
      s +
    0.000029112874951168793;
  const denominator =
    ((((s + 1.284260096144911) * s + 0.4682382124808651) * s + 0.06598813786892856) * s + 0.0037823963320275824) * s +
    0.00007297515550839662;
  return (expOfHalfSquare(y) * (INVERSE_SQRT_2_PI - (s * numerator) / denominator)) / y;
}

/** exp(−y²/2), with y split at its fourth binary place so that the rounding of y² isn't multiplied by the exponent. */
function expOfHalfSquare(y: number): number {
  const head = Math.trunc(y * 16) / 16;
  return exp(-0.5 * head * head) * exp(-0.5 * (y - head) * (y + head));
}

/**
 * Φ⁻¹(p), to a relative error of about 1e-16; −∞ at 0, ∞ at 1, NaN outside [0, 1]. Near 1 take `-normalQuantile(q)` of
 * the complement q, which a double still resolves.
 *
 * M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Appl. Statist. 37 (1988).
 */
export function normalQuantile(p: number): number {
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    const numerator =
      ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
      3.3871328727963665;
    const denominator =
      ((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
      1;
    return (fromMiddle * numerator) / denominator;
  }
  const tail = fromMiddle < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (fromMiddle < 0 ? -Infinity : Infinity) : Number.NaN;
  const depth = Math.sqrt(-ln(tail));
  const magnitude = depth <= 5 ? middleQuantile(depth - 1.6) : farQuantile(depth - 5);
  return fromMiddle < 0 ? -magnitude : magnitude;
}

function middleQuantile(r: number): number {
  const numerator =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const denominator =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return numerator / denominator;
}

function farQuantile(r: number): number {
  const numerator =
    ((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const denominator =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return numerator / denominator;
}

/** The normal score with `lower` below and `upper` above (they sum to 1), each digit preserved in either tail. */
export function normalScore(lower: number, upper: number): number {
  return lower <= upper ? normalQuantile(lower) : -normalQuantile(upper);
}

/** Normal with mean and standard deviation. */
export const normal: FamilyFunctions<DistributionOf<'normal'>> = {
  quantile: ({ mean, sd }, p, q) => mean + sd * normalScore(p, q),
  cdf: ({ mean, sd }, x) => normalCdf((x - mean) / sd),
  survival: ({ mean, sd }, x) => normalCdf((mean - x) / sd),
  density: ({ mean, sd }, x) => normalDensity((x - mean) / sd) / sd,
  mean: ({ mean }) => mean,
  standardDeviation: ({ sd }) => sd,
  support: () => [-Infinity, Infinity],
  check: ({ mean, sd }) => [...checkFinite({ mean }), ...checkPositive({ sd })],
};
