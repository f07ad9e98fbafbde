import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../src/calibrate/read/read-export.js';
import type { ExportReading, Measure } from '../../src/calibrate/types.js';

const DATA = '../shared/data';

/**
 * An independent sum: the file cut into records by hand, one column, digits of its cells added as whole trillionths. It
 * shares nothing with the reader, and knows of each file what a person sees at a glance: its delimiter, which lines are
 * totals.
 */
async function columnSum(
  file: string,
  header: string,
  delimiter = ',',
  isRow = (_cells: string[]) => true,
): Promise<bigint> {
  const text = (await readFile(`${DATA}/${file}`, 'utf8')).replace(/^\ufeff/, '');
  const [head = [], ...rows] = records(text, delimiter);
  const at = head.indexOf(header);
  if (at === -1) throw new Error(`${file} has no column ${header}`);
  let sum = 0n;
  for (const cells of rows) {
    if (!isRow(cells)) continue;
    sum += trillionths((cells[at] ?? '').replace(/[$,%]/g, ''));
  }
  return sum;
}

function records(text: string, delimiter: string): string[][] {
  const all: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let inside = false;
  for (const letter of text) {
    if (letter === '"') inside = !inside;
    else if (inside) cell += letter;
    else if (letter === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n') {
      all.push([...cells, cell]);
      cells = [];
      cell = '';
    } else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || cells.length > 0) all.push([...cells, cell]);
  return all;
}

/** Decimal text as a whole number of 10^-12: exact for up to 12 decimals, cut off beyond. */
function trillionths(text: string): bigint {
  if (text.trim() === '') return 0n;
  const [mantissa = '', exponent = '0'] = text.trim().split(/e/i);
  const [whole = '', fraction = ''] = mantissa.split('.');
  const power = 12 + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return power >= 0 ? digits * 10n ** BigInt(power) : digits / 10n ** BigInt(-power);
}

const asText = (sum: bigint, digits: number): string => {
  const unit = 10n ** BigInt(12 - digits);
  const units = String((sum + unit / 2n) / unit).padStart(digits + 1, '0');
  return digits === 0 ? units : `${units.slice(0, -digits)}.${units.slice(-digits)}`;
};

const spendTexts = (reading: ExportReading): string[] => reading.totals.spend.map(({ rounded }) => rounded);
const codes = (reading: ExportReading): string[] => reading.findings.map(({ code }) => code);

interface Expected {
  readonly rows: number;
  /** Column of spend, and of counts by measure. */
  readonly spend: string;
  readonly counts: Partial<Record<Measure, string>>;
  readonly platforms: readonly string[] | null;
  readonly period: readonly [string, string] | null;
  readonly granularity: ExportReading['granularity'];
  readonly delimiter?: string;
}

