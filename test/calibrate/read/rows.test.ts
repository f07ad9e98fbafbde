import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf, textsOf } from './support.js';

const date = (k: number): string => new Date(Date.UTC(2026, 0, 1 + k)).toISOString().slice(0, 10);
const HEADER = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Results';
const days = (count: number): string[] =>
  Array.from({ length: count }, (_, k) => `${date(k)},Spring,${10 + k},${1000 + k},${20 + k},${k % 5}`);

describe('rows that are none', () => {
  it('are a blank one of spaces, and a footer of one cell, each counted as what it is', async () => {
    const reading = await readText(lines(HEADER, ...days(10), '  , , , , , ', 'Exported by Ayla,,,,,'));
    expect(reading.counts).toMatchObject({
      read: 12,
      kept: 10,
      leftOut: { total: 0, footer: 1, blank: 1, 'repeated header': 0 },
    });
    expect(spendOf(reading)).toEqual(['145.00 USD']);
  });
});

describe('a total', () => {
  it('may have the account, the country and the currency of the rows that it sums', async () => {
    const reading = await readText(
      lines(
        'Day,Account name,Country,Campaign name,Currency,Amount spent,Impressions',
        '2026-10-05,Acme,AZ,Sale,USD,1.25,100',
        '2026-10-06,Acme,AZ,Brand,USD,2.50,210',
        ',Acme,AZ,Total,USD,3.70,310',
      ),
    );
    expect(reading.totals.spend[0]?.rounded).toBe('3.75');
    expect(codes(reading)).toContain('total-differs');
  });
});

describe('figures that contradict each other', () => {
  it('clicks may be as many as impressions, and not one more', async () => {
    const reading = await readText(
      lines(HEADER, ...days(10), `${date(11)},Spring,5,7,7,0`, `${date(12)},Spring,5,7,8,0`),
    );
    expect(reading.quarantine).toEqual([
      {
        row: 13,
        reason: 'clicks above impressions',
        detail: { kind: 'clicks', clicks: 8, impressions: 7 },
        raw: `${date(12)},Spring,5,7,8,0`,
      },
    ]);
  });

  it('a rate far from its counts sets its row aside, with what it gives and what the counts do', async () => {
    const rows = Array.from({ length: 30 }, (_, k) => `${date(k)},Spring,${10 + k},1000,20,${k === 5 ? 99 : 10 + k}`);
    const reading = await readText(lines('Day,Campaign name,Amount spent (USD),Impressions,Link clicks,CPM', ...rows));
    expect(reading.quarantine).toEqual([
      {
        row: 7,
        reason: 'rate contradicts its counts',
        detail: { kind: 'rate', header: 'CPM', given: 99, found: 15 },
        raw: rows[5],
      },
    ]);
  });
});

describe('columns', () => {
  it('of which two say the same: the other is named as not used, with the one that is', async () => {
    const { columns } = await readText(
      lines(
        'Day,Campaign,Spend,Impressions,Total conversions,Conversions',
        ...days(4).map((_, k) => `${date(k)},A,10,1000,20,10`),
      ),
    );
    expect(columns.slice(4).map(({ header, field }) => [header, field])).toEqual([
      ['Total conversions', 'conversions'],
      ['Conversions', null],
    ]);
    expect(columns[5]!.because).toEqual({ kind: 'used', header: 'Total conversions', field: 'conversions' });
  });

  it('of types of campaigns, destinations and what else has a name of its own are kept as labels', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign,Campaign type,Spend,Impressions,Country',
        `${date(0)},A,Search,10,1000,AZ`,
        `${date(1)},A,Video,10,1000,TR`,
      ),
    );
    expect(textsOf(reading, 'campaign_type')).toEqual(['Search', 'Video']);
    expect(textsOf(reading, 'country')).toEqual(['AZ', 'TR']);
  });

  it.each([
    [100, 2, 'read'],
    [100, 3, 'refused'],
    [50, 1, 'read'],
    [50, 2, 'refused'],
  ])('of %i numbers with a point, %i of them with a comma, are %s: a fiftieth may be a slip', async (all, commas, status) => {
    const rows = Array.from({ length: all }, (_, k) => `${date(k)};A;${k < commas ? '1,25' : '1.25'};1000`);
    const reading = await readText(lines('Day;Campaign;Spend;Impressions', ...rows));
    expect(reading.status).toBe(status);
    expect(codes(reading).includes('mixed-decimal-marks')).toBe(status === 'refused');
  });
});

describe('days', () => {
  it('of spans say their order by their ends', async () => {
    const reading = await readText(
      lines(
        'Date,Campaign name,Amount spent (USD),Impressions',
        '01/02/2026 - 07/02/2026,A,10,1000',
        '08/02/2026 - 14/02/2026,A,10,1000',
      ),
    );
    expect(reading.period).toEqual({ first: '2026-02-01', last: '2026-02-14' });
  });

  it('that could be of either order are refused by the name of their column', async () => {
    const reading = await readText(
      lines('When,Campaign name,Amount spent (USD),Impressions', '01/02/2026,A,10,1000', '02/03/2026,A,10,1000'),
      { mapping: { When: 'date' } },
    );
    expect(reading.findings).toEqual([
      {
        level: 'refusal',
        code: 'ambiguous-dates',
        parameters: { column: 'When', example: '01/02/2026' },
        column: 'When',
      },
    ]);
  });
});
