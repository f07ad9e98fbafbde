import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { dailyRowsOf } from '../../src/calibrate/fit/from-export.js';
import { readMediaPlan } from '../../src/calibrate/media-plan/read.js';
import { readExport } from '../../src/calibrate/read/read-export.js';

const CASES = '../shared/cases/exports';
const DATA = '../shared/data';

/** What a person sees of a case at a glance: its columns of money, and what a platform spends its time by. */
interface Case {
  readonly spend: readonly string[];
  readonly period: readonly [string, string];
  readonly granularity: 'day' | 'month';
  readonly currency: string | null;
  readonly decimalComma?: boolean;
}

const META = 'Amount spent (USD)';
const day = (from: string, to: string, spend = META): Case => ({
  spend: [spend],
  period: [from, to],
  granularity: 'day',
  currency: 'USD',
});

const EXPORTS: Readonly<Record<string, Case>> = {
  'constant-cpm.csv': day('2026-01-01', '2026-04-30'),
  'conversion-only.csv': day('2026-04-01', '2026-05-30'),
  // Its amounts have no currency: it is asked for.
  'ctv-vendor.csv': { ...day('2026-05-14', '2026-05-15', 'spend'), currency: null },
  'daily-reach.csv': day('2026-03-01', '2026-04-29'),
  'dead-line.csv': day('2025-08-01', '2026-05-27'),
  'google-ptbr-time-series.csv': {
    ...day('2026-05-05', '2026-05-06', 'Custo'),
    currency: 'BRL',
    decimalComma: true,
  },
  'link-above-all.csv': day('2026-05-01', '2026-05-03'),
  'linkedin-month-one-date.csv': { ...day('2026-09-01', '2026-09-30', 'Total Spent'), granularity: 'month' },
  'meta-blank-clicks.csv': day('2026-03-01', '2026-05-29'),
  'meta-month-window.csv': { ...day('2026-06-01', '2026-06-30'), granularity: 'month' },
  'meta-two-months.csv': { ...day('2026-05-01', '2026-06-30'), granularity: 'month' },
  'price-step.csv': day('2025-10-01', '2026-05-28'),
  'side-by-side-in-dollars.csv': {
    ...day('2026-01-01', '2026-01-02'),
    spend: ['Cost per Facebook Ad (in $)', 'Cost per AdWords Ad (in $)'],
  },
  'snap-timezone.csv': { ...day('2026-04-21', '2026-04-23', 'Amount Spent'), currency: null },
  'steady-account.csv': day('2026-02-01', '2026-05-31'),
};

/** An independent sum in cents: lines cut at commas outside quotes, totals without a date left out. */
async function cents(file: string, { spend, decimalComma = false }: Case): Promise<bigint> {
  const text = (await readFile(`${CASES}/${file}`, 'utf8')).replace(/^\ufeff/, '');
  const [head = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      Array.from(line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g), ([, cell = '']) => cell.replace(/^"|"$/g, '')),
    );
  const places = spend.map((header) => head.indexOf(header));
  if (places.includes(-1)) throw new Error(`${file} has not all of ${spend.join(', ')}`);
  let sum = 0n;
  for (const cells of rows) {
    if (!/\d/.test(cells[0] ?? '') && !/\d{4}/.test(cells[1] ?? '')) continue;
    for (const at of places) {
      const bare = (cells[at] ?? '').replace(/[^\d.,]/g, '');
      const plain = decimalComma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
      const [whole = '0', fraction = ''] = plain.split('.');
      sum += BigInt(whole === '' ? '0' : whole) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2));
    }
  }
  return sum;
}

describe.skipIf(!existsSync(CASES))('exports that were read wrongly once (needs ../shared/cases)', () => {
  it('are all known here', () => {
    expect(readdirSync(CASES).sort()).toEqual(Object.keys(EXPORTS).sort());
  });

  it.each(Object.entries(EXPORTS))('%s is read to the cent, over the days that it is about', async (file, expected) => {
    const reading = await readExport(`${CASES}/${file}`);
    expect(reading.status).toBe('read');
    expect(reading.counts.quarantined).toBe(0);
    const sum = await cents(file, expected);
    expect(reading.totals.spend.map(({ rounded }) => rounded)).toEqual([
      `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`,
    ]);
    expect(reading.currency.code).toBe(expected.currency);
    expect([reading.period?.first, reading.period?.last]).toEqual(expected.period);
    expect(reading.granularity).toBe(expected.granularity);
  });
});

describe.skipIf(!existsSync(CASES) || !existsSync(DATA))('what plans are made of (needs ../shared)', () => {
  const files = [
    ...['ads', 'exports', 'synthetic', 'mmm'].flatMap((folder) =>
      readdirSync(`${DATA}/${folder}`).map((file) => `${DATA}/${folder}/${file}`),
    ),
    ...readdirSync(CASES).map((file) => `${CASES}/${file}`),
  ];

  it.each(files)('%s: days sum to what was read, and no export is taken for a media plan', async (file) => {
    expect((await readMediaPlan(file, { currency: 'USD' }))?.status ?? 'none').toBe('none');
    const reading = await readExport(file);
    if (reading.status === 'refused') return;
    const daily = dailyRowsOf([reading]);
    if (!daily.ok) throw new Error(daily.reason);
    const { currency, rows } = daily.value;
    const read = reading.totals.spend.find((total) => total.currency === currency)?.value ?? 0;
    const sum = rows.spend.reduce((all, x) => (x > 0 ? all + x : all), 0);
    // Rows without a last day stand on none, which is told.
    if (daily.value.notes.some(({ code }) => code === 'open-rows')) {
      expect(sum).toBeLessThan(read);
      return;
    }
    // Spread over days and added up again: to the cent.
    expect(Math.round(100 * sum)).toBe(Math.round(100 * read));
  });
});
