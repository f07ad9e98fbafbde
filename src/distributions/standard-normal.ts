const INVERSE_SQRT_2_PI = 0.3989422804014327;

/** Density of the standard normal. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_2_PI * Math.exp(-0.5 * z * z);
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
      (((0.065682337918207449113 * s + 2.2352520354606839287) * s + 161.02823106855587881) * s +
        1067.6894854603709582) *
        s +
      18154.981253343561249;
    const denominator =
      (((s + 47.20258190468824187) * s + 976.09855173777669322) * s + 10260.932208618978205) * s +
      45507.789335026729956;
    return 0.5 + (z * numerator) / denominator;
  }
  const tail = magnitude <= 5.656854249492381 ? middleTail(magnitude) : farTail(magnitude);
  return z > 0 ? 1 - tail : tail;
}

function middleTail(y: number): number {
  const numerator =
    (((((((1.0765576773720192317e-8 * y + 0.39894151208813466764) * y + 8.8831497943883759412) * y +
      93.506656132177855979) *
      y +
      597.27027639480026226) *
      y +
      2494.5375852903726711) *
      y +
      6848.1904505362823326) *
      y +
      11602.651437647350124) *
      y +
    9842.7148383839780218;
  const denominator =
    (((((((y + 22.266688044328115691) * y + 235.38790178262499861) * y + 1519.377599407554805) * y +
      6485.558298266760755) *
      y +
      18615.571640885098091) *
      y +
      34900.952721145977266) *
      y +
      38912.003286093271411) *
      y +
    19685.429676859990727;
  return (expOfHalfSquare(y) * numerator) / denominator;
}

function farTail(y: number): number {
  const s = 1 / (y * y);
  const numerator =
    ((((0.02307344176494017303 * s + 0.21589853405795699) * s + 0.1274011611602473639) * s + 0.022235277870649807) * s +
      0.001421619193227893466) *
      s +
    2.9112874951168792e-5;
  const denominator =
    ((((s + 1.28426009614491121) * s + 0.468238212480865118) * s + 0.0659881378689285515) * s +
      0.00378239633202758244) *
      s +
    7.29751555083966205e-5;
  return (expOfHalfSquare(y) * (INVERSE_SQRT_2_PI - (s * numerator) / denominator)) / y;
}

/** exp(−y²/2), with y split at its fourth binary place so that the rounding of y² isn't multiplied by the exponent. */
function expOfHalfSquare(y: number): number {
  const head = Math.trunc(y * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (y - head) * (y + head));
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
      ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
        45921.953931549871457) *
        r +
        13731.693765509461125) *
        r +
        1971.5909503065514427) *
        r +
        133.14166789178437745) *
        r +
      3.387132872796366608;
    const denominator =
      ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
      1;
    return (fromMiddle * numerator) / denominator;
  }
  const tail = fromMiddle < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (fromMiddle < 0 ? -Infinity : Infinity) : Number.NaN;
  const depth = Math.sqrt(-Math.log(tail));
  const magnitude = depth <= 5 ? middleQuantile(depth - 1.6) : farQuantile(depth - 5);
  return fromMiddle < 0 ? -magnitude : magnitude;
}

function middleQuantile(r: number): number {
  const numerator =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734;
  const denominator =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1;
  return numerator / denominator;
}

function farQuantile(r: number): number {
  const numerator =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772;
  const denominator =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1;
  return numerator / denominator;
}

/** The normal score with `lower` below and `upper` above (they sum to 1), each digit kept in either tail. */
export function normalScore(lower: number, upper: number): number {
  return lower <= upper ? normalQuantile(lower) : -normalQuantile(upper);
}
