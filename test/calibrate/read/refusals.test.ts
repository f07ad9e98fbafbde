import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { dailyRowsOf } from '../../../src/calibrate/fit/from-export.js';
import * as messages from '../../../src/calibrate/read/messages.js';
import { readExport } from '../../../src/calibrate/read/read-export.js';
import { codes, encode, lines, readBytes, readText } from './support.js';

describe('files that are no exports', () => {
  it.each([
    ['empty-file', Buffer.alloc(0)],
    ['no-header', Buffer.from('\n\n\n')],
    ['no-header', Buffer.from('Spend\n1\n2\n')],
    ['no-header', Buffer.from('date_week,y,x1,x2\n4/2/2018,3984.6,0.31,0\n')],
    ['no-rows', Buffer.from('Day,Campaign,Spend,Impressions\n')],
    ['binary-file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['binary-file', Buffer.from('Day,Campaign,Spend,Impressions\n2026-01-13,A\0B,1,2\n')],
    ['old-workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['broken-workbook', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['broken-text', encode('Day,Campaign,Spend,Impressions\n2026-01-13,A,1,2\n', 'utf-16le with mark').subarray(0, -1)],
    [
      'broken-text',
      Buffer.concat([
        encode('Day,Campaign,Spend,Impressions\n2026-01-13,', 'utf-8 with mark'),
        Buffer.from([0xe9]),
        Buffer.from(',1,2\n'),
      ]),
    ],
    ['unclosed-quote', Buffer.from('Day,Campaign,Spend,Impressions\n2026-01-13,"A,1,2\n2026-01-14,A,1,2\n')],
  ])('refuses: %s', async (code, bytes) => {
    const reading = await readBytes(bytes);
    expect(reading.status).toBe('refused');
    expect(codes(reading)).toEqual([code]);
    expect(reading.totals).toEqual({ spend: [], revenue: [], counts: {} });
    expect(reading.rows.count).toBe(0);
  });

  it('refuses a workbook that breaks off', async () => {
    const whole = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [['Day', 'Spend', 'Impressions'], ...Array.from({ length: 500 }, (_, at) => ['2026-01-13', at, at])],
        },
      ],
    });
    for (const share of [0.2, 0.5, 0.9]) {
      const reading = await readBytes(whole.subarray(0, Math.floor(whole.length * share)));
      expect(reading.status, String(share)).toBe('refused');
    }
  });

  it('says what is wrong with a path', async () => {
    expect((await readExport('/nowhere/x.csv')).findings).toEqual([messages.unreadable('no such file')]);
    expect((await readExport('/')).findings).toEqual([messages.unreadable('it is a directory')]);
  });
});

const rows = (header: string, ...cells: string[]) => readText(lines(header, ...cells));

