import { log1p } from './elementary.js';

/** Coefficients of 1/x, 1/x³, 1/x⁵, … in Stirling's series for ln Γ (DLMF 5.11.1). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * What Stirling's formula leaves out: `ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π)`, for x > 0, to about 1e-16.
 *
 * Beta and gamma densities written with it hold no large terms that cancel, as they do with ln Γ itself: C. Loader,
 * "Fast and accurate computation of binomial probabilities" (2000).
 */
export function stirlingError(x: number): number {
  let shifted = x;
  let sum = 0;
  // Γ(x + 1) = x Γ(x) takes a small argument to where seven terms of the series are exact.
  while (shifted < 10) {
    sum += (shifted + 0.5) * log1p(1 / shifted) - 1;
    shifted += 1;
  }
  const inverseSquare = 1 / (shifted * shifted);
  let series = 0;
  for (let term = SERIES.length - 1; term >= 0; term--) series = series * inverseSquare + SERIES[term];
  return sum + series / shifted;
}
