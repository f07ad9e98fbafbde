import { type Language, localeFor } from '../../units/locale.js';
import { writeNumber } from '../../units/number-format.js';

/** How reports on exports write figures: as their language does, whatever the currency. */
export interface Figures {
  percent(share: number): string;
  /** A share with its sign. */
  signed(share: number): string;
  /** To four significant digits. */
  figure(value: number): string;
  whole(value: number): string;
  decimals(value: number, digits: number): string;
}

/** Figures in a language. */
export function figuresIn(language: Language): Figures {
  const locale = localeFor({ locale: language });
  const write = (value: number, options: Intl.NumberFormatOptions): string =>
    writeNumber(value, locale, options).replace('-', '−');
  return {
    percent: (share) => write(share, { style: 'percent', maximumFractionDigits: 0 }),
    signed: (share) => write(share, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    figure: (value) => write(value, { maximumSignificantDigits: 4 }),
    whole: (value) => write(value, { maximumFractionDigits: 0 }),
    decimals: (value, digits) => write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  };
}
