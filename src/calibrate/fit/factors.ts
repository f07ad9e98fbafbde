import { FACTOR_SHARES } from '../../scenario/build/defaults.js';
import type { FactorShares } from '../../scenario/types.js';
import type { GroupFit } from './group.js';
import type { RateName } from './rates.js';

/** Shares of a metric's variance that all lines, and a platform's lines, have in common, and what they rest on. */
export interface FittedShares extends FactorShares {
  readonly pairs: number;
}

/** Pairs of period averages that weigh as much as the defaults do. */
const DOUBT = 40;
/** Campaigns compared with each other at most. */
const MOST_CAMPAIGNS = 60;

/**
 * Factor shares by moments: the mean product of two campaigns' surprises in the same period, over their mean square, is
 * `market` for campaigns of different platforms and `market + platform` for those of one. Shrunk to the model's defaults by
 * how few pairs there are.
 *
 * @param periodDays days that surprises are averaged over
 */
export function factorShares(
  fits: readonly GroupFit[],
  metric: RateName | 'cpm',
  periodDays: number,
): FittedShares | null {
  const campaigns = fits
    .flatMap((fit) => {
      const of = metric === 'cpm' ? fit.price : fit.rates[metric];
      if (of === null) return [];
      return of.series.map((one, i) => ({
        platform: fit.platform,
        periods: averages(one.day, of.innovations[i], periodDays),
      }));
    })
    .slice(0, MOST_CAMPAIGNS);
  const sums = { same: 0, other: 0, sameCount: 0, otherCount: 0 };
  let [square, count] = [0, 0];
  campaigns.forEach((one, i) => {
    for (const x of one.periods.values()) {
      square += x * x;
      count++;
    }
    for (const another of campaigns.slice(0, i)) {
      const same = another.platform === one.platform;
      for (const [period, x] of one.periods) {
        const y = another.periods.get(period);
        if (y === undefined) continue;
        if (same) {
          sums.same += x * y;
          sums.sameCount++;
        } else {
          sums.other += x * y;
          sums.otherCount++;
        }
      }
    }
  });
  const pairs = sums.sameCount + sums.otherCount;
  if (pairs === 0 || square === 0) return null;
  const variance = square / count;
  const prior = FACTOR_SHARES[metric];
  const shrunk = (sum: number, n: number, to: number) =>
    Math.min(Math.max((sum / variance + DOUBT * to) / (n + DOUBT), 0), 0.95);
  const market = shrunk(sums.other, sums.otherCount, prior.market);
  const both = shrunk(sums.same, sums.sameCount, prior.market + prior.platform);
  return { market: Math.min(market, both), platform: Math.max(0, both - market), pairs };
}

function averages(day: Int32Array, innovations: Float64Array, periodDays: number): ReadonlyMap<number, number> {
  const sums = new Map<number, [number, number]>();
  day.forEach((d, row) => {
    const period = Math.floor(d / Math.max(1, Math.round(periodDays)));
    const sum = sums.get(period) ?? [0, 0];
    sum[0] += Math.min(Math.max(innovations[row], -3), 3);
    sum[1]++;
    sums.set(period, sum);
  });
  // Of √n times a mean of n, so that periods with few days don't weigh more.
  return new Map([...sums].map(([period, [sum, n]]) => [period, sum / Math.sqrt(n)]));
}
