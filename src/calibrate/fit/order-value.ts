import type { Distribution } from '../../distributions/types.js';
import type { CampaignSeries } from './daily.js';

/** What an order brings, as the exports' revenue columns say. */
export interface OrderValueFit {
  readonly distribution: Distribution;
  readonly orders: number;
}

/** Days at the end that say what an order is worth now, and orders that are enough to go by them alone. */
const RECENT = 91;
const ENOUGH = 50;
/** Log units by which the value of an order may be elsewhere in the months to come. */
const AHEAD_SD = 0.05;

/**
 * Revenue over orders, of the days that have both: a ratio of sums, its error from the days' departures from it
 * (Cochran, Sampling Techniques, 3rd ed., section 6.4). `null`: no revenue in the exports.
 */
export function fitOrderValue(campaigns: readonly CampaignSeries[], until: number): OrderValueFit | null {
  const days = new Map<number, { revenue: number; orders: number }>();
  for (const { day, revenue, conversions } of campaigns) {
    for (let row = 0; row < day.length; row++) {
      if (!(revenue[row] >= 0) || !(conversions[row] >= 0)) continue;
      const sum = days.get(day[row]) ?? { revenue: 0, orders: 0 };
      sum.revenue += revenue[row];
      sum.orders += conversions[row];
      days.set(day[row], sum);
    }
  }
  const all = [...days];
  const recent = all.filter(([day]) => day > until - RECENT);
  const ordersOf = (list: typeof all) => list.reduce((sum, [, { orders }]) => sum + orders, 0);
  const used = ordersOf(recent) >= ENOUGH ? recent : all;
  const orders = ordersOf(used);
  const revenue = used.reduce((sum, [, one]) => sum + one.revenue, 0);
  if (!(orders > 0) || !(revenue > 0)) return null;
  const value = revenue / orders;
  const squares = used.reduce((sum, [, one]) => sum + (one.revenue - value * one.orders) ** 2, 0);
  const error = used.length < 2 ? 0.5 : Math.sqrt((squares * used.length) / (used.length - 1)) / revenue;
  const sigma = Math.hypot(error, AHEAD_SD);
  return { distribution: { family: 'lognormal', mu: Math.log(value) - (sigma * sigma) / 2, sigma }, orders };
}
