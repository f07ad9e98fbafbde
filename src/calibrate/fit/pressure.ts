import { type CampaignSeries, extent } from './daily.js';

/** Price pressure of section 11: ε with its uncertainty, and the daily spend at which price is `cpm`. */
export interface Pressure {
  readonly mean: number;
  readonly sd: number;
  /** Spend a day that the scenario's `cpm` is about: the recent pace, or less where price answers by more than half. */
  readonly at: number;
  /** Recent spend a day, and by what power of spend price goes there. */
  readonly pace: number;
  readonly elasticity: number;
  /** Neighbouring periods whose change of spend showed it. */
  readonly changes: number;
}

interface PressureOptions {
  readonly periodDays: number;
  readonly horizonDays: number;
  /** Recent spend a day. */
  readonly pace: number;
}

/** Periods from this length on have budgets; how little a day spends is its pacing. */
const WEEK = 7;
/** Days that changes are taken over, at most: half a plan of four weeks. */
const LAG_DAYS = 14;
/** How much a line's answer may differ from that of its campaigns to their own scale. */
const DOUBT = 0.15;
/** Fewer changes of spend tell nothing. */
const LEAST_CHANGES = 12;
/** The reading refuses pressure that may be above 1. */
const MOST = 0.9;
const MOST_ELASTICITY = 0.85;
/** Widths of ε, and of ln price at the pace by way of it. */
const MOST_SD = 0.2;
const PACE_SD = 0.03;
/** Standard deviations away from 0 that make it plain: a 90 % interval that leaves it out. */
const PLAIN = 1.645;

/** ln of the price at a day's spend over that at the recent pace. */
export function logPressure(spend: number, { mean, at, pace }: Pressure): number {
  return mean * Math.log((at + spend) / (at + pace));
}

/** ln of the price at `at`, which is a scenario's `cpm`, over that at the recent pace. */
export function logPriceAt({ mean, at, pace }: Pressure): number {
  return mean * Math.log((2 * at) / (at + pace));
}

/**
 * How price answers to a line's spend, by regression of changes of ln price on changes of ln spend, over the time that a plan's
 * budgets stand for and the line as a whole: what moves slowly falls out of changes, a day's pacing isn't what a budget of
 * weeks does, and how campaigns of different size differ isn't what a line's budget does. A change from or to a period of little money
 * counts by that money: its logarithm goes far, and it says what little money buys, not what the line's budgets do. Before that stands what campaigns' prices did with their scale, in doubt. An elasticity
 * η at the pace x is ε / (1 + at / x): ε is 2 η at `at` = x, and where that is too much `at` is lower. `null`: unknown
 * apart from none.
 *
 * @param scale posterior of the answer of campaigns' ln price to the ln of their spend
 */
export function fitPressure(
  campaigns: readonly CampaignSeries[],
  scale: readonly number[],
  { periodDays, horizonDays, pace }: PressureOptions,
): Pressure | null {
  if (!(pace > 0)) return null;
  const length = Math.max(1, Math.round(periodDays));
  // Whole periods, counted back from the last day: one that is cut has little spend at the usual price.
  const [first, last] = extent(campaigns);
  const whole = Math.floor((last - first + 1) / length);
  const periods = new Map<number, { spend: number; impressions: number }>();
  for (const { day, spend, impressions } of campaigns) {
    for (let row = 0; row < day.length; row++) {
      if (!(spend[row] > 0) || !(impressions[row] > 0)) continue;
      const period = whole - 1 - Math.floor((last - day[row]) / length);
      if (period < 0) continue;
      const sum = periods.get(period) ?? { spend: 0, impressions: 0 };
      periods.set(period, { spend: sum.spend + spend[row], impressions: sum.impressions + impressions[row] });
    }
  }
  const lag = Math.max(1, Math.round(Math.min(LAG_DAYS, horizonDays / 2) / length));
  const usual = usualSpend([...periods.values()].map(({ spend }) => spend));
  const x: number[] = [];
  const y: number[] = [];
  const weights: number[] = [];
  for (const [period, now] of periods) {
    const before = periods.get(period - lag);
    if (before === undefined) continue;
    x.push(Math.log(now.spend / before.spend));
    y.push(Math.log(now.spend / now.impressions) - Math.log(before.spend / before.impressions));
    weights.push(length < WEEK ? 1 : Math.min(1, now.spend / usual, before.spend / usual));
  }
  const before = scale.reduce((sum, one) => sum + one, 0) / scale.length;
  const spread = scale.reduce((sum, one) => sum + (one - before) ** 2, 0) / scale.length;
  let precision = 1 / (spread + DOUBT * DOUBT);
  let mean = before;
  const xx = x.reduce((sum, one, k) => sum + weights[k] * one * one, 0);
  if (x.length >= LEAST_CHANGES && xx > 0) {
    const slope = x.reduce((sum, one, k) => sum + weights[k] * one * y[k], 0) / xx;
    const residual = y.reduce((sum, one, k) => sum + weights[k] * (one - slope * x[k]) ** 2, 0) / (x.length - 1);
    // Changes over several periods overlap, and tell less than as many apart.
    const information = xx / Math.max(residual, 1e-12) / Math.max(1, lag / 2);
    mean = (precision * before + information * slope) / (precision + information);
    precision += information;
  }
  const sd = 1 / Math.sqrt(precision);
  if (!(mean > PLAIN * sd)) return null;
  const elasticity = Math.min(mean, MOST_ELASTICITY);
  const epsilon = Math.min(2 * elasticity, MOST);
  const at = pace * (epsilon / elasticity - 1);
  // Price was seen at the pace: what isn't known of ε must not make it uncertain there.
  const lever = Math.log((at + pace) / (2 * at));
  const most = lever > 0 ? Math.min(MOST_SD, PACE_SD / lever) : MOST_SD;
  return { mean: epsilon, sd: Math.min((sd * epsilon) / elasticity, most), at, pace, elasticity, changes: x.length };
}

/** Share of the variance of ln price at the pace that what isn't known of ε may be. */
const MOST_SHARE = 0.5;

/**
 * What a line's level has of its width beside ε. Price was seen at the pace, so that it is `spread` log units wide there with all that isn't
 * known of ε: a level as wide as that, and ε beside it, would count the same doubt twice.
 */
export function besideLevel(
  pressure: Pressure | null,
  spread: number,
): { readonly pressure: Pressure | null; readonly level: number } {
  const lever = pressure === null ? 0 : Math.abs(logPriceAt({ ...pressure, mean: 1 }));
  if (pressure === null || lever === 0) return { pressure, level: spread };
  const sd = Math.min(pressure.sd, (Math.sqrt(MOST_SHARE) * spread) / lever);
  return { pressure: { ...pressure, sd }, level: Math.sqrt(spread * spread - (sd * lever) ** 2) };
}

/** Spend of the period in which the mean unit of money was spent. */
function usualSpend(spends: readonly number[]): number {
  return spends.reduce((sum, one) => sum + one * one, 0) / spends.reduce((sum, one) => sum + one, 0);
}
