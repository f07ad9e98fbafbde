import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/calibrate/fit/calibrate.js';
import { dailyRowsOf } from '../../src/calibrate/fit/from-export.js';
import { guessStages, withStages } from '../../src/calibrate/fit/stages.js';
import { readExport } from '../../src/calibrate/read/read-export.js';
import { FULL } from '../sample.js';
import { inTurn } from '../turn.js';
import { answerOf } from '../units/answer-of.js';
import { DATA, expectNotRefuted, held, missing, month, TIMEOUT } from './held.js';

/** The first takes half a minute's work, the second little: continuous integration has one of them a commit. */
const LOOKED_AT = inTurn(['side by side, 2024', 'one month'], 1 / 2, (name) => name);

describe.skipIf(missing)('other series that the forecast was not made on (needs ../shared/data)', () => {
  it.skipIf(!LOOKED_AT.includes('side by side, 2024'))(
    'platforms side by side, 2024: totals in their bands, means right, and below every baseline',
    async () => {
      const result = await held('synthetic/global_ads_performance.csv', {
        totals: [],
        // All 20 in a full run; the file is made up.
        ...(FULL ? {} : { origins: 10 }),
      });
      for (const outcome of ['impressions', 'clicks', 'conversions'] as const) {
        const row = month(result, outcome);
        // Measured: 90, 95 and 95 % of 20 totals, means +1, −2 and −2 %, CRPS 0.43, 0.69 and 0.62.
        expectNotRefuted(row);
        expect(Math.abs(row.bias), outcome).toBeLessThan(0.15);
        for (const [name, crps] of Object.entries(row.baselines)) {
          expect(row.crps / crps, `${outcome} against ${name}`).toBeLessThan(1);
        }
      }
    },
    TIMEOUT,
  );

  it.skipIf(!LOOKED_AT.includes('one month'))(
    'eleven campaigns on four platforms, one month: forecasts a week ahead, and says so where it is too little',
    async () => {
      // Four in a full run: nothing is asked of how well they do.
      const origins = FULL ? 4 : 1;
      const { report } = await held('ads/marketing_11campaigns_feb2021.csv', { horizon: 7, totals: [], origins });
      // Banners and an influencer's name no platform, so they are in no plan.
      expect(new Set(report.scores.map(({ group }) => group))).toEqual(
        new Set(['facebook', 'google', 'instagram', 'youtube', 'total']),
      );
      for (const row of report.scores) expect(Number.isFinite(row.crps)).toBe(true);
    },
    TIMEOUT,
  );

  const files = [
    'ads/kag_conversion_data.csv',
    'ads/snap_political_2018.csv',
    'ads/ab_control_group.csv',
    'mmm/robyn_dt_simulated_weekly.csv',
    'exports/fb_monthly_thousands_percent.csv',
    'exports/microsoft_ads_utf8bom.csv',
    'synthetic/global_ads_performance.csv',
  ];
  it.each(inTurn(files, 1 / 2, (path) => path))(
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
