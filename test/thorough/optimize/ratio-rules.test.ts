// @module-tag slow
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../../src/engine/open.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import { type OptimizeResult, optimizePlan } from '../../../src/optimize/index.js';
import { scenarioOf } from '../../forecast/support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

async function optimized(plan: Record<string, unknown>, prices = false): Promise<OptimizeResult> {
  const scenario = await scenarioOf(
    JSON.stringify({
      currency: 'USD',
      horizon: '1 week',
      draws: 256,
      creative: 'off',
      noise: 'off',
      economics: { order_value: 1, margin: 1 },
      goal: { maximize: 'revenue' },
      ...plan,
    }),
  );
  const session = await openSession(scenario, { engine });
  const outcome = await optimizePlan({ scenario, evaluator: session, prices });
  await session.close();
  return outcome;
}

const response = (platform: string, response: Record<string, unknown>): Record<string, unknown> => ({
  platform,
  stage: 'conversion',
  response: { of: 'revenue', ...response },
});

describe('a floor under revenue over spend, where less than the budget may be spent', () => {
  test('one awareness line: the spend at which the whole has fallen to the floor', async () => {
    const line = { audience: 32768, cpm: 8.49, ctr: 0.0198, cvr: 0.0221, view_rate: 0.2, fatigue: 0.063 };
    const outcome = await optimized({
      budget: { max: 51163 },
      economics: { order_value: 86.59, margin: 1 },
      lines: [{ platform: 'c0', stage: 'awareness', ...line }],
      rules: { roas: 2.65 },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    // Section 3 in one period: revenue = worth · A (1 − exp(−κ i / A)) / κ; bisected on revenue = 2.65 spend.
    const revenue = (x: number): number =>
      ((0.0198 * 0.0221 * 86.59 * 32768) / 0.063) * -Math.expm1((-0.063 * 1000 * x) / 8.49 / 32768);
    let [low, high] = [100, 51163];
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if (revenue(middle) >= 2.65 * middle) low = middle;
      else high = middle;
    }
    expect(outcome.decision.budgets[0]! / low).toBeCloseTo(1, 4);
    expect(outcome.decision.budgets[0]).toBeLessThanOrEqual(low + 0.01);
  });

  test('one Michaelis line, met exactly in every draw: M x / (h + x) = r x at x = M / r − h', async () => {
    const outcome = await optimized({
      budget: { max: 1151 },
      lines: [{ ...response('c0', { curve: 'michaelis', maximum: 613, half_saturation: 316 }), budget: 130 }],
      rules: { roas: 1.37 },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    expect(Math.abs(outcome.decision.budgets[0]! - (613 / 1.37 - 316))).toBeLessThan(0.03);
  });

  test('two S-shaped lines of which one pays: that one alone', async () => {
    const outcome = await optimized({
      budget: { max: 441 },
      lines: [
        response('c0', { curve: 'hill', maximum: 330, half_saturation: 60, shape: 2.4 }),
        response('c1', { curve: 'hill', maximum: 332, half_saturation: 259, shape: 2 }),
      ],
      rules: { roas: 2.16 },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    expect(outcome.report.objective).toBeGreaterThan(287);
    expect(outcome.decision.budgets[1]).toBe(0);
  });

  test('lines infinitely steep at nothing, on which a solver trapped: the split with equal slopes', async () => {
    const outcome = await optimized({
      budget: { max: 89800 },
      lines: [
        response('c0', { curve: 'hill', maximum: 83900, half_saturation: 49800, shape: 0.64 }),
        response('c1', { curve: 'hill', maximum: 70400, half_saturation: 14700, shape: 0.67 }),
        response('c2', { curve: 'hill', maximum: 95200, half_saturation: 21600, shape: 0.9 }),
      ],
      rules: { roas: 26.15 },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    const slope = (x: number, most: number, half: number, shape: number): number =>
      (most * shape * half ** shape * x ** (shape - 1)) / (x ** shape + half ** shape) ** 2;
    const [a, b] = outcome.decision.budgets as unknown as [number, number];
    expect(slope(a, 83900, 49800, 0.64) / slope(b, 70400, 14700, 0.67)).toBeCloseTo(1, 2);
    expect(outcome.rules.every(({ holds }) => holds)).toBe(true);
  });
});

test('a floor that no spend reaches: not an empty plan, but the most that one can have', async () => {
  const outcome = await optimized({
    budget: { max: 441 },
    lines: [
      response('c0', { curve: 'hill', maximum: 330, half_saturation: 60, shape: 2.4 }),
      response('c1', { curve: 'hill', maximum: 332, half_saturation: 259, shape: 2 }),
    ],
    rules: { roas: 5.5 },
  });
  if (outcome.ok) throw new Error('a plan');
  // M x^(k−1) / (xᵏ + hᵏ) is largest where xᵏ = (k − 1) hᵏ: 2.789 for the first line.
  const x = 60 * 1.4 ** (1 / 2.4);
  const most = (330 * x ** 1.4) / (x ** 2.4 + 60 ** 2.4);
  expect(outcome.conflict.rules).toEqual(['roas']);
  const [change] = outcome.conflict.relaxations;
  if (change?.code !== 'bound') throw new Error('no other bound is told');
  const told = change.to;
  expect(told).toBeLessThanOrEqual(most);
  expect(told).toBeGreaterThan(most - 0.002);
});

describe('where less than the budget may be spent, no figure out of reach is answered by an empty plan', () => {
  const head = { audience: 200_000, cpm: 5, ctr: 0.015, view_rate: 0.2, cvr: 0.02 };
  const awareness = { platform: 'facebook', stage: 'awareness', ...head };
  // Alone it finds nobody: its money isn't spent, and no ratio to the spend is broken.
  const retargeting = { platform: 'facebook', stage: 'conversion', cpm: 8, ctr: 0.015, view_rate: 0.2, cvr: 0.03 };
  const plan = {
    budget: { max: 5000 },
    horizon: '4 weeks',
    economics: { order_value: 40, margin: 0.6 },
    lines: [awareness, retargeting],
  };
  const { facebook, line } = {
    facebook: { facebook: { cpa: { max: 0.01 } } },
    line: { 'facebook/awareness': { cpa: { max: 0.01 } } },
  };
  test.each([
    ['revenue over spend', { roas: { min: 4000 } }, ['roas']],
    ['cost per conversion', { cpa: { max: 0.01 } }, ['cpa']],
    ['with a probability', { roas: { min: 4000, probability: '80%' } }, ['roas']],
    ['of a platform', { platforms: facebook }, ['platforms.facebook.cpa']],
    ['of the only line that finds people', { lines: line }, ['lines.facebook/awareness.cpa']],
    ['two at once', { roas: { min: 4000 }, cpa: { max: 0.01 } }, ['cpa', 'roas']],
  ] as [
    string,
    { roas?: object; cpa?: object },
    string[],
  ][])('%s: the most that one can have, and a plan by it', async (_, rules, names) => {
    for (const goal of [{ maximize: 'profit' }, { minimize: 'spend' }]) {
      const outcome = await optimized({ ...plan, goal, rules });
      if (outcome.ok) throw new Error(`a plan of ${outcome.decision.budgets.join()}`);
      expect(outcome.conflict.rules).toEqual(names);
      const [only, ...others] = outcome.conflict.relaxations;
      expect(others).toEqual([]);
      const changes = only?.code === 'together' ? only.changes : [only!];
      expect(changes.map((change) => (change.code === 'bound' ? change.rule : change.code))).toEqual(names);
      if (names.length > 1 || names[0]!.includes('.')) continue;
      const change = changes[0]!;
      if (change.code !== 'bound') throw new Error(change.code);
      // What is reached by a cent alone is reached by more of a plan with a little room.
      const quoted =
        names[0] === 'cpa' ? { cpa: { max: 1.02 * change.to } } : { roas: { ...rules.roas, min: change.to } };
      const again = await optimized({ ...plan, rules: quoted, goal: { maximize: 'revenue' } });
      if (!again.ok) throw new Error(JSON.stringify(again.conflict));
      expect(again.decision.budgets.reduce((sum, amount) => sum + amount, 0)).toBeGreaterThan(0);
      expect(again.rules.every(({ holds }) => holds)).toBe(true);
    }
  });

  test('lines infinitely steep at nothing: what one cent a line comes to', async () => {
    const steep = (platform: string, maximum: number, half: number, shape: number): Record<string, unknown> =>
      response(platform, { curve: 'hill', maximum, half_saturation: half, shape });
    const outcome = await optimized({
      budget: { max: 5000 },
      lines: [steep('c0', 9000, 1500, 0.7), steep('c1', 5000, 500, 0.6)],
      rules: { roas: { min: 4000 } },
    });
    if (outcome.ok) throw new Error(`a plan of ${outcome.decision.budgets.join()}`);
    // A cent on the second line: M / (1 + (h / x)^s) / x.
    const reached = 5000 / (1 + (500 / 0.01) ** 0.6) / 0.01;
    expect(outcome.conflict.relaxations).toMatchObject([{ code: 'bound', rule: 'roas', way: 'lower' }]);
    expect(outcome.conflict.relaxations[0]).toHaveProperty('to', Math.floor(reached * 1000) / 1000);
  });

  test('a line that may not spend, beside one that does not pay: the empty plan is the best one', async () => {
    const outcome = await optimized({
      budget: { max: 5000 },
      goal: { maximize: 'profit' },
      lines: [awareness, { ...awareness, platform: 'instagram', cvr: 0.0001 }],
      rules: { lines: line },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    expect(outcome.decision.budgets).toEqual(Float64Array.of(0, 0));
  });
});

test('an unprofitable plan is not laid by in a line that nobody is there for', async () => {
  const outcome = await optimized({
    horizon: '8 weeks',
    budget: 20000,
    economics: { order_value: 40, margin: '40%' },
    goal: { maximize: 'profit', risk_aversion: 0 },
    lines: [
      { platform: 'instagram', stage: 'awareness' },
      { platform: 'tiktok', stage: 'awareness' },
      { platform: 'instagram', stage: 'conversion' },
    ],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  expect(outcome.rules).toEqual([{ rule: 'budget', value: 20000, min: 20000, max: 20000, holds: true }]);
  expect(outcome.decision.budgets[0]! + outcome.decision.budgets[1]!).toBeGreaterThan(10000);
});

test('what a rule costs is what the file without it earns more', async () => {
  const plan = (rules: Record<string, unknown>) => ({
    horizon: '4 weeks',
    budget: 5271,
    lines: [
      {
        platform: 'c0',
        stage: 'awareness',
        response: { curve: 'hill', of: 'revenue', maximum: 1189.58, half_saturation: 425.54, shape: 2.597 },
      },
      {
        platform: 'c1',
        stage: 'consideration',
        response: { curve: 'hill', of: 'revenue', maximum: 1396.97, half_saturation: 497.69, shape: 3.025 },
      },
      {
        platform: 'c2',
        stage: 'conversion',
        response: { curve: 'hill', of: 'revenue', maximum: 1108.65, half_saturation: 616.82, shape: 2.933 },
      },
    ],
    rules,
  });
  const held = await optimized(plan({ retargeting: '1:3' }), true);
  const free = await optimized(plan({}));
  if (!held.ok || !free.ok) throw new Error('no plan');
  const price = held.prices.find(({ rule }) => rule === 'retargeting')!;
  expect(held.report.objective + price.without!).toBeCloseTo(free.report.objective, -1);
  expect(free.report.objective).toBeGreaterThan(7575);
});

describe('optima among several', () => {
  test('free flighting of two S-shaped lines over eight weeks: some weeks get both', async () => {
    const outcome = await optimized({
      horizon: '8 weeks',
      budget: 10000,
      lines: [
        {
          ...response('c0', { curve: 'hill', maximum: 1264.78, half_saturation: 430.77, shape: 1.968 }),
          flighting: 'free',
        },
        {
          ...response('c1', { curve: 'hill', maximum: 1813.08, half_saturation: 1788.35, shape: 2.135 }),
          flighting: 'free',
        },
      ],
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    // By a dynamic programme over 16 amounts: 9,634.
    expect(outcome.report.objective).toBeGreaterThan(9634 * 0.9999);
  });

  test('a share of a stage and five S-shaped lines', async () => {
    const line = (platform: string, stage: string, maximum: number, half: number, shape: number) => ({
      platform,
      stage,
      response: { curve: 'hill', of: 'revenue', maximum, half_saturation: half, shape },
    });
    const outcome = await optimized({
      horizon: '4 weeks',
      budget: 94309,
      lines: [
        line('c0', 'awareness', 12229.78, 4151.02, 2.245),
        line('c1', 'awareness', 23307.27, 4262.99, 1.714),
        line('c2', 'conversion', 25225.22, 11863.85, 2.458),
        line('c3', 'conversion', 13936.15, 7072.04, 1.983),
        line('c4', 'conversion', 15039.5, 5023.81, 2.014),
      ],
      rules: { prospecting: { min: '57%', max: '58%' } },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    expect(outcome.report.objective).toBeGreaterThan(151121 * 0.9999);
  });
});
