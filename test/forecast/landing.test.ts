import { describe, expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { parseScenario } from '../../src/scenario/index.js';

const PLAN = `name: Landing
currency: USD
horizon: 4 weeks
budget: 4000
draws: 1024
economics: { order_value: 40 to 60, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 2500 }
  - { platform: facebook, stage: conversion, budget: 1500, audience: 40k }
phases:
  - { name: pilot, periods: 1, budget: 25%, gate: clicks >= 100, if_failed: stop }
  - { name: rest, periods: 3, budget: 75% }
shocks:
  - { name: auction, probability: 30%, cpm: +50%, lasts: 2 }
targets:
  - orders >= 20 with 50%
`;

describe('where a plan lands', () => {
  it('is told by the same figures as in a whole report, and by no more of them than it needs', async () => {
    const reading = await parseScenario(PLAN, 'plan.yaml');
    if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
    const [all, landing] = await Promise.all(
      (['all', 'landing'] as const).map((scope) =>
        runForecast(reading.scenario, { workers: 0, optimize: false, charts: false, scope }),
      ),
    );
    const [whole, part] = [all!.result.plans.given, landing!.result.plans.given];
    expect(part.kpis.total).toEqual(whole.kpis.total);
    for (const [id, kpis] of Object.entries(part.kpis.lines)) {
      expect(Object.keys(kpis)).toEqual(expect.arrayContaining(['spend', 'impressions', 'clicks', 'conversions']));
      expect(whole.kpis.lines[id]).toMatchObject(kpis);
    }
    expect(part.kpis).toMatchObject({ platforms: {}, stages: {}, periods: [] });
    expect(whole.phases!.length).toBe(2);
    for (const key of ['lines', 'phases', 'targets', 'rules', 'bridge', 'warnings'] as const) {
      expect(part[key]).toEqual(whole[key]);
    }
    expect(landing!.result.shocks).toEqual(all!.result.shocks);
    expect(landing!.details.given.cumulativeOrders).toEqual(all!.details.given.cumulativeOrders);
    expect(landing!.details.given.profit).toEqual(all!.details.given.profit);
  });
});
