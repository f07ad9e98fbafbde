import { describe, expect, it } from 'vitest';
import { formatDate, parseDate, parsePeriods, periodStarts } from '../../src/units/period.js';

describe('parsePeriods', () => {
  it.each<[string, object]>([
    ['13 weeks', { periods: 13, unit: 'week', periodDays: 7 }],
    ['1 week', { periods: 1, unit: 'week', periodDays: 7 }],
    ['90 days', { periods: 90, unit: 'day', periodDays: 1 }],
    [' 3 Months ', { periods: 3, unit: 'month', periodDays: 30.4375 }],
    ['12months', { periods: 12, unit: 'month', periodDays: 30.4375 }],
  ])('reads %j', (text, value) => {
    expect(parsePeriods(text)).toEqual({ ok: true, value });
  });

  it.each<[string, RegExp]>([
    ['0 weeks', /no time at all/],
    ['-3 weeks', /no time at all/],
    ['1.5 weeks', /not whole/],
    ['13', /not a span/],
    ['weeks', /not a span/],
    ['13 fortnights', /not a span/],
    ['99999 days', /more than 3660/],
    ['..... days', /not whole/],
    ['', /not a span/],
  ])('refuses %j', (text, reason) => {
    const result = parsePeriods(text);
    expect(result.ok ? '' : result.reason).toMatch(reason);
  });
});

describe('parseDate', () => {
  it('takes dates that are in the calendar', () => {
    for (const date of ['2027-03-01', '2028-02-29', '2000-02-29', '2027-12-31']) {
      expect(parseDate(date)).toEqual({ ok: true, value: date });
    }
  });

  it('refuses others', () => {
    for (const date of [
      '2027-02-30',
      '2027-02-29',
      '1900-02-29',
      '2027-13-01',
      '2027-00-10',
      '2027-04-31',
      '0000-01-01',
    ]) {
      expect(parseDate(date)).toMatchObject({ ok: false, reason: expect.stringMatching(/not in the calendar/) });
    }
    for (const date of ['01.03.2027', '2027-3-1', 'soon', '', '2027-03-01T00:00']) {
      expect(parseDate(date)).toMatchObject({ ok: false, reason: expect.stringMatching(/write 2027-03-01/) });
    }
  });
});

describe('periodStarts', () => {
  it('counts weeks and days over months, leap days and summer time', () => {
    expect(periodStarts('2028-02-21', 'week', 3)).toEqual(['2028-02-21', '2028-02-28', '2028-03-06']);
    expect(periodStarts('2027-03-27', 'day', 3)).toEqual(['2027-03-27', '2027-03-28', '2027-03-29']);
  });

  it('keeps the day of the month where the month has it', () => {
    expect(periodStarts('2027-10-31', 'month', 6)).toEqual([
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
  });
});

describe('formatDate', () => {
  it('writes a date as in the language, and without the year for axes', () => {
    expect(formatDate('2027-03-01', { locale: 'en' })).toBe('Mar 1, 2027');
    expect(formatDate('2027-03-01', { locale: 'en', style: 'short' })).toBe('Mar 1');
    expect(formatDate('2027-03-01', { currency: 'TRY' })).toBe('1 Mar 2027');
    expect(formatDate('2027-03-01', { locale: 'az' })).toBe('1 mar 2027');
  });
});
