import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azerbaijaniDate, azerbaijaniNumber, knowsAzerbaijani } from '../../src/units/azerbaijani.js';

describe('Azerbaijani where a browser has none', () => {
  it('is that of the Unicode CLDR, which Node has', () => {
    expect(knowsAzerbaijani()).toBe(true);
    const options = fc.constantFrom<Intl.NumberFormatOptions>(
      {},
      { maximumFractionDigits: 1 },
      { style: 'percent', maximumFractionDigits: 1 },
      { style: 'percent', maximumSignificantDigits: 2 },
      ...['AZN', 'USD', 'TRY', 'KWD', 'JPY'].map((currency) => ({
        style: 'currency' as const,
        currency,
        currencyDisplay: 'narrowSymbol' as const,
      })),
    );
    fc.assert(
      fc.property(options, fc.double({ min: -1e9, max: 1e9, noNaN: true }), (of, value) => {
        const signed = { signDisplay: 'negative' as const, ...of };
        expect(azerbaijaniNumber(signed)(value)).toBe(new Intl.NumberFormat('az', signed).format(value));
      }),
    );
  });

  it('is short from a million on', () => {
    for (const style of [
      {},
      { style: 'currency' as const, currency: 'AZN', currencyDisplay: 'narrowSymbol' as const },
    ]) {
      const short = { notation: 'compact' as const, maximumSignificantDigits: 3, ...style };
      for (const value of [1e6, 1_234_567, 45.6e6, 7.891e9, 1.5e12]) {
        expect(azerbaijaniNumber(short)(value)).toBe(new Intl.NumberFormat('az', short).format(value));
      }
    }
  });

  it('has its months', () => {
    for (let month = 0; month < 12; month++) {
      const time = Date.UTC(2027, month, 30 - 3 * month);
      const date = new Date(time).toISOString().slice(0, 10);
      for (const year of [true, false]) {
        const native = new Intl.DateTimeFormat('az', {
          day: 'numeric',
          month: 'short',
          ...(year ? { year: 'numeric' as const } : {}),
          timeZone: 'UTC',
        });
        expect(azerbaijaniDate(date, { year })).toBe(native.format(new Date(time)));
      }
    }
  });
});
