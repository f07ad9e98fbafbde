import { formatCount, formatRatio } from '../../units/count.js';
import type { Language } from '../../units/locale.js';
import { formatMoney } from '../../units/money.js';
import { formatDate, periodStarts } from '../../units/period.js';
import { formatChance, formatShare } from '../../units/share.js';
import type { PlanView } from '../protocol.js';

/** How the figures of one plan are written: numbers by the reader's language, the currency's own sign and decimals. */
export interface Formats {
  /** A budget, to the smallest unit. */
  money(value: number): string;
  /** An uncertain amount, to what its digits deserve. */
  estimate(value: number): string;
  count(value: number): string;
  /** A count that is known: every unit. */
  exactCount(value: number): string;
  share(value: number): string;
  /** A share of futures, as the report has it. */
  chance(value: number): string;
  ratio(value: number): string;
  /** First day of a period, or its number. */
  period(start: string): string;
}

const known = new Map<string, Formats>();

/** The same object for the same currency and language: what is written by it needn't be drawn anew. */
export function formatsOf({ currency }: Pick<PlanView, 'currency'>, locale: Language): Formats {
  const key = `${currency} ${locale}`;
  const formats = known.get(key) ?? makeFormats(currency, locale);
  known.set(key, formats);
  return formats;
}

/** What the report's Arabic font has of currencies' symbols, which the page's figures and the words of its verdict are both written with. */
const AMID_ARABIC = /^[ -\u024f\u2000-\u206f€\p{Script=Arabic}]*$/u;

/** As the report writes money: in Arabic by its code where the symbol can't be drawn amid joined letters (18,200 AZN). */
export function currencyDisplay(currency: string, locale: Language): 'narrowSymbol' | 'code' {
  if (locale !== 'ar') return 'narrowSymbol';
  return AMID_ARABIC.test(formatMoney(0, currency, { locale, precision: 'exact' })) ? 'narrowSymbol' : 'code';
}

function makeFormats(currency: string, locale: Language): Formats {
  const display = currencyDisplay(currency, locale);
  const minus = (text: string): string => text.replace('-', '−');
  return {
    money: (value) =>
      minus(formatMoney(value, currency, { locale, precision: 'exact', display })).replace(/([.,])00(?!\d)/, ''),
    estimate: (value) => minus(formatMoney(value, currency, { locale, precision: 'rounded', display })),
    count: (value) => formatCount(value, { locale }),
    exactCount: (value) => formatCount(value, { locale, precision: 'exact' }),
    share: (value) => minus(formatShare(value, { locale })),
    chance: (value) => formatChance(value, { locale }),
    ratio: (value) => formatRatio(value, { locale }),
    period: (start) => (/^\d{4}-/.test(start) ? formatDate(start, { locale, style: 'short' }) : start),
  };
}

const DAY = 86_400_000;

/** The last day of each period, as an axis has it, or the periods' numbers where the plan has no start. */
export function periodEnds(
  { start, unit, periods, starts }: Pick<PlanView, 'start' | 'unit' | 'periods' | 'starts'>,
  formats: Formats,
): readonly string[] {
  if (start === null) return starts;
  return periodStarts(start, unit, periods + 1)
    .slice(1)
    .map((next) => formats.period(new Date(Date.parse(next) - DAY).toISOString().slice(0, 10)));
}