const PLAIN: Readonly<Record<string, Expected>> = {
  'ads/kag_conversion_data.csv': {
    rows: 1143,
    spend: 'Spent',
    counts: {
      impressions: 'Impressions',
      clicks: 'Clicks',
      conversions: 'Total_Conversion',
      purchases: 'Approved_Conversion',
    },
    platforms: ['facebook'],
    period: null,
    granularity: 'none',
  },
  'ads/fb_campaign_daily_2020_2021.csv': {
    rows: 777,
    spend: 'total_spend',
    counts: { impressions: 'total_impressions', clicks: 'total_clicks' },
    platforms: ['facebook'],
    period: ['2020-11-11', '2021-08-31'],
    granularity: 'day',
  },
  'ads/ab_control_group.csv': {
    rows: 30,
    spend: 'Spend [USD]',
    counts: { impressions: 'Impressions', clicks: 'Website Clicks', purchases: 'Purchase' },
    platforms: null,
    period: ['2019-08-01', '2019-08-30'],
    granularity: 'day',
    delimiter: ';',
  },
  'ads/marketing_11campaigns_feb2021.csv': {
    rows: 308,
    spend: 'campaign_cost',
    counts: { impressions: 'impressions', clicks: 'clicks', leads: 'leads', purchases: 'orders' },
    platforms: ['facebook', 'google', 'youtube', 'instagram'],
    period: ['2021-02-01', '2021-02-28'],
    granularity: 'day',
  },
  'exports/fb_monthly_thousands_percent.csv': {
    rows: 12,
    spend: 'amount_spent',
    counts: { impressions: 'impressions', clicks: 'link_clicks', purchases: 'website_purchases' },
    platforms: ['facebook'],
    period: ['2023-10-01', '2023-12-31'],
    granularity: 'month',
  },
  'synthetic/fb_ads_undergarments.csv': {
    rows: 4500,
    spend: 'spend',
    counts: { impressions: 'impressions', clicks: 'clicks', purchases: 'purchases' },
    platforms: ['facebook', 'instagram'],
    period: ['2025-01-01', '2025-03-31'],
    granularity: 'day',
  },
  'synthetic/global_ads_performance.csv': {
    rows: 1800,
    spend: 'ad_spend',
    counts: { impressions: 'impressions', clicks: 'clicks', conversions: 'conversions' },
    platforms: ['google', 'tiktok', 'meta'],
    period: ['2024-01-01', '2024-12-30'],
    granularity: 'day',
  },
  'synthetic/googleads_uncleaned.csv': {
    rows: 2600,
    spend: 'Cost',
    counts: { impressions: 'Impressions', clicks: 'Clicks', leads: 'Leads', conversions: 'Conversions' },
    platforms: ['google'],
    period: ['2024-11-01', '2024-11-30'],
    granularity: 'day',
  },
};

/** Files with platforms side by side: spend columns by platform. */
const WIDE: Readonly<
  Record<string, { rows: number; spend: Record<string, string>; impressions: Record<string, string> }>
> = {
  'ads/fb_vs_adwords_2019.csv': {
    rows: 365,
    spend: { facebook: 'Cost per Facebook Ad', google: 'Cost per AdWords Ad' },
    impressions: { facebook: 'Facebook Ad Views', google: 'AdWords Ad Views' },
  },
  'mmm/robyn_dt_simulated_weekly.csv': {
    rows: 208,
    spend: { tv: 'tv_S', ooh: 'ooh_S', print: 'print_S', facebook: 'facebook_S', search: 'search_S' },
    impressions: { facebook: 'facebook_I' },
  },
  'mmm/meridian_geo_full_funnel_data.csv': {
    rows: 3120,
    spend: {
      AwarenessVideo: 'AwarenessVideo_spend',
      PerformanceDisplay: 'PerformanceDisplay_spend',
      PerformanceNative: 'PerformanceNative_spend',
    },
    impressions: {
      AwarenessVideo: 'AwarenessVideo_impression',
      PerformanceDisplay: 'PerformanceDisplay_impression',
      PerformanceNative: 'PerformanceNative_impression',
    },
  },
};

/** Reports in other languages: what a person sees of each at a glance. */
interface Report {
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Lines above the header. */
  readonly above: number;
  readonly spend: string;
  readonly counts: Partial<Record<Measure, string>>;
  readonly decimalComma?: boolean;
  /** Whether a row is one, by its first cell. */
  readonly isRow?: (first: string) => boolean;
  readonly rows: number;
  readonly platforms: readonly string[];
  readonly period: readonly [string, string] | null;
  readonly digits: number;
}

const notTotal = (first: string): boolean => !first.startsWith('Total');

