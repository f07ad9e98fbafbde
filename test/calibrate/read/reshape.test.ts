import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readMediaPlan } from '../../../src/calibrate/media-plan/read.js';
import { codes, day, lines, readText, spendOf } from './support.js';

const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03'];
const NAMES = ['Spring', 'Summer'];
const figures = (name: number, at: number): readonly (readonly [string, string])[] => [
  ['Spend', (10.5 + 3 * name + at).toFixed(2)],
  ['Impressions', String(4000 + 100 * name + 37 * at)],
  ['Clicks', String(40 + 7 * name + at)],
];
const COUNTS = { impressions: 24522, clicks: 267 };

/** Rows of one figure each, in some order of their names. */
const long = (metric: string, value: string, figureName = (name: string) => name): string[] => [
  `Date,Platform,Campaign,${metric},${value}`,
  ...DAYS.flatMap((date, at) =>
    NAMES.flatMap((name, campaign) =>
      figures(campaign, at).map(([figure, amount]) => `${date},Facebook,${name},${figureName(figure)},${amount}`),
    ),
  ),
];

describe('one row a figure', () => {
  test.each([
    ['Metric', 'Value'],
    ['Measure Names', 'Measure Values'],
    ['Göstərici', 'Dəyər'],
    ['Показатель', 'Значение'],
    ['Kennzahl', 'Wert'],
    ['指標', '値'],
  ])('as "%s" and "%s"', async (metric, value) => {
    const reading = await readText(lines(...long(metric, value)), { currency: 'USD' });
    expect(spendOf(reading)).toEqual(['78.00 USD']);
    expect(reading.totals.counts).toEqual(COUNTS);
    expect(reading.counts.kept).toBe(6);
    expect(codes(reading)).toContain('figures-in-rows');
  });

  test('in any order of the rows', async () => {
    const [header = '', ...rows] = long('Metric', 'Value');
    const byFigure = [...rows].sort((a, b) => (a.split(',')[3] ?? '').localeCompare(b.split(',')[3] ?? ''));
    const reading = await readText(lines(header, ...byFigure), { currency: 'USD' });
    expect(spendOf(reading)).toEqual(['78.00 USD']);
    expect(reading.totals.counts).toEqual(COUNTS);
  });

  test('with a currency beside the money only', async () => {
    const [header = '', ...rows] = long('Metric', 'Value');
    const reading = await readText(
      lines(`${header},Unit`, ...rows.map((row) => `${row},${row.includes('Spend') ? 'AZN' : 'count'}`)),
    );
    expect(spendOf(reading)).toEqual(['78.00 AZN']);
  });

  test('the same row twice is one, another figure of the same names is a part of something', async () => {
    const rows = long('Metric', 'Value');
    const twice = await readText(lines(...rows, rows[1] ?? ''), { currency: 'USD' });
    expect(spendOf(twice)).toEqual(['78.00 USD']);
    const parts = await readText(lines(...rows, (rows[1] ?? '').replace('10.50', '11')), { currency: 'USD' });
    expect(codes(parts)).toEqual(['unknown-breakdown']);
  });

  test('is refused where no figure is known', async () => {
    const reading = await readText(lines(...long('Metric', 'Value', (name) => `${name} of X`)));
    expect(codes(reading)).toEqual(['unknown-figures']);
  });
});

const MONTHS = ['Jan 2026', 'Feb 2026', 'Mar 2026'];
const amounts = (name: number, figure: number): string[] => MONTHS.map((_, at) => figures(name, at)[figure]?.[1] ?? '');

describe('a column a period', () => {
  test('with a column that names the figures', async () => {
    const rows = NAMES.flatMap((name, campaign) =>
      [0, 1, 2].map((figure) => ['Facebook', name, figures(0, 0)[figure]?.[0], ...amounts(campaign, figure)].join(',')),
    );
    const sums = 'Total,YTD 2026,2026,Average';
    const text = lines(
      `Platform,Campaign,Metric,${MONTHS.join(',')},${sums}`,
      ...rows.map((row, at) => `${row},1,${at},3,4`),
    );
    const reading = await readText(text, { currency: 'USD' });
    expect(spendOf(reading)).toEqual(['78.00 USD']);
    expect(reading.totals.counts).toEqual(COUNTS);
    expect(reading.granularity).toBe('month');
    expect([...new Set(reading.rows.start)]).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'].map(day));
    expect(reading.period?.last).toBe('2026-03-31');
    // It is no plan of what is to be spent.
    const effects = { open: () => Readable.from([Buffer.from(text)]), temporaryDirectory: tmpdir };
    expect(await readMediaPlan('months.csv', { effects })).toBeNull();
  });

  test.each([
    ['the figure behind the period', (month: string, figure: string) => `${month} ${figure}`],
    ['the figure before it', (month: string, figure: string) => `${figure} - ${month}`],
    ['the period in brackets', (month: string, figure: string) => `${figure} (${month})`],
  ])('with %s', async (_, named) => {
    const header = MONTHS.flatMap((month) => ['Spend', 'Impressions', 'Clicks'].map((figure) => named(month, figure)));
    const rows = NAMES.map((name, campaign) =>
      ['Facebook', name, ...MONTHS.flatMap((_month, at) => figures(campaign, at).map(([, amount]) => amount))].join(
        ',',
      ),
    );
    const reading = await readText(lines(`Platform,Campaign,${header.join(',')}`, ...rows), { currency: 'USD' });
    expect(spendOf(reading)).toEqual(['78.00 USD']);
    expect(reading.totals.counts).toEqual(COUNTS);
    expect(codes(reading)).toContain('periods-in-columns');
  });

  test('under merged cells', async () => {
    const rows = NAMES.map((name, campaign) =>
      ['Facebook', name, ...MONTHS.flatMap((_month, at) => figures(campaign, at).map(([, amount]) => amount))].join(
        ',',
      ),
    );
    const text = lines(
      `,,${MONTHS.map((month) => `${month},,`).join(',')}`,
      `Platform,Campaign,${MONTHS.map(() => 'Spend,Impressions,Clicks').join(',')}`,
      ...rows,
    );
    const reading = await readText(text, { currency: 'USD' });
    expect(spendOf(reading)).toEqual(['78.00 USD']);
    expect(reading.totals.counts).toEqual(COUNTS);
  });

  test('of one figure that a line above names', async () => {
    const rows = NAMES.map((name, campaign) => ['Facebook', name, ...amounts(campaign, 0)].join(','));
    const table = [`Platform,Campaign,${MONTHS.join(',')}`, ...rows, `Total,,${'1,'.repeat(2)}1`];
    const reading = await readText(lines('Amount spent (USD)', '', ...table));
    expect(spendOf(reading)).toEqual(['78.00 USD']);
    const unsaid = await readText(lines('Report of spring', '', ...table));
    expect(unsaid.findings[0]).toMatchObject({
      code: 'unsaid-figures',
      parameters: { first: 'Jan 2026', last: 'Mar 2026' },
    });
  });

  test('of days', async () => {
    const rows = NAMES.map((name, campaign) => ['Facebook', name, 'Spend', ...amounts(campaign, 0)].join(','));
    const reading = await readText(lines(`Platform,Campaign,Metric,${DAYS.join(',')}`, ...rows), { currency: 'USD' });
    expect(spendOf(reading)).toEqual(['78.00 USD']);
    expect(reading.granularity).toBe('day');
  });
});
