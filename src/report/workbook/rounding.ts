import { apportion } from '../../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';

/**
 * Amounts rounded to the currency's smallest unit so that they sum to a given total exactly: their running sums are rounded,
 * so no part is more than one unit from its own value. Any sign.
 *
 * @param amounts in currency, finite
 * @param total whole number of smallest units; the last part takes up what the amounts' own sum lacks
 * @returns whole numbers of smallest units
 */
export function roundToSum(amounts: readonly number[], total: number, currency: string): number[] {
  let exact = 0;
  let rounded = 0;
  return amounts.map((amount, index) => {
    exact += amount;
    const upTo = index === amounts.length - 1 ? total : toMinorUnits(exact, currency);
    const part = upTo - rounded;
    rounded = upTo;
    return part;
  });
}

/** Sum of amounts, each rounded to the currency's smallest unit, without any drift. */
export function sumOnGrid(amounts: readonly number[], currency: string): number {
  return fromMinorUnits(
    amounts.reduce((sum, amount) => sum + toMinorUnits(amount, currency), 0),
    currency,
  );
}

/** As `apportion`; evenly where no weight says how, and nothing where there is nothing to share. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  if (total === 0) return weights.map(() => 0);
  const positive = weights.map((weight) => Math.max(0, weight));
  return apportion(total, positive.some((weight) => weight > 0) ? positive : weights.map(() => 1));
}
