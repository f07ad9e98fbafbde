import { describe, expect, it } from 'vitest';
import { campaignSeries } from '../../../src/calibrate/fit/daily.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { audienceOf, fitReach } from '../../../src/calibrate/fit/reach.js';
import { mean, quantile } from '../../../src/distributions/index.js';
import { dailyRows, successes } from '../support.js';

/** Section 3 of the model: reach under Poisson exposure. */
const reachOf = (audience: number, impressions: number) => -audience * Math.expm1(-impressions / audience);

describe('audienceOf', () => {
  it('undoes the reach curve', () => {
    for (const [audience, impressions] of [
      [50_000, 20_000],
      [50_000, 400_000],
      [1e6, 60_000],
    ] as const) {
      expect(audienceOf(reachOf(audience, impressions), impressions)).toBeCloseTo(audience, -Math.log10(audience) + 6);
    }
  });

  it('has no answer where everyone was reached once, or reach is impossible', () => {
    expect(audienceOf(1000, 1000)).toBeNull();
    expect(audienceOf(1200, 1000)).toBeNull();
    expect(audienceOf(0, 1000)).toBeNull();
    expect(audienceOf(Number.NaN, 1000)).toBeNull();
  });
});

describe('fitReach', () => {
  it('recovers audience and fatigue that rows were made with', () => {
    const random = randomStream('reach', 'rows');
    const [audience, kappa] = [80_000, 0.2];
    const rows = Array.from({ length: 300 }, (_, day) => {
      const impressions = Math.round(150_000 * Math.exp(0.6 * random.normal()));
      const reach = Math.round(reachOf(audience, impressions) * Math.exp(0.005 * random.normal()));
      const frequency = impressions / reach;
      const effective = -Math.expm1(-kappa * frequency) / (kappa * frequency);
      return { day, spend: 100, impressions, reach, clicks: successes(impressions, 0.02 * effective, random) };
    });
    const fit = fitReach(campaignSeries(dailyRows(rows)), 0.05);
    const found = fit.audience!.distribution;
    expect(quantile(found, 0.05)).toBeLessThan(audience);
    expect(quantile(found, 0.95)).toBeGreaterThan(audience);
    expect(mean(found) / audience).toBeGreaterThan(0.8);
    expect(mean(found) / audience).toBeLessThan(1.3);
    // The slope's −κ/2 is exact for small κ only; at κ 0.2 and frequencies of 1 to 6 the curve is flatter.
    const fatigue = fit.fatigue!.distribution;
    expect(quantile(fatigue, 0.05)).toBeGreaterThan(0.08);
    expect(quantile(fatigue, 0.95)).toBeLessThan(0.25);
  });

  it('says nothing without reach, and little from one row', () => {
    const none = fitReach(campaignSeries(dailyRows([{ day: 1, spend: 1, impressions: 100, clicks: 1 }])), 0.05);
    expect(none).toEqual({ audience: null, fatigue: null });
    const one = fitReach(
      campaignSeries(dailyRows([{ day: 1, spend: 1, impressions: 2000, reach: 1500, clicks: 9 }])),
      0.05,
    );
    expect(one.audience!.rows).toBe(1);
    expect(quantile(one.audience!.distribution, 0.95) / quantile(one.audience!.distribution, 0.05)).toBeGreaterThan(3);
    expect(one.fatigue).toBeNull();
  });
});
