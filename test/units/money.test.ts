import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/units/apportion.js';
import {
  currencyDigits,
  fitsMinorUnits,
  formatMoney,
  fromMinorUnits,
  isCurrency,
  toMinorUnits,
} from '../../src/units/money.js';

/** Spaces that Unicode data changes its mind about, and marks of writing direction, as plain text. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');
}

describe('currencies', () => {
  it('are those of ISO 4217', () => {
    for (const code of ['AZN', 'TRY', 'USD', 'EUR', 'GEL', 'KWD']) expect(isCurrency(code)).toBe(true);
    for (const code of ['azn', 'XX', '', 'MANAT', 'ZZZ']) expect(isCurrency(code)).toBe(false);
  });

  it('have the decimals of ISO 4217', () => {
    expect(['AZN', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3]);
    expect(() => currencyDigits('nonsense')).toThrow(RangeError);
  });
});

describe('formatMoney', () => {
  it('keeps a sign at its letters where what follows runs from right to left', () => {
    const written = formatMoney(1480, 'USD', { locale: 'ar', precision: 'exact' });
    expect(written).toMatch(/US\$\u200e$/);
    expect(formatMoney(1480, 'AZN', { locale: 'ar', precision: 'exact' })).toMatch(/₼$/);
    expect(formatMoney(1480, 'USD', { locale: 'en', precision: 'exact' })).toBe('$1,480.00');
  });

  // As in the CLDR's patterns for each currency's home.
  it.each<[number, string, string]>([
    [1480.5, 'AZN', '1.480,50 ₼'],
    [1480.5, 'TRY', '₺1.480,50'],
    [1480.5, 'USD', '$1,480.50'],
    [1480.5, 'EUR', '1.480,50 €'],
    [1480.5, 'GBP', '£1,480.50'],
    [1480, 'JPY', '￥1,480'],
    [0, 'AZN', '0,00 ₼'],
    [-0, 'AZN', '0,00 ₼'],
    [-0.001, 'USD', '$0.00'],
    [-12.5, 'USD', '-$12.50'],
  ])('writes %d %s exactly as %s', (value, currency, expected) => {
    expect(plain(formatMoney(value, currency, { precision: 'exact' }))).toBe(expected);
  });

  it.each<[number, string]>([
    [1_481_234, '$1.48M'],
    [999_700, '$1M'],
    [148_123, '$148,000'],
    [1481.2, '$1,480'],
    [148.12, '$148'],
    [99.996, '$100'],
    [99.6, '$99.60'],
    [14.812, '$14.81'],
    [0.34, '$0.34'],
    [0.0123, '$0.012'],
    [0, '$0.00'],
    [Number.NaN, '—'],
    [Infinity, '—'],
  ])('rounds an uncertain %d to %s', (value, expected) => {
    expect(plain(formatMoney(value, 'USD', { precision: 'rounded' }))).toBe(expected);
  });

  it('follows a language that is named', () => {
    const format = (locale: 'en' | 'az' | 'tr' | 'ar') =>
      plain(formatMoney(1480.5, 'AZN', { precision: 'exact', locale }));
    expect([format('en'), format('az'), format('tr'), format('ar')]).toEqual([
      '₼1,480.50',
      '1.480,50 ₼',
      '₼1.480,50',
      '1,480.50 ₼',
    ]);
  });
});

describe('smallest units', () => {
  it.each<[number, string, number]>([
    [12.35, 'AZN', 1235],
    [1.005, 'AZN', 101],
    [-1.005, 'AZN', -101],
    [0.1 + 0.2, 'USD', 30],
    [1480.4, 'JPY', 1480],
    [1.2345, 'KWD', 1235],
    [1e-9, 'USD', 0],
  ])('count %d %s as %d', (value, currency, units) => {
    expect(toMinorUnits(value, currency)).toBe(units);
  });

  it('come back as the same amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('AZN', 'JPY', 'KWD'), (units, currency) => {
        fc.pre(Math.abs(units) < 1e13);
        expect(toMinorUnits(fromMinorUnits(units, currency), currency)).toBe(units + 0);
      }),
    );
  });

  it('refuse amounts that no integer counts', () => {
    for (const value of [1e300, Number.NaN, Infinity, 9e15]) {
      expect(fitsMinorUnits(value, 'AZN')).toBe(false);
      expect(() => toMinorUnits(value, 'AZN')).toThrow(RangeError);
    }
    expect(fitsMinorUnits(1e12, 'AZN')).toBe(true);
  });
});

describe('apportion', () => {
  it('is the largest-remainder method', () => {
    // Quotas 47, 16, 15.8, 12, 6.1 and 3.1 of 100: the one that is left goes to the largest remainder, .8.
    expect(apportion(100, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100])).toEqual([47, 16, 16, 12, 6, 3]);
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(5, [0, 1, 0])).toEqual([0, 5, 0]);
    expect(apportion(0, [2, 1])).toEqual([0, 0]);
  });

  it('sums exactly and stays within a unit of the quota', () => {
    const weights = fc
      .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 60 })
      .filter((w) => w.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), weights, (total, w) => {
        const parts = apportion(total, w);
        const sum = w.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [i, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - (total * w[i]!) / sum)).toBeLessThan(1 + 1e-5);
          if (w[i] === 0) expect(part).toBe(0);
        }
      }),
    );
  });

  it('takes totals up to the largest safe integer and weights of any size', () => {
    for (const weights of [
      [1, 2, 3],
      [1e308, 1e308, 1e307],
      [5e-324, 5e-324],
      [0.1, 0.2, 0.7, 1e-20],
    ]) {
      const total = Number.MAX_SAFE_INTEGER;
      const parts = apportion(total, weights);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
    }
  });

  it('refuses what can not be shared out', () => {
    expect(() => apportion(-1, [1])).toThrow(RangeError);
    expect(() => apportion(1.5, [1])).toThrow(RangeError);
    expect(() => apportion(1, [])).toThrow(RangeError);
    expect(() => apportion(1, [0, 0])).toThrow(RangeError);
    expect(() => apportion(1, [-1, 2])).toThrow(RangeError);
    expect(() => apportion(1, [Number.NaN])).toThrow(RangeError);
  });
});
