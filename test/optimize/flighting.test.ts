import { describe, expect, test } from 'vitest';
import { joinedPlan, splitPlan } from '../../src/optimize/flighting.js';
import { optimizePlan, ruleOutcomes, spendByPeriod } from '../../src/optimize/index.js';
import type { Evaluation, PlanEvaluator } from '../../src/optimize/types.js';
import type { Scenario } from '../../src/scenario/types.js';
import { logResponse, type Response, type ScenarioSpec, scenarioOf } from './support.js';

const PERIODS = 4;

/** A scenario over four weeks whose lines have free flighting. */
function freeScenario(spec: ScenarioSpec): Scenario {
  const scenario = scenarioOf(spec);
  return { ...scenario, lines: scenario.lines.map((line) => ({ ...line, freeFlighting: true })) };
}

/** Revenue is the sum of what each line earns in each period by what it spends there; one certain future, given twice. */
function periodEvaluator(lines: number, response: (line: number, period: number) => Response): PlanEvaluator {
  const draws = 2;
  return {
    evaluate({ budgets, byPeriod }, functions): Promise<Evaluation> {
      const variables = lines * PERIODS + 3;
      let revenue = 0;
      const slopes: number[] = [];
      for (let l = 0; l < lines; l++) {
        for (let t = 0; t < PERIODS; t++) {
          const spend = byPeriod?.[l * PERIODS + t] ?? budgets[l]! / PERIODS;
          const { value, slope } = response(l, t);
          revenue += value(spend);
          slopes.push(slope(spend));
        }
      }
      const gradient = new Float64Array(variables * draws);
      slopes.forEach((slope, j) => {
        gradient.fill(slope, j * draws, (j + 1) * draws);
      });
      return Promise.resolve({
        draws,
        values: functions.map(() => new Float64Array(draws).fill(revenue)),
        gradients: functions.map(() => gradient),
      });
    },
  };
}

