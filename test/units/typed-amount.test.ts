import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/units/locale.js';
import { currencyDigits, formatMoney } from '../../src/units/money.js';
import { amountToType, readTypedAmount } from '../../src/units/typed-amount.js';

const read = (typed: string, language: (typeof LANGUAGES)[number] = 'en', currency: string | null = 'AZN') => {
  const amount = readTypedAmount(typed, language, currency);
  return amount.ok ? amount.value : amount.mistake;
};

describe('an amount that somebody typed or pasted', () => {
  it.each([
    ['1500', 1500],
    ['1,480.50', 1480.5],
    ['1.480,50', 1480.5],
    ['1.480,50 ₼', 1480.5],
    ['₼1,480.5', 1480.5],
    ['AZN 1 480', 1480],
    ['1480 azn', 1480],
    ["1'480.50", 1480.5],
    ['1\u00a0480,5', 1480.5],
    ['1.500', 1500],
    ['1,500', 1500],
    ['1.234.567', 1_234_567],
    ['1,234,567.8', 1_234_567.8],
    ['1,5', 1.5],
    ['0.125', 0.125],
    ['.5', 0.5],
    ['12.', 12],
    ['١٬٤٨٠٫٥', 1480.5],
    ['۲۵۰', 250],
    ['15k', 15_000],
    ['1.2M', 1_200_000],
    ['-0', 0],
  ])('%s is %d in every language, where one mark before three digits groups them', (typed, value) => {
    for (const language of LANGUAGES) expect(read(typed, language)).toBe(value);
  });

  it('is what every language writes of it, read back, in currencies of no, two and three decimals', () => {
    const money = fc.record({
      language: fc.constantFrom(...LANGUAGES),
      currency: fc.constantFrom('AZN', 'USD', 'TRY', 'AED', 'EUR', 'EGP', 'JPY', 'KWD'),
      units: fc.integer({ min: 0, max: 1e12 }),
    });
    fc.assert(
      fc.property(money, ({ language, currency, units }) => {
        const digits = currencyDigits(currency);
        const value = Number(`${units}e-${digits}`);
        const written = formatMoney(value, currency, { locale: language, precision: 'exact' });
        expect(read(written, language, currency), written).toBe(value);
        expect(read(amountToType(value, language), language, currency)).toBe(value);
      }),
    );
  });

  it("has one mark before three digits as its language's decimals where that may be meant", () => {
    expect(read('1.500', 'en', null)).toBe(1.5);
    expect(read('1.500', 'tr', null)).toBe(1500);
    expect(read('1,500', 'tr', 'KWD')).toBe(1.5);
    expect(read('1,500', 'en', 'KWD')).toBe(1500);
  });

  it.each([
    '',
    ' ',
    'abc',
    'e',
    '1e5',
    '12abc',
    '$5',
    '€1,500',
    '1,50,0',
    '1.2.3',
    '12,34.5',
    '1,2,3.4',
    '1.234,567.8',
    '--5',
    '.',
    '5%',
    '1 to 2',
  ])('%j is none', (typed) => {
    for (const language of LANGUAGES) expect(read(typed, language)).toBe('unread');
  });

  it('is neither below 0 nor more than can be counted', () => {
    for (const typed of ['-5', '−1.500,00 ₼', '-₼5']) expect(read(typed)).toBe('below');
    for (const typed of ['9'.repeat(15), '9'.repeat(400)]) expect(read(typed)).toBe('large');
    expect(read('9'.repeat(17), 'en', null)).toBe('large');
  });
});
