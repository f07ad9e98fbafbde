import type { PriceComponents } from './price-filter.js';

/** Noise of a scenario's period, as its `noise.cpm` has it. */
export interface PeriodNoise {
  readonly sd: number;
  readonly rho: number;
}

/**
 * Day-to-day noise of log price, averaged over the days of a period: a mean of D days of an AR(1) with lag-one-day
 * correlation φ and sd σ has variance σ²/D² · Σᵢⱼ φ^|i−j|, neighbouring periods the covariance σ²/D² · Σᵢⱼ φ^(D+j−i); what
 * is new every day adds ω²/D to the variance. Of campaigns side by side the part they don't share averages out.
 *
 * @param campaigns effective number that run at once, at least 1
 * @param shared correlation of their surprises
 */
export function periodNoise(
  { drift, persistence, noise }: PriceComponents,
  days: number,
  campaigns: number,
  shared: number,
): PeriodNoise {
  const n = Math.max(1, Math.round(days));
  let [within, between] = [n, 0];
  for (let lag = 1; lag < n; lag++) within += 2 * (n - lag) * persistence ** lag;
  for (let lag = 1; lag < 2 * n; lag++) between += (n - Math.abs(n - lag)) * persistence ** lag;
  const variance = (drift * drift * within) / (n * n) + (noise * noise) / n;
  const covariance = (drift * drift * between) / (n * n);
  const left = shared + (1 - shared) / Math.max(1, campaigns);
  return { sd: Math.sqrt(variance * left), rho: covariance / variance };
}
