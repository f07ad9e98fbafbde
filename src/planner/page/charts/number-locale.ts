import type { EmbedOptions } from 'vega-embed';
import { type Language, localeFor } from '../../../units/locale.js';

/** How an axis writes numbers in a language: its own marks for decimals and thousands. */
export function formatLocale(language: Language): NonNullable<EmbedOptions['formatLocale']> {
  const parts = new Intl.NumberFormat(localeFor({ locale: language })).formatToParts(1_234_567.8);
  const mark = (type: Intl.NumberFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: mark('decimal'), thousands: mark('group'), grouping: [3], currency: ['', ''] };
}
