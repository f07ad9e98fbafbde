import { type LocaleChoice, localeFor } from './locale.js';
import { writeNumber } from './number-format.js';

/**
 * A number of people, orders, impressions: `12,300`, `1.2M`.
 *
 * `rounded` (the default) keeps three significant digits, compact from a million, and a tenth below 100 (expected orders
 * are seldom whole); `exact` prints every unit.
 */
export function formatCount(
  count: number,
  { precision = 'rounded', ...choice }: LocaleChoice & { readonly precision?: 'exact' | 'rounded' } = {},
): string {
  return writeNumber(count, localeFor(choice), countDigits(Math.abs(count), precision));
}

function countDigits(magnitude: number, precision: 'exact' | 'rounded'): Intl.NumberFormatOptions {
  if (precision === 'exact') return { maximumFractionDigits: 0 };
  if (magnitude >= 999_500) return { notation: 'compact', maximumSignificantDigits: 3 };
  if (magnitude >= 99.5) return { maximumSignificantDigits: 3 };
  return magnitude < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 };
}

/** A ratio (ROAS, frequency): two decimals below 10, then three significant digits. */
export function formatRatio(ratio: number, choice: LocaleChoice = {}): string {
  const magnitude = Math.abs(ratio);
  return writeNumber(
    ratio,
    localeFor(choice),
    magnitude > 0 && magnitude < 0.095
      ? { maximumSignificantDigits: 2 }
      : magnitude < 9.995
        ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
        : countDigits(magnitude, 'rounded'),
  );
}
