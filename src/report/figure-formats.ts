import type { Scenario } from '../scenario/types.js';
import { formatCount, formatRatio } from '../units/count.js';
import { inBand } from '../units/in-band.js';
import { type Language, localeFor } from '../units/locale.js';
import { UNDEFINED_FIGURE, writeNumber as writeByIntl } from '../units/number-format.js';
import { formatDate, periodStarts } from '../units/period.js';
import { formatChance, formatShare } from '../units/share.js';
import type { KpiUnit } from './findings/units.js';

/** Every figure of a report goes through one of these: the scenario's currency and language decide how it is written. */
export interface Formats {
  /** A budget, to the currency's smallest unit; decimals only where there are any. */
  money(value: number): string;
  /** An amount with all its decimals, for bounds that are to be typed. */
  exactMoney(value: number): string;
  /** A ratio's bound, with the digits it has. */
  bound(value: number): string;
  /** A change of a budget: the same with its sign. */
  moneyChange(value: number): string;
  /** An uncertain amount, to three significant digits of `scale` (the largest figure beside it; itself if left out). */
  estimate(value: number, scale?: number | undefined): string;
  /** The same with its sign. */
  change(value: number, scale?: number): string;
  /** An expected number of people or orders, likewise. */
  count(value: number, scale?: number): string;
  countChange(value: number, scale?: number): string;
  /** A number of things that were counted, to the last one. */
  whole(value: number): string;
  /** 1.2M, 340,000: for labels where room is short. */
  short(value: number): string;
  shortMoney(value: number): string;
  share(value: number): string;
  /** A share of futures: draws tell nothing of what is rarer than one in a thousand, nor of what is surer. */
  chance(value: number): string;
  /** Percentage points or budget shares to a tenth. */
  exactShare(value: number): string;
  /** A share to a hundredth of a point, where a tenth can't tell two apart. */
  fineShare(value: number): string;
  ratio(value: number): string;
  /** A number without a unit: days, a fatigue of 0.05. */
  plain(value: number): string;
  byUnit(unit: KpiUnit, value: number, scale?: number): string;
  /** A change of a figure with its sign, in the figure's own unit. */
  changeByUnit(unit: KpiUnit, value: number, scale?: number): string;
  /** A figure that a person wrote down, with all its digits. */
  threshold(unit: KpiUnit, value: number): string;
  /** Last day of a period (from 0), or its number where the plan has no start. */
  date(iso: string): string;
  /** Last day of a period (from 0) as an ISO date; `null` where the plan has no start. */
  periodEnd(period: number): string | null;
  /** For axes: day and month. */
  shortDate(iso: string): string;
}

/** What of a plan decides how its figures are written. */
interface FiguresOf extends Pick<Scenario, 'currency' | 'currencyDigits' | 'start'> {
  readonly horizon: Pick<Scenario['horizon'], 'unit' | 'periods'>;
}

const DAY = 86_400_000;

/** The true minus sign: as wide as the plus, and no line is broken after it. */
function writeNumber(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const written = writeByIntl(value, locale, options).replace('-', '−');
  // In Arabic a negative amount's own mark of direction would draw its currency to the other side than a positive one's.
  // And a symbol like US$ stays in one piece.
  return locale.startsWith('ar')
    ? written.replace('\u00a0', '\u200f\u00a0').replace(/\p{Script=Latin}\p{Sc}/u, '$&\u200e')
    : written;
}

function periodEnds({ start, horizon }: FiguresOf): readonly string[] {
  if (start === null) return [];
  return periodStarts(start, horizon.unit, horizon.periods + 1)
    .slice(1)
    .map((next) => new Date(Date.parse(next) - DAY).toISOString().slice(0, 10));
}

/** Rounded to three significant digits of `scale`, and the decimals that leaves. */
function roundedTo(value: number, scale: number): { readonly value: number; readonly decimals: number } {
  const largest = Math.max(Math.abs(scale), Math.abs(value));
  if (!(largest > 0)) return { value, decimals: 0 };
  const power = Math.floor(Math.log10(largest)) - 2;
  return { value: inBand(value, scale, value), decimals: Math.max(0, -power) };
}

/**
 * The forms of one plan's figures in a language, on the server and in a browser: the language decides how numbers and percent signs are written,
 * the currency only its sign and decimals.
 *
 * @param currencyDisplay its symbol, or its code where the symbol can't be drawn
 */
