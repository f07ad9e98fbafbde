import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { codes, readBytes, spendOf, textsOf } from './support.js';

const HEADER = ['Day', 'Campaign', 'Spend (USD)', 'Impressions', 'Clicks'];
type Row = (string | number | null)[];
const book = (sheets: readonly { readonly name: string; readonly rows: readonly Row[]; readonly hidden?: boolean }[]) =>
  writeXlsx({
    sheets: sheets.map(({ name, rows, hidden = false }) => ({ name, hidden, rows: rows.map((row) => [...row]) })),
  });
const part = (name: string, ...rows: Row[]) => ({ name, rows: [HEADER, ...rows] });

describe('workbooks of several sheets', () => {
  it('are one table where the sheets have the same columns', async () => {
    const reading = await readBytes(
      await book([
        { name: 'Notes', rows: [['Acme'], ['made on 1 May']] },
        part('March & co', ['2026-03-30', 'Brand', 10, 1000, 10], ['2026-03-31', 'Brand', 11.5, 1000, 10]),
        { name: 'April', rows: [['Acme, April'], [], HEADER, ['2026-04-01', 'Brand', 12.25, 1000, 10]] },
      ]),
    );
    expect(spendOf(reading)).toEqual(['33.75 USD']);
    expect(reading.period).toEqual({ first: '2026-03-30', last: '2026-04-01' });
    expect(reading.findings.find(({ code }) => code === 'sheets-together')?.parameters).toEqual({
      sheets: ['March & co', 'April'],
    });
    expect(codes(reading)).not.toContain('other-sheets');
  });

  it('count once where one has the sums of all others, by day or by campaign', async () => {
    const days = (from: number, name: string, ...cents: number[]) =>
      cents.map((amount, at): Row => [`2026-03-0${from + at}`, name, amount / 100, 3 * amount + at, 10]);
    const [north, south] = [days(1, 'North', 1037, 2203, 1501), days(1, 'South', 977, 3307, 1613)];
    const byDay = north.map(
      (row, at): Row => [
        row[0] ?? '',
        'North and south',
        (Math.round(100 * Number(row[2])) + Math.round(100 * Number(south[at]?.[2]))) / 100,
        Number(row[3]) + Number(south[at]?.[3]),
        20,
      ],
    );
    const whole = ['106.38 USD'];
    const sheets = [part('A', ...north), part('B', ...south)];
    for (const all of [
      [part('Overview', ...byDay), ...sheets],
      [...sheets, part('Overview', ...byDay)],
    ])
      expect(spendOf(await readBytes(await book(all)))).toEqual(whole);
    const byName: Row[] = [north, south].map((rows, at) => [
      '2026-03-03',
      `Both ${at}`,
      rows.reduce((sum, row) => sum + Math.round(100 * Number(row[2])), 0) / 100,
      rows.reduce((sum, row) => sum + Number(row[3]), 0),
      30,
    ]);
    expect(
      spendOf(await readBytes(await book([part('By campaign', ...byName), part('By day', ...north, ...south)]))),
    ).toEqual(whole);
    // Another month that came to as much.
    const later = north.map(([day, ...rest]): Row => [String(day).replace('-03-', '-04-'), ...rest]);
    expect(spendOf(await readBytes(await book([part('March', ...north), part('April', ...later)])))).toEqual([
      '94.82 USD',
    ]);
  });

  it('give their rows the platform that each sheet is named for', async () => {
    const reading = await readBytes(
      await book([
        part('TikTok', ['2026-03-30', 'Brand', 10, 1000, 10], ['Total', null, 10, 1000, 10]),
        part('Facebook', ['2026-03-30', 'Brand', 20, 3000, 40], ['Total', null, 20, 3000, 40]),
      ]),
    );
    expect(spendOf(reading)).toEqual(['30.00 USD']);
    expect(textsOf(reading, 'platform')).toEqual(['tiktok', 'facebook']);
    expect(reading.counts.leftOut.total).toBe(2);
    expect(codes(reading)).not.toContain('total-differs');
  });

  it('count a row once that a sheet of all repeats', async () => {
    const [one, other]: [Row, Row] = [
      ['2026-03-30', 'Brand', 10, 1000, 10],
      ['2026-04-02', 'Sale', 20, 3000, 40],
    ];
    const reading = await readBytes(await book([part('March', one), part('April', other), part('Year', one, other)]));
    expect(spendOf(reading)).toEqual(['30.00 USD']);
    expect(reading.counts.reasons).toEqual({ duplicate: 2 });
  });

  it('leave a sheet with the same columns out that the workbook hides, and name it', async () => {
    const old = { ...part('old', ['2025-03-30', 'Brand', 99, 9000, 10]), hidden: true };
    const reading = await readBytes(await book([old, part('Daily', ['2026-03-30', 'Brand', 10, 1000, 10])]));
    expect(spendOf(reading)).toEqual(['10.00 USD']);
    expect(reading.findings.find(({ code }) => code === 'hidden-sheets')).toMatchObject({
      level: 'warning',
      parameters: { sheets: ['old'] },
    });
  });

  it('name the sheets that are not read, and are read where one sheet alone has figures', async () => {
    const reading = await readBytes(
      await book([
        part('Daily', ['2026-03-30', 'Brand', 10, 1000, 10]),
        {
          name: 'By country',
          rows: [
            ['Country', 'Spend (USD)', 'Impressions'],
            ['AZ', 10, 1000],
          ],
        },
      ]),
    );
    expect(spendOf(reading)).toEqual(['10.00 USD']);
    expect(reading.findings.find(({ code }) => code === 'other-sheets')).toMatchObject({
      level: 'warning',
      parameters: { sheets: ['By country'] },
    });
  });
});
