/** The languages that reports are written in. */
export const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What decides how figures are written: a language where one is named, else the currency's home. */
export interface LocaleChoice {
  readonly locale?: Language | undefined;
  /** ISO 4217. */
  readonly currency?: string | undefined;
}

/** BCP 47 tags by language; Arabic with the digits that its business press prints amounts in. */
const LOCALE_OF_LANGUAGE: Readonly<Record<Language, string>> = {
  en: 'en-US',
  az: 'az',
  tr: 'tr',
  ar: 'ar-u-nu-latn',
};

/** How people write figures where a currency is at home. Others are written as in English. */
const LOCALE_OF_CURRENCY: Readonly<Record<string, string>> = {
  AED: 'ar-AE-u-nu-latn',
  AUD: 'en-AU',
  AZN: 'az',
  BHD: 'ar-BH-u-nu-latn',
  BRL: 'pt-BR',
  CAD: 'en-CA',
  CHF: 'de-CH',
  CNY: 'zh-CN',
  CZK: 'cs',
  DKK: 'da',
  EGP: 'ar-EG-u-nu-latn',
  EUR: 'de',
  GBP: 'en-GB',
  GEL: 'ka',
  INR: 'en-IN',
  JOD: 'ar-JO-u-nu-latn',
  JPY: 'ja',
  KRW: 'ko',
  KWD: 'ar-KW-u-nu-latn',
  KZT: 'kk',
  MAD: 'ar-MA-u-nu-latn',
  MXN: 'es-MX',
  NOK: 'nb',
  OMR: 'ar-OM-u-nu-latn',
  PLN: 'pl',
  QAR: 'ar-QA-u-nu-latn',
  RON: 'ro',
  RUB: 'ru',
  SAR: 'ar-SA-u-nu-latn',
  SEK: 'sv',
  TRY: 'tr',
  UAH: 'uk',
  USD: 'en-US',
  UZS: 'uz',
};

/** BCP 47 locale for figures: the language named, else where the currency is at home, else American English. */
export function localeFor({ locale, currency }: LocaleChoice): string {
  if (locale !== undefined) return LOCALE_OF_LANGUAGE[locale];
  return (currency === undefined ? undefined : LOCALE_OF_CURRENCY[currency]) ?? LOCALE_OF_LANGUAGE.en;
}
