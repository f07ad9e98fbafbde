import { required } from '../../required.js';

/** Keys of a file whose values are money; a fee is money of a creator, and a share of spend under `economics`. */
const MONEY = new Set([
  'budget',
  'order_value',
  'amount',
  'cpm',
  'cpa',
  'min',
  'max',
  'fixed',
  'min_daily',
  'min_move',
  'pressure_at',
  'carry_in',
  'fee',
  'barter',
  'cost',
  'hourly',
  'mean',
  'sd',
  'p5',
  'p10',
  'p90',
  'p95',
]);

/** Keys whose texts compare a figure with a number, which may be money. */
const COMPARED = new Set(['targets', 'hold', 'gate']);

/** Signs that stand for one currency alone; `$` and `kr` are several countries'. */
const SIGNS: Readonly<Record<string, string>> = {
  AZN: '₼',
  TRY: '₺',
  EUR: '€',
  GBP: '£',
  GEL: '₾',
  RUB: '₽',
  KZT: '₸',
  UAH: '₴',
};

/**
 * A plain tree with the plan's own currency left out of amounts: `4800 AZN`, `AZN 4800`, `₼4800` and `7 AZN to 13 AZN` are
 * 4800 and `7 to 13` in a plan in AZN, and `cpa <= 20 AZN` is `cpa <= 20`. Another currency's amounts stay as they are, for the number grammar to refuse.
 */
export function withoutOwnCurrency(plain: unknown): unknown {
  const code = currencyOf(plain);
  if (code === null) return plain;
  const sign = Object.hasOwn(SIGNS, code) ? required(SIGNS[code]) : code;
  const own = `(?:${code}|${sign})`;
  const amount = new RegExp(`${own}\\s*(?=[\\d.])|(?<=[\\d.kmb]\\s*)${own}`, 'gi');
  const threshold = new RegExp(`([<>]=?\\s*)(?:${own}\\s*)?([\\d._]+[kmb]?)(?:\\s*${own})?(?=\\s|$)`, 'i');
  const visit = (value: unknown, key: string | null): unknown => {
    if (typeof value === 'string' && key !== null && COMPARED.has(key)) return value.replace(threshold, '$1$2');
    if (typeof value === 'string')
      return key !== null && MONEY.has(key) && /\d/.test(value) ? value.replace(amount, '').trim() : value;
    if (Array.isArray(value)) return value.map((item) => visit(item, key));
    if (typeof value !== 'object' || value === null) return value;
    const map = value as Record<string, unknown>;
    for (const [name, item] of Object.entries(map)) map[name] = visit(item, name);
    return map;
  };
  return visit(plain, null);
}

function currencyOf(plain: unknown): string | null {
  const written = typeof plain === 'object' && plain !== null ? (plain as Record<string, unknown>).currency : null;
  const code = typeof written === 'string' ? written.trim().toUpperCase() : '';
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
