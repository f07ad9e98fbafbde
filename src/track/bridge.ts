import { ln } from '../distributions/elementary.js';
import type { KpiSummaries } from '../forecast/result.js';

/** Why conversions come out otherwise than the approved plan had them: four bars that add up to the difference of the means. */
export interface Bridge {
  readonly approved: number;
  readonly now: number;
  readonly volume: number;
  readonly price: number;
  readonly click_rate: number;
  readonly conversion_rate: number;
}

type Lines = Readonly<Record<string, KpiSummaries>>;

/**
 * Each line's conversions are spend · impressions a unit · clicks an impression · conversions a click. The difference of two
 * such products is shared out among the factors by the logarithmic mean (LMDI: B. W. Ang, Energy Policy 33, 2005), which
 * leaves nothing over; lines' bars are added up. A line that has a factor of nothing, then or now, counts as volume.
 */
export function bridgeOf(approved: Lines, now: Lines): Bridge {
  const sums = { approved: 0, now: 0, volume: 0, price: 0, click_rate: 0, conversion_rate: 0 };
  for (const id of Object.keys(now)) {
    const [before, after] = [factorsOf(approved[id]), factorsOf(now[id])];
    const [v0, v1] = [before.conversions, after.conversions];
    sums.approved += v0;
    sums.now += v1;
    const ratios = [
      after.spend / before.spend,
      after.impressions / after.spend / (before.impressions / before.spend),
      after.clicks / after.impressions / (before.clicks / before.impressions),
      v1 / after.clicks / (v0 / before.clicks),
    ];
    if (!ratios.every((ratio) => ratio > 0 && Number.isFinite(ratio))) {
      sums.volume += v1 - v0;
      continue;
    }
    const weight = Math.abs(v1 / v0 - 1) < 1e-9 ? v0 : (v1 - v0) / ln(v1 / v0);
    const [volume, price, clickRate, conversionRate] = ratios.map((ratio) => weight * ln(ratio)) as [
      number,
      number,
      number,
      number,
    ];
    sums.volume += volume;
    sums.price += price;
    sums.click_rate += clickRate;
    sums.conversion_rate += conversionRate;
  }
  return sums;
}

function factorsOf(kpis: KpiSummaries | undefined) {
  const mean = (name: string): number => kpis?.[name]?.mean ?? 0;
  return {
    spend: mean('spend'),
    impressions: mean('impressions'),
    clicks: mean('clicks'),
    conversions: mean('conversions'),
  };
}
