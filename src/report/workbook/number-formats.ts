import { currencyDigits } from '../../units/money.js';

/** How a cell's number is shown; the cell itself keeps every digit. */
export type CellForm = 'money' | 'count' | 'share' | 'ratio' | 'tenth' | 'plain' | 'date' | 'text';

/** Codes of ECMA-376, part 1, section 18.8.31. */
export type NumberFormats = Readonly<Record<CellForm, string>>;

/**
 * Format codes in a scenario's currency. The symbol stands on the side where the locale puts it; the separators are those of
 * whoever opens the file.
 *
 * @param currency ISO 4217
 * @param locale BCP 47, decides the symbol and its side
 */
export function numberFormats(currency: string, locale: string): NumberFormats {
  const digits = currencyDigits(currency);
  const amount = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
  return {
    money: moneyFormat(amount, currency, locale),
    count: '#,##0',
    share: '0.0%',
    ratio: '0.00',
    // Expected numbers of orders: few of them have no whole ones, and no one reads their thousandths.
    tenth: '#,##0.0',
    plain: '#,##0.####',
    date: 'yyyy-mm-dd',
    text: '@',
  };
}

function moneyFormat(amount: string, currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(1);
  // Marks of direction that Arabic puts beside a symbol are for running text.
  const symbol = (parts.find(({ type }) => type === 'currency')?.value ?? currency).replaceAll(/[\u200e\u200f"]/g, '');
  const before = parts.findIndex(({ type }) => type === 'currency') < parts.findIndex(({ type }) => type === 'integer');
  const positive = before ? `"${symbol}"${amount}` : `${amount}\\ "${symbol}"`;
  return `${positive};-${positive}`;
}

/** Amounts along a chart's axis: cents only where they are most of the amount, or labels run into each other. */
export function axisFormat({ money }: NumberFormats): string {
  const [exact = money] = money.split(';');
  const whole = exact.replace(/\.0+/, '');
  return exact === whole ? whole : `[=0]${whole};[<10]${exact};${whole}`;
}

const DAY = 86_400_000;
/** Days from the spreadsheets' day 0 to 1970-01-01, in the 1900 date system. */
const EPOCH = 25_569;

/** An ISO date as a spreadsheet's day number: no time zone gets to shift it. */
export function dateSerial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY + EPOCH;
}
