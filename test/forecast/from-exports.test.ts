import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calibrate } from '../../src/calibrate/index.js';
import { openEngine } from '../../src/engine/open.js';
import type { Engine } from '../../src/engine/types.js';
import { BACKTEST_DEFAULTS, backtest } from '../../src/forecast/backtest/backtest.js';
import { farOff, reconcile, reconciliationText } from '../../src/forecast/reconcile.js';
import { dailyRows, type Row } from '../calibrate/support.js';
import { SLOW } from '../slow.js';

/** 150 days of two campaigns of one line at a price of 8, a click rate of 1.5 % and a conversion rate of 4 %, hardly moving. */
const ROWS = Array.from({ length: 300 }, (_, i): Row => {
  const day = Math.floor(i / 2);
  const wiggle = 1 + 0.05 * Math.sin(day * 12.9898 + (i % 2));
  const impressions = Math.round(12_500 * wiggle);
  return {
    campaign: i % 2 === 0 ? 'one' : 'two',
    day: 19_000 + day,
    spend: 100,
    impressions,
    clicks: Math.round(0.015 * impressions),
    conversions: Math.round(0.0006 * impressions),
  };
});

describe('a plan made from exports', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(0);
  });
  afterAll(() => engine.close());

  it('gives the last four weeks back, and says so in a line', async () => {
    const calibration = calibrate(dailyRows(ROWS), { seed: 'check', currency: 'USD', periodDays: 7, horizonDays: 28 });
    const check = await reconcile(
      calibration,
      { name: 'check', currency: 'USD', digits: 2, windowDays: 1, sources: [], notes: [] },
      engine,
    );
    expect(check?.spend).toBeCloseTo(5600, 6);
    for (const { came, repriced } of check?.figures ?? []) {
      expect(repriced / came).toBeGreaterThan(0.9);
      expect(repriced / came).toBeLessThan(1.1);
    }
    expect(check?.figures.map(({ name }) => name)).toEqual(['impressions', 'clicks', 'conversions']);
    expect(farOff(check!).level).toBe('near');
    expect(reconciliationText(check!)).toMatch(
      /^Check: 2022-05-10 to 2022-06-06 priced again with its spend: impressions \d+%/,
    );
  }, 60_000);

  it('says from which day it looks where an account is younger than four weeks', async () => {
    const rows = ROWS.slice(-20);
    const calibration = calibrate(dailyRows(rows), { seed: 'check', currency: 'USD', periodDays: 7, horizonDays: 28 });
    const options = { name: 'check', currency: 'USD', digits: 2, windowDays: 1, sources: [], notes: [] };
    const check = (await reconcile(calibration, options, engine))!;
    expect([check.from, check.to]).toEqual(['2022-05-28', '2022-06-06']);
  }, 60_000);

  it('holds no line against conversions that its export does not count', SLOW, async () => {
    const rows = ROWS.map((row, i): Row => {
      const retargeting = i % 2 === 1;
      return {
        ...row,
        ...(retargeting ? { platform: 'facebook', stage: 'conversion' } : { platform: 'tiktok' }),
        conversions: retargeting ? Number.NaN : row.conversions!,
      };
    });
    const calibration = calibrate(dailyRows(rows), {
      seed: 'check',
      currency: 'USD',
      periodDays: 7,
      horizonDays: 28,
    });
    const options = { name: 'check', currency: 'USD', digits: 2, windowDays: 1, sources: [], notes: [] };
    const check = (await reconcile(calibration, options, engine))!;
    const { came, repriced } = check.figures.find(({ name }) => name === 'conversions')!;
    expect(came).toBe(rows.slice(-56).reduce((sum, { conversions = 0 }) => sum + (conversions || 0), 0));
    expect(repriced / came).toBeGreaterThan(0.8);
    expect(repriced / came).toBeLessThan(1.25);
  });

  it('calls a plan far off that gives a multiple of what came', () => {
    const at = (repriced: number) => ({
      from: '2026-01-01',
      to: '2026-01-28',
      spend: 100,
      figures: [{ name: 'clicks' as const, came: 100, repriced }],
    });
    expect(farOff(at(130)).level).toBe('near');
    expect(farOff(at(200)).level).toBe('reported');
    expect(farOff(at(20)).level).toBe('refused');
    expect(reconciliationText(at(200))).toContain('far off');
  });

  it('is held against what came from several days, with the spend that was made', SLOW, async () => {
    const held = await backtest(dailyRows(ROWS), {
      ...BACKTEST_DEFAULTS,
      seed: 'held',
      currency: 'USD',
      origins: 3,
      draws: 512,
      windowDays: 1,
      engine,
    });
    const { report, scored } = held!;
    expect(report.origins).toHaveLength(3);
    const month = report.totals.filter(({ outcome, days }) => outcome === 'impressions' && days === 28);
    expect(month).toHaveLength(3);
    for (const { actual, p10, p90 } of month) {
      expect(actual).toBeGreaterThan(p10);
      expect(actual).toBeLessThan(p90);
    }
    const row = report.scores.find(
      ({ outcome, span }) => outcome === 'impressions' && span.kind === 'total' && span.days === 28,
    );
    expect(Math.abs(row?.bias ?? 1)).toBeLessThan(0.05);
    // Three overlapping months prove nothing.
    expect(row?.verdict.kind).toBe("can't tell yet");
    // Every day of every horizon, by a plan of days.
    const days = scored.filter(({ outcome, span }) => outcome === 'clicks' && span.kind === 'days');
    expect(days).toHaveLength(3 * 28);
    expect(days.every(({ score }) => Number.isFinite(score.crps) && score.pit > 0 && score.pit < 1)).toBe(true);
  });

  it('sees nothing of what came after an origin but the spend', SLOW, async () => {
    const options = {
      ...BACKTEST_DEFAULTS,
      horizon: 14,
      totals: [14],
      currency: 'USD',
      origins: 1,
      draws: 128,
      windowDays: 1,
      engine,
    };
    const origin = 19_000 + 149 - 14;
    const changed = ROWS.map(
      (row): Row => (row.day <= origin ? row : { ...row, impressions: 1, clicks: 0, conversions: 0 }),
    );
    const bands = async (rows: readonly Row[]) =>
      (await backtest(dailyRows(rows), options))!.scored.map(({ band }) => band);
    expect(await bands(changed)).toEqual(await bands(ROWS));
  });

  it('gives nothing for a history that is too short', async () => {
    const options = { ...BACKTEST_DEFAULTS, currency: 'USD', windowDays: 1, engine };
    expect(await backtest(dailyRows(ROWS.slice(0, 40)), options)).toBeNull();
  });
});
