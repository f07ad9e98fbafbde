import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/engine/evaluation.js';
import { createRecentEvaluations } from '../../src/engine/recent-evaluations.js';
import type { PlanFunction } from '../../src/scenario/expressions/types.js';

const profit: PlanFunction = { kind: 'kpi', name: 'profit' };
const orders: PlanFunction = { kind: 'kpi', name: 'orders' };
const plan = (...budgets: number[]) => ({ budgets: Float64Array.from(budgets), creative: Float64Array.of(1, 0, 0) });

const asking = (plan: Decision, functions: readonly PlanFunction[]) =>
  ({ plan, functions, set: 'fresh', gradients: false }) as const;

function counting(draws: number) {
  let asked = 0;
  return {
    asked: () => asked,
    evaluate: async () => {
      asked++;
      return { draws, values: [new Float64Array(draws).fill(asked)], gradients: [] };
    },
  };
}

describe('recent evaluations', () => {
  it('are known by the plan to its last bit, and by what was asked of it', async () => {
    const recent = createRecentEvaluations();
    const { asked, evaluate } = counting(4);
    const first = await recent.get(asking(plan(1, 2), [profit]), evaluate);
    expect(await recent.get(asking(plan(1, 2), [profit]), evaluate)).toBe(first);
    expect(asked()).toBe(1);
    await recent.get(asking(plan(1, 2 + Number.EPSILON * 2), [profit]), evaluate);
    await recent.get(asking(plan(1, 2), [orders]), evaluate);
    await recent.get(asking({ ...plan(1, 2), creative: Float64Array.of(0, 1, 0) }, [profit]), evaluate);
    await recent.get(asking({ ...plan(1, 2), posts: Float64Array.of(3) }, [profit]), evaluate);
    await recent.get(asking({ ...plan(1, 2), pressureAt: Float64Array.of(Number.NaN, 5) }, [profit]), evaluate);
    await recent.get({ ...asking(plan(1, 2), [profit]), set: 'coarse' }, evaluate);
    await recent.get({ ...asking(plan(1, 2), [profit]), gradients: true }, evaluate);
    expect(asked()).toBe(8);
  });

  it('let go of the one that waited longest, once there are too many', async () => {
    const recent = createRecentEvaluations();
    const { asked, evaluate } = counting(2 ** 19);
    await recent.get(asking(plan(1), [profit]), evaluate);
    await recent.get(asking(plan(2), [profit]), evaluate);
    await recent.get(asking(plan(1), [profit]), evaluate);
    await recent.get(asking(plan(3), [profit]), evaluate);
    expect(asked()).toBe(3);
    await recent.get(asking(plan(1), [profit]), evaluate);
    expect(asked()).toBe(3);
    await recent.get(asking(plan(2), [profit]), evaluate);
    expect(asked()).toBe(4);
  });

  it('keep nothing of an evaluation that failed', async () => {
    const recent = createRecentEvaluations();
    const { asked, evaluate } = counting(4);
    await expect(recent.get(asking(plan(1), [profit]), () => Promise.reject(new Error('stopped')))).rejects.toThrow(
      'stopped',
    );
    await recent.get(asking(plan(1), [profit]), evaluate);
    expect(asked()).toBe(1);
  });
});
