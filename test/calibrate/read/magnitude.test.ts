import { describe, expect, it } from 'vitest';
import { currencyInHeader, signInHeader } from '../../../src/calibrate/read/header-name.js';
import { scaled, scaledName } from '../../../src/calibrate/read/magnitude.js';
import { bareNumber, readNumber } from '../../../src/calibrate/read/numbers.js';
import { codes, lines, readText, spendOf } from './support.js';

describe('amounts with thousands written out', () => {
  it.each([
    ['12.3K', '.', 'en', 12_300],
    ['1.005k', '.', 'en', 1005],
    ['1.2M', '.', 'en', 1_200_000],
    ['$1.2K', '.', 'en', 1200],
    ['1.2K USD', '.', 'en', 1200],
    ['12,3 тыс.', ',', 'ru', 12_300],
    ['1,2 млн ₽', ',', 'ru', 1_200_000],
    ['12,3 bin', ',', 'tr', 12_300],
    ['12,3 B', ',', 'tr', 12_300],
    ['₺1,5 Mn', ',', 'tr', 1_500_000],
    ['12,3 min', ',', 'az', 12_300],
    ['12,3 mil', ',', 'pt', 12_300],
    ['1,2 mi', ',', 'pt', 1_200_000],
    ['12,3 mil', ',', 'es', 12_300],
    ['1,5 Tsd. €', ',', 'de', 1500],
    ['1,5 Mio.', ',', 'de', 1_500_000],
    ['2,5 tys.', ',', 'pl', 2500],
    ['1.2万', '.', 'ja', 12_000],
    ['١٢٫٣ ألف', '.', 'ar', 12_300],
  ] as const)('%s with decimal mark %s, in %s, is %d', (cell, mark, language, value) => {
    expect(readNumber(cell, mark, language)).toBe(value);
  });

  it.each([
    ['12 B', 'en'],
    ['12 mil', 'en'],
    ['12 mil', 'tr'],
    ['12 min', 'en'],
    ['12 MM', 'es'],
    ['12 s', 'en'],
    ['12K3', 'en'],
    ['12 KM', 'en'],
    ['K12', 'en'],
    ['12K%', 'en'],
  ] as const)('%s in %s is no number', (cell, language) => {
    expect(readNumber(cell, '.', language)).toBeNull();
  });

  it('are none where nobody asks for them, and codes of currencies are no thousands', () => {
    expect(readNumber('12K', '.')).toBeNull();
    expect(bareNumber('12 KRW', 'en')).toMatchObject({ currency: 'KRW', power: 0 });
    expect(bareNumber('12 MXN', 'en')).toMatchObject({ currency: 'MXN', power: 0 });
    expect(bareNumber('12 TL', 'tr')).toMatchObject({ currency: 'TRY', power: 0 });
  });

  it('are read in exports to their digits, and told', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign name,Amount spent (USD),Impressions,Link clicks',
        '2026-03-01,A,10.55,12.3K,95',
        '2026-03-02,A,9.45,1.2M,1.1K',
      ),
    );
    expect(reading.totals.counts).toMatchObject({ impressions: 1_212_300, clicks: 1195 });
    expect(spendOf(reading)).toEqual(['20.00 USD']);
    expect(reading.findings).toContainEqual(
      expect.objectContaining({
        code: 'abbreviated',
        level: 'warning',
        parameters: { headers: ['Impressions', 'Link clicks'], example: '12.3K' },
      }),
    );
  });

  it('are refused where they have two meanings, and where their decimals do', async () => {
    const billions = await readText(
      lines('Day,Campaign name,Amount spent (USD),Impressions', '2026-03-01,A,10.55,12 B', '2026-03-02,A,10.55,13 B'),
    );
    expect(codes(billions)).toEqual(['all-quarantined']);
    const three = await readText(
      lines('Day,Campaign name,Amount spent (USD),Impressions', '2026-03-01,A,10,1.234K', '2026-03-02,A,10,2.345K'),
    );
    expect(codes(three)).toEqual(['ambiguous-decimal-mark']);
  });

  it('leave text columns that tell rows apart what they are', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign name,Size,Amount spent (USD),Impressions',
        '2026-03-01,A,350K,10.55,1000',
        '2026-03-01,A,1.5M,11.55,1100',
      ),
    );
    expect(spendOf(reading)).toEqual(['22.10 USD']);
  });
});