describe('columns that cannot be read one way', () => {
  it('refuses two columns of spend, amounts in two currencies, signs of two', async () => {
    const two = await rows('Day,Campaign,Spend,Cost,Impressions', '2026-01-13,A,1,2,3');
    expect(two.findings).toEqual([messages.sameField('spend', ['Spend', 'Cost'])]);
    const currencies = await rows(
      'Day,Campaign,Amount spent (USD),Amount spent (EUR),Impressions',
      '2026-01-13,A,1,2,3',
    );
    expect(currencies.findings).toEqual([messages.currencyHeaders(['Amount spent (USD)', 'Amount spent (EUR)'])]);
    const signs = await rows('Day,Campaign,Spend,Impressions', '2026-01-13,A,$1,3', '2026-01-14,A,€1,3');
    expect(codes(signs)).toEqual(['mixed-signs']);
  });

  it('takes the mapping as the answer', async () => {
    const reading = await readText(lines('Day,Campaign,Spend,Cost,Impressions', '2026-01-13,A,1,2,3'), {
      mapping: { Cost: 'spend' },
    });
    expect(reading.totals.spend[0]?.rounded).toBe('2.00');
    const unknown = await readText(lines('Day,Campaign,Spend,Impressions', '2026-01-13,A,1,3'), {
      mapping: { Kosten: 'spend' },
    });
    expect(codes(unknown)).toEqual(['unknown-mapping']);
    const field = await readText(lines('Day,Campaign,Spend,Impressions', '2026-01-13,A,1,3'), {
      mapping: { Spend: 'money' },
    });
    expect(codes(field)).toEqual(['unknown-field']);
  });

  it('refuses decimal points and commas in one column, and 1.234 where nothing tells', async () => {
    const mixed = await rows('Day;Campaign;Spend;Impressions', '2026-01-13;A;1,50;10', '2026-01-14;A;1.50;10');
    expect(mixed.findings).toEqual([messages.mixedMarks('Spend', '1.50', '1,50')]);
    const unclear = await rows('Day;Campaign;Spend;Impressions', '2026-01-13;A;1.500;10', '2026-01-14;A;2.750;10');
    expect(unclear.findings).toEqual([messages.ambiguousMark('Spend', '1.500')]);
    const told = await readText(lines('Day;Campaign;Spend;Impressions', '2026-01-13;A;1.500;10'), { decimal: ',' });
    expect(told.totals.spend[0]?.exact).toBe('1500');
  });

  it('takes other columns for evidence of what 1,234 is', async () => {
    const points = await rows('Day;Campaign;Spend;Impressions;Frequency', '2026-01-13;A;1,500;10;1.25');
    expect(points.totals.spend[0]?.exact).toBe('1500');
    const commas = await rows('Day;Campaign;Spend;Impressions;Frequency', '2026-01-13;A;1,500;10;1,25');
    expect(commas.totals.spend[0]?.exact).toBe('1.5');
    const counts = await rows('Day;Campaign;Spend;Impressions', '2026-01-13;A;1,500;12,345');
    expect(counts.totals.spend[0]?.exact).toBe('1500');
  });

  it('refuses a currency that the file contradicts, and takes one where it has none', async () => {
    const text = lines('Day,Campaign,Amount spent (USD),Impressions', '2026-01-13,A,1,3');
    expect((await readText(text, { currency: 'EUR' })).findings).toEqual([messages.otherCurrency('EUR', 'USD')]);
    const none = lines('Day,Campaign,Spend,Impressions', '2026-01-13,A,1,3');
    expect(codes(await readText(none))).toContain('unknown-currency');
    expect((await readText(none, { currency: 'azn' })).currency.code).toBe('AZN');
    await expect(readText(none, { currency: 'dollars' })).rejects.toThrow(RangeError);
  });

  it('refuses a currency that no row of a column of currencies has, and takes one of several as the choice', async () => {
    const header = 'Day,Campaign name,Currency,Spend,Impressions';
    const [one, two] = ['2026-01-01,a,USD,5.00,900', '2026-01-02,a,EUR,7.00,800'];
    const told = await readText(lines(header, one, one.replace('01-01', '01-03')), { currency: 'AZN' });
    expect(told.findings).toEqual([messages.otherCurrency('AZN', 'USD')]);
    const mixed = lines(header, one, one.replace('01-01', '01-03'), two);
    expect((await readText(mixed, { currency: 'GBP' })).findings).toEqual([messages.otherCurrency('GBP', 'EUR, USD')]);
    const chosen = dailyRowsOf([await readText(mixed, { currency: 'EUR' })]);
    if (!chosen.ok) throw new Error(chosen.reason);
    expect(chosen.value.currency).toBe('EUR');
    expect([...chosen.value.rows.spend]).toEqual([7]);
    const most = dailyRowsOf([await readText(mixed)]);
    if (!most.ok) throw new Error(most.reason);
    expect(most.value.currency).toBe('USD');
    expect([...most.value.rows.spend]).toEqual([5, 5]);
  });
});
