import { describe, expect, test } from 'vitest';
import { searchDiscrete } from '../../src/optimize/discrete.js';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import { givenPlan, optimizePlan } from '../../src/optimize/index.js';
import { sampledProblem, toShares } from '../../src/optimize/problem.js';
import { constraintsOf } from '../../src/optimize/rules.js';
import { searchFit } from '../../src/optimize/search.js';
import type { Rules, Scenario } from '../../src/scenario/types.js';
import { analyticEvaluator, kpi, type LineSpec, logResponse, noiseTable, scenarioOf } from './support.js';

const noise = noiseTable('invariance', 0.5);
const LINES = [
  { id: 'facebook/awareness', a: 3000, b: 9e-4 },
  { id: 'tiktok/awareness', a: 4000, b: 4e-4 },
  { id: 'facebook/consideration', a: 900, b: 2e-3 },
  { id: 'facebook/conversion', a: 2500, b: 2e-3 },
  { id: 'instagram/conversion', a: 1800, b: 1e-3 },
];
const RULES: Partial<Rules> = {
  stages: { awareness: { min: 0.5, max: 0.8 } },
  retargeting: { consideration: 1, conversion: 2, tolerance: 0.2 },
  creative: { split: { proven: 0.6, experiment: 0.3, moonshot: 0.1 }, tolerance: 0.1 },
};

/** The same business counted in a unit `factor` times smaller, its lines in the order given. */
function business(order: readonly number[], factor: number): [Scenario, ReturnType<typeof analyticEvaluator>] {
  const lines: LineSpec[] = order.map((index) => ({ id: LINES[index]!.id, budget: 3000 * factor }));
  const scenario = scenarioOf({
    lines,
    rules: RULES,
    creative: true,
    goal: { maximize: kpi('profit'), riskAversion: 0.25 },
    ...(factor === 1 ? {} : { currency: 'JPY', currencyDigits: 0 }),
  });
  const evaluator = analyticEvaluator({
    draws: 300,
    tiers: [1, 1.2, 0.9],
    response: (l, d, set) => {
      const { a, b } = LINES[order[l]!]!;
      return logResponse(factor * a * noise(order[l]!, d, set), b / factor);
    },
  });
  return [scenario, evaluator];
}

async function unrounded([scenario, evaluator]: ReturnType<typeof business>): Promise<Float64Array> {
  const solve = await loadProgramSolver();
  const problem = sampledProblem(scenario, evaluator);
  const rules = constraintsOf(scenario);
  const given = toShares(givenPlan(scenario), scenario.budget);
  const coarse = await searchDiscrete(solve, problem, rules, given);
  const fit = await searchFit(solve, problem, rules, coarse![0]!.optimum);
  return fit!.point.v;
}

const ORDER = [0, 1, 2, 3, 4];
const PERMUTED = [3, 1, 4, 0, 2];

describe('what must not matter', () => {
  test('the unit of money: the same shares for manats and for cents', async () => {
    const manats = await unrounded(business(ORDER, 1));
    const cents = await unrounded(business(ORDER, 100));
    for (const [j, share] of manats.entries()) expect(Math.abs(cents[j]! - share)).toBeLessThan(1e-9);
  });

  test('the unit of money: the same plan once rounded, and figures that differ by the factor', async () => {
    const [scenario, evaluator] = business(ORDER, 1);
    const manats = await optimizePlan({ scenario, evaluator });
    const [inCents, evaluatorInCents] = business(ORDER, 100);
    const cents = await optimizePlan({ scenario: inCents, evaluator: evaluatorInCents });
    if (!manats.ok || !cents.ok) throw new Error('infeasible');
    for (const [l, amount] of manats.decision.budgets.entries()) {
      expect(cents.decision.budgets[l]).toBe(Math.round(amount * 100));
    }
    expect(cents.report.objective / manats.report.objective).toBeCloseTo(100, 6);
    const price = (rule: string, of: typeof manats): number =>
      of.prices.find((entry) => entry.rule === rule)!.multiplier;
    // A share point is worth a hundred times as many cents; a cent of budget earns as many cents as a manat manats.
    expect(price('creative', cents) / price('creative', manats)).toBeCloseTo(100, 3);
    expect(price('budget', cents)).toBeCloseTo(price('budget', manats), 6);
  });

  test('the order of the lines', async () => {
    const straight = await unrounded(business(ORDER, 1));
    const permuted = await unrounded(business(PERMUTED, 1));
    // Two searches that both stop at a KKT residual of 1e-6 of a marginal, over a curvature (by share) near 1.
    for (const [l, index] of PERMUTED.entries()) {
      expect(Math.abs(permuted[l]! - straight[index]!)).toBeLessThan(1e-5);
    }
  });

  test('another run: the same bytes', async () => {
    const run = async () => {
      const [scenario, evaluator] = business(ORDER, 1);
      return optimizePlan({ scenario, evaluator });
    };
    expect(await run()).toEqual(await run());
  });
});

test('the engine is asked little: at most 60 evaluations on coarse draws and 25 on the fit draws', async () => {
  const [scenario, evaluator] = business(ORDER, 1);
  await optimizePlan({ scenario, evaluator, prices: false });
  expect(evaluator.count.coarse).toBeLessThanOrEqual(60);
  expect(evaluator.count.fit).toBeLessThanOrEqual(25);
});
