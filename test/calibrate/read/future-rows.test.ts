import { describe, expect, test } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

const HEADER = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks';
const rows = (...days: readonly (readonly [string, number])[]): string[] =>
  days.map(([day, spend], at) => `${day},Spring,${spend.toFixed(2)},${4000 + 37 * at},${40 + at}`);

const MADE = rows(['2026-03-01', 10.5], ['2026-03-02', 11.25], ['2026-03-03', 12], ['2026-03-04', 13.75]);

describe('rows of days to come', () => {
  test('are set aside and reported with their money; the day after today may be one of another time zone', async () => {
    const text = lines(HEADER, ...MADE, ...rows(['2026-03-05', 14], ['2026-03-06', 90], ['2027-03-01', 95.5]));
    const reading = await readText(text, { today: '2026-03-04' });
    expect(spendOf(reading)).toEqual(['61.50 USD']);
    expect(reading.counts.reasons).toEqual({ 'after today': 2 });
    const finding = reading.findings.find(({ code }) => code === 'future-rows');
    expect(finding).toMatchObject({
      level: 'warning',
      parameters: { count: 2, spend: 185.5, first: '2026-03-06', last: '2027-03-01', today: '2026-03-04' },
    });
    expect(reading.period).toEqual({ first: '2026-03-01', last: '2026-03-05' });
  });

  test('count where nobody says what day it is', async () => {
    const reading = await readText(lines(HEADER, ...MADE, ...rows(['2027-03-06', 90])));
    expect(spendOf(reading)).toEqual(['137.50 USD']);
  });

  test('without money are a calendar that was filled in ahead, which is a note', async () => {
    const text = lines(HEADER, ...MADE, '2026-04-01,Spring,0,0,0', '2026-04-02,Spring,0,0,0');
    const reading = await readText(text, { today: '2026-03-04' });
    expect(reading.findings.find(({ code }) => code === 'future-rows')).toMatchObject({
      level: 'note',
      parameters: { count: 2, spend: 0 },
    });
  });

  test('are those after the day on which a report says that it was made', async () => {
    const table = [HEADER, ...MADE, ...rows(['2026-03-20', 90])];
    const reading = await readText(lines('Report generated: 2026-03-04 09:15', '', ...table), { today: '2026-11-01' });
    expect(spendOf(reading)).toEqual(['47.50 USD']);
    expect(codes(reading)).toContain('future-rows');
    const period = await readText(lines('Report period: 2026-03-01 - 2026-03-04', '', ...table));
    expect(spendOf(period)).toEqual(['137.50 USD']);
    // Where most rows are later, the line says when something else was made.
    const account = await readText(lines('Account created: 2025-01-04', '', ...table));
    expect(spendOf(account)).toEqual(['137.50 USD']);
  });

  test('count, with a warning, where there are no others', async () => {
    const reading = await readText(lines(HEADER, ...MADE), { today: '2026-01-31' });
    expect(spendOf(reading)).toEqual(['47.50 USD']);
    expect(reading.findings.find(({ code }) => code === 'all-future')).toMatchObject({
      level: 'warning',
      parameters: { first: '2026-03-01', last: '2026-03-04', today: '2026-01-31' },
    });
  });

  test('leave a month under way as it is', async () => {
    const text = lines(
      'Month,Campaign name,Amount spent (USD),Impressions,Link clicks',
      '2026-01,Spring,310,90000,900',
      '2026-02,Spring,290,88000,870',
      '2026-03,Spring,42,9000,90',
      '2026-04,Spring,300,90000,900',
    );
    expect(spendOf(await readText(text, { today: '2026-03-04' }))).toEqual(['642.00 USD']);
  });
});

test('a day that is none is a mistake of the caller', async () => {
  await expect(readText(lines(HEADER, ...MADE), { today: 'tomorrow' })).rejects.toThrow(RangeError);
});
