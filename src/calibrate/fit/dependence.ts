import type { PriceFit } from './price.js';
import type { RateFit } from './rate.js';
import type { RateName } from './rates.js';

/** How a day's surprises hang together. */
export interface Dependence {
  /** Correlation of a day's surprise in price with that in the click rate, same campaign. */
  readonly priceWithClicks: number;
  /** Of the click rate's with the conversion rate's. */
  readonly clicksWithConversions: number;
  /** Of the price's with the conversion rate's. */
  readonly priceWithConversions: number;
  /** Of two campaigns' surprises in price on the same day. */
  readonly sharedPrice: number;
  /** Pairs of figures behind each. */
  readonly pairs: {
    readonly priceWithClicks: number;
    readonly clicksWithConversions: number;
    readonly priceWithConversions: number;
    readonly sharedPrice: number;
  };
}

/** Belief on a correlation before data: Fisher's z about 0, this wide. */
const PRIOR_SD = 0.5;

/** Surprises of a campaign by day, held within ± 3 so that one odd day doesn't make a correlation. */
function byDay(days: Int32Array, innovations: Float64Array): Map<number, number> {
  const found = new Map<number, number>();
  days.forEach((day, row) => {
    found.set(day, Math.min(Math.max(innovations[row], -3), 3));
  });
  return found;
}

/**
 * Product-moment correlation about zero, the surprises' own mean, weighed against 0 on the scale of Fisher's z, whose variance
 * is 1 / (n − 3) (R. A. Fisher, 1921).
 */
function correlationOf(pairs: readonly (readonly [number, number])[]): number {
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += x * y;
    xx += x * x;
    yy += y * y;
  }
  const measured = xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
  if (pairs.length <= 3) return 0;
  const z = Math.atanh(Math.min(Math.max(measured, -0.999), 0.999));
  const prior = PRIOR_SD ** 2;
  return Math.tanh((z * prior) / (prior + 1 / (pairs.length - 3)));
}

function matched(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>) {
  const pairs: (readonly [number, number])[] = [];
  for (const [day, x] of one) {
    const y = other.get(day);
    if (y !== undefined) pairs.push([x, y]);
  }
  return pairs;
}

/** Campaigns compared with each other at most: beyond this, pairs only repeat the answer. */
const MOST_CAMPAIGNS = 60;

export function measureDependence(price: PriceFit, rates: Readonly<Record<RateName, RateFit | null>>): Dependence {
  const prices = price.series.map((one, i) => byDay(one.day, price.innovations[i]));
  const surprises = (fit: RateFit | null) => fit?.series.map((one, i) => byDay(one.day, fit.innovations[i])) ?? [];
  const [clicks, conversions] = [surprises(rates.ctr), surprises(rates.cvr)];
  const first = clicks.flatMap((one, i) => matched(prices[i], one));
  const second = conversions.flatMap((one, i) => matched(clicks[i] ?? new Map(), one));
  const third = conversions.flatMap((one, i) => matched(prices[i], one));
  const shared: (readonly [number, number])[] = [];
  const some = prices.slice(0, MOST_CAMPAIGNS);
  for (const [i, one] of some.entries()) for (const other of some.slice(0, i)) shared.push(...matched(one, other));
  return {
    priceWithClicks: correlationOf(first),
    clicksWithConversions: correlationOf(second),
    priceWithConversions: correlationOf(third),
    sharedPrice: Math.max(0, correlationOf(shared)),
    pairs: {
      priceWithClicks: first.length,
      clicksWithConversions: second.length,
      priceWithConversions: third.length,
      sharedPrice: shared.length,
    },
  };
}

/**
 * Turns independent standard normals into surprises of a day that are correlated as `Dependence` has it: of price, click rate
 * and conversion rate, in this order, by the Cholesky factor of their correlations; correlations that contradict each other
 * are drawn in until they don't.
 */
export function surprises(dependence: Dependence): (
  price: number,
  click: number,
  conversion: number,
) => {
  readonly click: number;
  readonly conversion: number;
} {
  const { priceWithClicks: pc, priceWithConversions: pv, clicksWithConversions: cv } = dependence;
  const own = Math.sqrt(1 - pc * pc);
  let slope = own > 0 ? (cv - pc * pv) / own : 0;
  const most = 0.999 * Math.sqrt(1 - pv * pv);
  slope = Math.min(Math.max(slope, -most), most);
  const rest = Math.sqrt(Math.max(0, 1 - pv * pv - slope * slope));
  return (price, click, conversion) => ({
    click: pc * price + own * click,
    conversion: pv * price + slope * click + rest * conversion,
  });
}