const REPORTS: Readonly<Record<string, Report>> = {
  'exports/brazilian_google_ads.csv': {
    above: 2,
    spend: 'Custo',
    counts: { impressions: 'Impr.', clicks: 'Cliques' },
    decimalComma: true,
    isRow: notTotal,
    rows: 3,
    platforms: ['google'],
    period: ['2026-05-05', '2026-05-15'],
    digits: 2,
  },
  'exports/brazilian_google_card.csv': {
    above: 0,
    spend: 'Custo',
    counts: { clicks: 'Cliques' },
    decimalComma: true,
    rows: 3,
    platforms: ['google'],
    period: null,
    digits: 2,
  },
  'exports/brazilian_google_time_series.csv': {
    above: 0,
    spend: 'Custo',
    counts: { impressions: 'Impressões', clicks: 'Cliques' },
    decimalComma: true,
    rows: 20,
    platforms: ['google'],
    period: ['2026-05-05', '2026-05-24'],
    digits: 2,
  },
  'exports/brazilian_meta_daily.csv': {
    above: 0,
    spend: 'Amount Spent',
    counts: { impressions: 'Impressions', clicks: 'Clicks (All)', results: 'Results' },
    decimalComma: true,
    rows: 2031,
    platforms: ['meta'],
    period: ['2020-10-26', '2022-04-20'],
    digits: 2,
  },
  'exports/indian_google_video.csv': {
    above: 2,
    spend: 'Cost',
    counts: { impressions: 'Impr.', engagements: 'Interactions' },
    isRow: notTotal,
    rows: 2,
    platforms: ['youtube', 'google'],
    period: ['2025-07-08', '2025-07-31'],
    digits: 2,
  },
  'exports/japanese_google_ads.csv': {
    above: 2,
    spend: '費用',
    counts: { impressions: '表示回数', clicks: 'クリック数' },
    rows: 25,
    platforms: ['google', 'youtube'],
    period: ['2026-01-01', '2026-03-31'],
    digits: 0,
  },
  'exports/japanese_meta.csv': {
    above: 0,
    spend: '消化金額 (JPY)',
    counts: { impressions: 'インプレッション', clicks: 'クリック(すべて)' },
    isRow: (first) => first !== '',
    rows: 2,
    platforms: ['meta'],
    period: ['2026-01-01', '2026-03-31'],
    digits: 0,
  },
  'exports/japanese_tiktok_cp932.csv': {
    encoding: 'shift_jis',
    above: 0,
    spend: 'コスト',
    counts: { impressions: 'インプレッション', clicks: 'クリック（誘導先）' },
    isRow: (first) => !first.startsWith('全'),
    rows: 2,
    platforms: ['tiktok'],
    period: null,
    digits: 0,
  },
  'exports/japanese_yahoo_utf16.csv': {
    encoding: 'utf-16le',
    delimiter: '\t',
    above: 0,
    spend: 'コスト',
    counts: { impressions: 'インプレッション数', clicks: 'クリック数' },
    isRow: (first) => first !== '合計' && first !== '',
    rows: 18,
    platforms: ['yahoo'],
    period: null,
    digits: 2,
  },
  'exports/meta_by_hand_decimal_comma.csv': {
    above: 0,
    spend: 'Spend ($)',
    counts: { impressions: 'Impressions', clicks: 'Link Clicks' },
    decimalComma: true,
    rows: 3,
    platforms: ['meta'],
    period: null,
    digits: 2,
  },
  'exports/portuguese_google_ads_nbsp.csv': {
    above: 2,
    spend: 'Custo',
    counts: { impressions: 'Impressões', engagements: 'Interações' },
    decimalComma: true,
    isRow: notTotal,
    rows: 4,
    platforms: ['google'],
    period: ['2025-04-09', '2025-04-21'],
    digits: 2,
  },
};

