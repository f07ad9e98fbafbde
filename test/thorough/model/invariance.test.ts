// @module-tag slow
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../../src/engine/session.js';
import { phasesOf } from '../../../src/forecast/events.js';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import { priceForReport } from '../../../src/forecast/price-plan.js';
import { reportSelection } from '../../../src/model/figures.js';
import type { PlanSpend } from '../../../src/model/plan.js';
import { EVERYTHING } from '../../model/everything.js';
import { evaluator, kpi, kpisOf, lay, scenarioOf } from '../../model/support.js';

const UNCERTAIN = EVERYTHING.replace('cpm: 6, ctr: 1.1%', 'cpm: 4 to 8, ctr: 0.8% to 1.4%')
  .replace('noise: { cpm: { sd: 0 }, counts: off }', 'noise: { cpm: { sd: 0.1 }, counts: on }')
  .replaceAll('probability: 100%', 'probability: 40%');

/** Every byte of every series that a report has of a plan. */
async function bytesOf(text: string, workers: number): Promise<Map<string, Float64Array>> {
  const scenario = await scenarioOf(text);
  const session = await openSession(scenario, { workers });
  try {
    const priced = await session.price(decisionGiven(scenario), reportSelection([], session.program));
    return new Map(
      priced.keys.map(({ group, index, kpi: name, expected }, k) => [
        `${group} ${index} ${name} ${expected ?? ''}`,
        priced.series(k).slice(),
      ]),
    );
  } finally {
    await session.close();
  }
}

describe('the same bytes', () => {
  it.each([2, 3, 7])('on one worker or %i, with everything on', async (workers) => {
    const text = `${UNCERTAIN}draws: 1000\n`;
    expect(await bytesOf(text, workers)).toEqual(await bytesOf(text, 1));
  });

  it('without shocks as with ones that never come, and with gates that always pass', async () => {
    const plan = (rest: string): string => `
currency: USD
horizon: 4 weeks
budget: 4000
draws: 256
market: { population: 1m }
economics: { order_value: 40 to 60, margin: 50%, repeat_rate: 10% }
${rest}
organic:
  - { name: Feed, platform: facebook, followers: 8k, reach_rate: 12%, per_week: 2, cost: 15 }
lines:
  - { platform: facebook, stage: awareness, budget: 2000, audience: 100k to 200k, cpm: 4 to 8, ctr: 1%, view_rate: 20%, cvr: 2% }
  - { platform: facebook, stage: conversion, budget: 1200, cpm: 4 to 8, ctr: 2%, view_rate: 20%, cvr: 5% }
  - { platform: tiktok, stage: conversion, budget: 800, cpm: 4 to 8, ctr: 2%, view_rate: 20%, cvr: 5% }
`;
    const shocks =
      'shocks:\n  - { name: A, probability: 0%, cpm: +50%, ctr: -20%, organic: -50% }\n  - { name: B, probability: 0%, outage: true }';
    const phases =
      'phases:\n  - { name: a, periods: 2, budget: 50%, gate: spend >= 0, if_failed: stop }\n  - { name: b, periods: 2, budget: 50%, gate: cost > 0, if_failed: continue }';
    const plain = await bytesOf(plan(''), 0);
    for (const rest of [shocks, phases]) {
      const other = await bytesOf(plan(rest), 0);
      for (const [name, values] of plain) expect(other.get(name), name).toEqual(values);
    }
  });
});

