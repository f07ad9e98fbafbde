/**
 * What a US dollar costs, approximately: round figures near a recent year's average, not quotations. They serve to put
 * dollar benchmarks into a scenario's currency, where the price itself is uncertain by a factor of 3 either way.
 */
export interface ExchangeRate {
  /** Units of the currency for 1 USD. */
  readonly perDollar: number;
  /** The year that the rate is of. */
  readonly year: number;
  /** Log sd of the rate over a planning year: pegs hardly move, the lira does. */
  readonly sd: number;
  /** Which of `PRICE_LEVELS` its home market has. */
  readonly market: keyof typeof PRICE_LEVELS;
  readonly pegged?: true;
}

/**
 * Price of an impression against the published figures, which are American or worldwide, in dollars. Levels agree with
 * Meta CPMs by country: US, UK, Australia 10 to 23, Germany and the Emirates 6.50 to 12, India and Nigeria 1.50 to 4
 * (https://www.adamigo.ai/blog/meta-ads-cpm-cpc-benchmarks-by-country-2026); Emirates 5 to 12, Qatar 4.50 to 10, Saudi
 * Arabia 4 to 9, Kuwait 3.50 to 8, Jordan 2 to 4.50, Morocco 1.80 to 4, Egypt 1.50 to 3.50
 * (https://adigitalboom.com/glossary/cpm), both without a sample (grade C). Which level a country has is assumed, so
 * that a prior it touches is marked assumed.
 */
export const PRICE_LEVELS = {
  comparable: { factor: 1, sd: 0.2 },
  moderate: { factor: 0.75, sd: 0.3 },
  low: { factor: 0.3, sd: 0.45 },
} as const;

/** By ISO 4217 code. */
export const EXCHANGE_RATES: Readonly<Record<string, ExchangeRate>> = {
  USD: { perDollar: 1, year: 2025, sd: 0, market: 'comparable' },
  EUR: { perDollar: 0.89, year: 2025, sd: 0.08, market: 'comparable' },
  GBP: { perDollar: 0.76, year: 2025, sd: 0.08, market: 'comparable' },
  CHF: { perDollar: 0.83, year: 2025, sd: 0.08, market: 'comparable' },
  SEK: { perDollar: 9.8, year: 2025, sd: 0.08, market: 'comparable' },
  NOK: { perDollar: 10.4, year: 2025, sd: 0.08, market: 'comparable' },
  DKK: { perDollar: 6.6, year: 2025, sd: 0.08, market: 'comparable' },
  CAD: { perDollar: 1.4, year: 2025, sd: 0.08, market: 'comparable' },
  AUD: { perDollar: 1.55, year: 2025, sd: 0.08, market: 'comparable' },
  NZD: { perDollar: 1.72, year: 2025, sd: 0.08, market: 'comparable' },
  JPY: { perDollar: 150, year: 2025, sd: 0.1, market: 'moderate' },
  KRW: { perDollar: 1420, year: 2025, sd: 0.1, market: 'moderate' },
  SGD: { perDollar: 1.31, year: 2025, sd: 0.05, market: 'comparable' },
  HKD: { perDollar: 7.8, year: 2025, sd: 0.02, market: 'moderate', pegged: true },
  ILS: { perDollar: 3.5, year: 2025, sd: 0.1, market: 'moderate' },
  PLN: { perDollar: 3.8, year: 2025, sd: 0.08, market: 'moderate' },
  CZK: { perDollar: 22, year: 2025, sd: 0.08, market: 'moderate' },
  HUF: { perDollar: 355, year: 2025, sd: 0.1, market: 'moderate' },
  RON: { perDollar: 4.5, year: 2025, sd: 0.08, market: 'moderate' },
  AED: { perDollar: 3.6725, year: 2025, sd: 0.01, market: 'moderate', pegged: true },
  SAR: { perDollar: 3.75, year: 2025, sd: 0.01, market: 'moderate', pegged: true },
  QAR: { perDollar: 3.64, year: 2025, sd: 0.01, market: 'moderate', pegged: true },
  KWD: { perDollar: 0.307, year: 2025, sd: 0.02, market: 'moderate', pegged: true },
  BHD: { perDollar: 0.376, year: 2025, sd: 0.01, market: 'moderate', pegged: true },
  OMR: { perDollar: 0.3845, year: 2025, sd: 0.01, market: 'moderate', pegged: true },
  JOD: { perDollar: 0.709, year: 2025, sd: 0.01, market: 'low', pegged: true },
  EGP: { perDollar: 50, year: 2025, sd: 0.2, market: 'low' },
  MAD: { perDollar: 9.4, year: 2025, sd: 0.08, market: 'low' },
  AZN: { perDollar: 1.7, year: 2025, sd: 0.05, market: 'low', pegged: true },
  TRY: { perDollar: 40, year: 2025, sd: 0.25, market: 'low' },
  GEL: { perDollar: 2.75, year: 2025, sd: 0.08, market: 'low' },
  AMD: { perDollar: 388, year: 2025, sd: 0.08, market: 'low' },
  KZT: { perDollar: 520, year: 2025, sd: 0.12, market: 'low' },
  UZS: { perDollar: 12600, year: 2025, sd: 0.08, market: 'low' },
  KGS: { perDollar: 87, year: 2025, sd: 0.08, market: 'low' },
  RUB: { perDollar: 84, year: 2025, sd: 0.2, market: 'low' },
  UAH: { perDollar: 41.7, year: 2025, sd: 0.1, market: 'low' },
  MDL: { perDollar: 17.2, year: 2025, sd: 0.08, market: 'low' },
  CNY: { perDollar: 7.2, year: 2025, sd: 0.05, market: 'low' },
  INR: { perDollar: 87, year: 2025, sd: 0.08, market: 'low' },
  PKR: { perDollar: 282, year: 2025, sd: 0.1, market: 'low' },
  IDR: { perDollar: 16500, year: 2025, sd: 0.08, market: 'low' },
  MYR: { perDollar: 4.3, year: 2025, sd: 0.08, market: 'low' },
  THB: { perDollar: 33, year: 2025, sd: 0.08, market: 'low' },
  PHP: { perDollar: 57.5, year: 2025, sd: 0.08, market: 'low' },
  VND: { perDollar: 26000, year: 2025, sd: 0.05, market: 'low' },
  BRL: { perDollar: 5.6, year: 2025, sd: 0.12, market: 'low' },
  MXN: { perDollar: 19.2, year: 2025, sd: 0.1, market: 'low' },
  COP: { perDollar: 4050, year: 2025, sd: 0.12, market: 'low' },
  CLP: { perDollar: 950, year: 2025, sd: 0.12, market: 'low' },
  ZAR: { perDollar: 17.9, year: 2025, sd: 0.1, market: 'low' },
  NGN: { perDollar: 1530, year: 2025, sd: 0.2, market: 'low' },
  KES: { perDollar: 129, year: 2025, sd: 0.08, market: 'low' },
};
