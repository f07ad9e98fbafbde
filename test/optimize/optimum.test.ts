import { describe, expect, test } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import {
  analyticEvaluator,
  exponentialResponse,
  logResponse,
  type Response,
  rootResponse,
  type ScenarioSpec,
  scenarioOf,
} from './support.js';

const THREE = ['facebook/awareness', 'instagram/awareness', 'tiktok/awareness'];

async function optimised(spec: ScenarioSpec, response: (line: number) => Response) {
  const scenario = scenarioOf(spec);
  const result = await optimizePlan({ scenario, evaluator: analyticEvaluator({ draws: 4, response }), prices: false });
  if (!result.ok) throw new Error(result.conflict.rules.join());
  return { ...result, scenario };
}

/** Water-filling: spends with equal marginals `m` where on, by bisection on `m`; `spend(m)` inverts each marginal. */
function equalMarginals(budget: number, spendAt: readonly ((marginal: number) => number)[]): number[] {
  let low = 1e-12;
  let high = 1e12;
  for (let i = 0; i < 400; i++) {
    const middle = Math.sqrt(low * high);
    const spent = spendAt.reduce((sum, at) => sum + Math.max(0, at(middle)), 0);
    if (spent > budget) low = middle;
    else high = middle;
  }
  return spendAt.map((at) => Math.max(0, at(high)));
}

/** A KKT residual of 1e-6 of a marginal near 1, over a curvature of 1e-4 a currency unit or more, is 0.01; the rest is for rounding to cents. */
function expectBudgets(budgets: Float64Array, expected: readonly number[]): void {
  for (const [l, amount] of expected.entries()) expect(Math.abs(budgets[l]! - amount)).toBeLessThan(0.05);
}

describe('closed-form optima: equal marginals', () => {
  const budget = 9000;
  const lines = THREE.map((id) => ({ id, budget: budget / 3 }));

  test('a·log(1 + b·x), one line switched off', async () => {
    const a = [3000, 2000, 100];
    const b = [1e-3, 2e-3, 1e-3];
    const { decision, report } = await optimised({ lines }, (l) => logResponse(a[l]!, b[l]!));
    // a b / (1 + b x) = m  ⇔  x = a / m − 1 / b
    const expected = equalMarginals(
      budget,
      a.map((_, l) => (m) => a[l]! / m - 1 / b[l]!),
    );
    expectBudgets(decision.budgets, expected);
    expect(expected[2]).toBe(0);
    expect(decision.budgets[2]).toBe(0);
    expect(report.status).toBe('optimal');
    expect(report.kkt).toBeLessThan(1e-6);
  });

  test('a·√x: in proportion to a²', async () => {
    const a = [3, 2, 1];
    const { decision } = await optimised({ lines }, (l) => rootResponse(a[l]!));
    expectBudgets(
      decision.budgets,
      a.map((value) => (budget * value ** 2) / 14),
    );
  });

  test('a·√x from a plan with a line at 0, where the slope is infinite', async () => {
    const start = [
      { id: THREE[0]!, budget },
      { id: THREE[1]!, budget: 0 },
      { id: THREE[2]!, budget: 0 },
    ];
    const a = [3, 2, 1];
    const { decision } = await optimised({ lines: start }, (l) => rootResponse(a[l]!));
    expectBudgets(
      decision.budgets,
      a.map((value) => (budget * value ** 2) / 14),
    );
  });

  test('a·(1 − exp(−b·x))', async () => {
    const a = [5000, 4000, 3000];
    const b = [3e-4, 5e-4, 9e-4];
    const { decision } = await optimised({ lines }, (l) => exponentialResponse(a[l]!, b[l]!));
    // a b exp(−b x) = m  ⇔  x = log(a b / m) / b
    const expected = equalMarginals(
      budget,
      a.map((_, l) => (m) => Math.log((a[l]! * b[l]!) / m) / b[l]!),
    );
    expectBudgets(decision.budgets, expected);
  });
});
