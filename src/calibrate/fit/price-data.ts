import type { CampaignSeries } from './daily.js';

/** Regressors of a campaign's log price, beside its level. */
export const PRICE_EFFECTS = 3;

/** Rows to both sides whose average is a campaign's spend level around a row. */
const AROUND = 3;

/** What the price fit sees of a campaign: rows with spend and impressions. */
export interface PriceSeries {
  readonly day: Int32Array;
  /** ln of cost per 1,000 impressions, season taken out. */
  readonly y: Float64Array;
  /** ln spend against its level of the days around: what a day's pacing does to its price. */
  readonly pace: Float64Array;
  /** ln of that level against the group's: what scaling up or down does, and being a large campaign or a small one. */
  readonly level: Float64Array;
  /** Mean ln spend that `level` is measured from: one for all campaigns of a group. */
  readonly centre: number;
}

/**
 * Splits ln spend into a slow and a quick part: a day's spend and its impressions meet the same auctions, so price
 * follows spend from day to day much more than it does when a budget is raised for good. NaN and 0 are left out.
 */
export function spendEffects(spend: Float64Array, centre?: number) {
  const logs: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < spend.length; row++) {
    if (!(spend[row] > 0)) continue;
    logs.push(Math.log(spend[row]));
    rows.push(row);
  }
  const middle = centre ?? (logs.length === 0 ? 0 : logs.reduce((sum, x) => sum + x, 0) / logs.length);
  const pace = new Float64Array(spend.length).fill(Number.NaN);
  const level = new Float64Array(spend.length).fill(Number.NaN);
  rows.forEach((row, i) => {
    const [from, to] = [Math.max(0, i - AROUND), Math.min(logs.length - 1, i + AROUND)];
    let sum = 0;
    for (let k = from; k <= to; k++) sum += logs[k];
    const around = sum / (to - from + 1);
    pace[row] = logs[i] - around;
    level[row] = around - middle;
  });
  return { pace, level, centre: middle };
}

/** Mean over campaigns of their mean ln spend: what a group's levels are measured from; 0 where nothing was spent. */
export function groupCentre(campaigns: readonly CampaignSeries[]): number {
  const centres = campaigns
    .filter(({ spend }) => spend.some((s) => s > 0))
    .map(({ spend }) => spendEffects(spend).centre);
  return centres.length === 0 ? 0 : centres.reduce((sum, x) => sum + x, 0) / centres.length;
}

/**
 * The rows of a series that have a price. @param season ln factor of a day's price, 0 for none @param centre see `groupCentre`
 */
export function priceSeries(series: CampaignSeries, season: (day: number) => number, centre: number): PriceSeries {
  const effects = spendEffects(series.spend, centre);
  const bought: number[] = [];
  for (let row = 0; row < series.day.length; row++) {
    if (series.spend[row] > 0 && series.impressions[row] > 0) bought.push(row);
  }
  const pick = (values: Float64Array) => Float64Array.from(bought, (row) => values[row]);
  return {
    day: Int32Array.from(bought, (row) => series.day[row]),
    y: Float64Array.from(
      bought,
      (row) => Math.log((1000 * series.spend[row]) / series.impressions[row]) - season(series.day[row]),
    ),
    pace: pick(effects.pace),
    level: pick(effects.level),
    centre: effects.centre,
  };
}
