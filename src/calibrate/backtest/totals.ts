import type { CampaignSeries } from '../fit/daily.js';
import type { SeriesDay } from './baselines.js';
import type { Outcome } from './simulate.js';

/** Days with spend of campaigns taken together, for an outcome; days on which one of them lacks it are left out. */
export function dailyTotals(series: readonly CampaignSeries[], outcome: Outcome): SeriesDay[] {
  const sums = new Map<number, { spend: number; value: number }>();
  for (const one of series) {
    for (let row = 0; row < one.day.length; row++) {
      if (!(one.spend[row]! > 0)) continue;
      const sum = sums.get(one.day[row]!) ?? { spend: 0, value: 0 };
      sum.spend += one.spend[row]!;
      sum.value += one[outcome][row]!;
      sums.set(one.day[row]!, sum);
    }
  }
  return [...sums]
    .filter(([, { value }]) => !Number.isNaN(value))
    .map(([day, sum]) => ({ day, ...sum }))
    .sort((a, b) => a.day - b.day);
}
