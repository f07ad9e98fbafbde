/** Messages about a line's response, of the same form as those of `../messages.ts`, where they are read from. */
import { phrase, say, type Words } from '../../words/said.js';
import { type Fault, fault } from '../problem.js';

export const tooFewDraws = (rows: number): Fault =>
  fault({
    found: rows === 1 ? say`1 row of draws` : say`${rows} rows of draws`,
    expected: say`at least 2 below the header`,
  });
export const parameterTwice = (one: string, other: string): Fault =>
  fault({
    found: say`both ${one} and ${other}, two names of one parameter`,
    expected: say`one of them`,
  });
export const rangeWithoutGamma = (): Fault =>
  fault({
    found: say`a range without gamma`,
    expected: say`gamma with its range, or half_saturation alone`,
  });
export const tableSpend = (found: Words, before: number | null): Fault =>
  fault({
    found:
      before === null ? say`a first point at a spend of ${found}` : say`a spend of ${found} after one of ${before}`,
    expected: before === null ? say`a first point at a spend of 0` : say`spends that go up from point to point`,
  });
export const tableFalls = (found: Words, before: number): Fault =>
  fault({
    found: say`${found} after ${before}`,
    expected: say`values that never fall from point to point`,
  });
export const carryInAlone = (): Fault =>
  fault({
    found: say`carry_in without an adstock`,
    expected: say`adstock, by which earlier spend works on`,
  });
export const responseAndFunnel = (key: string): Fault =>
  fault({
    found: say`${key} on a line with a response`,
    expected: say`a response, or the rates of the funnel`,
  });
export const otherPeriod = (period: string, unit: string): Fault =>
  fault({
    found: say`a curve by the ${phrase(period)} in a scenario by the ${phrase(unit)}`,
    expected: say`a horizon in ${period}s, or a curve fitted by the ${unit} with period: ${unit}`,
  });
export const revenueWithoutOrderValue = (): Fault =>
  fault({
    found: say`a response of revenue without an economics.order_value above 0`,
    expected: say`the order value, by which revenue becomes orders, or of: conversions`,
  });
export const nothingShown = (): Fault =>
  fault({
    found: say`a ceiling on the price of impressions, and only lines with a response`,
    expected: say`a line with a funnel: a fitted curve shows no impressions`,
  });
