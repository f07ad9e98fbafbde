import { fromMinorUnits } from '../../units/money.js';
import type { ReportContext } from '../context.js';
import { COSTS, moneyOnGrid } from './bridge.js';

/** Amounts of a bridge as its title and its bars print them, in currency, which add up. */
export interface PrintedBridge {
  readonly margin: number;
  readonly media: number;
  /** Costs beside media. */
  readonly other: number;
  readonly left: number;
  /** Value recorded after the horizon: part of the margin, and of what is left. */
  readonly tail: number;
  /** Value that comes later. */
  readonly future: number;
  /** What would come anyway. */
  readonly baseline: number;
}

/** To three significant digits, as an amount of a bridge is printed. */
export function threeDigits(amount: number): number {
  return Number(amount.toPrecision(3));
}

/**
 * Each amount to three digits of its own, as tables have it: a fee of 480,000 beside millions isn't half a million. The margin is the sum
 * of costs and what is left: the least certain of them, so that a rounding moves it least. It is printed with all its digits, as
 * sums are, so that the amounts add up as printed.
 */
export function printedBridge({ forecast, plan }: ReportContext): PrintedBridge {
  const { currency } = forecast.scenario;
  const units = moneyOnGrid(plan.result, currency);
  const money = (amount: number): number => fromMinorUnits(amount, currency);
  const media = threeDigits(money(units.media));
  // As printed one by one: together they may have more digits.
  const others = COSTS.filter((cost) => cost !== 'media').map((cost) => threeDigits(money(units[cost])));
  const other = others.reduce((sum, cost) => sum + cost, 0);
  const left = threeDigits(money(units.profit));
  const later = {
    tail: threeDigits(money(units.tail)),
    future: threeDigits(money(units.future)),
    baseline: threeDigits(money(units.baseline)),
  };
  return { margin: left + media + other, media, other, left, ...later };
}