describe('columns in thousands', () => {
  it.each([
    ['Impressions (000)', 'Impressions', 3],
    ["Impressions ('000)", 'Impressions', 3],
    ["Impressions ('000s)", 'Impressions', 3],
    ["Impressions '000", 'Impressions', 3],
    ['Impressions (in thousands)', 'Impressions', 3],
    ['Impressions, thousands', 'Impressions', 3],
    ['Impressionen (in Tsd.)', 'Impressionen', 3],
    ['Impressionen in Tsd.', 'Impressionen', 3],
    ['Gösterim (bin)', 'Gösterim', 3],
    ['Gösterim (bin adet)', 'Gösterim', 3],
    ['Harcama (bin TL)', 'Harcama (TL)', 3],
    ['Показы (тыс.)', 'Показы', 3],
    ['Показы, тыс.', 'Показы', 3],
    ['Расход (тыс. ₽)', 'Расход (₽)', 3],
    ['Xərc (min AZN)', 'Xərc (AZN)', 3],
    ['Spend (k€)', 'Spend (€)', 3],
    ['Spend ($000)', 'Spend ($)', 3],
    ["Spend (USD '000)", 'Spend (USD)', 3],
    ['Spend (USD K)', 'Spend (USD)', 3],
    ['Spend ($M)', 'Spend ($)', 6],
    ['Spend (x1000)', 'Spend', 3],
    ['Spend (in millions)', 'Spend', 6],
    ['Importe (en miles)', 'Importe', 3],
    ['Wyświetlenia (tys.)', 'Wyświetlenia', 3],
    ['消化金額(千円)', '消化金額(円)', 3],
    ['展示次数（万）', '展示次数', 4],
    ['Impressions (1 000)', 'Impressions', 3],
    ['Impressions (1,000,000)', 'Impressions', 6],
    ['Impressions (1x000)', null, 0],
    ['Impressions (0005000)', null, 0],
    ['CPM (cost per 1,000 impressions)', null, 0],
    ['Views (m)', null, 0],
    ['Watch time (min)', null, 0],
    ['Recycle bin', null, 0],
    ['Top 1000', null, 0],
    ['Vitamin K', null, 0],
    ['Clicks (all)', null, 0],
    ['Amount spent (USD)', null, 0],
    ['Impressions (2000)', null, 0],
  ] as const)('%s is %s, in 10^%d', (header, name, power) => {
    const found = scaledName(header);
    expect(found?.name.replace(' (円)', '(円)') ?? null).toBe(name);
    expect(found?.power ?? 0).toBe(power);
  });

  it('keep the currency in their names', () => {
    expect(currencyInHeader("Spend (USD '000)")).toBe('USD');
    expect(signInHeader('Harcama (bin TL)')).toBe('TL');
    expect(scaled(1.005, 3)).toBe(1005);
    expect(scaled(2_500_000, -6)).toBe(2.5);
    expect(scaled(Number.NaN, 3)).toBeNaN();
  });

  it('are multiplied, known by their name or by a mapping, and told', async () => {
    const rows = ['2026-03-01,A,1.005,12.3,120', '2026-03-02,A,0.995,9.75,80'];
    for (const [header, mapping] of [
      ["Date,Campaign,Spend (USD '000),Impressions (000),Clicks", {}],
      [
        "Date,Campaign,Money (USD '000),Shown (000),Clicks",
        { "Money (USD '000)": 'spend', 'Shown (000)': 'impressions' },
      ],
    ] as const) {
      const reading = await readText(lines(header, ...rows), { mapping });
      expect(spendOf(reading)).toEqual(['2000.00 USD']);
      expect(reading.totals.counts).toMatchObject({ impressions: 22_050, clicks: 200 });
      expect(codes(reading)).toContain('in-thousands');
    }
  });

  it('may be rounded below the clicks that they had', async () => {
    const reading = await readText(
      lines('Date,Campaign,Spend (USD),Impressions (000),Clicks', '2026-03-01,A,5.00,0,3', '2026-03-02,A,50.00,21,80'),
    );
    expect(spendOf(reading)).toEqual(['55.00 USD']);
    expect(reading.counts.quarantined).toBe(0);
  });

  it('are told where a line above the table says so, and no name does', async () => {
    const text = [
      'Weekly report (all figures in thousands)',
      'Date,Campaign,Spend (USD),Impressions',
      '2026-03-01,A,5.00,21',
    ];
    expect(codes(await readText(lines(...text)))).toContain('above-in-thousands');
    expect(codes(await readText(lines('Weekly report', ...text.slice(1))))).not.toContain('above-in-thousands');
  });
});
