/** Messages about a line's response, of the same form as those of `../messages.ts`, where they are read from. */
import type { Fault } from '../problem.js';

export const tooFewDraws = (rows: number): Fault => ({
  found: rows === 1 ? '1 row of draws' : `${rows} rows of draws`,
  expected: 'at least 2 below the header',
});
export const parameterTwice = (one: string, other: string): Fault => ({
  found: `both ${one} and ${other}, two names of one parameter`,
  expected: 'one of them',
});
export const rangeWithoutGamma = (): Fault => ({
  found: 'a range without gamma',
  expected: 'gamma with its range, or half_saturation alone',
});
export const tableSpend = (found: string, before: number | null): Fault => ({
  found: before === null ? `a first point at a spend of ${found}` : `a spend of ${found} after one of ${before}`,
  expected: before === null ? 'a first point at a spend of 0' : 'spends that go up from point to point',
});
export const tableFalls = (found: string, before: number): Fault => ({
  found: `${found} after ${before}`,
  expected: 'values that never fall from point to point',
});
export const carryInAlone = (): Fault => ({
  found: 'carry_in without an adstock',
  expected: 'adstock, by which earlier spend works on',
});
export const responseAndFunnel = (key: string): Fault => ({
  found: `${key} on a line with a response`,
  expected: 'a response, or the rates of the funnel',
});
export const otherPeriod = (period: string, unit: string): Fault => ({
  found: `a curve by the ${period} in a scenario by the ${unit}`,
  expected: `a horizon in ${period}s, or a curve fitted by the ${unit} with period: ${unit}`,
});
export const revenueWithoutOrderValue = (): Fault => ({
  found: 'a response of revenue without an economics.order_value above 0',
  expected: 'the order value, by which revenue becomes orders, or of: conversions',
});
export const nothingShown = (): Fault => ({
  found: 'a ceiling on the price of impressions, and only lines with a response',
  expected: 'a line with a funnel: a fitted curve shows no impressions',
});
