import { type Language, localeFor } from './locale.js';
import { writeNumber } from './number-format.js';

interface MoneyFormat {
  /** Language that decides how the figure is written; left out, the currency's own. */
  readonly locale?: Language | undefined;
  /** `exact`: to the smallest unit, for budgets; `rounded`: as many digits as an uncertain figure deserves. */
  readonly precision: 'exact' | 'rounded';
  /** Its narrow symbol, by default, or its code. */
  readonly display?: 'narrowSymbol' | 'code' | undefined;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether a code is a currency of ISO 4217, in capitals. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

const digitsOf = new Map<string, number>();

/** Decimals of a currency's smallest unit: 2 for AZN, 0 for JPY, 3 for KWD. Throws RangeError for what is no code. */
export function currencyDigits(code: string): number {
  const known = digitsOf.get(code);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // Every amount that is rounded asks for it, and making a format costs a thousand times its use.
  digitsOf.set(code, digits);
  return digits;
}

/**
 * Money as people who use the currency write it, with its narrow symbol: `1.480,50 ₼`, `₺1.480,50`, `$1,480.50`.
 *
 * `rounded` keeps three significant digits from 100 up (compact from a million), the smallest unit below, and two
 * significant digits of prices that are a fraction of it.
 */
export function formatMoney(value: number, currency: string, { locale, precision, display }: MoneyFormat): string {
  const digits = precision === 'exact' ? {} : roundedDigits(Math.abs(value), currencyDigits(currency));
  return writeNumber(value, localeFor({ locale, currency }), {
    style: 'currency',
    currency,
    currencyDisplay: display ?? 'narrowSymbol',
    ...digits,
  });
}

function roundedDigits(magnitude: number, unitDigits: number): Intl.NumberFormatOptions {
  if (magnitude >= 999_500) return { notation: 'compact', maximumSignificantDigits: 3 };
  if (magnitude >= 99.995) return { maximumSignificantDigits: 3, minimumSignificantDigits: 1 };
  if (magnitude >= 10 ** (1 - unitDigits) || magnitude === 0) return {};
  return { maximumSignificantDigits: 2, minimumSignificantDigits: 1 };
}

/** Whether an amount can be counted in the currency's smallest unit without losing any of them. */
export function fitsMinorUnits(value: number, currency: string): boolean {
  return Number.isSafeInteger(Math.round(shiftDecimals(value, currencyDigits(currency))));
}

/**
 * An amount in the currency's smallest unit, rounded half away from zero: 12.345 AZN is 1235.
 * Throws RangeError where that is no safe integer (see `fitsMinorUnits`).
 */
export function toMinorUnits(value: number, currency: string): number {
  const shifted = shiftDecimals(value, currencyDigits(currency));
  const units = Math.sign(shifted) * Math.round(Math.abs(shifted));
  if (!Number.isSafeInteger(units)) throw new RangeError(`${value} ${currency} can't be counted to the smallest unit`);
  return units + 0;
}

/** The amount that a number of smallest units makes: 1235 is 12.35 AZN, the double nearest to that decimal. */
export function fromMinorUnits(units: number, currency: string): number {
  return shiftDecimals(units, -currencyDigits(currency));
}

/** `value · 10^places` by its decimal text: 1.005 · 100 is 100.5 there, and 100.49999999999999 as a product. */
function shiftDecimals(value: number, places: number): number {
  if (!Number.isFinite(value)) return value;
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
