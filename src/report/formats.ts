import type { Forecast } from '../forecast/details.js';
import type { Scenario } from '../scenario/types.js';
import { formatRatio } from '../units/count.js';
import { type Language, localeFor } from '../units/locale.js';
import { UNDEFINED_FIGURE, writeNumber } from '../units/number-format.js';
import { formatDate, periodStarts } from '../units/period.js';
import { formatShare } from '../units/share.js';
import type { KpiUnit } from './findings/units.js';

/** Every figure of a report goes through one of these: the scenario's currency and language decide how it is written. */
export interface Formats {
  /** A budget, to the currency's smallest unit; decimals only where there are any. */
  money(value: number): string;
  /** An uncertain amount, to three significant digits of `scale` (the largest figure beside it; itself if left out). */
  estimate(value: number, scale?: number): string;
  /** The same with its sign. */
  change(value: number, scale?: number): string;
  /** An expected number of people or orders, likewise. */
  count(value: number, scale?: number): string;
  countChange(value: number, scale?: number): string;
  /** 1.2M, 340K: for labels where room is short. */
  short(value: number): string;
  shortMoney(value: number): string;
  share(value: number): string;
  /** Percentage points or budget shares to a tenth. */
  exactShare(value: number): string;
  ratio(value: number): string;
  byUnit(unit: KpiUnit, value: number, scale?: number): string;
  /** Last day of a period (from 0), or its number where the plan has no start. */
  date(iso: string): string;
  /** Last day of a period (from 0) as an ISO date; `null` where the plan has no start. */
  periodEnd(period: number): string | null;
  /** For axes: day and month. */
  shortDate(iso: string): string;
}

const DAY = 86_400_000;

function periodEnds(scenario: Scenario): readonly string[] {
  const { start, horizon } = scenario;
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
  const step = 10 ** Math.abs(power);
  const rounded = power >= 0 ? Math.round(value / step) * step : Math.round(value * step) / step;
  return { value: rounded, decimals: Math.max(0, -power) };
}

/** The figures' forms for one forecast, in the report's language; English reports write them as the currency's home does. */
export function makeFormats(forecast: Forecast, language: Language): Formats {
  const { scenario } = forecast;
  const { currency } = scenario;
  const choice = { currency, locale: language === 'en' ? undefined : language };
  const locale = localeFor(choice);
  const ends = periodEnds(scenario);
  const inCurrency = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const amount = (value: number, scale: number | undefined, options: Intl.NumberFormatOptions): string => {
    const rounded = roundedTo(value, scale ?? value);
    if (Math.max(Math.abs(value), Math.abs(scale ?? 0)) >= 999_500) {
      return writeNumber(rounded.value, locale, { ...options, notation: 'compact', maximumSignificantDigits: 3 });
    }
    const money = options.style === 'currency';
    const decimals = Math.min(rounded.decimals, money ? Math.max(scenario.currencyDigits, rounded.decimals - 1) : 1);
    return writeNumber(rounded.value, locale, {
      ...options,
      minimumFractionDigits: money && decimals > 0 ? Math.min(decimals, scenario.currencyDigits) : 0,
      maximumFractionDigits: decimals,
      trailingZeroDisplay: 'stripIfInteger',
    });
  };
  const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  const short = (value: number, options: Intl.NumberFormatOptions) =>
    writeNumber(value, locale, Math.abs(value) >= 10_000 ? { ...options, ...compact } : { ...options, maximumSignificantDigits: 3 });
  const formats: Formats = {
    money: (value) => writeNumber(value, locale, { ...inCurrency, trailingZeroDisplay: 'stripIfInteger' }),
    estimate: (value, scale) => amount(value, scale, inCurrency),
    change: (value, scale) => amount(value, scale, { ...inCurrency, signDisplay: 'exceptZero' }),
    count: (value, scale) => amount(value, scale, {}),
    countChange: (value, scale) => amount(value, scale, { signDisplay: 'exceptZero' }),
    short: (value) => short(value, {}),
    shortMoney: (value) => short(value, inCurrency),
    share: (value) => formatShare(value, choice),
    exactShare: (value) => formatShare(value, { ...choice, precision: 'exact' }),
    ratio: (value) => formatRatio(value, choice),
    byUnit: (unit, value, scale) => {
      if (!Number.isFinite(value)) return UNDEFINED_FIGURE;
      if (unit === 'money') return formats.estimate(value, scale);
      if (unit === 'count') return formats.count(value, scale);
      return unit === 'share' ? formats.share(value) : formats.ratio(value);
    },
    date: (iso) => formatDate(iso, { locale: language }),
    shortDate: (iso) => formatDate(iso, { locale: language, style: 'short' }),
    periodEnd: (period) => ends[period] ?? null,
  };
  return formats;
}

