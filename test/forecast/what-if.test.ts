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
});
