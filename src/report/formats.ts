import type { Forecast } from '../forecast/details.js';
import type { Language } from '../units/locale.js';
import { formatMoney } from '../units/money.js';
import { type Formats, figureFormats } from './figure-formats.js';
import { isDrawableInArabic } from './text-width.js';

export type { Formats } from './figure-formats.js';

/** An amount with every letter that figures in a language may need: the currency's symbol and the word for a million. */
function sampleOf(language: Language, currency: string): string {
  return formatMoney(-1_234_567, currency, { locale: language, precision: 'rounded' });
}

/** The figures' forms for one forecast, in the report's language. */
export function makeFormats({ scenario }: Pick<Forecast, 'scenario'>, language: Language): Formats {
  // Arabic charts can't draw ₼ or ₺ amid joined letters, so the business press' codes stand for them: 18,200 AZN.
  const isCode = language === 'ar' && !isDrawableInArabic(sampleOf(language, scenario.currency));
  return figureFormats(scenario, language, isCode ? 'code' : 'narrowSymbol');
}
