import type { CampaignSeries } from './daily.js';
import type { GroupFit } from './group.js';
import type { DailyRatio } from './present.js';
import { RATES, type RateName } from './rates.js';

/** First and last day of some campaigns. */
export function extent(campaigns: readonly CampaignSeries[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { day } of campaigns) {
    first = Math.min(first, day[0]!);
    last = Math.max(last, day.at(-1)!);
  }
  return [first, last];
}

/** ln price that the fit has for each campaign, at the size it had. */
function campaignLevels({ price }: GroupFit): Float64Array {
  const sizes = campaignSizes(price.series);
  return Float64Array.from(sizes, (size, c) => {
    const sum = price.draws.reduce(
      (total, { effects, states }) => total + effects[0]! + states[c]![0]! + effects[2]! * size,
      0,
    );
    return sum / price.draws.length;
  });
}

export function campaignSizes(series: GroupFit['price']['series']): readonly number[] {
  return series.map(({ level }) => level.reduce((sum, x) => sum + x, 0) / Math.max(1, level.length));
}

/** Impressions a day, and those that the money spent buys at the fit's prices in that season. */
export function impressionsExpected(fit: GroupFit): DailyRatio {
  const levels = campaignLevels(fit);
  return perDay(fit, (one, row, c) => {
    const [spend, impressions] = [one.spend[row]!, one.impressions[row]!];
    if (!(spend > 0) || !(impressions > 0)) return null;
    return [impressions, 1000 * spend * Math.exp(-levels[c]! - fit.season.logFactor(one.day[row]!))];
  });
}

/** Hits a day, and those that the fit's rates make of that day's trials. */
export function hitsExpected(fit: GroupFit, metric: RateName, levels: readonly number[]): DailyRatio {
  const { hits, trials } = RATES[metric];
  return perDay(fit, (one, row, c) => {
    const [came, of] = [one[hits][row]!, one[trials][row]!];
    return of > 0 && came >= 0 ? [came, of * levels[c]!] : null;
  });
}

function perDay(
  { campaigns }: GroupFit,
  figures: (one: CampaignSeries, row: number, campaign: number) => readonly [number, number] | null,
): DailyRatio {
  const [first, last] = extent(campaigns);
  const hits = new Float64Array(last - first + 1);
  const expected = new Float64Array(last - first + 1);
  campaigns.forEach((one, c) => {
    for (let row = 0; row < one.day.length; row++) {
      const found = figures(one, row, c);
      if (found === null) continue;
      hits[one.day[row]! - first]! += found[0];
      expected[one.day[row]! - first]! += found[1];
    }
  });
  return { hits, expected };
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
      const back = Math.floor((until - day[row]!) / periodDays);
      if (back >= 0 && back < periods && spend[row]! > 0) sums[periods - 1 - back]! += spend[row]!;
    }
  }
  return sums;
}
