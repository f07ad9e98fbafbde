import { NEVER_IN_A_SHARE, poissonAtLeast } from '../../distributions/poisson.js';
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
 * What a bound says of each draw, as a bound on a whole number of orders: `amount · N + offset` against the threshold, or, for
 * a cost, `amount / N`. By arrays, since a function a draw would make its numbers objects.
 */
interface Counts {
  /** KPI whose expectation is N's mean. */
  readonly of: 'orders' | 'new' | 'conversions' | 'repeat' | 'referred' | 'brand_orders';
  readonly kind: 'times' | 'over';
  readonly amounts: Float64Array;
  readonly offsets: Float64Array;
}

/** Reads a KPI's draws, of what is expected, by its name. */
type ExpectedKpis = (name: string) => Float64Array;

/** How a KPI rests on a count. */
function countsOf(kpi: CountedKpi, expected: ExpectedKpis): Counts {
  const draws = expected(COUNT_EVIDENCE[kpi][0]).length;
  const constant = (value: number): Float64Array => new Float64Array(draws).fill(value);
  const quotients = (above: Float64Array, below: Float64Array): Float64Array => {
    const out = new Float64Array(draws);
    for (let d = 0; d < draws; d++) out[d] = above[d] / below[d];
    return out;
  };
  const each = (name: string): Float64Array => {
    const [worth, orders] = [expected(name), expected('orders')];
    const out = new Float64Array(draws);
    for (let d = 0; d < draws; d++) out[d] = orders[d] > 0 ? worth[d] / orders[d] : 0;
    return out;
  };
  const less = (name: string): Float64Array => {
    const amounts = expected(name);
    const out = new Float64Array(draws);
    for (let d = 0; d < draws; d++) out[d] = -amounts[d];
    return out;
  };
  const times = (of: Counts['of'], amounts: Float64Array, offsets = constant(0)): Counts => ({
    of,
    kind: 'times',
    amounts,
    offsets,
  });
  switch (kpi) {
    case 'orders':
    case 'new':
    case 'conversions':
    case 'repeat':
    case 'referred':
    case 'brand_orders':
      return times(kpi, constant(1));
    case 'revenue':
    case 'gross_margin':
      return times('orders', each(kpi));
    case 'profit':
      return times('orders', each('gross_margin'), less('cost'));
    case 'roas':
      return times('orders', quotients(each('revenue'), expected('spend')));
    case 'roi':
      return times('orders', quotients(each('gross_margin'), expected('cost')), constant(-1));
    case 'ltv_cac':
      return times('new', quotients(expected('ltv'), expected('cost')));
    case 'cpa':
      return { of: 'conversions', kind: 'over', amounts: expected('spend'), offsets: constant(0) };
    case 'cac':
      return { of: 'new', kind: 'over', amounts: expected('cost'), offsets: constant(0) };
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
  const { of, kind, amounts, offsets } = countsOf(kpi, expected);
  const means = expected(of);
  const met = new Float64Array(means.length);
  for (let d = 0; d < met.length; d++) {
    met[d] =
      kind === 'over'
        ? chanceOver(means[d], amounts[d], comparison, threshold)
        : chanceTimes(means[d], amounts[d], threshold - offsets[d], comparison);
  }
  return met;
}

/** P(N ≥ n), as far as a share of all draws tells it from 0. */
function atLeast(mean: number, n: number): number {
  return poissonAtLeast(mean, n, NEVER_IN_A_SHARE);
}

/** P(`amount / N` meets the bound). A cost without an order has no value, and meets nothing. */
function chanceOver(mean: number, amount: number, comparison: Comparison, threshold: number): number {
  const some = atLeast(mean, 1);
  if (threshold <= 0) return comparison === '>=' || comparison === '>' ? some : 0;
  const bound = amount / threshold;
  switch (comparison) {
    case '<=':
      return atLeast(mean, Math.max(1, least(bound)));
    case '<':
      return atLeast(mean, Math.max(1, leastAbove(bound)));
    case '>=':
      return some - atLeast(mean, Math.max(1, leastAbove(bound)));
    case '>':
      return some - atLeast(mean, Math.max(1, least(bound)));
  }
}

/** P(`amount · N` meets `rest`). */
function chanceTimes(mean: number, amount: number, rest: number, comparison: Comparison): number {
  if (!Number.isFinite(amount)) return 0;
  if (amount <= 0) return nothingMeets(rest, comparison) ? 1 : 0;
  const bound = rest / amount;
  switch (comparison) {
    case '>=':
      return atLeast(mean, least(bound));
    case '>':
      return atLeast(mean, leastAbove(bound));
    case '<=':
      return 1 - atLeast(mean, leastAbove(bound));
    case '<':
      return 1 - atLeast(mean, least(bound));
  }
}

function nothingMeets(rest: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '>=':
      return 0 >= rest;
    case '>':
      return 0 > rest;
    case '<=':
      return 0 <= rest;
    case '<':
      return 0 < rest;
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
