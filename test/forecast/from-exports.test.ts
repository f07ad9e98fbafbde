import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calibrate } from '../../src/calibrate/index.js';
import { openEngine } from '../../src/engine/open.js';
import type { Engine } from '../../src/engine/types.js';
import { backtestPlan } from '../../src/forecast/plan-backtest.js';
import { farOff, reconcile, reconciliationText } from '../../src/forecast/reconcile.js';
import { dailyRows, type Row } from '../calibrate/support.js';

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
      /^Check: 2022-05-10 to 2022-06-06 priced again with its spend: impressions \d+ %/,
    );
  }, 60_000);

  it('calls a plan far off that gives a multiple of what came', () => {
    const at = (repriced: number) => ({
      from: '2026-01-01',
      to: '2026-01-28',
      spend: 100,
      figures: [{ name: 'clicks' as const, came: 100, repriced }],
    });
    expect(farOff(at(130)).level).toBe('near');
    expect(farOff(at(200)).level).toBe('told');
    expect(farOff(at(20)).level).toBe('refused');
    expect(reconciliationText(at(200))).toContain('far off');
  });

  it('is held against what came from several days, with the spend that was made', async () => {
    const [month] = await backtestPlan(dailyRows(ROWS), {
      seed: 'held',
      currency: 'USD',
      weeks: [4, 52],
      origins: 3,
      draws: 512,
      windowDays: 1,
      engine,
    });
    expect(month?.weeks).toBe(4);
    expect(month?.forecasts).toHaveLength(3);
    for (const { spend, totals } of month?.forecasts ?? []) {
      expect(spend).toBeCloseTo(5600, 6);
      const { impressions } = totals;
      expect(impressions!.actual).toBeGreaterThan(impressions!.p10);
      expect(impressions!.actual).toBeLessThan(impressions!.p90);
    }
    expect(Math.abs(month?.total.impressions?.bias ?? 1)).toBeLessThan(0.05);
    // Three overlapping months prove nothing.
    expect(month?.total.impressions?.verdict.kind).toBe("can't tell yet");
  }, 120_000);
});
