import { describe, expect, it } from 'vitest';
import {
  type CalibrateOptions,
  type Calibration,
  calibrate,
  type LineFit,
} from '../../../src/calibrate/fit/calibrate.js';
import { campaignSeries } from '../../../src/calibrate/fit/daily.js';
import { type FragmentOptions, fragmentText } from '../../../src/calibrate/fit/fragment.js';
import { maximise } from '../../../src/calibrate/fit/nelder-mead.js';
import { presentLevel } from '../../../src/calibrate/fit/present.js';
import { spendEffects } from '../../../src/calibrate/fit/price-data.js';
import { orderWeekdays, weekdayOf } from '../../../src/calibrate/fit/season.js';
import { parseScenario } from '../../../src/scenario/index.js';
import { dailyRows, simulateWorld, WORLD } from '../support.js';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

it('the simplex shrinks towards its best corner, wherever that is', () => {
  const looked: string[] = [];
  maximise(
    (x) => {
      const at = Array.from(x, (one) => one).join();
      looked.push(at);
      return { '4,6': 0, '5,6': -1, '4,7': -2 }[at] ?? -3;
    },
    Float64Array.of(4, 6),
    Float64Array.of(1, 1),
    { evaluations: 40 },
  );
  expect(looked.slice(0, 7)).toEqual(['4,6', '5,6', '4,7', '5,5', '4.25,6.5', '4.5,6', '4,6.5']);
});

it('levels of spend are measured from the mean of its logarithms, or from a centre that is given', () => {
  const spend = Float64Array.of(1, Math.E, 0, Math.E ** 5);
  expect(spendEffects(spend).centre).toBeCloseTo(2, 12);
  // The level of each is the mean of all three, as far apart as they are.
  for (const row of [0, 1, 3]) expect(spendEffects(spend).level[row]).toBeCloseTo(0, 12);
  for (const row of [0, 1, 3]) expect(spendEffects(spend, 1.5).level[row]).toBeCloseTo(0.5, 12);
  expect(spendEffects(Float64Array.of(0, 0)).centre).toBe(0);
});

it('weekdays of orders are shrunk by what such ratios are by chance, where that is more than counting would make it', () => {
  const weeks = 10;
  const orders = [10, 10, 10, 10, 10, 10, 24];
  const rows = Array.from({ length: 7 * weeks + 6 }, (_, t) => {
    const day = WORLD.firstDay + t;
    return { day, spend: 100, impressions: 20_000, clicks: 100, conversions: orders[weekdayOf(day)] ?? 0 };
  });
  const found = orderWeekdays(campaignSeries(dailyRows(rows)), null);
  // Any seven days in a row bring 84 orders, so 12 are expected of each; squares of what came off that, over what was expected.
  const dispersion = ((mean(orders.map((c) => (c - 12) ** 2)) / 12) * 7) / 6;
  const logs = orders.map((c) => Math.log((weeks * c + 0.5) / (weeks * 12 + 0.5)));
  const noise = dispersion / (weeks * 12);
  const spread = logs.reduce((sum, log) => sum + (log - mean(logs)) ** 2, 0) / 6;
  const shrunk = logs.map((log) => ((log - mean(logs)) * (spread - noise)) / spread);
  const scale = Math.log(mean(shrunk.map(Math.exp)));
  expect(dispersion).toBeGreaterThan(2);
  found.forEach((log, w) => {
    expect(log).toBeCloseTo((shrunk[w] ?? 0) - scale, 12);
  });
});

describe('the present level of two days', () => {
  const level = (hits: readonly number[], expected: readonly number[]) =>
    presentLevel(
      {
        hits: Float64Array.from(hits),
        expected: Float64Array.from(expected),
        spent: Float64Array.from(expected),
        mix: new Float64Array(hits.length + 1),
      },
      { periodDays: 7, horizonDays: 28, windowDays: 1, belief: 0.15 },
    );

  it('has the usual half-life, and counts five hits for the fit itself', () => {
    const { halfLife, logRatio } = level([100, 120], [50, 60]);
    const keep = 2 ** (-1 / 28);
    expect(halfLife).toBe(28);
    expect(logRatio).toBeCloseTo(Math.log((keep * 100 + 120 + 5) / (keep * 50 + 60 + 5)), 12);
  });

  it('is made no older by a day without any exposure', () => {
    expect(level([100, 0], [50, 0]).logRatio).toBeCloseTo(Math.log(105 / 55), 12);
  });
});