describe('shocks', () => {
  it('that are certain equal the plan with the effect written in', async () => {
    const plan = (cpm: string, ctr: string, rest: string): string => `
currency: USD
horizon: 3 weeks
budget: 900
draws: 16
creative: off
economics: { order_value: 50, margin: 50% }
${rest}
lines:
  - { platform: facebook, stage: awareness, budget: 600, audience: 80k, cpm: ${cpm}, ctr: ${ctr}, view_rate: 20%, cvr: 2% }
  - { platform: facebook, stage: conversion, budget: 300, cpm: ${cpm}, ctr: ${ctr}, view_rate: 20%, cvr: 5% }
`;
    const shock = 'shocks:\n  - { name: A, probability: 100%, window: [1, 1], cpm: +25%, ctr: -40% }';
    const names = ['impressions', 'clicks', 'profit', 'reach'] as const;
    const shocked = await kpisOf(plan('8', '1%', shock), names);
    const written = await kpisOf(plan('10', '0.6%', ''), names);
    for (const name of names) {
      shocked[name].forEach((value, d) => {
        expect(value / written[name][d]!, name).toBeCloseTo(1, 11);
      });
    }
  });
});

describe('gates', () => {
  it('that stop a plan which cannot pay are worth what they save', async () => {
    const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 1000
draws: 64
economics: { order_value: 50, margin: 50%, fee: 10% }
phases:
  - { name: Test, periods: 1, budget: 20%, gate: roas >= 1, if_failed: stop }
  - { name: Rest, periods: 3, budget: 80% }
lines:
  - { platform: facebook, stage: awareness, budget: 1000, audience: 80k, cpm: 4 to 8, ctr: 1%, view_rate: 20%, cvr: 0 }
`);
    const session = await openSession(scenario, { workers: 0 });
    const decision = decisionGiven(scenario);
    const figures = await priceForReport(session, scenario, decision);
    const [test, rest] = await phasesOf(session, scenario, decision, figures);
    await session.close();
    expect(test).toEqual({ name: 'Test', probability: 0, option_value: expect.closeTo(800 * 1.1, 8) });
    expect(rest).toEqual({ name: 'Rest', probability: null, option_value: null });
    expect(figures.kpis.total.unspent!.mean).toBeCloseTo(800, 9);
  });
});

/**
 * What a plan may have beside its lines: none of it lets money bring less. Rates that change over time are left out (see the last
 * test).
 */
const BESIDE = {
  creators:
    'creators_from: outside\ncreators:\n  - { name: A, platform: facebook, followers: 20k, reach_rate: 20% to 40%, engagement: 3, fee: 50, posts: 3, revenue_share: 10%, rights: { share: 30%, fee: 20 } }\n  - { name: B, platform: tiktok, stage: conversion, followers: 4k, reach_rate: 30%, ctr: 2%, view_rate: 20%, cvr: 3%, posts: 2 }',
  organic:
    'organic:\n  - { name: Feed, platform: facebook, stage: consideration, followers: 9k, reach_rate: 10%, per_week: 3, reproduction: 20%, cost: 5 }',
  brand: 'brand: { half_life_days: 30, recall: 5% to 20%, cvr_lift: 0.2 to 2, baseline_lift: 2 }',
  shocks:
    'shocks:\n  - { name: S, probability: 50%, cpm: +30%, organic: -50% }\n  - { name: O, probability: 30%, lasts: 1, outage: true, platforms: [facebook] }',
  season: 'season: { cpm: [1, 2, 0.5, 1] }',
  phases: 'phases:\n  - { name: a, periods: 1, budget: 10% }\n  - { name: b, periods: 3, budget: 90% }',
} as const;

describe('more money', () => {
  it('never brings fewer orders, in whatever line and period', async () => {
    const amount = fc.constantFrom(0, 20, 400, 5000, 90_000);
    const shape = fc.record({
      budgets: fc.array(amount, { minLength: 6, maxLength: 6 }),
      audience: fc.constantFrom('2k', '60k', '1m'),
      fatigue: fc.constantFrom('0', '0.05', '0.6'),
      pressure: fc.constantFrom('0', '0.4', '1'),
      memory: fc.constantFrom(2, 14, 90),
      more: fc.constantFrom(0.01, 50, 40_000),
      segment: fc.boolean(),
      carryIn: fc.boolean(),
      shared: fc.boolean(),
      parts: fc.subarray(Object.keys(BESIDE) as (keyof typeof BESIDE)[]),
    });
    await fc.assert(
      fc.asyncProperty(shape, async (plan) => {
        const { budgets, audience, fatigue, pressure, memory, more, segment, carryIn, shared, parts } = plan;
        const stages = ['awareness', 'awareness', 'consideration', 'conversion', 'loyalty', 'advocacy'];
        const people = (stage: string): string =>
          stage === 'awareness' ? `audience: ${shared ? '"@young"' : audience}, ` : '';
        const lines = stages.map(
          (stage, k) =>
            `  - { platform: ${k === 1 && !segment ? 'tiktok' : 'facebook'}, ${k === 1 && segment ? 'segment: b, ' : ''}stage: ${stage}, budget: ${budgets[k]}, ${people(stage)}cpm: 4 to 9, ctr: 1% to 2%, view_rate: 20%, cvr: 3%, fatigue: ${fatigue}, pressure: ${pressure}, pressure_at: 30${carryIn && k % 2 === 0 ? ', carry_in: [300, 0, 40]' : ''} }`,
        );
        const beside = parts.map((part) => BESIDE[part]).join('\n');
        const total = budgets.reduce<number>((sum, one) => sum + one, 0);
        fc.pre(total > 0);
        const laid = await lay(
          `currency: USD\nhorizon: 4 weeks\nbudget: ${total}\ndraws: 16\nmemory_days: ${memory}\nstocks: { overlap: 0, warm: 500 }\neconomics: { order_value: 50, margin: 50%, repeat_rate: 20%, referral_rate: 5%, baseline: 3 }\nmarket: { population: 2m }\naudiences: { young: ${audience} }\n${beside}\nlines:\n${lines.join('\n')}\n`,
          { draws: 4 },
        );
        const ordersOf = evaluator(laid, [kpi('orders')], { reference: true });
        const [base] = ordersOf(laid.plan);
        for (let at = 0; at < laid.plan.spend.length; at++) {
          const spend = laid.plan.spend.slice();
          spend[at] = spend[at]! + more;
          const plan: PlanSpend = { ...laid.plan, spend };
          const [orders] = ordersOf(plan);
          orders!.forEach((value, d) => {
            // One rounding of a sum of a few hundred numbers.
            expect(value, `${at}`).toBeGreaterThanOrEqual(base![d]! * (1 - 1e-13));
          });
        }
      }),
      { numRuns: process.env.HUNI_FULL === '1' ? 300 : 40 },
    );
  });

  it('may bring fewer where people buy later: who has seen it when nobody bought is tired when they do', async () => {
    const plan = (first: number): string => `
currency: USD
horizon: 2 weeks
budget: ${first + 400}
draws: 16
creative: off
noise: off
economics: { order_value: 50, margin: 50% }
season: { cvr: [0, 2] }
lines:
  - { platform: facebook, stage: awareness, budget: ${first + 400}, audience: 2k, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 3%, fatigue: 0.2, flighting: [${first}, 400] }
`;
    const [without] = (await kpisOf(plan(0), ['orders'])).orders;
    const [before] = (await kpisOf(plan(400), ['orders'])).orders;
    // What is noticed: A e^(-κ f) (1 - e^(-κ i / A)) / κ, of which the half is remembered after memory_days, 14.
    const noticed = (remembered: number): number =>
      (2000 * Math.exp(-0.2 * remembered) * -Math.expm1((-0.2 * 80_000) / 2000)) / 0.2;
    const orders = (remembered: number): number => noticed(remembered) * 0.01 * 0.03 * 2;
    expect(without! / orders(0)).toBeCloseTo(1, 11);
    expect(before! / orders((2 ** (-7 / 14) * noticed(0)) / 2000)).toBeCloseTo(1, 11);
    expect(before!).toBeLessThan(without!);
  });
});
