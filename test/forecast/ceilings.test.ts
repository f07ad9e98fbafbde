import { describe, expect, test } from 'vitest';
import { ContradictionError } from '../../src/forecast/errors.js';
import { runForecast } from '../../src/forecast/run.js';
import { quickFirst, SLOW } from '../slow.js';
import { scenarioOf, withSession } from './support.js';

/**
 * Awareness lines for one week, all inputs fixed: section 3's A (1 − exp(−κ i / A)) / κ effective impressions, so that at
 * κ 0.05, A 50000 and a price of 5 a spend of b wins 1000 (1 − exp(−b / 5000)) · cvr / 5 % conversions.
 */
const plan = (rules: string, cvr = ['5%', '2%'], more = '') => `
currency: USD
horizon: 1 week
budget: 8000
draws: 1024
creative: off
noise: off
economics: { order_value: 40, margin: 1 }
lines:
  - { platform: tiktok, stage: awareness, budget: 4000, audience: 50000, cpm: 5, ctr: 2%, cvr: ${cvr[0]}, view_rate: 20%, fatigue: 0.05 }
  - { platform: facebook, stage: awareness, budget: 4000, audience: 50000, cpm: 5, ctr: 2%, cvr: ${cvr[1]}, view_rate: 20%, fatigue: 0.05 }
rules: ${rules}
goal: { maximize: profit, risk_aversion: 0 }
${more}
`;
/** To the cent: typed steps would hide how near the ceiling is. */
const run = async (text: string) =>
  (await runForecast(await scenarioOf(text), { workers: 2, charts: false, prices: false, exact: true })).result;

/** Spend at which a line's cost per conversion, b / (1000 s (1 − exp(−b / 5000))), is `cap`. */
function spendAt(cap: number, s: number): number {
  let [low, high] = [1, 20_000];
  for (let k = 0; k < 100; k++) {
    const middle = (low + high) / 2;
    if (middle / (-1000 * s * Math.expm1(-middle / 5000)) > cap) high = middle;
    else low = middle;
  }
  return low;
}

