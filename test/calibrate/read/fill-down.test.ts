import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf, textsOf } from './support.js';

const HEADER = 'Campaign,Platform,Date,Spend (USD),Impressions,Clicks';

describe('names that stand on the first row of each group', () => {
  it('are those of the rows below, as merged cells and pivot tables are saved', async () => {
    const reading = await readText(
      lines(
        HEADER,
        'Brand,Facebook,2026-03-02,1.00,100,1',
        ',,2026-03-03,2.00,200,2',
        ',,2026-03-04,3.00,300,3',
        'Brand Total,,,6.00,600,6',
        'Sale,TikTok,2026-03-02,4.00,400,4',
        ',,2026-03-03,5.00,500,5',
        'Sale Total,,,9.00,900,9',
        'Grand Total,,,15.00,1500,15',
      ),
    );
    expect(spendOf(reading)).toEqual(['15.00 USD']);
    expect(textsOf(reading, 'campaign')).toEqual(['Brand', 'Brand', 'Brand', 'Sale', 'Sale']);
    expect(textsOf(reading, 'platform')).toEqual(['facebook', 'facebook', 'facebook', 'tiktok', 'tiktok']);
    expect(codes(reading)).toContain('named-once');
  });

  it('are found beside figures under a name that isn’t known', async () => {
    const rows = ['Alpha', '', '', 'Beta', '', ''].map(
      (name, at) => `${name},2026-03-0${(at % 3) + 2},1.5${at},9.9${at},100`,
    );
    const reading = await readText(lines('Campaign,Date,Spend (USD),Net something,Impressions', ...rows));
    expect(textsOf(reading, 'campaign')).toEqual(['Alpha', 'Alpha', 'Alpha', 'Beta', 'Beta', 'Beta']);
  });

  it('may be days', async () => {
    const reading = await readText(
      lines(
        'Date,Campaign,Spend (USD),Impressions,Clicks',
        '2026-03-02,Brand,1.00,100,1',
        ',Sale,2.00,200,2',
        '2026-03-03,Brand,3.00,300,3',
        ',Sale,4.00,400,4',
      ),
    );
    expect(spendOf(reading)).toEqual(['10.00 USD']);
    expect([...reading.rows.start].map((day) => day - (reading.rows.start[0] ?? 0))).toEqual([0, 0, 1, 1]);
  });

  it('may be days whose order is known by the file alone', async () => {
    const reading = await readText(
      lines(
        'Date,Campaign,Spend (USD),Impressions,Clicks',
        '02/03/2026,Brand,1.00,100,1',
        ',Sale,2.00,200,2',
        '04/03/2026,Brand,3.00,300,3',
        ',Sale,4.00,400,4',
      ),
      { dayFirst: true },
    );
    expect(spendOf(reading)).toEqual(['10.00 USD']);
    expect([...reading.rows.start].map((day) => day - (reading.rows.start[0] ?? 0))).toEqual([0, 0, 2, 2]);
  });

  it('are missing, and not made up, where blanks stand among the days of one row of them', async () => {
    const reading = await readText(
      lines(
        HEADER,
        'Brand,Facebook,2026-03-02,1.00,100,1',
        ',Facebook,2026-03-03,2.00,200,2',
        ',Facebook,2026-03-04,3.00,300,3',
        'Sale,Facebook,2026-03-05,4.00,400,4',
        ',Facebook,2026-03-06,5.00,500,5',
      ),
    );
    expect(codes(reading)).not.toContain('named-once');
    expect(reading.counts.reasons).toMatchObject({ 'row without a name': 2 });
  });
});
