/**
 * Section 3 of the model for one line, period and draw: what money delivers, and how much of it still works.
 */

/** `(1 − exp(−s)) / s`, 1 at 0: the mean worth of impressions whose worth falls from 1 to `exp(−s)`. */
export function meanFreshness(s: number): number {
  return s === 0 ? 1 : -Math.expm1(-s) / s;
}

/**
 * Effective impressions `A (exp(−κ f0) − exp(−κ f1)) / κ`, written so that neither a small κ nor a small spend loses
 * digits: `i · exp(−κ f0) · (1 − exp(−κ i/A)) / (κ i/A)`.
 *
 * @param impressions i, this period's
 * @param audience A > 0, people
 * @param remembered λ M, impressions still remembered before this period
 * @param fatigue κ ≥ 0
 */
export function effectiveImpressions(
  impressions: number,
  audience: number,
  remembered: number,
  fatigue: number,
): number {
  if (fatigue === 0) return impressions;
  return impressions * Math.exp((-fatigue * remembered) / audience) * meanFreshness((fatigue * impressions) / audience);
}

/** People reached by `impressions` that fall on an audience at random: `A (1 − exp(−i / A))`; 0 for an empty audience. */
export function poissonReach(impressions: number, audience: number): number {
  return audience > 0 ? -audience * Math.expm1(-impressions / audience) : 0;
}

/** Unique people among `reach` who did any of `actions` spread at random: `r (1 − exp(−v / r))`. */
export function uniqueActors(reach: number, actions: number): number {
  return reach > 0 ? -reach * Math.expm1(-actions / reach) : 0;
}

/** (n − 1) / n! for n = 2 … 17. */
const GROWTH = Array.from({ length: 16 }, (_, k) => (k + 1) / factorial(k + 2));

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/**
 * How `A (1 − exp(−i / A))` grows with A: reach with the audience, the engaged with reach. It is `1 − (1 + f) exp(−f)`,
 * f = i / A; for small f by its series `Σ (−1)ⁿ (n − 1)/n! fⁿ`, as the difference would lose half the digits and more.
 */
export function saturationByRoom(f: number): number {
  if (f > 0.5) return 1 - (1 + f) * Math.exp(-f);
  return f * f * GROWTH.reduceRight((sum, coefficient) => coefficient - f * sum, 0);
}
