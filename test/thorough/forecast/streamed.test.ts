// @module-tag slow
import { describe, expect, it } from 'vitest';
import { openSession } from '../../../src/engine/session.js';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import { priceForReport } from '../../../src/forecast/price-plan.js';
import { runForecast } from '../../../src/forecast/run.js';
import { reportSelection } from '../../../src/model/figures.js';
import { SMALL } from '../../cli/support.js';
import { scenarioOf, withSession } from '../../forecast/support.js';

const plan = `
currency: USD
horizon: 5 weeks
budget: 10000
draws: 20000
economics: { order_value: 20 to 40, margin: 60%, repeat_rate: 10% to 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 7000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 3000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
`;

describe('a plan that is streamed', () => {
  it('has the figures of the same plan kept draw by draw, whatever the workers', async () => {
    const scenario = await scenarioOf(plan);
    const selection = reportSelection([]);
    const decision = decisionGiven(scenario);
    const kept = await withSession(scenario, async (session) => {
      const priced = await session.price(decision, selection);
      return { summaries: await session.summarize(priced), profit: priced.series(15).slice() };
    });
    const streamed = await withSession(scenario, async (session) => {
      const { summaries, keys, series } = await session.stream(decision, selection);
      return { summaries, keys, profit: series(15).slice() };
    });
    const alone = await withSession(scenario, (session) => session.stream(decision, selection), 1);
    expect(alone.summaries).toEqual(streamed.summaries);
    expect(streamed.keys[15]).toMatchObject({ group: 'total', kpi: 'profit' });
    expect(streamed.profit).toEqual(kept.profit);
    streamed.summaries.forEach((summary, k) => {
      const exact = kept.summaries[k]!;
      const name = JSON.stringify(streamed.keys[k]);
      const spread = exact.sd ?? 0;
      expect(Math.abs(summary.mean! - exact.mean!), name).toBeLessThanOrEqual(1e-9 * (Math.abs(exact.mean!) + spread));
      // A run has 1,250 draws; the steepest of these series moves by 0.05 sd over 1 / 1250 of them.
      for (const p of ['p5', 'p25', 'p50', 'p75', 'p95'] as const) {
        expect(Math.abs(summary[p]! - exact[p]!), name).toBeLessThanOrEqual(0.05 * spread + 1e-9 * Math.abs(exact[p]!));
      }
    });
  });

  it('keeps the draws that a verdict and targets need, and no others, where it is alone', async () => {
    const scenario = await scenarioOf(`${plan}targets: [roas >= 1 with 50%, clicks >= 1000 with 50%]\n`);
    const many = { ...scenario, draws: 400_000 };
    await withSession(many, async (session) => {
      const lone = await priceForReport(session, many, decisionGiven(many), undefined, { lone: true });
      expect(lone.runDraws).not.toBeNull();
      expect(lone.total.has('reach')).toBe(false);
      expect(lone.kpis.total.reach!.mean).toBeGreaterThan(0);
      const both = await priceForReport(session, many, decisionGiven(many));
      expect(both.total.get('reach')).toHaveLength(many.draws);
      expect(lone.targets).toEqual(both.targets);
      for (const [name, draws] of lone.total) expect(draws).toEqual(both.total.get(name));
      expect(lone.details.profit).toEqual(both.details.profit);
      const means = ({ kpis }: typeof lone) => Object.entries(kpis.total).map(([name, { mean }]) => [name, mean]);
      means(lone).forEach(([name, mean], k) => {
        const [other, exact] = means(both)[k] as [string, number];
        expect(name).toBe(other);
        expect(Math.abs((mean as number) - exact)).toBeLessThanOrEqual(1e-9 * Math.abs(exact));
      });
    });
  });

  it('stores no more than it is told to: what is judged goes by the first futures, figures by all of them', async () => {
    const scenario = { ...(await scenarioOf(`${plan}targets: [roas >= 1 with 50%]\n`)), draws: 200_000 };
    const decision = decisionGiven(scenario);
    const all = await withSession(scenario, (session) => priceForReport(session, scenario, decision));
    const few = { ...scenario, draws: 8192 };
    const first = await withSession(few, (session) => priceForReport(session, few, decision));
    const session = await openSession(scenario, { workers: 2, mostStored: 8192 });
    const found = await priceForReport(session, scenario, decision).finally(() => session.close());
    expect(found.targets).toEqual(first.targets);
    expect(found.total).toEqual(first.total);
    expect(found.runDraws).toBeGreaterThan(1000);
    for (const [name, exact] of Object.entries(all.kpis.total)) {
      const summary = found.kpis.total[name]!;
      const spread = exact.sd ?? 0;
      expect(Math.abs(summary.mean! - exact.mean!), name).toBeLessThanOrEqual(1e-9 * (Math.abs(exact.mean!) + spread));
      expect(Math.abs(summary.se! - exact.se!), name).toBeLessThanOrEqual(1e-6 * spread + 1e-9 * Math.abs(exact.mean!));
      for (const p of ['p5', 'p50', 'p95'] as const) {
        expect(Math.abs(summary[p]! - exact[p]!), name).toBeLessThanOrEqual(0.05 * spread + 1e-9 * Math.abs(exact[p]!));
      }
    }
  });

  it('of more than two million futures a million are stored, and the result says so', async () => {
    const scenario = { ...(await scenarioOf(SMALL)), draws: 2_100_000 };
    const { result } = await runForecast(scenario, { workers: 2, optimize: false, charts: false });
    expect(result.engine).toMatchObject({ draws: 2_100_000, judged_draws: 1_048_576 });
    const { total } = result.plans.given.kpis;
    const { profit } = total;
    // Sixteen scrambles of 65,536 points or more: what is left is some thousandth of the spread.
    const few = await runForecast({ ...scenario, draws: 65_536 }, { workers: 2, optimize: false, charts: false });
    expect(few.result.engine.judged_draws).toBeUndefined();
    const other = few.result.plans.given.kpis.total.profit!;
    expect(Math.abs(profit!.mean! - other.mean!)).toBeLessThan(6 * other.se! + 6 * profit!.se!);
    expect(profit!.se!).toBeLessThan(other.se!);
  });
});