async function optimised(scenario: Scenario, response: (line: number, period: number) => Response) {
  const evaluator = periodEvaluator(scenario.lines.length, response);
  const result = await optimizePlan({ scenario, evaluator, prices: false });
  if (!result.ok) throw new Error(result.conflict.rules.join());
  const periods = scenario.lines.map((_, l) => spendByPeriod(scenario, result.decision, l));
  return { ...result, periods };
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const cents = (amount: number): number => Math.round(amount * 100);

/** Every split of `steps` steps over the periods that `allowed` lets pass. */
function* splits(steps: number, periods: number, allowed: (part: number) => boolean): Generator<readonly number[]> {
  if (periods === 1) {
    if (allowed(steps)) yield [steps];
    return;
  }
  for (let first = 0; first <= steps; first++) {
    if (!allowed(first)) continue;
    for (const rest of splits(steps - first, periods - 1, allowed)) yield [first, ...rest];
  }
}

describe('free flighting', () => {
  test('periods that are alike and a concave response: even is best', async () => {
    // The given split is even, so it begins elsewhere: what is found has to come back to even.
    const scenario = freeScenario({
      lines: [{ id: 'facebook/awareness', budget: 4000, flighting: [0.7, 0.1, 0.1, 0.1] }],
    });
    const { periods, report } = await optimised(scenario, () => logResponse(900, 2e-3));
    expect(report.status).toBe('optimal');
    // A KKT residual below 1e-6 of a marginal over a curvature of 1e-3 of it a currency unit is 1e-3; the rest is the cent.
    for (const amount of periods[0]!) expect(Math.abs(amount - 1000)).toBeLessThan(0.02);
    expect(cents(total(periods[0]!))).toBe(400_000);
  });

  test('what cannot be even to the cent sums to the cent', async () => {
    const scenario = freeScenario({ lines: [{ id: 'facebook/awareness', budget: 1000.03 }] });
    const { periods, decision } = await optimised(scenario, () => logResponse(900, 2e-3));
    expect([...periods[0]!].sort()).toEqual([250, 250.01, 250.01, 250.01]);
    expect(decision.budgets[0]).toBe(1000.03);
  });

  test('two lines, prices that rise: equal marginals over lines and periods', async () => {
    const scenario = freeScenario({
      lines: [
        { id: 'facebook/awareness', budget: 5000 },
        { id: 'tiktok/awareness', budget: 3000 },
      ],
    });
    // Spend buys 1/price of what it bought: a log(1 + b x / price).
    const prices = [1, 1, 1.5, 3];
    const scale = [3000, 2000];
    const { periods, report } = await optimised(scenario, (l, t) => logResponse(scale[l]!, 2e-3 / prices[t]!));
    // a b / (1 + b x) = m  ⇔  x = a / m − 1 / b, with m such that the amounts sum to the budget.
    const spendAt = (m: number) => scale.map((a) => prices.map((price) => Math.max(0, a / m - price / 2e-3)));
    let [low, high] = [1e-3, 1e3];
    for (let k = 0; k < 200; k++) {
      const middle = Math.sqrt(low * high);
      if (total(spendAt(middle).flat()) > 8000) low = middle;
      else high = middle;
    }
    const expected = spendAt(high);
    expect(report.status).toBe('optimal');
    periods.forEach((amounts, l) => {
      for (const [t, amount] of amounts.entries()) expect(Math.abs(amount - expected[l]![t]!)).toBeLessThan(0.1);
      expect(amounts[0]).toBeGreaterThan(amounts[3]!);
    });
    expect(cents(total(periods.flat()))).toBe(800_000);
  });

  test('a minimum a day: periods are on or off, as good as the best split of a fine grid', async () => {
    const minimum = 100;
    const lines = [{ id: 'facebook/awareness', budget: 2100 }];
    const bounds = { min: null, max: null, fixed: null, minDaily: minimum };
    const scenario = freeScenario({ lines, rules: { lines: { 'facebook/awareness': bounds } } });
    const worth = [1, 1.4, 0.8, 1.2];
    const response = (_: number, t: number) => logResponse(500 * worth[t]!, 1e-3);
    const result = await optimised(scenario, response);
    // By brute force: every split in steps of 25, each period at nothing or at least a week of 100 a day.
    const step = 25;
    let best = 0;
    for (const parts of splits(2100 / step, PERIODS, (part) => part === 0 || part * step >= 7 * minimum)) {
      best = Math.max(best, total(parts.map((part, t) => response(0, t).value(part * step))));
    }
    const amounts = result.periods[0]!;
    const found = total(amounts.map((amount, t) => response(0, t).value(amount)));
    expect(found).toBeGreaterThanOrEqual(best - 1e-9);
    for (const amount of amounts) expect(amount === 0 || amount >= 700).toBe(true);
    expect(result.rules.every(({ holds }) => holds)).toBe(true);
    expect(result.rules.find(({ rule }) => rule.endsWith('min_daily'))).toMatchObject({ min: 100, holds: true });
  });

  test('rules speak of the whole line', async () => {
    const lines = [
      { id: 'facebook/awareness', budget: 5000 },
      { id: 'tiktok/awareness', budget: 3000 },
    ];
    const cap = { min: null, max: { kind: 'money', value: 2500 } as const, fixed: null, minDaily: null };
    const scenario = freeScenario({ lines, rules: { lines: { 'facebook/awareness': cap } } });
    const { periods, rules, decision } = await optimised(scenario, (l) => logResponse([3000, 200][l]!, 2e-3));
    expect(total(periods[0]!)).toBeCloseTo(2500, 6);
    expect(rules.every(({ holds }) => holds)).toBe(true);
    const spent = {
      ...decision,
      byPeriod: decision.byPeriod!.map((x) => 2 * x),
      budgets: decision.budgets.map((x) => 2 * x),
    };
    expect(ruleOutcomes(scenario, spent).find(({ rule }) => rule === 'lines.facebook/awareness')?.holds).toBe(false);
  });

  test('what is off by a contradiction is told of the line', async () => {
    const lines = [{ id: 'facebook/awareness', budget: 500 }];
    const bounds = { min: null, max: null, fixed: null, minDaily: 100 };
    const scenario = freeScenario({ lines, rules: { lines: { 'facebook/awareness': bounds } } });
    const evaluator = periodEvaluator(1, () => logResponse(500, 1e-3));
    const result = await optimizePlan({ scenario, evaluator, prices: false });
    // One week takes all of the budget: 500 / 7 days.
    expect(result).toMatchObject({
      ok: false,
      conflict: {
        rules: ['budget', 'lines.facebook/awareness.min_daily'],
        relaxations: [
          { code: 'budget', way: 'raise', to: 700 },
          { code: 'daily', rule: 'lines.facebook/awareness.min_daily', to: 71.42 },
        ],
      },
    });
  });

  test('trust tells of lines, not of periods', async () => {
    const scenario = freeScenario({
      lines: [
        { id: 'facebook/awareness', budget: 500 },
        { id: 'tiktok/awareness', budget: 500 },
      ],
    });
    const evaluator = periodEvaluator(2, (l, t) => logResponse(500 + 100 * l, 1e-3 * (1 + t)));
    const result = await optimizePlan({ scenario, evaluator, prices: false, trust: true });
    if (!result.ok) throw new Error('no plan');
    expect(result.report.flat?.map(({ line }) => line)).toEqual(['facebook/awareness', 'tiktok/awareness']);
    result.report.flat!.forEach(({ min, max }, l) => {
      expect(min).toBeLessThanOrEqual(result.decision.budgets[l]! + 0.005);
      expect(max).toBeGreaterThanOrEqual(result.decision.budgets[l]! - 0.005);
    });
    for (const { lines } of result.report.alternatives!) {
      expect(cents(total(lines.map(({ budget }) => budget)))).toBe(100_000);
    }
  });
});

test('a plan told by periods and back is the same plan', () => {
  const scenario = freeScenario({ lines: [{ id: 'facebook/awareness', budget: 100 }] });
  const mixed: Scenario = {
    ...scenario,
    lines: [...scenario.lines, { ...scenario.lines[0]!, id: 'tiktok/awareness', freeFlighting: false }],
  };
  const byPeriod = Float64Array.of(10, 20, 30, 40, 5, 5, 5, 5);
  const decision = { budgets: Float64Array.of(100, 20), creative: Float64Array.of(1, 0, 0), byPeriod };
  const split = splitPlan(mixed, decision);
  expect([...split.budgets]).toEqual([10, 20, 30, 40, 20]);
  expect(joinedPlan(mixed, split)).toEqual(decision);
});
