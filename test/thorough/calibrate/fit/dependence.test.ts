// @module-tag slow
import { describe, expect, it } from 'vitest';
import { campaignSeries } from '../../../../src/calibrate/fit/daily.js';
import { surprises } from '../../../../src/calibrate/fit/dependence.js';
import { factorShares } from '../../../../src/calibrate/fit/factors.js';
import { fitGroup } from '../../../../src/calibrate/fit/group.js';
import { randomStream } from '../../../../src/calibrate/fit/random.js';
import { dailyRows, type Row, simulateWorld, WORLD } from '../../../calibrate/support.js';

const OPTIONS = { seed: 'test', draws: 100, currency: null, rates: ['ctr', 'cvr'] as const, name: 'group' };
const fitOf = (rows: readonly Row[], platform = 'facebook') =>
  fitGroup(campaignSeries(dailyRows(rows)), { platform, stage: 'awareness' }, OPTIONS);

describe('surprises', () => {
  const base = {
    sharedPrice: 0,
    pairs: { priceWithClicks: 0, clicksWithConversions: 0, priceWithConversions: 0, sharedPrice: 0 },
  };

  it('have the correlations asked for', () => {
    const wanted = { ...base, priceWithClicks: 0.6, clicksWithConversions: -0.3, priceWithConversions: 0.2 };
    const draw = surprises(wanted);
    const random = randomStream('surprises', 'draws');
    const n = 40_000;
    const sums = { pc: 0, cv: 0, pv: 0, cc: 0, vv: 0 };
    for (let i = 0; i < n; i++) {
      const price = random.normal();
      const { click, conversion } = draw(price, random.normal(), random.normal());
      sums.pc += price * click;
      sums.cv += click * conversion;
      sums.pv += price * conversion;
      sums.cc += click * click;
      sums.vv += conversion * conversion;
    }
    // Standard error of a mean product of correlated normals: √((1 + ρ²) / n), below 0.006.
    const margin = 4 * 0.006;
    expect(Math.abs(sums.pc / n - 0.6)).toBeLessThan(margin);
    expect(Math.abs(sums.cv / n + 0.3)).toBeLessThan(margin);
    expect(Math.abs(sums.pv / n - 0.2)).toBeLessThan(margin);
    // Of a mean square: √(2 / n).
    expect(Math.abs(sums.cc / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(sums.vv / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });

  it('stay standard where correlations contradict each other', () => {
    const draw = surprises({
      ...base,
      priceWithClicks: 0.95,
      clicksWithConversions: -0.95,
      priceWithConversions: 0.95,
    });
    const random = randomStream('surprises', 'impossible');
    const n = 20_000;
    let square = 0;
    for (let i = 0; i < n; i++) square += draw(random.normal(), random.normal(), random.normal()).conversion ** 2;
    expect(Math.abs(square / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });
});

describe('measured dependence', () => {
  it('is none where days are independent', () => {
    const { dependence } = fitOf(simulateWorld({ ...WORLD, campaigns: 4, days: 120 }, 'independent'));
    // Standard error of a correlation of 480 days: 0.046; of six pairs of campaigns a day, 720 products: 0.037.
    expect(Math.abs(dependence.priceWithClicks)).toBeLessThan(4 * 0.046);
    expect(dependence.sharedPrice).toBeLessThan(4 * 0.037);
  });

  it('finds a shock that all campaigns share, and that clicks follow price', () => {
    const random = randomStream('shock', 'days');
    const shocks = Array.from({ length: 120 }, () => 0.4 * random.normal());
    const rows = simulateWorld({ ...WORLD, campaigns: 4, days: 120 }, 'shared').map((row): Row => {
      const shock = shocks[row.day - WORLD.firstDay]!;
      // Dearer impressions that are clicked more: the clicks stay.
      return { ...row, impressions: Math.round((row.impressions ?? 0) * Math.exp(-shock)) };
    });
    const { dependence } = fitOf(rows);
    expect(dependence.sharedPrice).toBeGreaterThan(0.3);
    expect(dependence.priceWithClicks).toBeGreaterThan(0.4);
  });
});

describe('factorShares', () => {
  const platforms = (shock: (day: number, platform: string) => number) =>
    ['facebook', 'tiktok'].map((platform) => {
      const rows = simulateWorld({ ...WORLD, platform, campaigns: 3, days: 180 }, `factors ${platform}`);
      return fitOf(
        rows.map((row) => ({
          ...row,
          impressions: Math.round((row.impressions ?? 0) * Math.exp(-shock(row.day, platform))),
        })),
        platform,
      );
    });

  it('tells what all share from what a platform shares', () => {
    const random = randomStream('factors', 'shocks');
    const shocks = new Map<string, number>();
    const at = (key: string) => {
      const known = shocks.get(key) ?? 0.4 * random.normal();
      shocks.set(key, known);
      return known;
    };
    const market = factorShares(
      platforms((day) => at(`${day}`)),
      'cpm',
      1,
    )!;
    const own = factorShares(
      platforms((day, platform) => at(`${platform} ${day}`)),
      'cpm',
      1,
    )!;
    // Shocks of sd 0.4 among surprises of sd 0.3 and 0.13 of their own, and what a filter can't know of a level: about half
    // of the variance. Standard error over 180 days: 0.5 √(2 / 180) = 0.05.
    expect(Math.abs(market.market - 0.5)).toBeLessThan(0.2);
    expect(market.platform).toBeLessThan(0.2);
    expect(own.market).toBeLessThan(0.2);
    expect(Math.abs(own.platform + own.market - 0.5)).toBeLessThan(0.2);
    for (const { market: a, platform: b } of [market, own]) {
      expect(a).toBeGreaterThanOrEqual(0);
      expect(b).toBeGreaterThanOrEqual(0);
      expect(a + b).toBeLessThanOrEqual(1);
    }
  });

  it('has nothing to say of one campaign', () => {
    expect(factorShares([fitOf(simulateWorld({ ...WORLD, campaigns: 1, days: 30 }, 'one'))], 'cpm', 7)).toBeNull();
  });
});
