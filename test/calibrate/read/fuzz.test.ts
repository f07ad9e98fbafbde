import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportReading } from '../../../src/calibrate/types.js';
import { FULL } from '../../sample.js';
import { SLOW } from '../../slow.js';
import { lines, readBytes, readText, type TestEncoding } from './support.js';

interface MadeRow {
  readonly day: number;
  readonly cents: number;
  readonly impressions: number;
  readonly clicks: number;
}

const madeRows = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 27 }),
      cents: fc.nat(10 ** 8),
      impressions: fc.nat(10 ** 7),
      clicks: fc.nat(10 ** 7),
    }),
    {
      selector: ({ day }) => day,
      minLength: 1,
    },
  )
  .map((rows) => rows.map((row): MadeRow => ({ ...row, clicks: Math.min(row.clicks, row.impressions) })));

const COLUMNS = ['Day', 'Campaign name', 'Amount spent (USD)', 'Impressions', 'Link clicks'];

function cellsOf({ day, cents, impressions, clicks }: MadeRow): string[] {
  const date = `2026-03-${String(day + 1).padStart(2, '0')}`;
  return [
    date,
    'A, "B"',
    `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
    String(impressions),
    String(clicks),
  ];
}

const quoted = (cell: string): string => (/[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  lines(...rows.map((cells) => cells.map(quoted).join(delimiter)));

const text = (rows: readonly MadeRow[]): string => csv([COLUMNS, ...rows.map(cellsOf)]);
const cents = (rows: readonly MadeRow[]): bigint => rows.reduce((sum, row) => sum + BigInt(row.cents), 0n);

/** Whatever was made of a file, its parts must agree. */
function expectSound(reading: ExportReading): void {
  if (reading.status === 'refused') {
    expect(reading.findings[0]?.level).toBe('refusal');
    expect(reading.rows.count).toBe(0);
    expect(reading.totals.spend).toEqual([]);
    return;
  }
  const { read, kept, quarantined, leftOut, perRow } = reading.counts;
  expect(kept + quarantined + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(read);
  expect(reading.rows.count).toBe(kept * perRow);
  for (const data of Object.values(reading.rows.measures)) {
    expect(data).toHaveLength(reading.rows.count);
    expect(data.every((value) => Number.isNaN(value) || value >= 0)).toBe(true);
  }
}

describe('made files', () => {
  it('sum to the cent, whatever the order of columns, the delimiter, the encoding', async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    const encoding = fc.constantFrom<TestEncoding>(
      'utf-8',
      'utf-8 with mark',
      'utf-16le',
      'utf-16le with mark',
      'utf-16be with mark',
    );
    await fc.assert(
      fc.asyncProperty(madeRows, order, delimiter, encoding, async (rows, columns, mark, form) => {
        const shuffled = [COLUMNS, ...rows.map(cellsOf)].map((cells) => columns.map((index) => cells[index] ?? ''));
        const reading = await readText(csv(shuffled, mark), {}, form);
        expectSound(reading);
        expect(reading.findings.filter(({ level }) => level === 'refusal')).toEqual([]);
        expect(BigInt(reading.totals.spend[0]?.rounded.replace('.', '') ?? '')).toBe(cents(rows));
        expect(reading.totals.counts.impressions).toBe(rows.reduce((sum, row) => sum + row.impressions, 0));
      }),
      { numRuns: FULL ? 60 : 15 },
    );
  });

  it('never pass a wrong total when cut off: all rows before the cut, or none', async () => {
    await fc.assert(
      fc.asyncProperty(madeRows, fc.double({ min: 0, max: 1, noNaN: true }), async (rows, share) => {
        const whole = Buffer.from(text(rows));
        const cut = Math.floor(share * whole.length);
        const reading = await readBytes(whole.subarray(0, cut));
        expectSound(reading);
        if (reading.status === 'refused') return;
        const sum = BigInt(reading.totals.spend[0]?.rounded.replace('.', '') ?? '0');
        const complete = rows.slice(0, reading.counts.kept);
        // A cut may fall within the last figure, link clicks; spend stands before it.
        expect(sum).toBe(cents(complete));
        if (cut < whole.length && reading.counts.kept < rows.length + 1 && whole[cut - 1] !== 10) {
          expect(reading.findings.map(({ code }) => code)).toContain('no-final-newline');
        }
      }),
      { numRuns: FULL ? 100 : 25 },
    );
  });

  it('never read a file put together of two encodings to other figures', async () => {
    const names = fc.constantFrom('é', 'ğüş', 'Şəki', 'عربي', 'ж');
    const encodings = fc.constantFrom<BufferEncoding>('latin1', 'utf16le', 'utf8');
    await fc.assert(
      fc.asyncProperty(madeRows, names, encodings, async (rows, name, encoding) => {
        const first = text(rows).replaceAll('A,', `${name},`);
        const second = lines('2026-04-01,Other,1.00,10,1').replace('Other', name);
        const reading = await readBytes(Buffer.concat([Buffer.from(first), Buffer.from(second, encoding)]));
        expectSound(reading);
        if (reading.status === 'refused') return;
        const sum = BigInt(reading.totals.spend[0]?.rounded.replace('.', '') ?? '0');
        expect([cents(rows), cents(rows) + 100n]).toContain(sum);
      }),
      { numRuns: FULL ? 60 : 15 },
    );
  });
});

describe('anything else', () => {
  it('is read soundly or refused: bytes, with and without a header before them', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const head = fc.constantFrom(
      '',
      'Day,Campaign,Spend,Impressions\n',
      'PK\u0003\u0004',
      '\ufeff',
      'Day;Campaign;Spend;Impressions\n2026-01-13;A;1;10\n',
    );
    await fc.assert(
      fc.asyncProperty(head, bytes, async (start, rest) => {
        expectSound(await readBytes(Buffer.concat([Buffer.from(start), Buffer.from(rest)])));
      }),
      { numRuns: FULL ? 200 : 50 },
    );
  });

  it('is read soundly or refused: cells of any kind under a header', SLOW, async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '--',
        'Total',
        '1.234',
        '1,5',
        '$5',
        '5%',
        '2026-01-13',
        '13/1/2026',
        '1/13/2026',
        '-1',
        '1e5',
        '=1+1',
        '"',
        'ж',
        '\u0000',
        '\r',
      ),
      fc.string({ maxLength: 12 }),
      fc.integer().map(String),
    );
    const table = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expectSound(await readText(csv([[...COLUMNS, 'CTR'], ...rows])));
      }),
      { numRuns: FULL ? 200 : 50 },
    );
  });

  it('is read soundly or refused: names of columns mixed at will', SLOW, async () => {
    const name = fc.constantFrom(
      'Day',
      'Date',
      'Week',
      'Spend',
      'Cost',
      'Spend',
      'facebook_S',
      'tv_S',
      'tv_I',
      'Impressions',
      'Reach',
      'Clicks',
      'CTR',
      'Currency',
      'Platform',
      '',
      'x',
      'constructor',
      '__proto__',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { maxLength: 9 }),
        fc.array(fc.array(fc.constantFrom('1', '2.5', '2026-01-13', 'USD', ''), { maxLength: 9 }), { maxLength: 5 }),
        async (header, rows) => {
          expectSound(await readText(csv([header, ...rows])));
        },
      ),
      { numRuns: FULL ? 200 : 50 },
    );
  });
});
