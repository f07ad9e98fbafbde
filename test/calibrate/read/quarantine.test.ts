import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeQuarantine } from '../../../src/calibrate/read/quarantine.js';
import { readExport } from '../../../src/calibrate/read/read-export.js';
import { codes, lines, readText } from './support.js';

const header = 'Day,Campaign name,Ad set name,Amount spent (USD),Impressions,Reach,Link clicks,Clicks (all)';
const good = (day: number): string => `2026-01-${String(day).padStart(2, '0')},A,S,10.00,1000,800,10,20`;

async function reasonFor(row: string): Promise<unknown> {
  const reading = await readText(lines(header, good(1), row, good(3)));
  expect(reading.counts.kept + reading.counts.quarantined).toBe(3);
  expect(reading.totals.spend[0]?.rounded).toBe('20.00');
  const [aside] = reading.quarantine;
  expect(aside).toMatchObject({ row: 3, raw: row });
  return aside?.reason;
}

describe('rows that contradict themselves', () => {
  it.each([
    ['not a number', '2026-01-02,A,10.00,1000,800,ten,10,20'],
    ['not a date', 'A,S,2026-01-02,10.00,1000,800,10,20'],
    ['not a date', 'A,2026-01-02,S,10.00,1000,800,10,20'],
    ['too many fields', '2026-01-02,A,S,1,000.00,1000,800,10,20'],
    ['too few fields', '2026-01-02,A,S,10.00,1000,800,10'],
    ['negative amount', '2026-01-02,A,S,-10.00,1000,800,10,20'],
    ['clicks above impressions', '2026-01-02,A,S,10.00,15,10,10,20'],
    ['reach above impressions', '2026-01-02,A,S,10.00,1000,1800,10,20'],
    ['impossible date', '2026-02-30,A,S,10.00,1000,800,10,20'],
    ['no date', ',A,S,10.00,1000,800,10,20'],
    ['row without a name', '2026-01-02,,,10.00,1000,800,10,20'],
    ['subtotal among rows', '2026-01-02,Total,,10.00,1000,800,10,20'],
    ['duplicate', good(1)],
  ])('sets aside: %s', async (reason, row) => {
    expect(await reasonFor(row)).toBe(reason);
  });

  it('keeps more link clicks than clicks of all kinds, which are counted apart, and says so', async () => {
    const reading = await readText(lines(header, good(1), '2026-01-02,A,S,10.00,1000,800,30,20'));
    expect(reading.counts.kept).toBe(2);
    expect(reading.totals.counts).toMatchObject({ clicks: 40, clicks_all: 40 });
    expect(codes(reading)).toContain('link-above-all');
  });

  it.each([
    ['a count with decimals', '2026-01-20,A,S,1000,10.00,8,10,20'],
    ['a name that is a number', '2026-01-20,1000,S,10.00,1000,800,10,20'],
  ])('sets aside shifted columns: %s', async (_what, row) => {
    const rows = Array.from({ length: 12 }, (_, index) => good(index + 1));
    const reading = await readText(lines(header, ...rows, row));
    expect(reading.counts.reasons).toEqual({ 'shifted columns': 1 });
    expect(reading.totals.spend[0]?.rounded).toBe('120.00');
  });

  it('takes opened messages for a reason on LinkedIn only', async () => {
    const text = lines('Day,Campaign name,Objective,Spend,Impressions,Clicks', '2026-01-13,A,Messages,1.00,100,104');
    const linkedin = await readText(text, { platform: 'linkedin', currency: 'USD' });
    expect(linkedin.counts.kept).toBe(1);
    expect(codes(linkedin)).toContain('message-opens');
    const meta = await readText(text, { platform: 'meta', currency: 'USD' });
    expect(codes(meta)).toEqual(['all-quarantined']);
  });

  it('sets aside a window that ends before it starts, and a currency that is none', async () => {
    const reading = await readText(
      lines(
        'Start date,End date,Campaign,Currency,Spend,Impressions',
        '2026-01-01,2026-01-07,A,USD,1.00,10',
        '2026-01-08,2026-01-07,A,USD,1.00,10',
        '2026-01-15,2026-01-21,A,QQQ,1.00,10',
      ),
    );
    expect(reading.counts.reasons).toEqual({ 'ends before it starts': 1, 'unknown currency': 1 });
  });

  it('sets aside a row whose rate is far from its counts, where the others agree', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `2026-03-${String(index + 1).padStart(2, '0')},A,10.00,1000,20,2.00%,0.50`,
    );
    // Clicks and impressions of one day are those of another ad: neither above the other, only the rate tells.
    rows[7] = '2026-03-08,A,10.00,1000,200,2.00%,0.50';
    const reading = await readText(lines('Day,Campaign,Cost (EUR),Impr.,Clicks,CTR,Avg. CPC', ...rows));
    expect(reading.counts.reasons).toEqual({ 'rate contradicts its counts': 1 });
    expect(reading.quarantine[0]).toMatchObject({ row: 9, raw: rows[7] });
    expect(reading.totals.counts.clicks).toBe(29 * 20);
  });

  it('says of a rate that agrees nowhere that it counts something else', async () => {
    const rows = Array.from(
      { length: 10 },
      (_, index) => `2026-03-${String(index + 1).padStart(2, '0')},A,10.00,1000,20,9.00%`,
    );
    const reading = await readText(lines('Day,Campaign,Cost (EUR),Impr.,Clicks,CTR', ...rows));
    expect(reading.counts.quarantined).toBe(0);
    expect(codes(reading)).toContain('rate-is-other');
  });

  it('keeps more conversions than clicks, which views bring', async () => {
    const reading = await readText(
      lines('Day,Campaign,Spend,Impressions,Clicks,Purchases', '2026-01-13,A,1.00,100,1,3'),
      { currency: 'USD' },
    );
    expect(reading.counts.kept).toBe(1);
    expect(codes(reading)).toContain('view-through');
  });

  it('takes a short row whose end is blank as it is', async () => {
    const reading = await readText(
      lines(
        'Campaign Name;Date;Spend [USD];Impressions;Reach',
        'A;1.08.2019;2280;82702;56930',
        'A;5.08.2019;1835;',
        'A;6.08.2019;1;2;1',
      ),
    );
    expect(reading.totals.spend[0]?.rounded).toBe('4116.00');
    expect(reading.rows.measures.impressions?.[1]).toBeNaN();
    expect(reading.findings).toContainEqual(expect.objectContaining({ code: 'short-row', row: 3 }));
  });

  it('sets the last row aside where the file breaks off', async () => {
    const reading = await readText(`${lines(header, good(1), good(2))}2026-01-03,A,S,10.`);
    expect(reading.counts).toMatchObject({ kept: 2, reasons: { 'too few fields': 1 } });
    expect(codes(reading)).toContain('no-final-newline');
  });

  it('refuses a file most of whose rows contradict themselves', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `2026-03-${String(index + 1).padStart(2, '0')},A,S,10.00,20,10,1000,2000`,
    );
    const reading = await readText(lines(header, ...rows));
    expect(codes(reading)).toEqual(['mostly-wrong']);
    expect(reading.totals.spend).toEqual([]);
  });
});

