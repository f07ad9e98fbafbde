import { type CampaignSeries, extent } from './daily.js';
import type { GroupFit } from './group.js';
import type { OutcomeRatio } from './present.js';
import { logPressure, type Pressure } from './pressure.js';
import type { RateName } from './rates.js';
import { recordedShare } from './recording.js';
import { weekdayOf } from './season.js';

/** ln price that the fit has for each campaign, at the size it had. */
export function campaignLevels({ price }: GroupFit): Float64Array {
  const sizes = campaignSizes(price.series);
  return Float64Array.from(sizes, (size, c) => {
    const sum = price.draws.reduce(
      (total, { effects, states }) => total + effects[0] + states[c][0] + effects[2] * size,
      0,
    );
    return sum / price.draws.length;
  });
}

/** Each campaign's size: mean ln spend against the group's. */
export function campaignSizes(series: GroupFit['price']['series']): readonly number[] {
  return series.map(({ level }) => level.reduce((sum, x) => sum + x, 0) / Math.max(1, level.length));
}

/** What outcomes are held against: each campaign's price and rates, by the fit. */
interface FittedLevels {
  /** ln price of 1,000 impressions, by campaign. */
  readonly logPrices: ArrayLike<number>;
  readonly rates: Readonly<Record<RateName, ArrayLike<number> | null>>;
  readonly pressure: Pressure | null;
  /** Days of the plan's period, over which a plan spreads its spend. */
  readonly periodDays: number;
}

/** Days at the end whose spend says which campaigns run. */
export const RECENT = 28;

/**
 * What came each day over what its spend would bring at each campaign's price and rates. Each outcome is held against spend, not
 * against the outcome before it, since it is outcomes that a plan forecasts: clicks for money may stand still where price
 * and click rate both move.
 */
export function outcomeRatios(
  { campaigns, season, recording, orderWeekday }: GroupFit,
  { logPrices, rates, pressure, periodDays }: FittedLevels,
): Readonly<Record<'impressions' | RateName, OutcomeRatio | null>> {
  const [first, last] = extent(campaigns);
  const days = last - first + 1;
  const total = new Float64Array(days);
  for (const { day, spend } of campaigns) {
    for (let row = 0; row < day.length; row++) if (spend[row] > 0) total[day[row] - first] += spend[row];
  }
  const common = Float64Array.from(evenly(total, periodDays), (paid, at) =>
    Math.exp(-season.logFactor(first + at) - (pressure === null ? 0 : logPressure(paid, pressure))),
  );
  const ratio = (
    outcome: Outcome,
    perMoney: (campaign: number) => number,
    recorded: Float64Array | null = null,
  ): OutcomeRatio => {
    const hits = new Float64Array(days);
    const expected = new Float64Array(days);
    const spent = new Float64Array(days);
    // Spend, and what it brings at campaigns' levels, without season and pressure: their ratio is the mix that runs.
    const brought = new Float64Array(days);
    campaigns.forEach((one, c) => {
      const each = 1000 * Math.exp(-logPrices[c]) * perMoney(c);
      for (let row = 0; row < one.day.length; row++) {
        const [paid, came, at] = [one.spend[row], one[outcome][row], one.day[row] - first];
        if (!(paid > 0) || !(came >= 0) || !(one.impressions[row] > 0)) continue;
        hits[at] += came;
        const counted = common[at] * (recorded === null ? 1 : recorded[at]);
        expected[at] += paid * counted * each;
        spent[at] += paid * counted;
        brought[at] += paid * each;
      }
    });
    const found = { hits, expected, spent, mix: recentMix(brought, total) };
    return recorded === null ? found : { ...found, recorded };
  };
  const ofOrders = Float64Array.from(
    { length: days },
    (_, at) => recordedShare(recording, first + at) * Math.exp(orderWeekday[weekdayOf(first + at)]),
  );
  const { ctr, view_rate, cvr } = rates;
  return {
    impressions: ratio('impressions', () => 1),
    ctr: ctr === null ? null : ratio('clicks', (c) => ctr[c]),
    view_rate: view_rate === null ? null : ratio('views', (c) => view_rate[c]),
    cvr: ctr === null || cvr === null ? null : ratio('conversions', (c) => ctr[c] * cvr[c], ofOrders),
  };
}

type Outcome = 'impressions' | 'clicks' | 'views' | 'conversions';

/** Each day's spend as the mean of the days with spend of its period, counted from the last day back. */
function evenly(spend: Float64Array, periodDays: number): Float64Array {
  const length = Math.max(1, Math.round(periodDays));
  if (length === 1) return spend;
  const even = new Float64Array(spend.length);
  for (let end = spend.length; end > 0; end -= length) {
    const from = Math.max(0, end - length);
    let sum = 0;
    for (let at = from; at < end; at++) sum += spend[at];
    even.fill(sum / (end - from), from, end);
  }
  return even;
}

/** ln of what a unit of spend brings with the campaigns that ran of late, as of each day's beginning; entry `days` is as of the end. */
function recentMix(brought: Float64Array, spent: Float64Array): Float64Array {
  const mix = new Float64Array(spent.length + 1).fill(Number.NaN);
  let [top, bottom] = [0, 0];
  for (let day = 0; day < spent.length; day++) {
    top += brought[day];
    bottom += spent[day];
    const gone = day - RECENT;
    if (gone >= 0) {
      top -= brought[gone];
      bottom -= spent[gone];
    }
    // After a pause longer than that the campaigns that ran last still say most.
    mix[day + 1] = bottom > 1e-9 && top > 0 ? Math.log(top / bottom) : mix[day];
  }
  return mix;
}

/** Spend of the periods up to a day, oldest first. */
export function spendByPeriod(
  campaigns: readonly CampaignSeries[],
  until: number,
  periodDays: number,
  periods: number,
): readonly number[] {
  const sums = new Array<number>(periods).fill(0);
  for (const { day, spend } of campaigns) {
    for (let row = 0; row < day.length; row++) {
      const back = Math.floor((until - day[row]) / periodDays);
      if (back >= 0 && back < periods && spend[row] > 0) sums[periods - 1 - back] += spend[row];
    }
  }
  return sums;
}
