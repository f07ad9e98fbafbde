import { describe, expect, test } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import type { Rules } from '../../src/scenario/types.js';
import { analyticEvaluator, kpi, logResponse, scenarioOf } from './support.js';

// One draw and a goal without risk: the goal's best value is smooth in the bounds, so differences are clean.
const IDS = ['facebook/awareness', 'tiktok/awareness', 'facebook/consideration', 'facebook/conversion'];
const A = [2000, 5000, 1500, 3000];
const B = [1e-3, 8e-4, 2e-3, 1.5e-3];
const NONE = { min: null, max: null, fixed: null, minDaily: null };

async function solved(
  rules: Partial<Rules>,
  budget = 12_000,
  creative = false,
  goal: 'profit' | 'conversions' = 'profit',
) {
  const scenario = scenarioOf({
    lines: IDS.map((id) => ({ id, budget: 3000 })),
    rules,
    budget,
    creative,
    goal: { maximize: kpi(goal) },
    // No rounding to speak of: the goal is read off to 1e-9.
    currency: 'KWD',
    currencyDigits: 3,
  });
  const evaluator = analyticEvaluator({
    draws: 1,
    response: (l) => logResponse(A[l]!, B[l]!),
    // The line worth least to the goal converts for least.
    orderValues: [20, 30, 5, 20],
    ...(creative ? { tiers: [1, 1.2, 0.7] as const } : {}),
  });
  const result = await optimizePlan({ scenario, evaluator });
  if (!result.ok) throw new Error(result.conflict.rules.join());
  expect(result.report.status).toBe('optimal');
  return {
    value: result.report.objective,
    decision: result.decision,
    without: result.without,
    price: (rule: string) => {
      const found = result.prices.find((entry) => entry.rule === rule);
      if (found === undefined) throw new Error(`no price of ${rule}`);
      return found;
    },
  };
}

/**
 * Central differences have the error `F''' h² / 6`; the goal is read at whole thousandths of a currency unit, whose
 * effect at an optimum is of second order in the free lines and of first order in the bounds (0.0005 / h of the price).
 */
const close = (multiplier: number, difference: number): void =>
  expect(Math.abs(multiplier - difference)).toBeLessThan(2e-3 * Math.abs(difference));

test('prices are what they are only where they are asked for', async () => {
  const evaluator = analyticEvaluator({ draws: 1, response: (l) => logResponse(A[l]!, B[l]!) });
  const scenario = scenarioOf({
    lines: IDS.map((id) => ({ id, budget: 3000 })),
    rules: { stages: { awareness: { min: 0, max: 0.4 } } },
  });
  const [asked, not] = [
    await optimizePlan({ scenario, evaluator }),
    await optimizePlan({ scenario, evaluator, prices: false }),
  ];
  if (!asked.ok || !not.ok) throw new Error('no plan');
  expect(asked.prices.map(({ rule }) => rule)).toContain('prospecting');
  expect(not.prices).toEqual([]);
  expect(not.decision).toEqual(asked.decision);
});