/** An independent sum of a report's column, as `columnSum`. */
async function reportSum(file: string, header: string, report: Report): Promise<bigint> {
  const { encoding = 'utf-8', delimiter = ',', above, decimalComma = false, isRow = () => true } = report;
  const text = new TextDecoder(encoding).decode(await readFile(`${DATA}/${file}`)).replace(/^\ufeff/, '');
  const [head = [], ...rows] = records(text, delimiter).slice(above);
  const at = head.indexOf(header);
  if (at === -1) throw new Error(`${file} has no column ${header}`);
  let sum = 0n;
  for (const cells of rows) {
    if (cells.length < 2 || !isRow(cells[0] ?? '')) continue;
    const bare = (cells[at] ?? '').replace(/[^\d.,]/g, '');
    sum += trillionths(decimalComma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', ''));
  }
  return sum;
}

/** Of its own kind each, below; or no export. */
const OTHERS = ['ads/snap_political_2018.csv', 'exports/microsoft_ads_utf8bom.csv', 'mmm/pymc_mmm_example.csv'];

describe.skipIf(!existsSync(DATA))('the files in shared data', () => {
  it('are all known here', () => {
    const files = ['ads', 'exports', 'synthetic', 'mmm'].flatMap((folder) =>
      readdirSync(`${DATA}/${folder}`).map((file) => `${folder}/${file}`),
    );
    expect(files.sort()).toEqual(
      [...Object.keys(PLAIN), ...Object.keys(WIDE), ...Object.keys(REPORTS), ...OTHERS].sort(),
    );
  });

  it.each(Object.entries(PLAIN))('%s is read to the cent', async (file, expected) => {
    const reading = await readExport(`${DATA}/${file}`);
    expect(reading.status).toBe('read');
    expect(reading.counts).toMatchObject({ read: expected.rows, kept: expected.rows, quarantined: 0 });
    expect(spendTexts(reading)).toEqual([asText(await columnSum(file, expected.spend, expected.delimiter), 2)]);
    for (const [measure, header] of Object.entries(expected.counts) as [Measure, string][]) {
      const sum = asText(await columnSum(file, header, expected.delimiter), 0);
      expect(String(reading.totals.counts[measure]), measure).toBe(sum);
    }
    expect(reading.platform?.names ?? null).toEqual(expected.platforms);
    expect(reading.period === null ? null : [reading.period.first, reading.period.last]).toEqual(expected.period);
    expect(reading.granularity).toBe(expected.granularity);
  });

  it.each(Object.entries(REPORTS))('%s, in its own language, is read to the cent', async (file, report) => {
    const reading = await readExport(`${DATA}/${file}`);
    expect(reading.status).toBe('read');
    expect(reading.counts).toMatchObject({ kept: report.rows, quarantined: 0 });
    expect(spendTexts(reading)).toEqual([asText(await reportSum(file, report.spend, report), report.digits)]);
    for (const [measure, header] of Object.entries(report.counts) as [Measure, string][]) {
      const sum = asText(await reportSum(file, header, report), 0);
      expect(String(reading.totals.counts[measure]), measure).toBe(sum);
    }
    expect(reading.platform?.names).toEqual(report.platforms);
    expect(reading.period === null ? null : [reading.period.first, reading.period.last]).toEqual(report.period);
  });

  it.each(Object.entries(WIDE))('%s is split into its platforms, each to the cent', async (file, {
    rows,
    spend,
    impressions,
  }) => {
    const reading = await readExport(`${DATA}/${file}`);
    const platforms = Object.keys(spend);
    expect(reading.platform?.names).toEqual(platforms);
    expect(reading.counts).toMatchObject({ kept: rows, perRow: platforms.length, quarantined: 0 });
    const column = reading.rows.texts.platform;
    const sumOf = (data: Float64Array | undefined, platform: string): number => {
      let sum = 0;
      for (let at = 0; at < reading.rows.count; at++) {
        if (column?.values[column.codes[at] ?? 0] === platform) sum += data?.[at] ?? Number.NaN;
      }
      return sum;
    };
    for (const [platform, header] of Object.entries(spend)) {
      // A sum of doubles in a row's order: off by rounding at most, far below a cent.
      const exact = Number(asText(await columnSum(file, header), 6));
      expect(sumOf(reading.rows.measures.spend, platform), platform).toBeCloseTo(exact, 4);
    }
    for (const [platform, header] of Object.entries(impressions)) {
      const exact = Number(asText(await columnSum(file, header), 6));
      expect(Math.abs(sumOf(reading.rows.measures.impressions, platform) / exact - 1), platform).toBeLessThan(1e-12);
    }
    const sums = await Promise.all(Object.values(spend).map((header) => columnSum(file, header)));
    const all = sums.reduce((sum, part) => sum + part, 0n);
    expect(spendTexts(reading)).toEqual([asText(all, 2)]);
  });

  it('kag_conversion_data.csv has the totals that its page gives', async () => {
    // data/README.md.
    const reading = await readExport(`${DATA}/ads/kag_conversion_data.csv`);
    expect(spendTexts(reading)).toEqual(['58705.23']);
    expect(reading.totals.counts).toMatchObject({
      impressions: 213434828,
      clicks: 38165,
      conversions: 3264,
      purchases: 1079,
    });
    expect(reading.findings.find(({ code }) => code === 'view-through')?.parameters).toEqual({ count: 218 });
    const { clicks, spend } = reading.rows.measures;
    let idle = 0;
    for (let at = 0; at < reading.rows.count; at++) if (clicks?.[at] === 0 && spend?.[at] === 0) idle += 1;
    expect(idle).toBe(207);
  });

  it('ab_control_group.csv keeps its incomplete row, with blanks, and says so', async () => {
    const reading = await readExport(`${DATA}/ads/ab_control_group.csv`);
    expect(reading.currency.code).toBe('USD');
    expect(codes(reading)).toContain('short-row');
    expect(reading.rows.measures.spend?.[4]).toBe(1835);
    expect(reading.rows.measures.impressions?.[4]).toBeNaN();
  });

  it('fb_vs_adwords_2019.csv: two forms of dates, one order, every day of the year once', async () => {
    const reading = await readExport(`${DATA}/ads/fb_vs_adwords_2019.csv`);
    expect(reading.period).toEqual({ first: '2019-01-01', last: '2019-12-31' });
    expect(new Set(reading.rows.start).size).toBe(365);
    expect(codes(reading)).toContain('date-forms');
    expect(codes(reading)).not.toContain('rate-is-other');
  });

  it('snap_political_2018.csv keeps currencies apart', async () => {
    const file = 'ads/snap_political_2018.csv';
    const reading = await readExport(`${DATA}/${file}`);
    expect(reading.counts).toMatchObject({ read: 659, kept: 659, quarantined: 0 });
    expect(reading.platform?.names).toEqual(['snapchat']);
    for (const total of reading.totals.spend) {
      const sum = await columnSum(file, 'Spend', ',', (cells) => cells[2] === total.currency);
      expect(total.rounded, total.currency ?? '').toBe(asText(sum, 2));
    }
    expect(reading.currency.codes).toEqual(['EUR', 'USD', 'GBP', 'CAD', 'AUD']);
    expect(String(reading.totals.counts.impressions)).toBe(asText(await columnSum(file, 'Impressions'), 0));
    expect(codes(reading)).toEqual(expect.arrayContaining(['mixed-currencies', 'open-ends']));
  });

  it('microsoft_ads_utf8bom.csv: three totals left out, which differ from the rows, and a rate that does', async () => {
    const file = 'exports/microsoft_ads_utf8bom.csv';
    const reading = await readExport(`${DATA}/${file}`);
    const isRow = (cells: string[]): boolean => cells[0]?.startsWith('[') === true;
    expect(reading.counts).toMatchObject({ read: 5, kept: 2, leftOut: { total: 3 } });
    expect(spendTexts(reading)).toEqual([asText(await columnSum(file, 'Spend', ',', isRow), 2)]);
    expect(String(reading.totals.counts.clicks)).toBe(asText(await columnSum(file, 'Clicks', ',', isRow), 0));
    expect(String(reading.totals.counts.impressions)).toBe(asText(await columnSum(file, 'Impr.', ',', isRow), 0));
    expect(reading.platform?.names).toEqual(['microsoft']);
    expect(codes(reading)).toEqual(expect.arrayContaining(['total-differs', 'rate-disagrees']));
  });

  it('pymc_mmm_example.csv and the benchmark tables are refused: they have no column of an export', async () => {
    for (const file of [
      'mmm/pymc_mmm_example.csv',
      'benchmarks/benchmarks.csv',
      'benchmarks/empirical_quantiles.csv',
    ]) {
      const reading = await readExport(`${DATA}/${file}`);
      expect(reading.status, file).toBe('refused');
      expect(codes(reading), file).toEqual(['no-header']);
    }
  });
});
