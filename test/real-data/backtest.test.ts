import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Backtest, backtest } from '../../src/calibrate/backtest/backtest.js';
import { BACKTEST_DEFAULTS } from '../../src/calibrate/backtest/options.js';
import { calibrate } from '../../src/calibrate/fit/calibrate.js';
import { fragmentText } from '../../src/calibrate/fit/fragment.js';
import { dailyRowsOf } from '../../src/calibrate/fit/from-export.js';
import { guessStages, withStages } from '../../src/calibrate/fit/stages.js';
import { readExport } from '../../src/calibrate/read/read-export.js';
import { parseScenario } from '../../src/scenario/index.js';
import { answerOf } from '../units/answer-of.js';

const DATA = '../shared/data';
const missing = !existsSync(DATA);
const TIMEOUT = 900_000;
const EIGHTY = 1;

async function held(path: string, options: Partial<Parameters<typeof backtest>[1]> = {}): Promise<Backtest> {
  const daily = answerOf(dailyRowsOf([await readExport(`${DATA}/${path}`)]));
  const result = backtest(daily.rows, {
    ...BACKTEST_DEFAULTS,
    currency: daily.currency,
    recalibrate: false,
    ...options,
  });
  if (result === null) throw new Error(`${path} is too short`);
  return result;
}

/** The forecast's CRPS over each baseline's. */
function ratios({ report }: Backtest, series: string, outcome: string) {
  const rows = report.table.filter((row) => row.series === series && row.outcome === outcome);
  const own = rows.find(({ forecaster }) => forecaster === 'huni')!;
  return {
    own,
    ratios: rows.filter((row) => row !== own).map((row) => [row.forecaster, own.crps / row.crps] as const),
  };
}

describe.skipIf(missing)('daily Facebook campaigns of 2020 and 2021 (needs ../shared/data)', () => {
  it.each([
    { origins: 12, seed: 'huni' },
    { origins: 20, seed: 'another seed' },
  ])(
    'holds 76 to 84 in 100 days in the 80 % band four weeks ahead, below every baseline: $origins origins, seed $seed',
    async ({ origins, seed }) => {
      const result = await held('ads/fb_campaign_daily_2020_2021.csv', { origins, seed });
      for (const outcome of ['impressions', 'clicks'] as const) {
        const { own, ratios: against } = ratios(result, 'facebook', outcome);
        // Measured with 12 origins and the default seed, 275 days: impressions 82.2 %, clicks 82.2 %; CRPS 28 % and 24 %
        // below the best baseline's (the smoothed rate: 40,971 impressions, 462.0 clicks). With 20 origins and another
        // seed, 463 days: 78.8 % and 82.5 %, CRPS 28 % and 25 % below.
        expect(own.coverage[EIGHTY], outcome).toBeGreaterThanOrEqual(0.76);
        expect(own.coverage[EIGHTY], outcome).toBeLessThanOrEqual(0.84);
        expect(against).toHaveLength(6);
        for (const [name, ratio] of against) expect(ratio, `${outcome} against ${name}`).toBeLessThan(1);
      }
      // A verdict needs proof, which days of so few origins may not give; nothing speaks against the bands.
      for (const { trust } of result.report.verdicts) expect(['right', 'unknown']).toContain(trust);
    },
    TIMEOUT,
  );

  it(
    'gives a scenario that is read without a mistake, its prices about what was paid',
    async () => {
      const daily = answerOf(
        dailyRowsOf([await readExport(`${DATA}/ads/fb_campaign_daily_2020_2021.csv`, { currency: 'USD' })]),
      );
      const rows = withStages(daily, guessStages(daily));
      const fitted = calibrate(rows, { seed: 'huni', currency: 'USD', periodDays: 7, horizonDays: 91 });
      const text = fragmentText(fitted, {
        name: 'Facebook',
        currency: 'USD',
        digits: 2,
        start: null,
        horizon: { periods: 13, unit: 'week', periodDays: 7 },
        windowDays: 1,
        sources: ['fb.csv'],
        notes: [],
      });
      const reading = await parseScenario(text!, 'calibrated.yaml');
      expect(reading.ok).toBe(true);
      // Sum of spend over sum of impressions, by a sum of the file's columns: 66,625.07 · 1000 / 24,317,969 = 2.74.
      for (const { line } of fitted.lines) {
        const { mu } = line.cpm.distribution as { readonly mu: number };
        expect(Math.exp(mu)).toBeGreaterThan(2.74 / 2);
        expect(Math.exp(mu)).toBeLessThan(2.74 * 2);
      }
    },
    TIMEOUT,
  );
});

