import { exp } from './elementary.js';
import { integrate } from './quadrature.js';

/** Shapes from which tails are integrated: continued fractions need ever more terms there, and the density is smooth. */
export const LARGE_SHAPE = 3000;

/** Exponent at which what is left of a tail is below a double's last digit. */
const NEGLIGIBLE = 45;

/**
 * P(beyond t) of a nearly normal density with its mode at 0 and standard deviation `scale`: ∫ exp(logDensity) from t
 * down (`outward` −1) or up (1), t on that side of the mode. To about 1e-14 of itself.
 */
export function tailIntegral(
  logDensity: (t: number) => number,
  { t, outward, scale }: { t: number; outward: -1 | 1; scale: number },
): number {
  const distance = Math.abs(t) / scale;
  // A normal tail has fallen by exp(−45) at √(d² + 90); a quarter more covers the skewness of large shapes.
  const width = 1.25 * scale * (Math.sqrt(distance * distance + 2 * NEGLIGIBLE) - distance);
  return integrate((s) => exp(logDensity(t + outward * s)), 0, width, 2);
}
