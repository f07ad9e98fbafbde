import { describe, expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { scenarioOf } from './support.js';

/** One line whose every rate is certain, so that each part of the bridge can be worked out by hand. */
const certain = `
currency: USD
horizon: 4 weeks
budget: 10000
draws: 64
economics:
  order_value: 40
  margin: 0.5
  repeat_rate: 0
  fee: 10%
  tax: 5%
  fixed_costs: [{ name: Studio, amount: 600 }, { name: Creators, amount: 400 }]
  baseline: 25
  delay_days: 7
noise: off
creative: off
lines:
  - { platform: facebook, stage: awareness, budget: 10000, audience: 5m, fatigue: 0, cpm: 10, ctr: 0.01, view_rate: 0.2, cvr: 0.04 }
`;

/** Everything uncertain that a part depends on, the fee and the tax included. */
const uncertain = `
currency: AZN
horizon: 8 weeks
budget: 20000
draws: 1024
seed: bridge
economics:
  order_value: 20 to 60
  margin: 40% to 60%
  repeat_rate: 0.2 to 0.6
  referral_rate: 0.05
  fee: 5% to 15%
  tax: 10% to 20%
  fixed_costs: [{ name: Studio, amount: 600 to 1500 }]
  baseline: 20 to 30
  delay_days: 5 to 20
  value_days: 60
lines:
  - { platform: facebook, stage: awareness, budget: 12000, audience: 200k }
  - { platform: instagram, stage: conversion, budget: 8000, audience: 20k }
kpis:
  costs_beyond_media: cost - spend
`;

describe('the bridge of a certain plan', () => {
  it('is what the model says by hand', async () => {
    const { result } = await runForecast(await scenarioOf(certain), { optimize: false, charts: false, workers: 1 });
    const { bridge } = result.plans.given;
    // Impressions 10000 / 10 · 1000 = 1,000,000; clicks 10,000; orders 400, a hundred a week.
    // Half of what is unrecorded is recorded each week: 100 · (1/2 + 1/4 + 1/8 + 1/16) = 93.75 are not by the end.
    expect(bridge.tail.orders).toBeCloseTo(93.75, 9);
    expect(bridge.recorded.orders).toBeCloseTo(306.25, 9);
    expect(bridge.recorded.revenue).toBeCloseTo(306.25 * 40, 8);
    expect(bridge.recorded.gross_margin).toBeCloseTo(306.25 * 20, 8);
    expect(bridge.tail.gross_margin).toBeCloseTo(93.75 * 20, 8);
    expect(bridge).toMatchObject({ media: 10_000, future: { orders: 0, revenue: 0, gross_margin: 0 } });
    expect(bridge.fees).toBeCloseTo(1000, 9);
    expect(bridge.tax).toBeCloseTo(500, 9);
    expect(bridge.fixed_costs).toBe(1000);
    // 25 orders a week without any spend; in no other figure.
    expect(bridge.baseline).toEqual({ orders: 100, revenue: 4000, gross_margin: 2000 });
    expect(result.plans.given.kpis.total.orders!.mean).toBeCloseTo(400, 9);
  });
});

/** A line by a fitted curve, whose spend works on after the horizon: that is in the tail, without any delay of recording. */
const carried = uncertain
  .replace('delay_days: 5 to 20', 'delay_days: 0')
  .replace(
    'kpis:',
    '  - { platform: tv, stage: awareness, budget: 5000, response: { curve: hill, maximum: 90 to 120, ec: 400, slope: 1, adstock: { type: geometric, theta: 0.6, l_max: 6 } } }\nkpis:',
  )
  .replace('budget: 20000', 'budget: 25000');

describe.each([
  ['an uncertain plan', uncertain],
  ['a plan with a fitted curve that carries over', carried],
])('the bridge of %s', (_, text) => {
  it('adds up to the mean profit, and its parts to the means that the result has', async () => {
    const { result } = await runForecast(await scenarioOf(text), { charts: false, prices: false, workers: 1 });
    const { given, optimized } = result.plans;
    for (const { bridge, kpis } of [given, optimized!]) {
      const { recorded, tail, media, fees, tax, fixed_costs, future, baseline } = bridge;
      const mean = (kpi: string) => kpis.total[kpi]!.mean!;
      // Sums of 1,024 doubles in another order: their error is far below a billionth of the largest.
      const close = (found: number, wanted: number) =>
        expect(Math.abs(found - wanted)).toBeLessThan(1e-9 * Math.max(mean('revenue'), mean('cost')));
      close(recorded.gross_margin + tail.gross_margin - media - fees - tax - fixed_costs, mean('profit'));
      close(recorded.revenue + tail.revenue, mean('revenue'));
      close(recorded.orders + tail.orders, mean('orders'));
      close(fees + tax + fixed_costs, mean('costs_beyond_media'));
      const margins = kpis.periods.map(({ gross_margin }) => (gross_margin as { mean: number }).mean);
      close(
        recorded.gross_margin,
        margins.reduce((a, b) => a + b, 0),
      );
      expect(future.orders).toBe(mean('future_orders'));
      for (const value of [tail, future, baseline]) expect(value.gross_margin).toBeGreaterThan(0);
      // The mean order of those that come later lies within the interval of an order's value.
      expect(future.revenue / future.orders).toBeGreaterThan(20);
      expect(future.revenue / future.orders).toBeLessThan(60);
    }
    // Without any spend the same comes, whatever the plan.
    expect(optimized!.bridge.baseline).toEqual(given.bridge.baseline);
    // The interval's lognormal: mean exp(mu + s²/2), mu = ln 600 / 2, s = ln 1.5 / (2 · 1.6449), over 8 weeks.
    const spread = Math.log(1.5) / (2 * 1.6448536269514722);
    expect(given.bridge.baseline.orders).toBeCloseTo(8 * Math.exp(Math.log(600) / 2 + spread ** 2 / 2), 6);
  });
});
