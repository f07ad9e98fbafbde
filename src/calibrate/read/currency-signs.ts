import { isCurrency } from '../../units/money.js';

/** Codes of signs that stand for one currency only. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₼': 'AZN',
  '₺': 'TRY',
  '₹': 'INR',
  '₪': 'ILS',
  '₽': 'RUB',
  '₴': 'UAH',
  '₸': 'KZT',
  '₾': 'GEL',
  '₩': 'KRW',
  '₫': 'VND',
  '₦': 'NGN',
  '₱': 'PHP',
  '฿': 'THB',
  R$: 'BRL',
  US$: 'USD',
  CA$: 'CAD',
  A$: 'AUD',
  MX$: 'MXN',
  Rp: 'IDR',
  TL: 'TRY',
  zł: 'PLN',
  Kč: 'CZK',
};

/** What people write for a currency in place of its code, as a part of a regular expression with the flag u: a sign, with letters before it or not, or letters alone. */
export const SIGN = `(?:[A-Z]{0,3}\\p{Sc}|${Object.keys(SIGNS)
  .filter((sign) => /^\p{L}+$/u.test(sign))
  .join('|')})`;

/** Japan's and China's, also as wide as their letters. */
const YEN = /^[¥￥]$/;

/** The code of a sign or code in a cell; `$` and `¥` for signs that several countries share; `null` for anything else. */
export function currencyOfSign(sign: string): string | null {
  if (sign === '$') return '$';
  if (YEN.test(sign)) return '¥';
  return SIGNS[sign] ?? (isCurrency(sign) ? sign : null);
}
