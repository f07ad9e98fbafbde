import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf, textsOf } from './support.js';

describe('results by what they count', () => {
  it('are conversions where their indicator is one, and zeros where a name that only counts those left them blank', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Results,Result indicator',
        '2026-03-01,A,5,500,9,3,actions:offsite_conversion.fb_pixel_purchase',
        '2026-03-02,A,5,500,8,,',
        '2026-03-03,A,5,,,,',
        '2026-03-01,B,5,500,7,70,actions:link_click',
        '2026-03-02,B,5,500,6,,',
        '2026-03-01,C,5,500,5,2,actions:offsite_conversion.fb_pixel_purchase',
        '2026-03-02,C,5,500,4,40,actions:link_click',
        '2026-03-03,C,5,500,3,,',
      ),
    );
    expect([...(reading.rows.measures.conversions ?? [])]).toEqual([3, 0, NaN, NaN, NaN, 2, NaN, NaN]);
    expect(reading.findings.find(({ code }) => code === 'blank-zeros')?.parameters).toEqual({
      headers: ['Link clicks', 'Results'],
    });
  });
});

describe('days and months', () => {
  it('in one order in one column and the other in the next are refused', async () => {
    const reading = await readText(
      lines(
        'Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions',
        '13/01/2026,01/14/2026,A,5,500',
        '15/01/2026,01/16/2026,A,6,600',
      ),
    );
    expect(reading.status).toBe('refused');
    expect(reading.findings[0]).toMatchObject({
      code: 'mixed-date-orders',
      parameters: { column: 'Reporting starts', day: '13/01/2026', month: '01/14/2026' },
    });
  });
});

describe('a mark before three digits', () => {
  const spend = (header: string, ...cells: string[]) =>
    readText(
      lines(`Day;Campaign;${header};Note`, ...cells.map((cell, k) => `2026-03-0${k + 1};A;${cell};x`)),
      header.includes('(') ? {} : { currency: 'USD' },
    );

  it('parts thousands in a currency without a smaller unit', async () => {
    expect(spendOf(await spend('Spend (JPY)', '1,234', '5,678'))).toEqual(['6912 JPY']);
    expect(spendOf(await spend('Spend (KRW)', '1.234', '5.678'))).toEqual(['6912 KRW']);
    expect(codes(await spend('Spend', '1,234', '5,678'))).toEqual(['ambiguous-decimal-mark']);
  });

  it('of both kinds in one column says nothing, whatever the currency', async () => {
    expect(codes(await spend('Spend (JPY)', '1.234', '5,678'))).toEqual(['ambiguous-decimal-mark']);
  });

  it('is what counts beside it are parted by, and of rates what their counts are not', async () => {
    const read = (spent: string, impressions: string, ctr: string) =>
      readText(
        lines(
          'Day;Campaign;Spend;Impressions;Clicks;CTR',
          `2026-03-01;A;${spent};${impressions};25;${ctr}`,
          `2026-03-02;A;${spent};${impressions};25;${ctr}`,
        ),
        { currency: 'USD' },
      );
    expect(spendOf(await read('1,234', '2,500', '1.000'))).toEqual(['2468.00 USD']);
    expect(spendOf(await read('1.234', '2.500', '1,000'))).toEqual(['2468.00 USD']);
    // Counts are grouped by points, and amounts have decimals of commas.
    expect(codes(await read('1,234', '2.500', '1,000'))).toEqual(['ambiguous-decimal-mark']);
  });
});

describe('an export of one platform', () => {
  it("has Google's video campaigns on YouTube, by their type", async () => {
    const header = 'Day,Campaign,Campaign type,Currency code,Cost,Impr.,Clicks,All conv.';
    const both = await readText(
      lines(
        header,
        '2026-03-01,A,Video,USD,5,500,5,1',
        '2026-03-01,B,Search,USD,6,600,6,1',
        '2026-03-02,A,Video,USD,7,700,7,1',
      ),
    );
    expect(textsOf(both, 'platform')).toEqual(['youtube', 'google', 'youtube']);
    expect([...(both.platform?.names ?? [])].sort()).toEqual(['google', 'youtube']);
    const search = await readText(
      lines(header, '2026-03-01,A,Search,USD,5,500,5,1', '2026-03-01,B,Display,USD,6,600,6,1'),
    );
    expect(textsOf(search, 'platform')).toEqual(['google', 'google']);
    expect(search.platform?.names).toEqual(['google']);
  });
});