describe.skipIf(missing)('series that the forecast was not made on (needs ../shared/data)', () => {
  it(
    'Facebook and AdWords side by side, 2019: bands hold, below every baseline that is given the spend, level with the other',
    async () => {
      const result = await held('ads/fb_vs_adwords_2019.csv');
      for (const { series, outcome } of result.report.verdicts) {
        const { own, ratios: against } = ratios(result, series, outcome);
        // Measured: impressions 76 to 82 %, clicks 76 to 82 %, conversions 80 to 83 %.
        expect(own.coverage[EIGHTY], `${series} ${outcome}`).toBeGreaterThan(0.72);
        expect(own.coverage[EIGHTY], `${series} ${outcome}`).toBeLessThan(0.88);
        for (const [name, ratio] of against) {
          // Every column there is drawn evenly between two bounds, day by day, whatever was spent (the file is simulated).
          // A forecast that knew the whole year's values beforehand would have 0.966 to 1.010 of the smoothed volume's CRPS,
          // so there is next to nothing to win against it: measured 0.979 to 1.023.
          expect(ratio, `${series} ${outcome} against ${name}`).toBeLessThan(name === 'smoothed volume' ? 1.05 : 1);
        }
      }
    },
    TIMEOUT,
  );

  it(
    'eleven campaigns on four platforms, one month: forecasts a week ahead, and says so where it is too little',
    async () => {
      const result = await held('ads/marketing_11campaigns_feb2021.csv', { horizon: 7, origins: 4 });
      expect(new Set(result.report.table.map(({ series }) => series))).toEqual(
        // Banners and an influencer's name no platform.
        new Set(['facebook', 'google', 'instagram', 'youtube', 'unknown', 'total']),
      );
      for (const row of result.report.table) expect(Number.isFinite(row.crps)).toBe(true);
    },
    TIMEOUT,
  );

  it.each([
    'ads/kag_conversion_data.csv',
    'ads/snap_political_2018.csv',
    'ads/ab_control_group.csv',
    'mmm/robyn_dt_simulated_weekly.csv',
    'exports/fb_monthly_thousands_percent.csv',
    'exports/microsoft_ads_utf8bom.csv',
    'synthetic/global_ads_performance.csv',
  ])(
    'fits %s: every number finite, every interval with a width',
    async (path) => {
      const daily = answerOf(dailyRowsOf([await readExport(`${DATA}/${path}`)]));
      const fitted = calibrate(withStages(daily, guessStages(daily)), {
        seed: 'huni',
        currency: daily.currency,
        periodDays: 7,
        horizonDays: 91,
      });
      expect(fitted.lines.length).toBeGreaterThan(0);
      for (const { line } of fitted.lines) {
        const { mu, sigma } = line.cpm.distribution as { readonly mu: number; readonly sigma: number };
        expect(Number.isFinite(mu)).toBe(true);
        // As narrow as the data make it: a simulated series or one of many months may be within a few percent.
        expect(sigma).toBeGreaterThan(0);
        expect(sigma).toBeLessThan(3);
        expect(line.noise.sd).toBeGreaterThan(0);
      }
    },
    TIMEOUT,
  );
});
