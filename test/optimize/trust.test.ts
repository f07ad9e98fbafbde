import { describe, expect, test } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import { analyticEvaluator, logResponse, scenarioOf } from './support.js';

const A = [5000, 3000, 2000];
const B = [1e-3, 2e-3, 1e-3];
const BUDGET = 10_000;

async function trusted(lines: number, rules = {}) {
  const ids = ['facebook/awareness', 'tiktok/awareness', 'facebook/conversion'].slice(0, lines);
  const scenario = scenarioOf({ lines: ids.map((id) => ({ id, budget: BUDGET / lines })), rules });
  const evaluator = analyticEvaluator({ draws: 1, response: (l) => logResponse(A[l]!, B[l]!) });
  const result = await optimizePlan({ scenario, evaluator, prices: false, trust: true });
  if (!result.ok) throw new Error(result.conflict.rules.join());
  return { ...result, flat: result.report.flat!, alternatives: result.report.alternatives! };
}

const total = (x: readonly number[]): number =>
  x.reduce((sum, amount, l) => sum + A[l]! * Math.log1p(B[l]! * amount), 0);

/** Where a falling or rising function of a spend crosses a level, by halving. */
function crossing(f: (x: number) => number, level: number, inside: number, outside: number): number {
  let [near, far] = [inside, outside];
  for (let k = 0; k < 100; k++) {
    const middle = (near + far) / 2;
    if (f(middle) >= level) near = middle;
    else far = middle;
  }
  return near;
}

describe('how flat the optimum is', () => {
  test('two lines: the range within 1 %, by root finding', async () => {
    const { flat, decision, report } = await trusted(2);
    const along = (x: number): number => total([x, BUDGET - x]);
    const level = 0.99 * report.objective;
    const best = decision.budgets[0]!;
    const [least, most] = [crossing(along, level, best, 0), crossing(along, level, best, BUDGET)];
    // Never too wide (a cent of rounding), and no more than a thousandth of the budget too narrow.
    expect(flat[0]!.min).toBeGreaterThan(least - 0.02);
    expect(flat[0]!.min).toBeLessThan(least + 1e-3 * BUDGET);
    expect(flat[0]!.max).toBeLessThan(most + 0.02);
    expect(flat[0]!.max).toBeGreaterThan(most - 1e-3 * BUDGET);
    expect(flat[1]!.max).toBeCloseTo(BUDGET - flat[0]!.min, -2);
  });

  test('three lines: the others follow, so that the range is wider than with them held', async () => {
    const { flat, decision, report } = await trusted(3);
    const level = 0.99 * report.objective;
    // Of line 0's excess the two others give up what water-filling takes: equal marginals a b / (1 + b x).
    const rest = (x: number): number => {
      const left = BUDGET - x;
      let [low, high] = [0, left];
      for (let k = 0; k < 100; k++) {
        const y = (low + high) / 2;
        if ((A[1]! * B[1]!) / (1 + B[1]! * y) > (A[2]! * B[2]!) / (1 + B[2]! * (left - y))) low = y;
        else high = y;
      }
      return total([x, low, left - low]);
    };
    const most = crossing(rest, level, decision.budgets[0]!, BUDGET);
    expect(flat[0]!.max).toBeLessThan(most + 0.02);
    expect(flat[0]!.max).toBeGreaterThan(most - 2e-3 * BUDGET);
  });

  test.each([
    0.9999, 0.996, 0.992,
  ])('a rule on the draws that asks for more of the best decides: %d of it', async (part) => {
    const free = await trusted(2);
    const level = part * free.report.objective;
    const { flat, decision } = await trusted(2, { roas: { min: level / BUDGET, probability: null } });
    const along = (x: number): number => total([x, BUDGET - x]);
    const best = decision.budgets[0]!;
    expect(flat[0]!.min).toBeGreaterThan(crossing(along, level, best, 0) - 0.02);
    expect(flat[0]!.max).toBeLessThan(crossing(along, level, best, BUDGET) + 0.02);
    expect(flat[0]!.max).toBeGreaterThan(flat[0]!.min + 50);
  });

  test('alternatives are as good to 1 %, keep the rules, sum to the budget and differ', async () => {
    const stages = { awareness: { min: 0, max: 0.8 } };
    const { alternatives, report, decision } = await trusted(3, { stages });
    expect(alternatives.length).toBe(3);
    const plans = [[...decision.budgets], ...alternatives.map(({ lines }) => lines.map(({ budget }) => budget))];
    for (const [k, plan] of plans.entries()) {
      expect(plan.reduce((sum, amount) => sum + Math.round(100 * amount), 0)).toBe(100 * BUDGET);
      expect(plan[0]! + plan[1]!).toBeLessThanOrEqual(0.8 * BUDGET + 0.01);
      expect(total(plan)).toBeGreaterThanOrEqual(0.99 * report.objective - 0.1);
      for (const other of plans.slice(0, k)) {
        const moved = plan.reduce((sum, amount, l) => sum + Math.abs(amount - other[l]!), 0) / 2;
        expect(moved).toBeGreaterThan(0.01 * BUDGET);
      }
    }
  });

  test('what the searches came to is told', async () => {
    const { report } = await trusted(3);
    expect(report.searches).toBeGreaterThan(1);
    // A concave goal has one optimum: the searches agree to what the coarse draws are searched to.
    expect(report.spread).toBeLessThan(1e-3 * report.objective);
  });
});
