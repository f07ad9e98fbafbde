import { azerbaijaniNumber, knowsAzerbaijani } from './azerbaijani.js';

/** What stands where a figure is undefined (a ratio over nothing). */
export const UNDEFINED_FIGURE = '—';

/**
 * The sign of `US$` or `JP¥`, behind a number in Arabic: what follows it runs from right to left, and so would the sign, to the other side of
 * its letters, but for a mark that says it is read on from left to right (Unicode Standard Annex 9, rules W4 to N2).
 */
const SIGN_AFTER_LETTERS = /(?<=\p{Script=Latin})\p{Sc}/gu;
const SIGN_STAYS = '$&\u200e';

const formats = new Map<string, (value: number) => string>();

/**
 * Writes a number by `Intl.NumberFormat`; formats are cached, since making one costs a thousand times its use.
 * NaN and infinities print as a dash, and nothing prints as minus zero.
 */
export function writeNumber(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  if (!Number.isFinite(value)) return UNDEFINED_FIGURE;
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = formatFor(locale, { signDisplay: 'negative', ...options });
    formats.set(key, format);
  }
  return format(value);
}

function formatFor(locale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  if (locale === 'az' && !knowsAzerbaijani()) return azerbaijaniNumber(options);
  const format = new Intl.NumberFormat(locale, options);
  if (!locale.startsWith('ar')) return (value) => format.format(value);
  return (value) => format.format(value).replace(SIGN_AFTER_LETTERS, SIGN_STAYS);
}
