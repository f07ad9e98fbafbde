import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
const table = (values: readonly string[], spend: (day: number, value: number) => string) =>
  lines(
    'Day,Campaign name,Conversion action,Amount spent (USD),Impressions,Conversions',
    ...days.flatMap((day, at) => values.map((value, of) => `${day},A,${value},${spend(at, of)},${100 + at},${of}`)),
  );

describe('rows that differ in one column alone', () => {
  it('are refused where money and impressions are the same under each of its values', async () => {
    const reading = await readText(table(['Purchase', 'Lead', 'Add to cart'], (day) => `${day + 1}.25`));
    expect(reading.findings).toEqual([
      expect.objectContaining({ code: 'repeated-figures', parameters: { column: 'Conversion action' } }),
    ]);
  });

  it('are parts where they differ anywhere, or where nothing varies', async () => {
    const parts = await readText(table(['Purchase', 'Lead'], (day, of) => `${day + 1 + (day === 2 ? of : 0)}.25`));
    expect(spendOf(parts)).toEqual(['14.50 USD']);
    const constant = await readText(table(['Purchase', 'Lead'], () => '2.00'));
    expect(codes(constant)).not.toContain('repeated-figures');
  });
});

describe('rows below the table that are none of it', () => {
  it.each(['Average', 'Ortalama', 'Среднее', '% change', 'Previous period'])('are set aside: %s', async (word) => {
    const rows = ['A,10.00,1000,10', 'B,20.00,3000,20', `${word},15.00,2000,15`];
    const reading = await readText(lines('Campaign,Amount spent (USD),Impressions,Clicks', ...rows));
    expect(spendOf(reading)).toEqual(['30.00 USD']);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 1 });
  });
});

describe('figures with a word before them', () => {
  it('are no channels where the word says which of their kind they are', async () => {
    const header = 'Date,Campaign,Platform,Planned spend,Actual spend,Impressions,Currency';
    const reading = await readText(lines(header, '2026-03-02,A,tiktok,9.00,8.50,1000,USD'));
    expect(spendOf(reading)).toEqual(['8.50 USD']);
  });

  it('are a platform’s where one is named, beside what a shop sold', async () => {
    const reading = await readText(
      lines(
        'Day,Orders,Net sales,Facebook spend (USD),Facebook impressions',
        '2026-03-02,3,90.00,8.50,1000',
        '2026-03-03,4,99.00,7.25,900',
      ),
    );
    expect(reading.platform?.names).toEqual(['facebook']);
    expect(spendOf(reading)).toEqual(['15.75 USD']);
  });
});
