import type { DailyExport } from '../../calibrate/index.js';
import { required } from '../../required.js';
import type { DeliveredLine, Scenario } from '../../scenario/types.js';
import { campaignKey } from '../match/propose.js';
import type { MatchedCampaign } from '../match/types.js';
import { type Calendar, periodOf } from './calendar.js';

/** Spend that is in no line of the plan. */
export interface UnmatchedSpend {
  readonly platform: string;
  readonly campaign: string;
  readonly spend: number;
}

/** What the exports say of a plan, up to a day. */
export interface Actuals {
  /** In the scenario's order. */
  readonly lines: readonly LineActuals[];
  /** The largest first. */
  readonly unmatched: readonly UnmatchedSpend[];
  /** Spend before the plan's first day, which is no part of it. */
  readonly before: number;
}

interface LineActuals extends DeliveredLine {
  /** Spend by day from the plan's first day on. */
  readonly daily: Float64Array;
  /** Sums over the periods that are over; `null`: no export tells. */
  readonly counted: {
    readonly impressions: number | null;
    readonly clicks: number | null;
    readonly conversions: number | null;
  };
}

const COUNTS = ['impressions', 'clicks', 'conversions'] as const;

/** Adds an export's days up to lines and periods. */
export function deliveriesOf(
  { rows, owners }: DailyExport,
  matched: readonly MatchedCampaign[],
  { lines }: Pick<Scenario, 'lines'>,
  calendar: Calendar,
): Actuals {
  const lineOf = new Map(matched.map(({ platform, campaign, line }) => [campaignKey(platform, campaign), line]));
  const index = new Map(lines.map(({ id }, k) => [id, k]));
  const places = rows.campaigns.map(({ platform }, k) => {
    const line = lineOf.get(campaignKey(platform, owners[k])) ?? null;
    return line === null ? -1 : required(index.get(line));
  });
  const { whole, spentUntil, days, starts } = calendar;
  const sums = lines.map(() => ({
    spend: new Array<number>(whole).fill(0),
    running: 0,
    daily: new Float64Array(days),
    ...(Object.fromEntries(COUNTS.map((name) => [name, new Array<number>(whole).fill(Number.NaN)])) as Record<
      (typeof COUNTS)[number],
      number[]
    >),
  }));
  const unmatched = new Map<string, UnmatchedSpend>();
  let before = 0;
  for (let row = 0; row < rows.day.length; row++) {
    const day = rows.day[row];
    const spend = rows.spend[row] || 0;
    if (day > spentUntil) continue;
    const t = periodOf(calendar, day);
    if (t < 0) {
      if (day < starts[0]) before += spend;
      continue;
    }
    const campaign = rows.campaign[row];
    const place = places[campaign];
    if (place < 0) {
      const one = { platform: rows.campaigns[campaign].platform, campaign: owners[campaign] };
      const key = campaignKey(one.platform, one.campaign);
      unmatched.set(key, { ...one, spend: (unmatched.get(key)?.spend ?? 0) + spend });
      continue;
    }
    const sum = sums[place];
    sum.daily[day - starts[0]] += spend;
    if (t >= whole) {
      sum.running += spend;
      continue;
    }
    sum.spend[t] += spend;
    for (const name of COUNTS) {
      const count = rows[name][row];
      if (!Number.isNaN(count)) sum[name][t] = (sum[name][t] || 0) + count;
    }
  }
  return {
    lines: sums.map((sum) => {
      for (const name of COUNTS) fillPauses(sum[name], sum.spend);
      const counted = Object.fromEntries(COUNTS.map((name) => [name, sumOf(sum[name])])) as LineActuals['counted'];
      return { ...sum, counted };
    }),
    unmatched: [...unmatched.values()].filter(({ spend }) => spend > 0).sort((a, b) => b.spend - a.spend),
    before,
  };
}

/** A period in which nothing was spent brought nothing, of a figure that is reported for the line at all. */
function fillPauses(counts: number[], spend: readonly number[]): void {
  if (counts.every((count) => Number.isNaN(count)) && spend.some((amount) => amount > 0)) return;
  counts.forEach((count, t) => {
    if (Number.isNaN(count) && spend[t] === 0) counts[t] = 0;
  });
}

function sumOf(counts: readonly number[]): number | null {
  const known = counts.filter((count) => !Number.isNaN(count));
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
