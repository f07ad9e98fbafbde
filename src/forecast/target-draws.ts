import { poissonAtLeast } from '../distributions/poisson.js';
import type { Comparison, Target } from '../scenario/types.js';
import { drawsOf, type TargetDraws } from './targets.js';

export type { TargetDraws } from './targets.js';

/**
 * What a target says of one draw, as a bound on a whole number of orders: `amount · N + offset` against the threshold, or, for
 * a cost, `amount / N`.
 */
interface Count {
  /** KPI whose expectation is N's mean. */
  readonly of: 'orders' | 'new' | 'conversions' | 'repeat' | 'referred' | 'brand_orders';
  readonly kind: 'times' | 'over';
  readonly amount: (d: number) => number;
  readonly offset: (d: number) => number;
}

type Totals = ReadonlyMap<string, Float64Array>;

const ONE = (): number => 1;
const NOTHING = (): number => 0;

/** How a KPI rests on a count, if it does. */
function countOf(kpi: string, total: Totals): Count | null {
  const at = (name: string) => {
    const values = total.get(name)!;
    return (d: number): number => values[d]!;
  };
  const [orders, revenue, margin, cost, spend, ltv] = ['orders', 'revenue', 'gross_margin', 'cost', 'spend', 'ltv'].map(
    at,
  ) as [(d: number) => number, ...((d: number) => number)[]];
  const each =
    (worth: (d: number) => number) =>
    (d: number): number =>
      orders(d) > 0 ? worth(d) / orders(d) : 0;
  const times = (of: Count['of'], amount: Count['amount'], offset: Count['offset'] = NOTHING): Count => ({
    of,
    kind: 'times',
    amount,
    offset,
  });
  switch (kpi) {
    case 'orders':
    case 'new':
    case 'conversions':
    case 'repeat':
    case 'referred':
    case 'brand_orders':
      return times(kpi, ONE);
    case 'revenue':
      return times('orders', each(revenue!));
    case 'gross_margin':
      return times('orders', each(margin!));
    case 'profit':
      return times('orders', each(margin!), (d) => -cost!(d));
    case 'roas':
      return times('orders', (d) => each(revenue!)(d) / spend!(d));
    case 'roi':
      return times(
        'orders',
        (d) => each(margin!)(d) / cost!(d),
        () => -1,
      );
    case 'ltv_cac':
      return times('new', (d) => ltv!(d) / cost!(d));
    case 'cpa':
      return { of: 'conversions', kind: 'over', amount: spend!, offset: NOTHING };
    case 'cac':
      return { of: 'new', kind: 'over', amount: cost!, offset: NOTHING };
    default:
      return null;
  }
}

/**
 * A target's figure and how likely each draw is to meet it. Where orders are counts (section 14) that is Poisson's tail given
 * the draw's means, for a KPI by itself; an expression of one's own is judged by the counts that were drawn.
 *
 * @param counted the target's expression, of counts
 * @param total KPIs of what is expected
 */
export function targetDraws(target: Target, counted: Float64Array, total: Totals, hasCounts: boolean): TargetDraws {
  if (!hasCounts || target.expression.kind !== 'kpi') return drawsOf(target, counted);
  const kpi = target.expression.name;
  const count = countOf(kpi, total);
  if (count === null) return drawsOf(target, counted);
  const values = total.get(kpi)!;
  const means = total.get(count.of)!;
  const met = means.map((mean, d) => chance(mean, count, d, target.comparison, target.threshold));
  return { values, met };
}

function chance(
  mean: number,
  { kind, amount, offset }: Count,
  d: number,
  comparison: Comparison,
  threshold: number,
): number {
  const each = amount(d);
  if (kind === 'over') {
    // A cost without an order has no value, and meets nothing.
    const some = poissonAtLeast(mean, 1);
    if (threshold <= 0) return comparison === '>=' || comparison === '>' ? some : 0;
    const bound = each / threshold;
    switch (comparison) {
      case '<=':
        return poissonAtLeast(mean, Math.max(1, least(bound)));
      case '<':
        return poissonAtLeast(mean, Math.max(1, leastAbove(bound)));
      case '>=':
        return some - poissonAtLeast(mean, Math.max(1, leastAbove(bound)));
      case '>':
        return some - poissonAtLeast(mean, Math.max(1, least(bound)));
    }
  }
  const rest = threshold - offset(d);
  if (!Number.isFinite(each)) return 0;
  if (each <= 0) {
    const met = { '>=': 0 >= rest, '>': 0 > rest, '<=': 0 <= rest, '<': 0 < rest };
    return met[comparison] ? 1 : 0;
  }
  const bound = rest / each;
  switch (comparison) {
    case '>=':
      return poissonAtLeast(mean, least(bound));
    case '>':
      return poissonAtLeast(mean, leastAbove(bound));
    case '<=':
      return 1 - poissonAtLeast(mean, leastAbove(bound));
    case '<':
      return 1 - poissonAtLeast(mean, least(bound));
  }
}

/** Quotients of prices are whole numbers but for rounding. */
const ROUNDING = 1e-9;

/** The smallest whole number from a bound on. */
function least(bound: number): number {
  return Math.ceil(bound - ROUNDING * Math.max(1, Math.abs(bound)));
}

/** The smallest whole number above a bound. */
function leastAbove(bound: number): number {
  return Math.floor(bound + ROUNDING * Math.max(1, Math.abs(bound))) + 1;
}
