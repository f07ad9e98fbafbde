import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { openSession, samplingPlan } from '../../src/engine/session.js';
import type { Engine } from '../../src/engine/types.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { between, whatIf } from '../../src/forecast/what-if.js';
import { moments } from '../../src/summary/moments.js';
import { scenarioOf } from './support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(2);
});
afterAll(() => engine.close());

const PLAN = `
currency: USD
horizon: 8 weeks
budget: 20000
draws: 1024
economics: { order_value: 60, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 12000, audience: 300k, cpm: 4 to 8, ctr: 1.2%, cvr: 3%, view_rate: 25% }
  - { platform: tiktok, stage: awareness, budget: 5000, audience: 300k, cpm: 3 to 6, ctr: 1%, cvr: 2%, view_rate: 25% }
  - { platform: instagram, stage: conversion, budget: 3000, cpm: 5 to 9, ctr: 2%, cvr: 6% }
`;

describe('tables to change budgets by', () => {
  it('are the model at their points, and as near to it between them as they say', async () => {
    const scenario = await scenarioOf(PLAN);
    const session = await openSession(scenario, { engine });
    try {
      const plan = decisionGiven(scenario);
      const tables = (await whatIf(session, scenario, plan))!;
      const sampling = samplingPlan(scenario, 1024, 'what if');
      const total = [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' } as const }];
      const profitOf = async (budgets: readonly number[]): Promise<number> => {
        const decision = { ...plan, budgets: Float64Array.from(budgets) };
        const priced = await session.price(decision, { total, groups: false, cumulative: false }, { sampling });
        return moments(priced.series(0), sampling).mean;
      };
      const tableOf = (budgets: readonly number[]): number =>
        tables.lines.reduce(
          (sum, { points }, k) => sum + between(points, budgets[k]!, 'profit') - tables.plan.profit,
          tables.plan.profit,
        );
      // One line at one of its points: nothing is read between, nothing added up.
      const half = tables.lines[1]!.points.find(({ spend }) => spend === 2500)!;
      expect(half.profit).toBeCloseTo(await profitOf([12000, 2500, 3000]), 6);
      expect(tableOf([12000, 2500, 3000])).toBeCloseTo(half.profit, 6);
      expect(tableOf([12000, 5000, 3000])).toBeCloseTo(tables.plan.profit, 9);
      // Budgets that nobody chose by what they give: nine in ten stay within what is said, so all of four nearly do.
      const { p50, p90 } = tables.checked.profit;
      expect(p50).toBeLessThanOrEqual(p90);
      const tried = [
        [8000, 6200, 2100],
        [15000, 3300, 4200],
        [7000, 7100, 3900],
        [16500, 2700, 1700],
      ];
      for (const budgets of tried) {
        expect(Math.abs(tableOf(budgets) - (await profitOf(budgets)))).toBeLessThan(2.5 * p90);
      }
      // A table is worth having where it errs by less than it tells apart.
      const moved = Math.abs((await profitOf(tried[0]!)) - tables.plan.profit);
      expect(p50).toBeLessThan(moved + 0.05 * scenario.budget);
    } finally {
      await session.close();
    }
  });

  it('say how near they are to the plan as it is priced, on its own draws, also where a line is a guess', async () => {
    const scenario = await scenarioOf(`
currency: TRY
horizon: 10 weeks
budget: 640000
economics: { outcome: leads, order_value: 14000 to 26000, margin: 42% to 55%, close_rate: 9% to 18%, fee: 12%, tax: 7.5% }
lines:
  - { platform: instagram, stage: awareness, budget: 210000, audience: 600k to 900k, cpm: 48 to 95, ctr: 0.7% to 1.4%, view_rate: 16% to 28%, cvr: 1.5% to 4% }
  - { platform: google, stage: conversion, budget: 150000, audience: 25k to 45k, cpm: 900 to 1700, ctr: 4% to 7%, view_rate: 10% to 20%, cvr: 5% to 9% }
  - { platform: facebook, stage: consideration, budget: 120000, audience: 90k to 160k }
  - { platform: tiktok, stage: awareness, budget: 90000, audience: 500k to 800k, cvr: 0.5% to 5% }
  - { platform: instagram, stage: conversion, budget: 70000, audience: 12k to 20k, cpm: 80 to 150, ctr: 1% to 2%, view_rate: 10% to 20%, cvr: 4% to 9% }
`);
    const session = await openSession(scenario, { engine });
    try {
      const plan = decisionGiven(scenario);
      const { lines, checked } = (await whatIf(session, scenario, plan))!;
      const sampling = samplingPlan(scenario, 16_384, scenario.seed);
      const total = [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' } as const }];
      const profitOf = async (budgets: readonly number[]): Promise<number> => {
        const decision = { ...plan, budgets: Float64Array.from(budgets) };
        const priced = await session.price(decision, { total, groups: false, cumulative: false }, { sampling });
        return moments(priced.series(0), sampling).mean;
      };
      const given = [210_000, 150_000, 120_000, 90_000, 70_000];
      const base = await profitOf(given);
      for (const budgets of [
        [160_000, 200_000, 150_000, 60_000, 70_000],
        [250_000, 150_000, 80_000, 90_000, 70_000],
        [210_000, 100_000, 170_000, 90_000, 70_000],
      ]) {
        const told = lines.reduce(
          (sum, { points }, k) => sum + between(points, budgets[k]!, 'profit') - between(points, given[k]!, 'profit'),
          0,
        );
        const off = Math.abs(told - ((await profitOf(budgets)) - base));
        expect(off).toBeLessThan(2.5 * checked.profit.p90);
      }
    } finally {
      await session.close();
    }
  });
});

it('a figure between two points is on the straight line through them, and beyond the last on the last one', () => {
  const points = [
    { spend: 0, profit: -10, orders: 0 },
    { spend: 100, profit: 40, orders: 8 },
    { spend: 300, profit: 60, orders: 10 },
  ];
  const at = (spend: number) => [between(points, spend, 'profit'), between(points, spend, 'orders')];
  expect(at(0)).toEqual([-10, 0]);
  expect(at(50)).toEqual([15, 4]);
  expect(at(100)).toEqual([40, 8]);
  expect(at(200)).toEqual([50, 9]);
  expect(at(500)).toEqual([80, 12]);
});
