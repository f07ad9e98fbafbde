import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/engine/session.js';
import { scoreDraws } from '../../src/forecast/explain/scores.js';
import { typedBudgets, typedPlan } from '../../src/forecast/typed-plan.js';
import { NO_RULES, scenarioOf } from '../optimize/support.js';

describe('an optimum in steps that people type', () => {
  const typed = (to: readonly number[], budget: number, from: readonly number[] = to.map(() => 0)) => {
    const found = typedBudgets(Float64Array.from(from), Float64Array.from(to), 10, {
      budget,
      currency: 'USD',
      rules: NO_RULES,
    });
    return found === null ? null : [...found];
  };

  it('has what is left of the budget with the line that gains most', () => {
    expect(typed([60.2, 40.17], 100.37)).toEqual([60.37, 40]);
    // From 55 and 10 the second gains more.
    expect(typed([60.2, 40.17], 100.37, [50, 10])).toEqual([60, 40.37]);
  });

  it('has whole steps where rounding went furthest the other way', () => {
    expect(typed([33.4, 33.3, 33.3], 100)).toEqual([40, 30, 30]);
    expect(typed([25, 25, 50], 100)).toEqual([20, 30, 50]);
  });

  it('switches off whole what would have less than half a step', () => {
    expect(typed([4.9, 95.1], 100)).toEqual([0, 100]);
    expect(typed([4.9], 4.9)).toBeNull();
  });

  it('stands to the cent where a line spends by the period: there are too many amounts to type', async () => {
    const scenario = scenarioOf({ lines: [{ id: 'tiktok/awareness', budget: 100 }] });
    const session = new Proxy({} as Session, {
      get: () => {
        throw new Error('the session was asked');
      },
    });
    const given = { budgets: Float64Array.of(100), creative: new Float64Array(3) };
    const best = { ...given, byPeriod: Float64Array.of(10.01, 20.02, 30.03, 39.94) };
    expect(await typedPlan(session, scenario, given, best)).toEqual({ decision: best, step: null, loss: 0 });
    await expect(typedPlan(session, scenario, given, { ...given, budgets: Float64Array.of(99.9) })).rejects.toThrow(
      /asked/,
    );
  });
});

it('a score is the sum of its sources, each by its weight, draw by draw', () => {
  const normals = [Float64Array.of(1, 2), Float64Array.of(5, 5), Float64Array.of(-1, 3)];
  const terms = [
    { source: 0, weight: 0.6 },
    { source: 2, weight: 0.8 },
  ];
  const [first, second] = scoreDraws(terms, normals);
  expect(first).toBeCloseTo(-0.2, 12);
  expect(second).toBeCloseTo(3.6, 12);
});
