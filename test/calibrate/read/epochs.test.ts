import { describe, expect, test } from 'vitest';
import { codes, day, lines, readText, spendOf } from './support.js';

const FIRST = Date.UTC(2026, 2, 27) / 1000;
/** Four days of two campaigns, with what stands in their column of dates. */
const table = (header: string, written: (at: number) => string | number): string =>
  lines(
    `${header},platform,campaign_name,spend,impressions,clicks`,
    ...[0, 1, 2, 3].flatMap((at) =>
      ['Spring', 'Summer'].map(
        (name, campaign) => `${written(at)},facebook,${name},${10 + at + campaign}.25,${4000 + 31 * at},${40 + at}`,
      ),
    ),
  );
const DAYS = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'].map(day);

describe('dates as seconds since 1970', () => {
  test.each([
    ['seconds', (at: number) => FIRST + 86_400 * at],
    ['milliseconds', (at: number) => 1000 * (FIRST + 86_400 * at)],
    ['seconds with a point', (at: number) => `${FIRST + 86_400 * at}.0`],
    // Baku is four hours east all year; Istanbul three; New York four or five west; Berlin's clocks change on the 29th.
    ['midnights in the east', (at: number) => FIRST + 86_400 * at - 4 * 3600],
    ['midnights in the west', (at: number) => FIRST + 86_400 * at + 5 * 3600],
    ['midnights as clocks change', (at: number) => FIRST + 86_400 * at - (at < 3 ? 1 : 2) * 3600],
  ])('%s', async (_, written) => {
    const reading = await readText(table('date', written), { currency: 'USD' });
    expect(spendOf(reading)).toEqual(['98.00 USD']);
    expect([...new Set(reading.rows.start)]).toEqual(DAYS);
    expect(reading.granularity).toBe('day');
    expect(codes(reading)).toContain('epoch-dates');
  });

  test('under a name that is not known', async () => {
    const reading = await readText(
      table('ts', (at) => FIRST + 86_400 * at),
      { currency: 'USD' },
    );
    expect([...new Set(reading.rows.start)]).toEqual(DAYS);
  });

  test('of hours are on their day in Greenwich', async () => {
    const reading = await readText(
      table('date', (at) => FIRST + 9 * 3600 * at),
      { currency: 'USD' },
    );
    expect([...reading.rows.start].map((one) => one - day('2026-03-27'))).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
    expect(reading.granularity).toBe('hour');
  });

  test('before 2005 and after 2040 are none', async () => {
    for (const first of [946_684_800, 2_398_377_600]) {
      const reading = await readText(
        table('date', (at) => first + 86_400 * at),
        { currency: 'USD' },
      );
      expect(reading.status).toBe('refused');
    }
  });

  test('numbers of campaigns are none', async () => {
    const reading = await readText(
      lines(
        'ref,platform,campaign_name,spend,impressions,clicks',
        '1788220817,facebook,Spring,10,4000,40',
        '1788220817,facebook,Summer,11,4100,41',
        '1790134561,facebook,Autumn,12,4200,42',
      ),
      { currency: 'USD' },
    );
    expect(reading.granularity).toBe('none');
  });
});
