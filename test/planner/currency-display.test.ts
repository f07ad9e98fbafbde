import { describe, expect, it } from 'vitest';
import { currencyDisplay, formatsOf } from '../../src/planner/page/formats.js';
import { isDrawableInArabic } from '../../src/report/text-width.js';
import { formatMoney } from '../../src/units/money.js';

describe('money on the page', () => {
  it('has in Arabic a code where the report has one, of every currency: the words of a verdict stand beside the page’s figures', () => {
    for (const currency of Intl.supportedValuesOf('currency')) {
      const sample = formatMoney(-1_234_567, currency, { locale: 'ar', precision: 'rounded' });
      expect(currencyDisplay(currency, 'ar'), currency).toBe(isDrawableInArabic(sample) ? 'narrowSymbol' : 'code');
    }
  });

  it('has the symbol in other languages', () => {
    for (const language of ['en', 'az', 'tr'] as const) {
      expect(formatsOf({ currency: 'AZN' }, language).money(18_200)).toContain('₼');
    }
    expect(formatsOf({ currency: 'AZN' }, 'ar').estimate(18_200)).toContain('AZN');
    expect(formatsOf({ currency: 'USD' }, 'ar').estimate(18_200)).toContain('$');
  });
});