describe('multipliers against differences by solving again', () => {
  test('a stage share, by share point', async () => {
    const at = (max: number) => solved({ stages: { awareness: { min: 0, max } } });
    const [low, middle, high] = [await at(0.395), await at(0.4), await at(0.405)];
    close(middle.price('prospecting').multiplier, high.value - low.value);
    const free = await solved({});
    close(middle.price('prospecting').without!, free.value - middle.value);
  });

  test('the minimum of a line, by currency unit', async () => {
    const at = (value: number) =>
      solved({ lines: { 'facebook/awareness': { ...NONE, min: { kind: 'money', value } } } });
    const [low, middle, high] = [await at(4900), await at(5000), await at(5100)];
    close(middle.price('lines.facebook/awareness').multiplier, (low.value - high.value) / 200);
  });

  test('the budget, by currency unit, its shares growing with it', async () => {
    const rules: Partial<Rules> = {
      stages: { awareness: { min: 0, max: 0.4 } },
      lines: { 'facebook/consideration': { ...NONE, fixed: { kind: 'money', value: 1500 } } },
    };
    const [low, middle, high] = [await solved(rules, 11_900), await solved(rules, 12_000), await solved(rules, 12_100)];
    close(middle.price('budget').multiplier, (high.value - low.value) / 200);
    expect(middle.price('budget').without).toBeNull();
  });

  test('an exact ratio, by share point of the budget that consideration may miss it', async () => {
    const ratio = { consideration: 1, conversion: 4, tolerance: 0 };
    const exact = await solved({ retargeting: ratio });
    // From the ratio's definition: consideration − conversion / 4 may be ε of the budget. With conversion's share c the
    // tolerance τ that allows it is ε = τ c / 4.
    const share = (await conversionShare(ratio)) / 4;
    const points = 0.002;
    const loose = await solved({ retargeting: { ...ratio, tolerance: points / share } });
    const tight = exact.price('retargeting').multiplier;
    // One-sided: first order in the step.
    expect(Math.abs((loose.value - exact.value) / (points * 100) - tight)).toBeLessThan(0.1 * tight);
  });

  test('the creative split, by point of tolerance', async () => {
    const split = { proven: 0.6, experiment: 0.3, moonshot: 0.1 };
    const at = (tolerance: number) => solved({ creative: { split, tolerance } }, 12_000, true);
    const [exact, low, middle, high] = [await at(0), await at(0.04), await at(0.05), await at(0.06)];
    close(middle.price('creative').multiplier, (high.value - low.value) / 2);
    // The best shift takes from the worst tier (0.7) for the best (1.2), whatever the third does.
    close(exact.price('creative').multiplier, (low.value - exact.value) / 4);
  });

  test('a ceiling on cost per conversion, by currency unit of the ceiling', async () => {
    const at = (max: number) => solved({ cpa: { max, probability: null } });
    const [low, middle, high] = [await at(10.48), await at(10.5), await at(10.52)];
    expect(middle.price('cpa').multiplier).toBeGreaterThan(0);
    close(middle.price('cpa').multiplier, (high.value - low.value) / 0.04);
    const free = await solved({});
    close(middle.price('cpa').without!, free.value - middle.value);
  });

  // For conversions, since profit is best where ROAS and its worst tenth are.
  const forOrders = (rules: Partial<Rules>) => solved(rules, 12_000, false, 'conversions');

  test('a minimum of revenue over spend, by one', async () => {
    const at = (min: number) => forOrders({ roas: { min, probability: null } });
    const [low, middle, high] = [await at(1.299), await at(1.3), await at(1.301)];
    expect(middle.price('roas').multiplier).toBeGreaterThan(0);
    close(middle.price('roas').multiplier, (low.value - high.value) / 0.002);
    const free = await forOrders({});
    close(middle.price('roas').without!, free.value - middle.value);
  });

  test('a floor on the profit of the worst tenth, by currency unit', async () => {
    const at = (min: number) => forOrders({ cvar: { min, tail: 0.1 } });
    const [low, middle, high] = [await at(3590), await at(3600), await at(3610)];
    expect(middle.price('cvar').multiplier).toBeGreaterThan(0);
    close(middle.price('cvar').multiplier, (low.value - high.value) / 20);
  });

  test('a share kept for new channels, by share point', async () => {
    const at = (min: number) => solved({ newChannels: { platforms: ['facebook'], min } });
    const [low, middle, high] = [await at(0.745), await at(0.75), await at(0.755)];
    expect(middle.price('new_channels').multiplier).toBeGreaterThan(0);
    close(middle.price('new_channels').multiplier, low.value - high.value);
  });

  test('the best plan without a rule comes with its price', async () => {
    const { without, value } = await solved({ newChannels: { platforms: ['facebook'], min: 0.75 } });
    const free = await solved({});
    expect(free.value).toBeGreaterThan(value);
    for (const [l, amount] of without.get('new_channels')!.budgets.entries()) {
      expect(Math.abs(amount - free.decision.budgets[l]!)).toBeLessThan(1);
    }
    expect([...without.keys()]).toEqual(['new_channels']);
  });

  test('a rule that does not bind costs nothing', async () => {
    const { price } = await solved({ stages: { awareness: { min: 0.05, max: 1 } } });
    expect(price('prospecting')).toEqual({ rule: 'prospecting', multiplier: 0, without: 0 });
  });
});

async function conversionShare(retargeting: Rules['retargeting']): Promise<number> {
  const lines = IDS.map((id) => ({ id, budget: 3000 }));
  const scenario = scenarioOf({ lines, rules: { retargeting }, goal: { maximize: kpi('profit') } });
  const evaluator = analyticEvaluator({ draws: 1, response: (l) => logResponse(A[l]!, B[l]!) });
  const result = await optimizePlan({ scenario, evaluator, prices: false });
  if (!result.ok) throw new Error('infeasible');
  return result.decision.budgets[3]! / scenario.budget;
}
