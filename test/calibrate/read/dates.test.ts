import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, readDate } from '../../../src/calibrate/read/dates.js';
import { codes, lines, readText } from './support.js';

const iso = (cell: string, order: 'day first' | 'month first' = 'day first'): string => {
  const read = readDate(cell, order);
  return typeof read === 'string' ? read : formatDay(read.first);
};

describe('readDate', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['1.03.2024', '2024-03-01'],
    ['01/03/24', '2024-03-01'],
    ['2018/10/27 14:00:00Z', '2018-10-27'],
    ['2024-03-01T23:59:59+04:00', '2024-03-01'],
    ['45352', '2024-03-01'],
    ['45352.75', '2024-03-01'],
    ['Mar 1, 2024', '2024-03-01'],
    ['1 March 2024', '2024-03-01'],
    ['1st March 2024', '2024-03-01'],
    ['1er mars 2024', '2024-03-01'],
    ['1-Mar-24', '2024-03-01'],
    ['1 de março de 2024', '2024-03-01'],
    ['1. März 2024', '2024-03-01'],
    ['1 mart 2024', '2024-03-01'],
    ['1 mars 2024', '2024-03-01'],
    ['1 марта 2024', '2024-03-01'],
    ['٢٠٢٤-٠٣-٠١', '2024-03-01'],
    ['', 'missing'],
    ['--', 'missing'],
    ['31/02/2024', 'impossible'],
    ['2023-02-29', 'impossible'],
    ['13/13/2024', 'impossible'],
    ['1924-01-01', 'impossible'],
    ['Spring', 'not a date'],
    ['12', 'not a date'],
    ['Campaign 12 2024', 'not a date'],
    ['1 2 March 2024', 'not a date'],
    ['March', 'not a date'],
    ['10 Sep', 'not a date'],
    ['26-Jan', 'not a date'],
    ['Sep 1', 'not a date'],
    ['2025-12-01 - 2025-12-13 - 2025-12-20', 'not a date'],
    ['Spring - 2026-01-01', 'not a date'],
  ])('%s is %s', (cell, expected) => {
    expect(iso(cell)).toBe(expected);
  });

  it('reads 2/1/21 by the order of its column', () => {
    expect(iso('2/1/21', 'month first')).toBe('2021-02-01');
    expect(iso('2/1/21', 'day first')).toBe('2021-01-02');
  });

  it('takes a month without a day for all of it', () => {
    const read = readDate('2024-02', 'year first');
    expect(typeof read === 'string' ? read : [formatDay(read.first), formatDay(read.last)]).toEqual([
      '2024-02-01',
      '2024-02-29',
    ]);
  });

  it('gives back every day that Intl writes', () => {
    const days = fc.integer({ min: 10_957, max: 47_481 });
    fc.assert(
      fc.property(days, fc.constantFrom('en-GB', 'de', 'tr', 'fr', 'pt-BR'), (day, locale) => {
        const cell = new Date(day * 86_400_000).toLocaleDateString(locale, { timeZone: 'UTC' });
        expect(readDate(cell, 'day first')).toMatchObject({ first: day });
      }),
    );
  });
});

const daily = (...dates: string[]): string =>
  lines('Date,Campaign,Spend,Impressions', ...dates.map((date) => `${date},A,1.00,10`));

