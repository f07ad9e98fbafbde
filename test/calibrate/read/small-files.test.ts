import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { dailyRowsOf } from '../../../src/calibrate/fit/from-export.js';
import { assignColumns } from '../../../src/calibrate/read/columns.js';
import { findHeader } from '../../../src/calibrate/read/header.js';
import { processReadEffects, storeFile } from '../../../src/calibrate/read/source.js';
import { answerOf } from '../../units/answer-of.js';
import { lines, readText, spendOf } from './support.js';

const META = ['Day', 'Campaign name', 'Ad set name', 'Impressions', 'Link clicks', 'Amount spent (USD)', 'Reach'];

describe('a header', () => {
  const rowsOf = (...rows: readonly (readonly (string | number)[])[]) =>
    rows.map((cells, k) => ({ row: k + 1, cells }));

  it('is found by what can be seen of its names', () => {
    const found = findHeader(
      rowsOf(['\ufeff Day ', 'Spend\u200b', 'Clicks\u00a0'], ['2026-01-01', '1', '2']),
      new Set(),
    );
    expect(found).toMatchObject({ row: 1, headers: ['Day', 'Spend', 'Clicks'], score: 3 });
  });

  it('is no row of names with their figures beside them, though that comes first', () => {
    const summary = ['Spend', '$120.50', 'Clicks', '3', 'Impressions', '4,000'];
    const found = findHeader(rowsOf(summary, [], ['Day', 'Spend', 'Clicks'], ['2026-01-01', '1', '2']), new Set());
    expect(found).toMatchObject({ row: 3, score: 3 });
    expect(found?.preamble).toEqual([summary.join(' | ')]);
  });
});

it("a platform's own export is recognised with columns beside it that have no name", () => {
  const { platform } = assignColumns(META, {}, null);
  expect(platform).toMatchObject({ ownExport: true });
  expect(assignColumns([...META, ...new Array<string>(30).fill('')], {}, null).platform).toEqual(platform);
});

it('a campaign that is called Total is one, since its ad set has a name', async () => {
  const row = (campaign: string, set: string, spend: number) => `2026-01-01,${campaign},${set},1000,10,${spend},900`;
  const named = await readText(lines(META.join(), row('Total', 'Spring', 5), row('Brand', 'Autumn', 7)));
  expect(spendOf(named)).toEqual(['12.00 USD']);
  const nameless = await readText(lines(META.join(), row('Total', '', 7), row('Brand', 'Autumn', 7)));
  expect(spendOf(nameless)).toEqual(['7.00 USD']);
});

it('conversions are leads where a column of leads is what they are taken from', async () => {
  const file = (column: string) =>
    readText(
      lines(
        `Day,Campaign name,Impressions,Link clicks,${column},Amount spent (USD)`,
        '2026-01-01,Brand,1000,10,3,7',
        '2026-01-02,Brand,1000,10,4,7',
      ),
    );
  expect(answerOf(dailyRowsOf([await file('Leads')])).leads).toBe(true);
  expect(answerOf(dailyRowsOf([await file('Purchases')])).leads).toBe(false);
  expect(answerOf(dailyRowsOf([await file('Leads'), await file('Purchases')])).leads).toBe(false);
  expect(answerOf(dailyRowsOf([await file('Reach')])).leads).toBe(false);
});

it("a stream is read again from what was kept of it, not from the caller's files", async () => {
  const effects = {
    ...processReadEffects,
    open: () => {
      throw new Error('a file was opened');
    },
  };
  const file = await storeFile(Readable.from([Buffer.from('Day,'), Buffer.from('Spend\n')]), effects);
  const chunks: Buffer[] = [];
  for await (const chunk of file.open()) chunks.push(chunk as Buffer);
  await file.dispose();
  expect(Buffer.concat(chunks).toString()).toBe('Day,Spend\n');
  expect(file).toMatchObject({ path: null, bytes: 10, utf8: 'valid' });
});

it('what is no text is refused before the rest of it is read', async () => {
  let given = 0;
  const zeros = Readable.from(
    (function* () {
      for (; given < 1_000; given++) yield Buffer.alloc(64 * 1024);
    })(),
  );
  await expect(storeFile(zeros, processReadEffects)).rejects.toThrow('binary-file');
  // 256 KiB are four of them; streams ask for some more ahead.
  expect(given).toBeLessThan(100);
});
