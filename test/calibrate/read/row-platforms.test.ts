import { expect, it } from 'vitest';
import { lines, readText } from './support.js';

const HEADER = 'Day,Campaign name,Amount spent,Impressions,Clicks';
const ROW = '2026-03-01,Spring,10.00,1000,10';

it('the platform that rows are of is known by what tells it: whoever hands them in, a column, or nothing', async () => {
  const plain = lines(HEADER, ROW);
  expect((await readText(plain, { platform: 'google' })).platform).toEqual({
    names: ['google'],
    evidence: { kind: 'given' },
  });
  const column = lines(`Platform,${HEADER}`, `tiktok,${ROW}`, `reddit,${ROW}`, `tiktok,${ROW}`);
  expect((await readText(column)).platform).toEqual({
    names: ['tiktok', 'reddit'],
    evidence: { kind: 'column of platforms' },
  });
  // A file of a column is of what it is said to be.
  expect((await readText(column, { platform: 'x' })).platform).toEqual({ names: ['x'], evidence: { kind: 'given' } });
});

it('may be named by several columns, where they name the same', async () => {
  const table = (other: string) =>
    lines(
      'Date,Data source,Data source name,Campaign name,Cost (USD),Impressions,Clicks',
      '2026-03-01,Facebook Ads,Facebook Ads - Acme,A,1.00,100,1',
      `2026-03-01,Google Ads,${other},B,2.00,100,1`,
      '2026-03-02,Facebook Ads,Facebook Ads - Acme,A,3.00,100,1',
    );
  expect((await readText(table('Google Ads - Acme'))).platform?.names).toEqual(['facebook', 'google']);
  expect((await readText(table('TikTok Ads - Acme'))).platform).toBeNull();
});