describe('ceilings on one line, platform or stage', () => {
  for (const [cases, options] of quickFirst(
    [
      '{ lines: { tiktok/awareness: { cpa: 7 } } }',
      '{ platforms: { tiktok: { cpa: 7 } } }',
      '{ lines: { tiktok/awareness: { cpa: 7, max: 90% } }, stages: { awareness: { cpa: 30 } } }',
    ],
    1,
  ))
    test.each(cases)(
      'a binding ceiling is hit to one part in a million, against the closed form: %s',
      options,
      async (rules) => {
        const free = await run(plan('{}'));
        const cost = free.plans.optimized!.kpis.lines['tiktok/awareness']!.cpa!.mean!;
        expect(cost).toBeGreaterThan(7);

        const { optimized } = (await run(plan(rules))).plans;
        const expected = spendAt(7, 1);
        // A cent of the budget is 2e-6 of the line's.
        expect(Math.abs(optimized!.lines[0]!.budget - expected)).toBeLessThan(0.02);
        expect(optimized!.kpis.lines['tiktok/awareness']!.cpa!.mean! / 7 - 1).toBeLessThan(1e-6);
        expect(optimized!.kpis.lines['tiktok/awareness']!.cpa!.mean! / 7 - 1).toBeGreaterThan(-5e-6);
        expect(optimized!.rules.every(({ holds }) => holds)).toBe(true);
      },
    );

  test("its price is the goal's slope by the ceiling, against the closed form", SLOW, async () => {
    const scenario = await scenarioOf(plan('{ lines: { tiktok/awareness: { cpa: 7 } } }'));
    const { result } = await runForecast(scenario, { workers: 2, charts: false });
    const price = result.plans.optimized!.price!.find(({ rule }) => rule === 'lines.tiktok/awareness.cpa');
    // 40 a conversion: the line at its ceiling, what is left of the 8000 on the other one.
    const profit = (cap: number): number => {
      const b = spendAt(cap, 1);
      return -40_000 * Math.expm1(-b / 5000) - 16_000 * Math.expm1(-(8000 - b) / 5000) - 8000;
    };
    const slope = (profit(7.001) - profit(6.999)) / 0.002;
    // The multiplier is taken at a plan in whole cents of spend, a millionth of the line's.
    expect(price!.multiplier / slope).toBeCloseTo(1, 3);
    expect(price!.without!).toBeGreaterThan(result.optimizer!.objective);
  });

  test('a ceiling on the price of impressions keeps a line out whose price is above it', async () => {
    const { plans } = await run(plan('{ lines: { tiktok/awareness: { cpm: 4.9 } } }'));
    expect(plans.optimized!.lines.map(({ budget }) => budget)).toEqual([0, 8000]);
    expect(plans.given.rules.find(({ rule }) => rule === 'lines.tiktok/awareness.cpm')).toMatchObject({
      max: 4.9,
      holds: false,
    });
    expect(plans.given.rules.find(({ rule }) => rule === 'lines.tiktok/awareness.cpm')!.value).toBeCloseTo(5, 9);
  });

  test('with a probability: as many futures as asked keep it, no more than chance allows', SLOW, async () => {
    const rules = '{ platforms: { tiktok: { cpa: { max: 8, probability: 80% } } } }';
    const text = plan(rules, ['4% to 9%', '2%']).replace('draws: 1024', 'draws: 16384');
    const result = await run(text);
    const outcome = result.plans.optimized!.rules.find(({ rule }) => rule === 'platforms.tiktok.cpa')!;
    expect(outcome).toMatchObject({ min: 0.8, holds: true });
    // It binds: no more room than the search leaves under a rule with a probability, a thousandth of the futures.
    expect(outcome.value).toBeLessThan(0.802);
    // By the closed form: P(b / (s · 1000 (1 − exp(−b / 5000))) ≤ 8) over the line's own conversions, on other draws.
    const scenario = await scenarioOf(text.replace('draws: 16384', 'draws: 1000000\nseed: other'));
    await withSession(scenario, async (session) => {
      const lines = result.plans.optimized!.lines.map(({ budget }) => budget);
      const decision = { budgets: Float64Array.from(lines), creative: Float64Array.of(0.6, 0.3, 0.1) };
      const { values } = await session.evaluate(
        decision,
        [
          { kind: 'group', name: 'spend', lines: [0] },
          { kind: 'group', name: 'conversions', lines: [0] },
        ],
        'fresh',
        { gradients: false },
      );
      const kept = values[0]!.reduce((sum, spend, d) => sum + (spend <= 8 * values[1]![d]! ? 1 : 0), 0) / 1_000_000;
      // Both shares have a binomial error at most: sqrt(0.16 / 16384 + 0.16 / 1e6) is 0.0032; three of them.
      expect(Math.abs(kept - outcome.value!)).toBeLessThan(3 * 0.0032);
    });
  });

  test('a ceiling on a stage counts all of its lines', async () => {
    const { optimized } = (await run(plan('{ stages: { awareness: { cpa: 11 } } }'))).plans;
    const { awareness } = optimized!.kpis.stages;
    expect(awareness!.cpa!.mean).toBeLessThanOrEqual(11 * (1 + 1e-6));
    expect(optimized!.rules.find(({ rule }) => rule === 'stages.awareness.cpa')!.value).toBeCloseTo(
      awareness!.cpa!.mean!,
      9,
    );
  });

  test('free flighting: the ceiling is on the whole line', SLOW, async () => {
    const text = plan('{ lines: { tiktok/awareness: { cpa: 7 } } }')
      .replace('horizon: 1 week', 'horizon: 3 weeks')
      .replace('fatigue: 0.05 }', 'fatigue: 0.05, flighting: free }');
    const { optimized } = (await run(text)).plans;
    expect(optimized!.lines[0]!.periods).toHaveLength(3);
    const outcome = optimized!.rules.find(({ rule }) => rule === 'lines.tiktok/awareness.cpa');
    expect(outcome!.holds).toBe(true);
    expect(outcome!.value).toBeCloseTo(optimized!.kpis.lines['tiktok/awareness']!.cpa!.mean!, 9);
  });

  test('one that cannot be kept says by how much', async () => {
    // Even the first unit spent costs 5 a conversion: 5000 / 1000.
    const text = plan('{ lines: { tiktok/awareness: { cpa: 4, min: 2000 } } }');
    const error = await run(text).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ContradictionError);
    const { rules, relaxations } = error as ContradictionError;
    expect(rules[0]).toBe('lines.tiktok/awareness.cpa');
    // At the minimum of 2000: 2 / (1 − exp(−0.4)).
    const least = 2 / -Math.expm1(-0.4);
    const amount = Math.ceil(least * 100) / 100;
    expect(relaxations[0]).toMatchObject({
      rule: 'lines.tiktok/awareness.cpa',
      bound: 'max',
      way: 'raise',
      to: amount,
    });
  });
});
