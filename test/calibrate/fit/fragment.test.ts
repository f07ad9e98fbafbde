import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type CalibrateOptions, calibrate } from '../../../src/calibrate/fit/calibrate.js';
import { dayNumber } from '../../../src/calibrate/fit/daily.js';
import { fragmentText, notExpressed } from '../../../src/calibrate/fit/fragment.js';
import { dailyRowsOf, MixedExportsError } from '../../../src/calibrate/fit/from-export.js';
import { readExport } from '../../../src/calibrate/read/read-export.js';
import { mean, quantile } from '../../../src/distributions/index.js';
import { parseScenario } from '../../../src/scenario/index.js';
import type { Scenario } from '../../../src/scenario/types.js';
import { funnelOf } from '../../scenario/plain.js';
import { dailyRows, type Row, simulateWorld, WORLD } from '../support.js';

const OPTIONS: CalibrateOptions = { seed: 'test', currency: 'USD', periodDays: 7 };
const FRAGMENT = {
  name: 'From exports: "spring" #1',
  currency: 'USD',
  digits: 2,
  start: null,
  horizon: { periods: 13, unit: 'week', periodDays: 7 },
  windowDays: 1,
  sources: ['a.csv'],
  notes: ['a note\nof two lines: with a colon'],
} as const;

async function scenarioOf(rows: readonly Row[]): Promise<{ readonly text: string; readonly scenario: Scenario }> {
  const text = fragmentText(calibrate(dailyRows(rows), OPTIONS), FRAGMENT);
  const reading = await parseScenario(text!, 'calibrated.yaml');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { text: text!, scenario: reading.scenario };
}

