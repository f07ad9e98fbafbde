import { poissonAtLeast } from '../../distributions/poisson.js';
import { required } from '../../required.js';
import type { Comparison } from '../../scenario/types.js';

/** KPIs that a figure with a count is reported by. */
export const COUNT_EVIDENCE = {
  orders: ['orders'],
  new: ['new'],
  conversions: ['conversions'],
  repeat: ['repeat'],
  referred: ['referred'],
  brand_orders: ['brand_orders'],
  revenue: ['orders', 'revenue'],
  gross_margin: ['orders', 'gross_margin'],
  profit: ['orders', 'gross_margin', 'cost'],
  roas: ['orders', 'revenue', 'spend'],
  roi: ['orders', 'gross_margin', 'cost'],
  ltv_cac: ['new', 'ltv', 'cost'],
  cpa: ['conversions', 'spend'],
  cac: ['new', 'cost'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CountedKpi = keyof typeof COUNT_EVIDENCE;

export function isCountedKpi(name: string): name is CountedKpi {
  return Object.hasOwn(COUNT_EVIDENCE, name);
}

/**
 * What a bound says of one draw, as a bound on a whole number of orders: `amount · N + offset` against the threshold, or, for
 * a cost, `amount / N`.
 */
interface Count {
  /** KPI whose expectation is N's mean. */
  readonly of: 'orders' | 'new' | 'conversions' | 'repeat' | 'referred' | 'brand_orders';
  readonly kind: 'times' | 'over';
  readonly amount: (d: number) => number;
  readonly offset: (d: number) => number;
}

/** Reads a KPI's draws, of what is expected, by its name. */
export type ExpectedKpis = (name: string) => Float64Array;

const ONE = (): number => 1;
const NOTHING = (): number => 0;

/** How a KPI rests on a count, if it does. */
function countOf(kpi: string, expected: ExpectedKpis): Count | null {
  const at = (name: string) => {
    const values = expected(name);
    return (d: number): number => values[d];
  };
  const each = (name: string) => {
    const [worth, orders] = [at(name), at('orders')];
    return (d: number): number => (orders(d) > 0 ? worth(d) / orders(d) : 0);
  };
  const over = (above: (d: number) => number, name: string) => {
    const below = at(name);
    return (d: number): number => above(d) / below(d);
  };
  const less = (name: string) => {
    const amount = at(name);
    return (d: number): number => -amount(d);
  };
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
    case 'gross_margin':
      return times('orders', each(kpi));
    case 'profit':
      return times('orders', each('gross_margin'), less('cost'));
    case 'roas':
      return times('orders', over(each('revenue'), 'spend'));
    case 'roi':
      return times('orders', over(each('gross_margin'), 'cost'), () => -1);
    case 'ltv_cac':
      return times('new', over(at('ltv'), 'cost'));
    case 'cpa':
      return { of: 'conversions', kind: 'over', amount: at('spend'), offset: NOTHING };
    case 'cac':
      return { of: 'new', kind: 'over', amount: at('cost'), offset: NOTHING };
    default:
      return null;
  }
}

/**
 * How likely each draw is to meet a bound on a KPI where orders are counts (section 14): Poisson's tail, given the draw's means.
 *
 * @param expected reads what is expected of the KPIs in `COUNT_EVIDENCE`
 */
export function countChances(
  kpi: CountedKpi,
  expected: ExpectedKpis,
  comparison: Comparison,
  threshold: number,
): Float64Array {
  const count = required(countOf(kpi, expected));
  return expected(count.of).map((mean, d) => chance(mean, count, d, comparison, threshold));
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
    const some = (): number => poissonAtLeast(mean, 1);
    if (threshold <= 0) return comparison === '>=' || comparison === '>' ? some() : 0;
    const bound = each / threshold;
    switch (comparison) {
      case '<=':
        return poissonAtLeast(mean, Math.max(1, least(bound)));
      case '<':
        return poissonAtLeast(mean, Math.max(1, leastAbove(bound)));
      case '>=':
        return some() - poissonAtLeast(mean, Math.max(1, leastAbove(bound)));
      case '>':
        return some() - poissonAtLeast(mean, Math.max(1, least(bound)));
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