describe('a column of dates as a whole', () => {
  it('is read by the days above 12', async () => {
    const american = await readText(daily('2/1/21', '2/13/21'));
    expect(american.period).toEqual({ first: '2021-02-01', last: '2021-02-13' });
    const british = await readText(daily('1/2/21', '13/2/21'));
    expect(british.period).toEqual({ first: '2021-02-01', last: '2021-02-13' });
  });

  it('has the day first where points part it', async () => {
    const reading = await readText(daily('1.08.2019', '2.08.2019'));
    expect(reading.period).toEqual({ first: '2019-08-01', last: '2019-08-02' });
  });

  it('is refused where nothing tells, and read where told', async () => {
    const text = daily('1/2/2024', '2/3/2024');
    expect(codes(await readText(text))).toEqual(['ambiguous-dates']);
    expect((await readText(text, { dayFirst: true })).period).toEqual({ first: '2024-02-01', last: '2024-03-02' });
    expect((await readText(text, { dayFirst: false })).period).toEqual({ first: '2024-01-02', last: '2024-02-03' });
  });

  it('is refused where both orders are in it; told one, the others are set aside', async () => {
    const text = daily('13/1/2024', '1/14/2024', '15/1/2024');
    const refused = await readText(text);
    expect(codes(refused)).toEqual(['mixed-date-orders']);
    expect(refused.rows.count).toBe(0);
    const told = await readText(text, { dayFirst: true });
    expect(told.counts).toMatchObject({ kept: 2, quarantined: 1, reasons: { 'impossible date': 1 } });
    expect(told.quarantine[0]).toMatchObject({ row: 3, raw: '1/14/2024,A,1.00,10' });
  });

  it('is refused where its days have no year: they are no months of 2001 to 2031', async () => {
    const days = Array.from({ length: 30 }, (_, at) => `${at + 1}`);
    for (const dates of [
      days.map((day) => `${day} Sep`),
      days.map((day) => `Sep ${day}`),
      days.slice(9).map((day) => `Sep ${day}`),
    ])
      expect(codes(await readText(daily(...dates)))).toEqual(['no-years']);
    const months = ['Jan 25', 'Feb 25', 'Mar 25', 'Jan-26', 'Feb-26'];
    expect((await readText(daily(...months))).period).toEqual({ first: '2025-01-01', last: '2026-02-28' });
  });

  it('may have the year at the end of a span only', async () => {
    const reading = await readText(daily('"Aug 30 - Sep 5, 2026"', '"Sep 6 - Sep 12, 2026"'));
    expect(reading.period).toEqual({ first: '2026-08-30', last: '2026-09-12' });
    expect(reading.granularity).toBe('week');
    const turn = await readText(daily('28 Dec - 3 Jan 2027'));
    expect(turn.period).toEqual({ first: '2026-12-28', last: '2027-01-03' });
    // Of the year before by their months, whatever their days.
    expect((await readText(daily('5 Dec - 8 Jan 2027'))).period).toEqual({ first: '2026-12-05', last: '2027-01-08' });
    expect((await readText(daily('Spring - 8 Jan 2027', '2027-01-09'))).counts.reasons).toEqual({ 'not a date': 1 });
    // From a month's last day, to a shorter month: not a year and a day.
    const short = await readText(daily('"Jan 31 - Feb 1, 2026"', '"Mar 31 - Apr 1, 2026"'));
    expect(short.period).toEqual({ first: '2026-01-31', last: '2026-04-01' });
  });

  it('takes the order from another date column', async () => {
    const reading = await readText(
      lines(
        'Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions',
        '1/2/2024,1/31/2024,A,1.00,10',
      ),
    );
    expect(reading.period).toEqual({ first: '2024-01-02', last: '2024-01-31' });
  });
});

describe('months and quarters', () => {
  it.each([
    ['202603', '2026-03-01', '2026-03-31'],
    [202603, '2026-03-01', '2026-03-31'],
    ['2026/03', '2026-03-01', '2026-03-31'],
    ['03/2026', '2026-03-01', '2026-03-31'],
    ['2.2028', '2028-02-01', '2028-02-29'],
    ['Q1 2026', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s is from its first day to its last', (cell, first, last) => {
    const read = readDate(cell, 'year first');
    expect(typeof read === 'string' ? read : [formatDay(read.first), formatDay(read.last)]).toEqual([first, last]);
  });

  it.each(['202613', '13/2026', 'Q5 2026', 20261399])('%s is none', (cell) => {
    expect(typeof readDate(cell, 'day first')).toBe('string');
  });
});

describe('spans whose ends stand close, or share what they have in common', () => {
  it.each([
    ['06.07-12.07.2026', '2026-07-06', '2026-07-12'],
    ['06.07. – 12.07.2026', '2026-07-06', '2026-07-12'],
    ['06-12.07.2026', '2026-07-06', '2026-07-12'],
    ['28.12-03.01.2027', '2026-12-28', '2027-01-03'],
    ['06.07.2026-12.07.2026', '2026-07-06', '2026-07-12'],
    ['06/07-12/07/2026', '2026-07-06', '2026-07-12'],
    ['2026-07-06-2026-07-12', '2026-07-06', '2026-07-12'],
    ['2026/07/06–2026/07/12', '2026-07-06', '2026-07-12'],
    ['20260706-20260712', '2026-07-06', '2026-07-12'],
    ['Jul 6–12, 2026', '2026-07-06', '2026-07-12'],
    ['6-12 Temmuz 2026', '2026-07-06', '2026-07-12'],
    ['6-12 июля 2026', '2026-07-06', '2026-07-12'],
  ])('%s', (cell, first, last) => {
    const read = readDate(cell, 'day first');
    expect(typeof read === 'string' ? read : [formatDay(read.first), formatDay(read.last)]).toEqual([first, last]);
  });

  it('are none without a year, or backwards', () => {
    expect(['6-12 Sep', '06.07-12.07', '7/6-12/2026'].map((cell) => readDate(cell, 'day first'))).toEqual(
      Array(3).fill('not a date'),
    );
    expect(readDate('12.07-06.07.2026', 'day first')).toBe('impossible');
    expect(iso('2026-Sep-06')).toBe('2026-09-06');
  });
});
