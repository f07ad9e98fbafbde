/** Words for a tax on sales, as `normalizeHeader` leaves them. */
const TAX =
  '(?:vat|gst|hst|sales tax|tax(?:es)?|kdv|ədv|edv|mw ?st|ust|mehrwertsteuer|umsatzsteuer|tva|taxes?|iva|impuestos?|impostos?|imposte|tasse|ндс|ضريبه القيمه المضافه|ضريبة القيمة المضافة|الضريبة|ضريبة|الضرائب|ppn|(?:agency |platform )?fees?|commissions?)';

const NET_BEFORE =
  '(?:excl?(?:uding|uded|usive of|usive|udes)?|exc|ex|without|net of|before|pre|no|ohne|exkl|zzgl|hors|sin|senza|sem|bez|без|بدون|قبل|غير شامل)';
const GROSS_BEFORE =
  '(?:incl?(?:uding|uded|usive of|usive|udes)?|with|after|plus|gross of|inkl|mit|avec|con|com|z|ze|с|включая|вкл|شامل|بعد)';

/** Net or gross amounts in a name: `Spend excl. VAT`, `Kosten (netto)`, `Расход без НДС`, `KDV hariç harcama`, `消化金額（税抜）`. */
const NET = [
  `${NET_BEFORE} (?:de )?${TAX}`,
  `${TAX} (?:excl(?:uded|usive)?|not included|hariç|haric|xaric|xariç|daxil deyil|siz|esclus[ao]|non inclus[ao]|exclu(?:id[oa])?|non compris)`,
  '(?:kdv|ədv|edv)siz',
  'hors taxes?',
  'ht',
  'net(?:to|ta|te|t)?',
  'neto',
  'xalis',
  'нетто',
  'صافي',
];
const GROSS = [
  `${GROSS_BEFORE} (?:de )?${TAX}`,
  `${TAX} (?:incl(?:uded|usive)?|dahil|daxil|inclus[ao]|inclu(?:id[oa])?|compris(?:es)?)`,
  'toutes taxes comprises',
  'ttc',
  'gross',
  'brutt?o',
  'brut[ta]?',
  'lord[oa]',
  'брутто',
];
/** Where words aren't parted by spaces. */
const NET_PART = /(?:税抜き?|税別|不含税|未税|未含税|净|세금 ?제외|부가세 ?별도)/u;
const GROSS_PART = /(?:税込み?|含税|毛|부가세 ?포함)/u;

const whole = (forms: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u');
const [NET_WORDS, GROSS_WORDS] = [whole(NET), whole(GROSS)];

type TaxSaid = 'net' | 'gross';

/**
 * Whether a name says that its amounts are without or with taxes or fees, and the rest of it; `null`: it says neither.
 *
 * @param name as `normalizeHeader` leaves it
 */
export function taxInName(name: string): { readonly of: TaxSaid; readonly name: string } | null {
  for (const [of, form] of [
    ['net', NET_WORDS],
    ['net', NET_PART],
    ['gross', GROSS_WORDS],
    ['gross', GROSS_PART],
  ] as const) {
    if (!form.test(name)) continue;
    const rest = name.replace(form, ' ').replace(/\s+/g, ' ').trim();
    return rest === '' ? null : { of, name: rest };
  }
  return null;
}
