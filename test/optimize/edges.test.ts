import { describe, expect, test } from 'vitest';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import { optimizePlan } from '../../src/optimize/index.js';
import type { Evaluation, PlanEvaluator } from '../../src/optimize/types.js';
import { analyticEvaluator, kpi, logResponse, type Response, type ScenarioSpec, scenarioOf } from './support.js';

async function optimised(spec: ScenarioSpec, response: (line: number) => Response) {
  const evaluator = analyticEvaluator({ draws: 3, response });
  const result = await optimizePlan({ scenario: scenarioOf(spec), evaluator });
  if (!result.ok) throw new Error(result.conflict.rules.join());
  return result;
}

describe('plans with little to decide', () => {
  test('a single line gets the budget', async () => {
    const lines = [{ id: 'facebook/awareness', budget: 500 }];
    const { decision, report } = await optimised({ lines }, () => logResponse(100, 0.01));
    expect([...decision.budgets]).toEqual([500]);
    expect(report.status).toBe('kept');
    expect(report.kkt).toBeLessThan(1e-9);
  });

  test('every line fixed: the rules are the plan', async () => {
    const lines = ['facebook', 'tiktok'].map((name) => ({ id: `${name}/awareness`, budget: 500 }));
    const fixed = (value: number) => ({
      min: null,
      max: null,
      fixed: { kind: 'money', value } as const,
      minDaily: null,
    });
    const rules = { lines: { 'facebook/awareness': fixed(900), 'tiktok/awareness': fixed(100) } };
    const { decision, report } = await optimised({ lines, rules }, () => logResponse(100, 0.01));
    expect([...decision.budgets]).toEqual([900, 100]);
    expect(report.status).toBe('optimal');
  });

  test('a goal that no budget moves keeps the plan given', async () => {
    const lines = ['facebook', 'tiktok'].map((name) => ({ id: `${name}/awareness`, budget: 500 }));
    const { decision, report } = await optimised({ lines }, () => ({ value: () => 7, slope: () => 0 }));
    expect([...decision.budgets]).toEqual([500, 500]);
    expect(report).toMatchObject({ status: 'kept', kkt: 0, objective: 14, optimism: 0 });
  });

  test('a goal with a kink at its top: the top is found, whatever the certificate says', async () => {
    // Rises by 2 a unit up to 400, then falls by 1; the other line is worth 0.5 a unit: 400 and 600.
    const kinked: Response = {
      value: (x) => (x < 400 ? 2 * x : 800 - (x - 400)),
      slope: (x) => (x < 400 ? 2 : -1),
    };
    const straight: Response = { value: (x) => 0.5 * x, slope: () => 0.5 };
    const lines = ['facebook', 'tiktok'].map((name) => ({ id: `${name}/awareness`, budget: 500 }));
    const { decision, report } = await optimised({ lines }, (l) => (l === 0 ? kinked : straight));
    // The trust region closes in on the kink: within a thousandth of the goal.
    expect(report.objective).toBeGreaterThan(1100 * 0.999);
    expect(decision.budgets[0]! + decision.budgets[1]!).toBe(1000);
  });

  test('a free creative split goes to the best tier', async () => {
    const lines = ['facebook', 'tiktok'].map((name) => ({ id: `${name}/awareness`, budget: 500 }));
    const scenario = scenarioOf({ lines, creative: true });
    const evaluator = analyticEvaluator({ draws: 2, tiers: [1, 1.4, 0.3], response: () => logResponse(100, 0.01) });
    const result = await optimizePlan({ scenario, evaluator });
    if (!result.ok) throw new Error('infeasible');
    expect([...result.decision.creative]).toEqual([0, 1, 0]);
  });

  test('with creative tiers switched off the split given stays', async () => {
    const lines = ['facebook', 'tiktok'].map((name) => ({ id: `${name}/awareness`, budget: 500 }));
    const creativeSplit = { proven: 0.7, experiment: 0.2, moonshot: 0.1 };
    const { decision } = await optimised({ lines, creativeSplit }, (l) => logResponse(100 * (1 + l), 0.01));
    expect([...decision.creative]).toEqual([0.7, 0.2, 0.1]);
  });

  test('plans where the goal has no value are a step too far, not an answer', async () => {
    // Undefined where the first line spends less than 100: the corner that the slope points at.
    const lines = ['facebook', 'tiktok'].map((name) => ({ id: `${name}/awareness`, budget: 500 }));
    const scenario = scenarioOf({ lines });
    const inner = analyticEvaluator({ draws: 2, response: (l) => logResponse(l === 0 ? 10 : 1000, 0.01) });
    const evaluator: PlanEvaluator = {
      async evaluate(decision, functions, set, options): Promise<Evaluation> {
        const evaluation = await inner.evaluate(decision, functions, set, options);
        if (decision.budgets[0]! >= 100) return evaluation;
        return { ...evaluation, values: evaluation.values.map((values) => values.map(() => Number.NaN)) };
      },
    };
    const result = await optimizePlan({ scenario, evaluator });
    if (!result.ok) throw new Error('infeasible');
    expect(Number.isFinite(result.report.objective)).toBe(true);
    expect(result.decision.budgets[0]).toBeGreaterThanOrEqual(100);
    expect(result.report.objective).toBeGreaterThan(result.report.objective_given);
  });

  test('a budget of 0 and a rule for an unknown line are refused', async () => {
    const evaluator = analyticEvaluator({ draws: 1, response: () => logResponse(1, 1) });
    const nothing = scenarioOf({ lines: [{ id: 'x/awareness', budget: 0 }], goal: { maximize: kpi('revenue') } });
    await expect(optimizePlan({ scenario: nothing, evaluator })).rejects.toThrow('the budget must be positive');
    const rules = { lines: { 'x/loyalty': { min: null, max: null, fixed: null, minDaily: 1 } } };
    const unknown = scenarioOf({ lines: [{ id: 'x/awareness', budget: 1 }], rules });
    await expect(optimizePlan({ scenario: unknown, evaluator })).rejects.toThrow('x/loyalty');
  });
});

