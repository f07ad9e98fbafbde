// Azerbaijani as the Unicode CLDR writes it, for browsers that know its name and none of its forms: Chromium writes `M04 30` and `₼ 1,234.50`.

/** German has the same marks, and the same places for signs but that of percent. */
const SAME_MARKS = 'de';
const SHORT: Readonly<Record<string, string>> = { 'Mio.': 'mln', 'Mrd.': 'mlrd', 'Bio.': 'trln' };
const MONTHS = ['yan', 'fev', 'mar', 'apr', 'may', 'iyn', 'iyl', 'avq', 'sen', 'okt', 'noy', 'dek'];

let known: boolean | null = null;

/** Whether `Intl` writes Azerbaijani here. */
export function knowsAzerbaijani(): boolean {
  known ??= new Intl.NumberFormat('az').format(1.5) === '1,5';
  return known;
}

/** Numbers as `Intl.NumberFormat('az')` writes them: plain, money, shares, short from a million on. */
export function azerbaijaniNumber(options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(SAME_MARKS, options);
  return (value) => {
    const parts = format.formatToParts(value);
    return parts
      .map(({ type, value: text }, k) => {
        if (type === 'compact') return SHORT[text] ?? text;
        return type === 'literal' && parts[k + 1]?.type === 'percentSign' ? '' : text;
      })
      .join('');
  };
}

/** A day, `30 apr` or `30 apr 2027`, as `Intl.DateTimeFormat('az')` writes it. @param date ISO 8601 */
export function azerbaijaniDate(date: string, { year }: { readonly year: boolean }): string {
  const [ofYear, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]}${year ? ` ${ofYear}` : ''}`;
}
