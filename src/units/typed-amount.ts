import { LANGUAGES, type Language, localeFor } from './locale.js';
import { currencyDigits, fitsMinorUnits } from './money.js';
import { writeNumber } from './number-format.js';

/** Why what was typed is no amount: it isn't one number, is below 0, or more than can be counted to the smallest unit. */
export type AmountMistake = 'unread' | 'below' | 'large';

type TypedAmount =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly mistake: AmountMistake };

const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const SPACES_AND_APOSTROPHES = /[\s'’]/g;
/** The two rows of Arabic digits, by their first ones. */
const ARABIC_ZEROS = ['٠', '۰'].map((zero) => zero.charCodeAt(0)) as [number, number];
const NUMBER = /^[\d.,]*\d[\d.,]*$/;
const MULTIPLES: Readonly<Record<string, number>> = { k: 3, m: 6 };

/**
 * An amount as people type or paste it, wherever they come from: `1,480.50`, `1.480,50 ₼`, `₺1 480,5`, `١٬٤٨٠٫٥`, `15k`. With both marks the
 * last one is that of decimals; one mark before three digits groups them, unless the language's decimals look so and the currency has
 * three. Another currency's sign makes it no amount.
 *
 * @param currency ISO 4217; `null`: a number of things
 */
export function readTypedAmount(typed: string, language: Language, currency: string | null): TypedAmount {
  const bare = withoutSigns(latin(typed), currency);
  const [, minus = '', number = '', suffix = ''] = /^([-−]?)(.*?)([km]?)$/i.exec(bare) ?? [];
  const plain = NUMBER.test(number) ? withPoint(number, language, currency) : null;
  if (plain === null) return { ok: false, mistake: 'unread' };
  const value = Number(`${plain}e${MULTIPLES[suffix.toLowerCase()] ?? 0}`);
  if (minus !== '' && value !== 0) return { ok: false, mistake: 'below' };
  const counts = currency === null ? value <= Number.MAX_SAFE_INTEGER : fitsMinorUnits(value, currency);
  return counts ? { ok: true, value } : { ok: false, mistake: 'large' };
}

/** An amount as it stands where it may be typed over: its decimals after the language's mark, nothing grouped. */
export function amountToType(value: number, language: Language): string {
  return String(value).replace('.', decimalMark(language));
}

function latin(text: string): string {
  const digits = text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= ARABIC_ZEROS[1] ? ARABIC_ZEROS[1] : ARABIC_ZEROS[0]));
  });
  return digits.replaceAll('٫', '.').replaceAll('٬', ',').replace(MARKS, '').replace(SPACES_AND_APOSTROPHES, '');
}

/** Without the currency's own sign, code or short name, before the number or behind it, in any of the languages. */
function withoutSigns(text: string, currency: string | null): string {
  if (currency === null) return text;
  for (const sign of signsOf(currency)) {
    if (text.toUpperCase().startsWith(sign)) return text.slice(sign.length);
    if (text.toUpperCase().endsWith(sign)) return text.slice(0, -sign.length);
    // A minus stands before the sign, too.
    if (/^[-−]/.test(text) && text.slice(1).toUpperCase().startsWith(sign)) return `-${text.slice(1 + sign.length)}`;
  }
  return text;
}

function signsOf(currency: string): string[] {
  const signs = LANGUAGES.flatMap((locale) =>
    (['narrowSymbol', 'symbol', 'code'] as const).map((currencyDisplay) =>
      latin(
        new Intl.NumberFormat(localeFor({ locale }), { style: 'currency', currency, currencyDisplay })
          .formatToParts(1)
          .find(({ type }) => type === 'currency')?.value ?? currency,
      ).toUpperCase(),
    ),
  );
  return [...new Set(signs)].filter((sign) => sign !== '').sort((a, b) => b.length - a.length);
}

/** Digits with a point before the decimals; `null`: its marks fit no way of writing numbers. */
function withPoint(number: string, language: Language, currency: string | null): string | null {
  const marks = number.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return number;
  const one = new Set(marks).size === 1;
  const decimals = one && (marks.length > 1 || groups(number, last, language, currency)) ? null : last;
  const at = decimals === null ? number.length : number.lastIndexOf(decimals);
  const whole = number.slice(0, at);
  const fraction = number.slice(at + 1);
  const grouped = whole.replace(/\d/g, '');
  if (new Set(grouped).size > 1 || (decimals !== null && grouped.includes(decimals))) return null;
  if (grouped !== '' && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  return `${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}`;
}

/** Whether a number's only mark groups its digits. */
function groups(number: string, mark: string, language: Language, currency: string | null): boolean {
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return false;
  const mayBeDecimal = currency === null || currencyDigits(currency) >= 3;
  return !(mayBeDecimal && mark === decimalMark(language));
}

function decimalMark(language: Language): string {
  return writeNumber(1.5, localeFor({ locale: language }), {}).charAt(1);
}
