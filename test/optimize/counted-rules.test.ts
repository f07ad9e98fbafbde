import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { openSession } from '../../src/engine/session.js';
import type { Engine } from '../../src/engine/types.js';
import { type OptimizeResult, optimizePlan } from '../../src/optimize/index.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

const ORDER = 40;
const [MOST, HALF] = [2000, 400];

async function optimized(rules: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<OptimizeResult> {
  const scenario = await scenarioOf(
    JSON.stringify({
      currency: 'USD',
      horizon: '1 week',
      budget: { max: 2000 },
      draws: 256,
      creative: 'off',
      noise: { counts: 'on' },
      economics: { order_value: ORDER, margin: 1, repeat_rate: 0 },
      goal: { minimize: 'spend' },
      lines: [
        {
          platform: 'c0',
          stage: 'conversion',
          response: { curve: 'michaelis', of: 'revenue', maximum: MOST, half_saturation: HALF },
        },
      ],
      rules,
      ...more,
    }),
  );
  const session = await openSession(scenario, { engine });
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
  await session.close();
  return outcome;
}

/** P(N ≥ n) by summing what is left out. */
function atLeast(mean: number, n: number): number {
  let [term, below] = [Math.exp(-mean), 0];
  for (let k = 0; k < n; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return 1 - below;
}

const ordersAt = (spend: number): number => (MOST * spend) / (HALF + spend) / ORDER;

function spendFor(satisfied: (spend: number) => boolean): number {
  let [low, high] = [0, 2000];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (satisfied(middle)) high = middle;
    else low = middle;
  }
  return high;
}

describe('rules with a probability on whole numbers, in a small plan whose means are certain', () => {
  test.each([
    ['conversions of the plan', { hold: ['conversions >= 10 with 90%'] }],
    ['conversions of a line', { lines: { 'c0/conversion': { hold: ['conversions >= 10 with 90%'] } } }],
    ['the same a week', { hold: ['conversions >= 10 a week with 90%'] }],
    ['revenue, in whole orders', { hold: ['revenue >= 390 with 90%'] }],
  ])('%s: as much as makes nine in ten futures of them, not ten on average', async (_, rules) => {
    const outcome = await optimized(rules);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    const least = spendFor((spend) => atLeast(ordersAt(spend), 10) >= 0.9);
    const spend = outcome.decision.budgets[0]!;
    expect(spend).toBeGreaterThanOrEqual(least - 1e-9);
    expect(spend / least).toBeLessThan(1.0005);
    const rule = outcome.rules.find(({ rule: name }) => name !== 'budget')!;
    expect(rule.holds).toBe(true);
    expect(rule.value).toBeCloseTo(atLeast(ordersAt(spend), 10), 10);
  });

  test('even odds of four orders are had below four on average', async () => {
    const outcome = await optimized({ hold: ['conversions >= 4 with 50%'] });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    const least = spendFor((spend) => atLeast(ordersAt(spend), 4) >= 0.5);
    expect(outcome.decision.budgets[0]! / least).toBeCloseTo(1, 3);
    expect(ordersAt(outcome.decision.budgets[0]!)).toBeLessThan(3.7);
  });

  test(
    'out of reach on average alone: a budget whose mean is below the number still keeps it often enough',
    SLOW,
    async () => {
      const cap = spendFor((spend) => ordersAt(spend) >= 3.75);
      const outcome = await optimized({ hold: ['conversions >= 4 with 50%'] }, { budget: Math.ceil(cap) });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
      expect(outcome.rules.every(({ holds }) => holds)).toBe(true);
    },
  );

  test('a cost per order: a future without enough orders breaks it', async () => {
    const outcome = await optimized(
      { cpa: { max: 25, probability: '80%' } },
      { goal: { maximize: 'revenue', risk_aversion: 0 } },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    const spend = outcome.decision.budgets[0]!;
    const satisfied = atLeast(ordersAt(spend), Math.ceil(spend / 25 - 1e-9));
    const rule = outcome.rules.find(({ rule: name }) => name === 'cpa')!;
    expect(spend).toBeGreaterThan(100);
    expect(rule.value).toBeCloseTo(satisfied, 10);
    expect(satisfied).toBeGreaterThanOrEqual(0.8);
  });

  test('out of reach: the number that so many futures have at the most', SLOW, async () => {
    const outcome = await optimized({ hold: ['conversions >= 60 with 90%'] });
    if (outcome.ok) throw new Error(`a plan of ${outcome.decision.budgets.join()}`);
    const mean = ordersAt(2000);
    let most = 0;
    while (atLeast(mean, most + 1) >= 0.9) most += 1;
    const told = outcome.conflict.relaxations.find((change) => change.code === 'bound');
    if (told?.code !== 'bound') throw new Error(JSON.stringify(outcome.conflict));
    expect(told.to).toBeLessThanOrEqual(most);
    expect(told.to).toBeGreaterThan(most - 1);
  });

  test('expectations where counts are off', async () => {
    const outcome = await optimized({ hold: ['conversions >= 10 with 90%'] }, { noise: 'off' });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    expect(ordersAt(outcome.decision.budgets[0]!)).toBeCloseTo(10, 2);
  });

  test('a frequency that no plan which finds anybody can have: one bound, to the least there is, which is once', async () => {
    const line = (platform: string, audience: number, cpm: string, fatigue: number) => ({
      ...{ platform, stage: 'awareness', audience, cpm, fatigue },
      ...{ ctr: '0.00541 to 0.00904', cvr: '0.028 to 0.05', view_rate: '0.235 to 0.376' },
    });
    const outcome = await optimized(
      { hold: ['frequency <= -0.4 with 79%'] },
      {
        budget: { max: 1110 },
        noise: 'off',
        goal: { maximize: 'revenue', risk_aversion: 0 },
        lines: [line('c0', 41_193, '6.27 to 8.98', 0.0211), line('c1', 62_075, '3.17 to 4.53', 0.127)],
      },
    );
    if (outcome.ok) throw new Error(`a plan of ${outcome.decision.budgets.join()}`);
    const [told, ...more] = outcome.conflict.relaxations;
    if (told?.code !== 'bound') throw new Error(JSON.stringify(outcome.conflict));
    expect(more.filter(({ code }) => code !== 'chance')).toEqual([]);
    expect(told.to).toBeGreaterThanOrEqual(1);
    expect(told.to).toBeLessThan(1.005);
  });
});
