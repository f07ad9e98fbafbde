import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, parseShare } from '../../src/units/number.js';

describe('parseNumber', () => {
  it.each<[string, number]>([
    ['1_200_000', 1_200_000],
    ['1.2m', 1_200_000],
    ['2.3M', 2_300_000],
    ['350k', 350_000],
    ['2b', 2e9],
    ['70%', 0.7],
    ['0.7 %', 0.007],
    ['3.2', 3.2],
    ['.5', 0.5],
    ['1e6', 1_000_000],
    ['1.5e-3', 0.0015],
    ['-5', -5],
    ['+5', 5],
    [' 18_200 ', 18_200],
    ['0', 0],
    ['0.0', 0],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value });
  });

  it.each<[string | number, RegExp]>([
    ['', /found nothing/],
    ['abc', /not a number/],
    ['NaN', /not a number/],
    ['Infinity', /not a number/],
    ['1e400', /too large/],
    ['1e309', /too large/],
    ['1e-400', /too small/],
    ['1,2', /comma/],
    ['1,200,000', /comma/],
    ['18 200', /spaces/],
    ['1.2.3', /not a number/],
    ['1__2', /not a number/],
    ['_1', /not a number/],
    ['5.', /not a number/],
    ['1.2mm', /not a number/],
    ['0x10', /not a number/],
    ['70%%', /not a number/],
    ['5 to 2', /not a number/],
    ['١٢', /not a number/],
    [Number.NaN, /not a finite number/],
    [Infinity, /not a finite number/],
  ])('refuses %j', (text, reason) => {
    const result = parseNumber(text);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.reason).toMatch(reason);
  });

  it('keeps messages short', () => {
    const result = parseNumber('x'.repeat(100_000));
    expect(result.ok ? '' : result.reason.length).toBeLessThan(150);
  });

  it('reads back every finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value))).toEqual({ ok: true, value: expect.closeTo(value, 15) });
      }),
    );
  });

  it('gives suffixes the nearest double to the decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (n) => {
        expect(parseNumber(`${n / 100}k`)).toEqual({ ok: true, value: n * 10 });
      }),
    );
  });
});

describe('parseShare', () => {
  it.each<[string | number, number]>([
    ['70%', 0.7],
    ['0%', 0],
    ['100%', 1],
    ['0.35', 0.35],
    [1, 1],
  ])('reads %j', (text, value) => {
    expect(parseShare(text)).toEqual({ ok: true, value });
  });

  it.each<[string | number, RegExp]>([
    ['70', /write 70% for 70 percent/],
    [70, /write 70%/],
    ['150%', /not a share between 0% and 100%/],
    ['-1%', /not a share/],
    [250, /not a share/],
    ['x', /not a number/],
  ])('refuses %j', (text, reason) => {
    const result = parseShare(text);
    expect(result.ok ? '' : result.reason).toMatch(reason);
  });
});
