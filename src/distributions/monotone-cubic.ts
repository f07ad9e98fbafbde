/** A cubic through (z, x) with a slope at each point. */
export interface HermiteSegments {
  readonly z: readonly number[];
  readonly x: readonly number[];
  readonly slopes: readonly number[];
}

/**
 * Slopes that make the cubic through non-decreasing points monotone: weighted harmonic means of the neighbouring secants
 * (F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5, 1984). At the ends the slopes given, held to three secants
 * (F. N. Fritsch, R. E. Carlson, SIAM J. Numer. Anal. 17, 1980), or the secant where none is.
 */
export function monotoneSlopes(
  z: readonly number[],
  x: readonly number[],
  ends: { readonly first: number | null; readonly final: number | null },
): number[] {
  const last = z.length - 1;
  if (last < 1) return z.map(() => ends.first ?? ends.final ?? 0);
  const secants = z.slice(1).map((next, i) => (x[i + 1] - x[i]) / (next - z[i]));
  return z.map((_, i) => {
    if (i === 0) return Math.min(ends.first ?? Infinity, ends.first === null ? secants[0] : 3 * secants[0]);
    if (i === last) {
      const secant = secants[last - 1];
      return Math.min(ends.final ?? Infinity, ends.final === null ? secant : 3 * secant);
    }
    const [before, after] = [secants[i - 1], secants[i]];
    if (before <= 0 || after <= 0) return 0;
    const [left, right] = [z[i] - z[i - 1], z[i + 1] - z[i]];
    const [w1, w2] = [2 * right + left, right + 2 * left];
    return (w1 + w2) / (w1 / before + w2 / after);
  });
}

/** The cubic's value at a point between the first z and the last. */
export function segmentValue({ z, x, slopes }: HermiteSegments, at: number): number {
  const i = segmentOf(z, at);
  const h = z[i + 1] - z[i];
  const t = (at - z[i]) / h;
  return cubicHermite(t, x[i], x[i + 1], h * slopes[i], h * slopes[i + 1]);
}

/** Its derivative there. */
export function segmentSlope({ z, x, slopes }: HermiteSegments, at: number): number {
  const i = segmentOf(z, at);
  const h = z[i + 1] - z[i];
  const t = (at - z[i]) / h;
  const secant = (x[i + 1] - x[i]) / h;
  return slopes[i] * (1 - t) * (1 - 3 * t) + slopes[i + 1] * t * (3 * t - 2) + 6 * secant * t * (1 - t);
}

/** Cubic on [0, 1] with values a and b and slopes da and db at its ends. */
export function cubicHermite(t: number, a: number, b: number, da: number, db: number): number {
  const rise = b - a;
  return a + t * (da + t * (3 * rise - 2 * da - db + t * (da + db - 2 * rise)));
}

function segmentOf(z: readonly number[], at: number): number {
  const above = z.findIndex((value, i) => i > 0 && at <= value);
  return (above < 0 ? z.length - 1 : above) - 1;
}