describe('fragmentText', () => {
  it('is a scenario with the distributions of a world that it was fitted on', async () => {
    const rows = simulateWorld({ ...WORLD, campaigns: 8, days: 120 }, 'fragment');
    const { text, scenario } = await scenarioOf(rows);
    expect(scenario.name).toBe(FRAGMENT.name);
    expect(scenario.start).toBe(new Date((WORLD.firstDay + 120) * 86_400_000).toISOString().slice(0, 10));
    const [line] = scenario.lines;
    expect(line!.id).toBe('facebook/awareness');
    for (const metric of ['cpm', 'ctr', 'cvr'] as const)
      expect(funnelOf(line).quantities[metric].origin.kind).toBe('given');
    expect(funnelOf(line).quantities.view_rate.origin.kind).not.toBe('given');
    // What was really paid and clicked lies within the 90 % intervals.
    const sum = (of: (row: Row) => number | undefined) => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
    const [spend, impressions, clicks] = [sum((r) => r.spend), sum((r) => r.impressions), sum((r) => r.clicks)];
    const within = (value: number, metric: 'cpm' | 'ctr' | 'cvr') => {
      const { distribution } = funnelOf(line).quantities[metric];
      expect(value, metric).toBeGreaterThan(quantile(distribution, 0.05));
      expect(value, metric).toBeLessThan(quantile(distribution, 0.95));
    };
    within((1000 * spend) / impressions, 'cpm');
    within(clicks / impressions, 'ctr');
    within(sum((r) => r.conversions) / clicks, 'cvr');
    expect(text).toMatch(
      /cpm: \{ dist: lognormal.*# 20\d\d-\d\d-\d\d to .* 960 rows, 8 campaigns; hierarchical lognormal/,
    );
    expect(scenario.noise.facebook!.sd).toBeGreaterThan(0.02);
    expect(scenario.noise.facebook!.sd).toBeLessThan(0.3);
  });

  it('says what has no key in a scenario: an answer of price to spend, where the rows tell one', async () => {
    // Impressions whatever is spent: twice the spend is twice the price.
    const rows = Array.from({ length: 120 }, (_, i): Row => {
      const spend = 50 * (1 + (Math.floor(i / 20) % 3)) * (1 + 0.02 * (i % 7));
      return { day: 18_000 + i, spend, impressions: 10_000 + 150 * ((i * 37) % 11), clicks: 100 };
    });
    const fitted = calibrate(dailyRows(rows), OPTIONS);
    const told = notExpressed(fitted).find((note) => note.includes('with each doubling of spend'));
    expect(told).toMatch(/^facebook\/awareness: price changed by \d+ % \(90 %: \d+ % to \d+ %\)/);
    const share = Number(/changed by (\d+) %/.exec(told!)![1]);
    // The true one is 100 %, drawn somewhat towards the belief that price stays.
    expect(share).toBeGreaterThan(60);
    expect(share).toBeLessThan(110);
    expect(fragmentText(fitted, FRAGMENT)).toMatch(/# price changed by \d+ % .* there is no key for it/);
    const still = simulateWorld({ ...WORLD, effects: [1.5, 0, 0], campaigns: 2, days: 30 }, 'still');
    expect(fragmentText(calibrate(dailyRows(still), OPTIONS), FRAGMENT)).toContain('with each doubling of spend');
  });

  it.each<readonly [string, readonly Row[]]>([
    ['one row', [{ day: 18_000, spend: 10, impressions: 2000, clicks: 20, conversions: 0 }]],
    ['one row without a click', [{ day: 18_000, spend: 0.01, impressions: 1, clicks: 0, conversions: 0 }]],
    ['no clicks column', [{ day: 18_000, spend: 10, impressions: 2000 }]],
    [
      'two lines of one campaign each',
      [
        { stage: 'awareness', campaign: 'a', day: 18_000, spend: 10, impressions: 2000, clicks: 9 },
        { stage: 'conversion', campaign: 'b', day: 18_001, spend: 10, impressions: 900, clicks: 30, conversions: 30 },
      ],
    ],
    [
      'the same figures every day',
      Array.from({ length: 60 }, (_, i) => ({
        day: 18_000 + i,
        spend: 10,
        impressions: 2000,
        clicks: 20,
        conversions: 2,
      })),
    ],
    ['a huge price', [{ day: 18_000, spend: 1e9, impressions: 1, clicks: 1, conversions: 1 }]],
  ])('accepts its own words for %s: wide, and finite', async (_, rows) => {
    const { scenario } = await scenarioOf(rows);
    for (const line of scenario.lines) {
      const { cpm, ctr } = funnelOf(line).quantities;
      for (const { distribution } of [cpm, ctr]) {
        const [low, high] = [quantile(distribution, 0.05), quantile(distribution, 0.95)];
        expect(Number.isFinite(mean(distribution))).toBe(true);
        // No quantity is narrower than 0.1 log units to either side: exp(2 · 1.645 · 0.1) = 1.39.
        expect(high / low).toBeGreaterThan(1.3);
      }
      if (rows.length === 1)
        expect(quantile(cpm.distribution, 0.95) / quantile(cpm.distribution, 0.05)).toBeGreaterThan(2);
    }
  });

  it('is nothing where no platform is one that scenarios know, and says nothing of campaigns without impressions', () => {
    const fitted = calibrate(dailyRows([{ platform: 'tv', day: 1, spend: 10, impressions: 100 }]), OPTIONS);
    expect(fragmentText(fitted, FRAGMENT)).toBeNull();
    const empty = calibrate(dailyRows([{ campaign: 'a', day: 1, spend: 10, impressions: 0 }]), OPTIONS);
    expect(empty.lines).toEqual([]);
    expect(empty.withoutRows).toEqual(['a']);
  });

  it('writes the season of three years, month by month', async () => {
    const first = dayNumber('2021-01-01');
    const rows = Array.from({ length: 3 * 365 }, (_, t): Row => {
      const month = new Date((first + t) * 86_400_000).getUTCMonth();
      // A little noise that is the same every run.
      const price = 5 * (month === 0 ? 1.5 : 1) * Math.exp(0.1 * Math.sin(t * 12.9898));
      return { day: first + t, spend: 100, impressions: Math.round(100_000 / price) };
    });
    const { scenario } = await scenarioOf(rows);
    // The 13 weeks from 2024-01-01: January's are dear against March's.
    expect(scenario.season.cpm[0]! / scenario.season.cpm[12]!).toBeGreaterThan(1.35);
    expect(scenario.season.cpm[0]! / scenario.season.cpm[12]!).toBeLessThan(1.65);
  });

  it('is the same to the last bit for the same seed', async () => {
    const rows = simulateWorld({ ...WORLD, campaigns: 2, days: 30 }, 'same');
    const text = () => fragmentText(calibrate(dailyRows(rows), OPTIONS), FRAGMENT);
    expect(text()).toBe(text());
  });
});

describe('dailyRowsOf', () => {
  const read = (text: string) => readExport(Readable.from([Buffer.from(text)]));
  const META =
    'Reporting starts,Reporting ends,Campaign name,Ad set name,Objective,Amount spent (USD),Impressions,Reach,Link clicks\n';

  it('adds ad sets up by campaign and day, but not their reach', async () => {
    const reading = await read(
      `${META}2024-03-01,2024-03-01,A,one,OUTCOME_SALES,10.00,1000,800,10\n2024-03-01,2024-03-01,A,two,OUTCOME_SALES,5.00,700,600,4\n2024-03-02,2024-03-02,A,one,OUTCOME_SALES,7.50,900,700,9\n`,
    );
    const daily = dailyRowsOf([reading]);
    expect(daily.currency).toBe('USD');
    expect(daily.rows.campaigns).toEqual([{ name: 'A', platform: 'facebook', stage: null }]);
    expect(daily.objectives).toEqual(['OUTCOME_SALES']);
    const { campaignSeries } = await import('../../../src/calibrate/fit/daily.js');
    const [series] = campaignSeries(daily.rows);
    expect(Array.from(series!.spend)).toEqual([15, 7.5]);
    expect(Array.from(series!.clicks)).toEqual([14, 9]);
    expect(Array.from(series!.reach)).toEqual([Number.NaN, 700]);
  });

  it('refuses files of different currencies', async () => {
    const one = await read(`${META}2024-03-01,2024-03-01,A,one,x,10.00,1000,800,10\n`);
    const other = await read(`${META.replace('USD', 'EUR')}2024-03-01,2024-03-01,A,one,x,10.00,1000,800,10\n`);
    expect(() => dailyRowsOf([one, other])).toThrow(MixedExportsError);
    expect(() => dailyRowsOf([one, other])).toThrow('EUR and USD');
  });
});
