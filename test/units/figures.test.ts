import { describe, expect, it } from 'vitest';
import { formatCount, formatRatio } from '../../src/units/count.js';
import { formatShare } from '../../src/units/share.js';

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');
}

describe('formatShare', () => {
  it.each<[number, string]>([
    [0.3022, '30%'],
    [0.0309, '3.1%'],
    [0.00052, '0.052%'],
    [0, '0%'],
    [1, '100%'],
    [0.9997, '99.97%'],
    [0.99996, '99.996%'],
    [0.996, '99.6%'],
    [0.9958, '99.6%'],
    [0.99899, '99.9%'],
    [0.99906, '99.91%'],
    [0.9999999999, '99.999999%'],
    [1.5, '150%'],
    [-0.05, '-5%'],
    [Number.NaN, '—'],
  ])('rounds %d to %s', (share, expected) => {
    expect(plain(formatShare(share))).toBe(expected);
  });

  it('keeps a tenth of a point where a plan is exact', () => {
    expect(formatShare(0.3022, { precision: 'exact' })).toBe('30.2%');
    expect(formatShare(0.3, { precision: 'exact' })).toBe('30.0%');
  });

  it('is written as where the currency is at home, or as in the language', () => {
    expect(plain(formatShare(0.0309, { currency: 'EUR' }))).toBe('3,1 %');
    expect(plain(formatShare(0.0309, { currency: 'TRY' }))).toBe('%3,1');
    expect(plain(formatShare(0.0309, { currency: 'TRY', locale: 'az' }))).toBe('3,1%');
    expect(plain(formatShare(0.0309, { locale: 'ar' }))).toBe('3.1%');
  });
});

describe('formatCount', () => {
  it.each<[number, string]>([
    [12_345, '12,300'],
    [1_234_567, '1.23M'],
    [999_499, '999,000'],
    [999_999, '1M'],
    [123.4, '123'],
    [99.97, '100'],
    [12.34, '12.3'],
    [0.0123, '0.012'],
    [0, '0'],
    [-0.0, '0'],
    [Number.NaN, '—'],
  ])('rounds %d to %s', (count, expected) => {
    expect(formatCount(count)).toBe(expected);
  });

  it('prints every unit where asked to', () => {
    expect(formatCount(1_234_567, { precision: 'exact', currency: 'AZN' })).toBe('1.234.567');
  });
});

describe('formatRatio', () => {
  it.each<[number, string]>([
    [2.3149, '2.31'],
    [2, '2.00'],
    [9.999, '10'],
    [12.34, '12.3'],
    [1234, '1,230'],
    [0.0123, '0.012'],
    [0, '0.00'],
    [-0.31, '-0.31'],
    [Infinity, '—'],
  ])('writes %d as %s', (ratio, expected) => {
    expect(formatRatio(ratio)).toBe(expected);
  });
});