describe('programs', () => {
  const free = { lower: Float64Array.of(0, 0), upper: Float64Array.of(10, 10) };

  test('a linear one with its multipliers', async () => {
    const solve = await loadProgramSolver();
    // max 3 x + 2 y, x + y ≤ 4, x ≤ 3: (3, 1), and a unit more of the first row is worth 2.
    const answer = solve({
      cost: Float64Array.of(-3, -2),
      ...free,
      rows: [
        { coefficients: [1, 1], lower: Number.NEGATIVE_INFINITY, upper: 4 },
        { coefficients: [1, 0], lower: Number.NEGATIVE_INFINITY, upper: 3 },
      ],
    });
    if (answer.status !== 'optimal') throw new Error(answer.status);
    expect([...answer.x]).toEqual([3, 1]);
    expect([...answer.rowDual]).toEqual([-2, -1]);
    expect(answer.objective).toBe(-11);
  });

  test('a quadratic one to the last digits', async () => {
    const solve = await loadProgramSolver();
    // x² + y² − x y − y over x + y = 1 is 3 x² − 2 x once y is eliminated: least at x = 1/3.
    const answer = solve({
      cost: Float64Array.of(0, -1),
      ...free,
      hessian: Float64Array.of(2, -1, -1, 2),
      rows: [{ coefficients: [1, 1], lower: 1, upper: 1 }],
    });
    if (answer.status !== 'optimal') throw new Error(answer.status);
    expect(answer.x[0]).toBeCloseTo(1 / 3, 14);
    expect(answer.x[1]).toBeCloseTo(2 / 3, 14);
  });

  test('on or off, and whole numbers', async () => {
    const solve = await loadProgramSolver();
    const rows = [{ coefficients: [1, 1], lower: 3.5, upper: 3.5 }];
    const semicontinuous = solve({
      cost: Float64Array.of(1, 2),
      lower: Float64Array.of(5, 0),
      upper: Float64Array.of(9, 9),
      kinds: ['semicontinuous', 'continuous'],
      rows,
    });
    // The cheap variable would have to be 5 at least.
    if (semicontinuous.status !== 'optimal') throw new Error(semicontinuous.status);
    expect([...semicontinuous.x]).toEqual([0, 3.5]);
    const whole = solve({ cost: Float64Array.of(1, 2), ...free, kinds: ['integer', 'continuous'], rows });
    if (whole.status !== 'optimal') throw new Error(whole.status);
    expect([...whole.x]).toEqual([3, 0.5]);
  });

  test('without an answer', async () => {
    const solve = await loadProgramSolver();
    const cost = Float64Array.of(-1, 0);
    expect(solve({ cost, ...free, rows: [{ coefficients: [1, 1], lower: 30, upper: 40 }] }).status).toBe('infeasible');
    const upper = Float64Array.of(Number.POSITIVE_INFINITY, 1);
    expect(solve({ cost, lower: free.lower, upper, rows: [] }).status).toBe('unbounded');
  });
});
