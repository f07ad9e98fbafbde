import { type LocaleChoice, localeFor } from './locale.js';
import { writeNumber } from './number-format.js';

/**
 * A share as a percentage: `30%`, `%30` in Turkish, `30 %` in German.
 *
 * `rounded` (the default) keeps two significant digits: 30 %, 3.1 %, 0.052 %; `exact` keeps a tenth of a point. A share
 * short of the whole never prints as 100 %, nor one above nothing as 0 %: a chance of 99.97 % is not certainty.
 */
export function formatShare(
  share: number,
  { precision = 'rounded', ...choice }: LocaleChoice & { readonly precision?: 'exact' | 'rounded' } = {},
): string {
  return writeNumber(share, localeFor(choice), { style: 'percent', ...percentDigits(Math.abs(share), precision) });
}

function percentDigits(magnitude: number, precision: 'exact' | 'rounded'): Intl.NumberFormatOptions {
  if (magnitude > 0.99 && magnitude < 1) {
    const digits = magnitude < 0.999 ? 1 : Math.min(6, Math.ceil(-Math.log10(1 - magnitude)) - 2);
    // 99.58 % is 99.6 %, beside 0.42 % of its opposite; only what would round to the whole is cut.
    const whole = 1 - magnitude < 10 ** -(digits + 2);
    return { maximumFractionDigits: digits, roundingMode: whole ? 'trunc' : 'halfExpand' };
  }
  if (magnitude > 0 && magnitude < 0.01) return { maximumSignificantDigits: 2 };
  if (precision === 'exact') return { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return { maximumFractionDigits: magnitude < 0.0995 ? 1 : 0 };
}

/** Draws tell nothing of what is rarer than one in a thousand. */
const LEAST_CHANCE = 0.001;

/** A share of futures, as `formatShare` writes it: never nothing, nor all of them, for what draws can tell. */
export function formatChance(chance: number, choice: LocaleChoice = {}): string {
  if (chance < LEAST_CHANCE) return `<${formatShare(LEAST_CHANCE, choice)}`;
  return chance > 1 - LEAST_CHANCE ? `>${formatShare(1 - LEAST_CHANCE, choice)}` : formatShare(chance, choice);
}