describe('repeated rows', () => {
  it('keeps the last of restated days', async () => {
    const reading = await readText(
      lines(
        header,
        good(1),
        good(2),
        good(3),
        '2026-01-02,A,S,12.00,1100,800,11,21',
        '2026-01-02,A,S,13.00,1200,800,12,22',
      ),
    );
    expect(reading.totals.spend[0]?.rounded).toBe('33.00');
    expect(reading.quarantine.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'restated later'],
      [5, 'restated later'],
    ]);
    expect(reading.quarantine[1]?.detail).toEqual({ kind: 'again', row: 6 });
  });

  it('keeps ads of a breakdown without dates apart', async () => {
    const reading = await readText(
      lines(
        'ad_id,xyz_campaign_id,age,gender,Impressions,Clicks,Spent',
        '1,916,30-34,M,693,0,0',
        '2,916,30-34,M,693,0,0',
        '2,916,30-34,M,693,0,0',
      ),
    );
    expect(reading.counts).toMatchObject({ kept: 2, reasons: { duplicate: 1 } });
    expect(codes(reading)).toContain('no-dates');
  });

  it('keeps placements apart, and columns of text that it does not know', async () => {
    const placements = await readText(
      lines(
        'Day,Campaign name,Placement,Amount spent (USD),Impressions',
        '2026-01-13,A,Feed,1.00,10',
        '2026-01-13,A,Stories,2.00,10',
      ),
    );
    expect(placements.counts.kept).toBe(2);
    const unknown = await readText(
      lines(
        'Day,Campaign name,Hook,Amount spent (USD),Impressions',
        '2026-01-13,A,question,1.00,10',
        '2026-01-13,A,joke,2.00,10',
      ),
    );
    expect(unknown.counts.kept).toBe(2);
  });

  it('refuses a breakdown whose column is missing rather than keep the last of each day', async () => {
    const rows = Array.from(
      { length: 10 },
      (_, index) => `2026-01-${10 + Math.floor(index / 2)},A,${index}.00,${10 * index + 10}`,
    );
    const reading = await readText(lines('Day,Campaign name,Amount spent (USD),Impressions', ...rows));
    expect(codes(reading)).toEqual(['unknown-breakdown']);
  });

  it('leaves a header out that comes again, as in files put together', async () => {
    const reading = await readText(lines(header, good(1), header, good(2)));
    expect(reading.counts).toMatchObject({ kept: 2, leftOut: { 'repeated header': 1 } });
  });

  it('takes spellings of a campaign that differ in case, spaces and underscores as one', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign name,Amount spent (USD),Impressions',
        '2026-01-13,Men  Bold,1.00,10',
        '2026-01-14,MEN_BOLD,1.00,10',
        '2026-01-15,Men Bolt,1.00,10',
      ),
    );
    expect([...(reading.rows.texts.campaign?.codes ?? [])]).toEqual([1, 1, 2]);
    expect(codes(reading)).toContain('merged-names');
  });
});