describe('a calibration as a scenario', () => {
  const options: CalibrateOptions = { seed: 'test', currency: 'USD', periodDays: 7, horizonDays: 91 };
  const world = (platform: string) => simulateWorld({ ...WORLD, platform, campaigns: 2, days: 60 }, 'closed');
  const calibrated = calibrate(dailyRows([...world('facebook'), ...world('tiktok')]), options);
  const written = (changed: Calibration, plan: FragmentOptions['plan'] = {}): string =>
    fragmentText(changed, {
      name: 'two lines',
      currency: 'USD',
      digits: 2,
      start: null,
      horizon: { periods: 13, unit: 'week', periodDays: 7 },
      windowDays: 1,
      sources: ['a.csv', 'b.csv'],
      notes: [],
      plan,
    }) ?? '';
  const changed = (change: (line: LineFit['line'], k: number) => Partial<LineFit['line']>): Calibration => ({
    ...calibrated,
    lines: calibrated.lines.map((one, k) => ({ ...one, line: { ...one.line, ...change(one.line, k) } })),
  });

  it('says what it was made from, and takes an order value that is given', () => {
    expect(written(calibrated).split('\n')[0]).toBe('# Calibrated from a.csv, b.csv.');
    expect(written(calibrated, { orderValue: '42' })).toContain('\n  order_value: 42\n');
    expect(written(calibrated)).not.toContain('order_value: 42');
  });

  it('splits a budget as the pace was, to the cent, and gives the largest line what rounding leaves', async () => {
    const text = written(
      changed((_, k) => ({ dailySpend: [1, 2][k] ?? 0 })),
      { budget: 1000 },
    );
    const reading = await parseScenario(text, 'calibrated.yaml');
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.scenario.budget).toBe(1000);
    expect(reading.scenario.lines.map(({ budget }) => budget)).toEqual([333.33, 666.67]);
  });

  it('has the lines that spend is given for, where that is one of two', () => {
    const text = written(calibrated, { spend: new Map([['tiktok/awareness', new Array<number>(13).fill(100)]]) });
    expect(text).toContain('platform: tiktok');
    expect(text).not.toContain('platform: facebook');
  });

  it("has each platform's noise of a rate, its lines' by what they spent", () => {
    const noisy = changed((_, k) => ({
      platform: 'facebook',
      stage: (['awareness', 'conversion'] as const)[k] ?? 'awareness',
      spend: [300, 100][k] ?? 0,
      rateNoise: { ctr: { sd: [0.1, 0.3][k] ?? 0, rho: 0.4 }, view_rate: null, cvr: null },
    }));
    // √(¾ · 0.01 + ¼ · 0.09)
    expect(written(noisy)).toMatch(/\n {2}ctr:\n {4}platforms:\n {6}facebook: \{ sd: 0\.173205, rho: 0 \}\n/);
    const calm = changed(() => ({ rateNoise: { ctr: null, view_rate: null, cvr: null } }));
    expect(written(calm)).not.toContain('  ctr:\n    platforms:');
  });

  it('has what lines share, or says that nothing is known of it', () => {
    const nothing = 'one campaign tells nothing of what lines have in common';
    const shares = { market: 0.2, platform: 0.3, pairs: 5 };
    const without = { ...calibrated, shares: { cpm: null, ctr: null, cvr: null } };
    expect(written(without)).toContain(nothing);
    const known = written({ ...calibrated, shares: { ...without.shares, ctr: shares } });
    expect(known).not.toContain(nothing);
    expect(known).toContain('\n  ctr: { market: 0.2, platform: 0.3 }');
  });

  it("has pairs of a line's figures, but of none that is certain", () => {
    const tied = (certain: boolean) =>
      changed(({ joint, cpm }) => ({
        joint: {
          ...joint,
          correlation: joint.correlation.map((_, at) => (at % (joint.figures.length + 1) === 0 ? 1 : 0.5)),
        },
        cpm: certain && cpm !== null ? { ...cpm, distribution: { family: 'fixed', value: 5 } } : cpm,
      }));
    expect(written(tied(false))).toMatch(/between: \[.*facebook\/awareness\.cpm.*\], rho: 0\.5 /);
    expect(written(tied(true))).not.toMatch(/between: .*\.cpm/);
    expect(written(tied(true))).toMatch(/between: .*facebook\/awareness\.ctr/);
  });

  it('carries in what was spent in the eight weeks before it, not more', () => {
    const carried = [...written(calibrated).matchAll(/carry_in: \[(.*?)\]/g)].map(([, list = '']) => list.split(','));
    expect(carried.map(({ length }) => length)).toEqual([8, 8]);
  });
});
