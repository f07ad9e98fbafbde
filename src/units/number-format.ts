/** What stands where a figure is undefined (a ratio over nothing). */
export const UNDEFINED_FIGURE = '—';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Writes a number by `Intl.NumberFormat`; formats are kept, since making one costs a thousand times its use.
 * NaN and infinities print as a dash, and nothing prints as minus zero.
 */
export function writeNumber(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  if (!Number.isFinite(value)) return UNDEFINED_FIGURE;
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
    formats.set(key, format);
  }
  return format.format(value);
}
