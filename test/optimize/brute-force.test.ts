import { describe, expect, test } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import { riskAdjusted, SMOOTHING, standardDeviation } from '../../src/optimize/risk.js';
import type { Rules, Scenario } from '../../src/scenario/types.js';
import { slowUnless } from '../slow.js';
import { analyticEvaluator, type CountingEvaluator, kpi, logResponse, noiseTable, scenarioOf } from './support.js';

const noise = noiseTable('brute', 0.6);
const AMPLITUDE = [2500, 3500, 1500];
const SPEED = [1e-3, 6e-4, 3e-3];

function setting(ids: readonly string[], rules: Partial<Rules>, aversion: number): [Scenario, CountingEvaluator] {
  const lines = ids.map((id) => ({ id, budget: 3000 }));
  const scenario = scenarioOf({ lines, rules, goal: { maximize: kpi('profit'), riskAversion: aversion } });
  const evaluator = analyticEvaluator({
    draws: 200,
    // One set of draws for all: the grid below is held against the very function that is maximised.
    response: (l, d) => logResponse(AMPLITUDE[l]! * noise(l, d, 'fit'), SPEED[l]!),
  });
  return [scenario, evaluator];
}

interface Judged {
  readonly value: number;
  /** How far the smoothed goal, which is what is maximised, lies below. */
  readonly gap: number;
}

async function judge(scenario: Scenario, evaluator: CountingEvaluator, shares: readonly number[]): Promise<Judged> {
  const { goal, budget } = scenario;
  const decision = {
    budgets: Float64Array.from(shares, (share) => share * budget),
    creative: Float64Array.of(0.6, 0.3, 0.1),
  };
  const { values } = await evaluator.evaluate(decision, [goal.maximize], 'fresh');
  const draws = values[0]!;
  const value = riskAdjusted(draws, goal.riskAversion, goal.tail, 0).value;
  const width = SMOOTHING * standardDeviation(draws);
  return { value, gap: value - riskAdjusted(draws, goal.riskAversion, goal.tail, width).value };
}

/**
 * With F_h ≤ F the smoothed goal and x_h its optimum, F(x_h) ≥ F_h(x_h) ≥ F_h(best) = F(best) − gap(best). 1 % for the
 * width being set at a plan near the best; 0.01 for whole cents and the last KKT residual (1e-6 of a marginal of 1e4).
 */
function least(best: Judged): number {
  return best.value - 1.01 * best.gap - 0.01;
}

describe.each([0, 0.25, 1])('against a grid, risk aversion %s', (aversion) => {
  test('two lines', slowUnless(aversion === 0.25), async () => {
    const [scenario, evaluator] = setting(['facebook/awareness', 'tiktok/awareness'], {}, aversion);
    const result = await optimizePlan({ scenario, evaluator, prices: false });
    if (!result.ok) throw new Error('infeasible');
    let best: Judged = { value: Number.NEGATIVE_INFINITY, gap: 0 };
    for (let i = 0; i <= 1000; i++) {
      const judged = await judge(scenario, evaluator, [i / 1000, 1 - i / 1000]);
      if (judged.value > best.value) best = judged;
    }
    expect(result.report.objective).toBeGreaterThan(least(best));
    expect(result.report.status).toBe('optimal');
  });

  test('three lines under a stage share and a platform maximum', slowUnless(aversion === 0.25), async () => {
    const rules: Partial<Rules> = {
      stages: { awareness: { min: 0.7, max: 0.8 } },
      platforms: { tiktok: { min: null, max: { kind: 'share', value: 0.25 }, fixed: null } },
    };
    const ids = ['facebook/awareness', 'tiktok/awareness', 'facebook/conversion'];
    const [scenario, evaluator] = setting(ids, rules, aversion);
    const result = await optimizePlan({ scenario, evaluator, prices: false });
    if (!result.ok) throw new Error('infeasible');
    let best: Judged = { value: Number.NEGATIVE_INFINITY, gap: 0 };
    for (let i = 0; i <= 50; i++) {
      for (let j = 0; j <= 20; j++) {
        const tiktok = i / 200;
        const awareness = 0.7 + j / 200;
        const shares = [awareness - tiktok, tiktok, 1 - awareness];
        const judged = await judge(scenario, evaluator, shares);
        if (judged.value > best.value) best = judged;
      }
    }
    expect(result.report.objective).toBeGreaterThan(least(best));
    expect(result.rules.every((rule) => rule.holds)).toBe(true);
  });
});
