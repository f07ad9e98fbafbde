import { describe, expect, it } from 'vitest';
import { makeFormats } from '../../src/report/formats.js';
import { syntheticForecast } from './synthetic.js';

const formatsOf = (currency: string, digits = 2) =>
  makeFormats(syntheticForecast({ draws: 2, currency, digits }), 'en');

describe('number forms', () => {
  const azn = formatsOf('AZN');

  it('print budgets exactly, decimals only where there are any', () => {
    expect(azn.money(18_200)).toBe('₼18,200');
    expect(azn.money(1480.5)).toBe('₼1,480.50');
    expect(azn.moneyChange(-2100)).toBe('−₼2,100');
  });

  it('round estimates to three digits of the largest figure beside them', () => {
    expect(azn.estimate(8978.5)).toBe('₼8,980');
    expect(azn.estimate(-153.6, 11_800)).toBe('−₼200');
    expect(azn.estimate(0.0312)).toBe('₼0.031');
    expect(azn.count(3407.9)).toBe('3,410');
    expect(azn.count(0.31)).toBe('0.3');
  });

  it('are those of the language: of the currency only its sign and decimals', () => {
    expect(formatsOf('TRY').money(1480.5)).toBe('₺1,480.50');
    expect(formatsOf('JPY', 0).estimate(2_345_678)).toBe('¥2.35M');
    expect(formatsOf('KWD', 3).money(1480.5)).toBe('KWD\u00a01,480.500');
  });

  it('end a period on the day before the next', () => {
    expect(azn.periodEnd(0)).toBe('2027-03-07');
    expect(azn.periodEnd(12)).toBe('2027-05-30');
    expect(azn.periodEnd(13)).toBeNull();
  });
});
