import type { NoisyRate } from '../scenario/types.js';
import { type Layout, rowAt } from './layout.js';
import { preparedOf, restOf } from './prepared.js';
import type { Program } from './program.js';

/** What noise and shocks multiply on a platform: its prices, or one of its rates. */
export type PlatformFactor = 'price' | 'views' | 'clicks' | 'orders';

const RATES: Readonly<Record<Exclude<PlatformFactor, 'price'>, NoisyRate>> = {
  views: 'view_rate',
  clicks: 'ctr',
  orders: 'cvr',
};

/**
 * Start of the row of a platform's factor in a period. Where no shock moves it, that is the noise itself, and a row of ones where there is
 * no noise: nothing is copied.
 */
export function factorRow(
  program: Program,
  layout: Layout,
  platform: number,
  factor: PlatformFactor,
  period: number,
): number {
  const prepared = preparedOf(program);
  const shaken = prepared.platforms[platform][factor];
  if (shaken >= 0) return rowAt(layout.prepared, shaken + period);
  return noiseRow(program, layout, platform, factor, period) ?? rowAt(layout.prepared, prepared.one);
}

/** The same before shocks; `null` where a rate has no noise. */
export function noiseRow(
  program: Program,
  layout: Layout,
  platform: number,
  factor: PlatformFactor,
  period: number,
): number | null {
  const T = program.periods;
  if (factor === 'price') return rowAt(layout.noise, platform * T + period);
  const process = restOf(program).rateNoise.findIndex(
    (noise) => noise.platform === platform && noise.rate === RATES[factor],
  );
  return process < 0 ? null : rowAt(layout.rateNoise, process * T + period);
}