describe('totals, footers, campaigns with unlucky names', () => {
  it('leaves totals in every language out', async () => {
    const names = [
      'Total',
      'TOTALS',
      'Grand total',
      'Gesamt',
      'Toplam',
      'Cəmi',
      'Итого',
      'Jumlah',
      'الإجمالي',
      'סה"כ:',
      'Total geral',
    ];
    for (const name of names) {
      const reading = await readText(
        lines(
          'Day;Campaign name;Amount spent (USD);Impressions',
          '2026-01-13;A;5.00;10',
          `;"${name.replaceAll('"', '""')}";5.00;10`,
        ),
      );
      expect(reading.counts, name).toMatchObject({ kept: 1, leftOut: { total: 1 } });
    }
  });

  it('keeps campaigns that only have the word in their names', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign name,Ad set name,Amount spent (USD),Impressions',
        '2026-01-13,Total Wine,S,5.00,10',
        '2026-01-13,Grand total,S,5.00,10',
      ),
    );
    expect(reading.counts.kept).toBe(2);
  });

  it('leaves blank rows and footers out', async () => {
    const reading = await readText(lines(header, good(1), '', ',,,,,,,', good(2), 'All times are in UTC'));
    expect(reading.counts).toMatchObject({ kept: 2, leftOut: { blank: 2, footer: 1 } });
  });
});

describe('writeQuarantine', () => {
  it('writes rows as they stand in the file, multi-line and quoted ones too', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'huni-test-'));
    try {
      const wrong = '2026-01-02,"A, ""B""\nC",S,-1.00,10,5,1,2';
      await writeFile(join(directory, 'in.csv'), lines(header, good(1), wrong, '=cmd(),A,S,10.00,1000,800,10,20'));
      const reading = await readExport(join(directory, 'in.csv'));
      expect(await writeQuarantine(reading, join(directory, 'out.csv'))).toBe(2);
      const written: string[][] = parse(await readFile(join(directory, 'out.csv')));
      expect(written[0]).toEqual(['row', 'reason', 'found', 'raw']);
      expect(written[1]).toEqual(['3', 'negative amount', '"Amount spent (USD)" is "-1.00"', wrong]);
      // A spreadsheet would run a cell that starts with =.
      expect(written[2]?.[3]).toBe("'=cmd(),A,S,10.00,1000,800,10,20");
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it('rejects where the file cannot be written', async () => {
    const reading = await readText(lines(header, good(1)));
    await expect(writeQuarantine(reading, '/nowhere/at/all.csv')).rejects.toThrow('ENOENT');
  });
});
