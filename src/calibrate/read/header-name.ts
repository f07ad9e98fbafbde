import { isCurrency } from '../../units/money.js';
import { SIGN } from './currency-signs.js';
import { scaledName } from './magnitude.js';

/** Marks that hide in cells copied from right-to-left pages, and byte-order marks in the middle of files. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text without invisible marks and outer spaces. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}

/** A currency code in brackets, `Amount spent (USD)`, `Spend [USD]`, or after the name, `Cost USD`; else `null`. */
export function currencyInHeader(header: string): string | null {
  const codes = withoutScale(header).matchAll(/[([]\s*(?:in\s+)?([A-Z]{3})\s*[)\]]|\s([A-Z]{3})\s*$/g);
  for (const match of codes) {
    const code = match[1] ?? match[2] ?? '';
    if (isCurrency(code) && !NOT_CURRENCIES.has(code)) return code;
  }
  return null;
}

/** A name without thousands in it, `Cost (USD '000)` as `Cost (USD)`: what is looked for in it stands there, too. */
const withoutScale = (header: string): string => scaledName(header)?.name ?? header;

/** Abbreviations of the field that are also codes of currencies that no one advertises in. */
const NOT_CURRENCIES = new Set(['ALL', 'CPM', 'CPC', 'CTR', 'CPA', 'UTC', 'XXX']);

/** A unit that a name carries: `(in $)`, `($)`, `(%)`, `[in EUR]`, `in USD`, `, ₽`; roubles may be Russia's or Belarus's: `(руб.)`. */
const UNIT = new RegExp(
  `[([]\\s*(?:in\\s+)?(?:${SIGN}|%|[A-Z]{3}|руб\\.?)\\s*[)\\]]|,\\s*(?:${SIGN}|%|руб\\.?)\\s*$|\\sin\\s+\\p{Sc}\\s*$`,
  'gu',
);

const SIGNED = new RegExp(`[([]\\s*(?:in\\s+)?(${SIGN})\\s*[)\\]]|,\\s*(${SIGN})\\s*$|\\sin\\s+(\\p{Sc})\\s*$`, 'u');

/** The sign of a currency in a name's unit, or what people write for one: `Cost (in $)`, `Bütçe (TL)`; `null` where there is none. */
export function signInHeader(header: string): string | null {
  return SIGNED.exec(withoutScale(header))?.slice(1).find(Boolean) ?? null;
}

/** What amounts are in that are parts of a unit, with the words beside it: `spend_in_micro_dollar`, `Cost (cents)`. */
const PART_OF_UNIT = /\s(?:in )?(?:(micros?)(?: (?:currency|dollars?))?|cents?)$/;

/** The power of ten that a name says amounts are in where that is a part of a unit, and the name without it, as `normalizeHeader` leaves it; `null`: they are whole. */
export function partOfUnit(header: string): { readonly power: number; readonly name: string } | null {
  const name = normalizeHeader(header);
  const found = PART_OF_UNIT.exec(name);
  return found === null ? null : { power: found[1] === undefined ? -2 : -6, name: name.slice(0, found.index) };
}

/**
 * A header as alias tables are searched by: lower case, without accents, marks, currency codes and punctuation, words
 * parted by one space. `Amount Spent (USD)`, `amount_spent` and `Amount spent` are one.
 */
export function normalizeHeader(header: string): string {
  const code = currencyInHeader(header);
  const bare =
    code === null
      ? header
      : header.replace(new RegExp(`[([]\\s*(?:in\\s+)?${code}\\s*[)\\]]|\\s${code}\\s*$`, 'g'), ' ');
  return visible(bare)
    .replace(UNIT, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