export function figureFormats(plan: FiguresOf, language: Language, currencyDisplay: 'narrowSymbol' | 'code'): Formats {
  const { currency, currencyDigits } = plan;
  const choice = { currency, locale: language };
  const locale = localeFor(choice);
  const ends = periodEnds(plan);
  const inCurrency = { style: 'currency', currency, currencyDisplay } as const;
  const amount = (value: number, scale: number | undefined, options: Intl.NumberFormatOptions): string => {
    const rounded = roundedTo(value, scale ?? value);
    // Compact from a million only: short words for a thousand (B in Turkish) are misread among words of another language.
    if (Math.abs(rounded.value) >= 999_500) {
      return writeNumber(rounded.value, locale, { ...options, notation: 'compact', maximumSignificantDigits: 3 });
    }
    const money = options.style === 'currency';
    const decimals = Math.min(rounded.decimals, money ? Math.max(currencyDigits, rounded.decimals - 1) : 1);
    return writeNumber(rounded.value, locale, {
      ...options,
      minimumFractionDigits: money && decimals > 0 ? Math.min(decimals, currencyDigits) : 0,
      maximumFractionDigits: decimals,
      trailingZeroDisplay: 'stripIfInteger',
    });
  };
  const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  const short = (value: number, options: Intl.NumberFormatOptions) =>
    writeNumber(
      value,
      locale,
      Math.abs(value) >= 999_500 ? { ...options, ...compact } : { ...options, maximumSignificantDigits: 3 },
    );
  const formats: Formats = {
    money: (value) => writeNumber(value, locale, { ...inCurrency, trailingZeroDisplay: 'stripIfInteger' }),
    exactMoney: (value) => writeNumber(value, locale, inCurrency),
    // To the decimals that it was rounded to, so that what is reported is no more than what can be had.
    bound: (value) =>
      writeNumber(value, locale, Math.abs(value) >= 1 ? { maximumFractionDigits: 3 } : { maximumSignificantDigits: 4 }),
    moneyChange: (value) =>
      writeNumber(value, locale, { ...inCurrency, trailingZeroDisplay: 'stripIfInteger', signDisplay: 'exceptZero' }),
    estimate: (value, scale) => amount(value, scale, inCurrency),
    change: (value, scale) => amount(value, scale, { ...inCurrency, signDisplay: 'exceptZero' }),
    count: (value, scale) => amount(value, scale, {}),
    countChange: (value, scale) => amount(value, scale, { signDisplay: 'exceptZero' }),
    whole: (value) => formatCount(value, { ...choice, precision: 'exact' }),
    short: (value) => short(value, {}),
    shortMoney: (value) => short(value, inCurrency),
    share: (value) => formatShare(value, choice).replace('-', '−'),
    chance: (value) => formatChance(value, choice),
    exactShare: (value) => formatShare(value, { ...choice, precision: 'exact' }).replace('-', '−'),
    fineShare: (value) => writeNumber(value, locale, { style: 'percent', maximumFractionDigits: 2 }).replace('-', '−'),
    ratio: (value) => formatRatio(value, choice).replace('-', '−'),
    plain: (value) => writeNumber(value, locale, { maximumSignificantDigits: 3 }),
    byUnit: (unit, value, scale) => {
      if (!Number.isFinite(value)) return UNDEFINED_FIGURE;
      if (unit === 'money') return formats.estimate(value, scale);
      if (unit === 'count') return formats.count(value, scale);
      return unit === 'share' ? formats.share(value) : formats.ratio(value);
    },
    changeByUnit: (unit, value, scale) => {
      if (unit === 'money') return formats.change(value, scale);
      if (unit === 'count') return formats.countChange(value, scale);
      return `${value > 0 ? '+' : ''}${formats.byUnit(unit, value, scale)}`;
    },
    threshold: (unit, value) => {
      if (unit === 'share') return writeNumber(value, locale, { style: 'percent', maximumFractionDigits: 4 });
      if (unit !== 'money') return writeNumber(value, locale, { maximumFractionDigits: 6 });
      const minimumFractionDigits = Number.isInteger(value) ? 0 : currencyDigits;
      return writeNumber(value, locale, { ...inCurrency, minimumFractionDigits, maximumFractionDigits: 6 });
    },
    date: (iso) => formatDate(iso, { locale: language }),
    shortDate: (iso) => formatDate(iso, { locale: language, style: 'short' }),
    periodEnd: (period) => ends[period] ?? null,
  };
  return formats;
}
