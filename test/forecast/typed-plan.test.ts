import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/engine/session.js';
import { scoreDraws } from '../../src/forecast/explain/scores.js';
import { stepBelow, typedBudgets, typedPlan } from '../../src/forecast/typed-plan.js';
import type { Decision } from '../../src/optimize/types.js';
import type { Scenario } from '../../src/scenario/types.js';
import { NO_RULES, scenarioOf } from '../optimize/support.js';
import { scenarioOf as parsed } from './support.js';

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

  it('takes a whole step back only where there is one', () => {
    // The first line is nearer to what it should be, but has less than a step; the second gives one.
    expect(typed([5, 22], 14, [4, 0])).toEqual([4, 10]);
  });

  it('keeps a line of less than two steps, and what a line already has beyond whole steps', () => {
    expect(typed([15, 85], 100)).toEqual([10, 90]);
    // From 14 the nearest whole step to 5 is 4, which is money all the same.
    expect(typed([5, 95], 100, [14, 86])).toEqual([4, 96]);
  });

  it('leaves what is spent of a plan under way, and gives nothing more rather than next to nothing', () => {
    const underWay = (to: readonly number[], from: readonly number[]) => {
      const lines = [
        { spend: [12, 5], running: 3 },
        { spend: [40, 0], running: 0 },
      ];
      const inFlight = { lines } as unknown as NonNullable<Scenario['inFlight']>;
      const setting = { budget: 200, currency: 'USD', rules: NO_RULES, inFlight };
      const found = typedBudgets(Float64Array.from(from), Float64Array.from(to), 10, setting);
      return found === null ? null : [...found];
    };
    expect(underWay([23, 177], [100, 100])).toEqual([20, 180]);
    // From 34 the nearest whole step to 27 is 24: four more than is spent.
    expect(underWay([27, 173], [34, 166])).toEqual([20, 180]);
    expect(underWay([60, 140], [100, 100])).toEqual([60, 140]);
  });

  it('has steps of 1, 2 or 5 times a power of ten, none above what is asked', () => {
    const amounts = [1, 1.9, 2, 4.9, 5, 9.99, 10, 49, 50, 1234, 0.03, 0.5];
    expect(amounts.map((amount) => Number(stepBelow(amount).toPrecision(12)))).toEqual([
      1, 1, 2, 2, 5, 5, 10, 20, 50, 1000, 0.02, 0.5,
    ]);
  });

  it('has for its lines what posts that are chosen leave of the budget', async () => {
    const scenario = await parsed(`
currency: USD
horizon: 1 week
budget: 1000
creators_from: budget
economics: { order_value: 40, margin: 1 }
lines:
  - { platform: instagram, stage: awareness, budget: 500, audience: 400k, cpm: 10, ctr: 1%, view_rate: 20%, cvr: 2% }
  - { platform: tiktok, stage: awareness, budget: 500, audience: 400k, cpm: 10, ctr: 1%, view_rate: 20%, cvr: 2% }
creators:
  - { name: Aysel, platform: instagram, followers: 10k, reach_rate: 30%, ctr: 2%, view_rate: 30%, cvr: 10%, fee: 30, posts: { max: 3 } }
`);
    const asked: Decision[] = [];
    const session = {
      evaluate: async (decision: Decision, functions: readonly unknown[]) => {
        asked.push(decision);
        return { draws: 1, values: functions.map(() => Float64Array.of(1)), gradients: [] };
      },
    } as unknown as Session;
    const given = { budgets: Float64Array.of(500, 500), creative: new Float64Array(3), posts: Float64Array.of(0) };
    const best = { ...given, budgets: Float64Array.of(301.5, 608.5), posts: Float64Array.of(3) };
    const { decision, step } = await typedPlan(session, scenario, given, best);
    expect(step).toBe(10);
    // 1,000 less three posts of 30.
    expect(decision.budgets.reduce((sum, budget) => sum + budget, 0)).toBe(910);
    expect([...decision.posts!]).toEqual([3]);
    expect(asked.length).toBeGreaterThan(1);
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
