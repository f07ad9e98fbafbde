import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { nearestPlan } from '../../src/optimize/feasible.js';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import { optimizePlan, ruleOutcomes } from '../../src/optimize/index.js';
import { linearViolation } from '../../src/optimize/kkt.js';
import { withPattern } from '../../src/optimize/linear-rules.js';
import type { ProgramSolver } from '../../src/optimize/program.js';
import { roundPlan } from '../../src/optimize/round.js';
import { constraintsOf } from '../../src/optimize/rules.js';
import type { Bounds, Rules, Scenario } from '../../src/scenario/types.js';
import { toMinorUnits } from '../../src/units/money.js';
import { FULL } from '../sample.js';
import { SLOW } from '../slow.js';
import { analyticEvaluator, logResponse, scenarioOf } from './support.js';

let solve: ProgramSolver;
beforeAll(async () => {
  solve = await loadProgramSolver();
});

const IDS = [
  'facebook/awareness',
  'tiktok/awareness',
  'instagram/awareness',
  'facebook/consideration',
  'instagram/consideration',
  'facebook/conversion',
  'tiktok/conversion',
];
const NONE: Bounds = { min: null, max: null, fixed: null };

/** Rules that one plan at least keeps: ranges around the figures of a hidden plan. */
const keepable = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: IDS.length, maxLength: IDS.length }),
    budgetCents: fc.integer({ min: 1000, max: 50_000_000 }),
    width: fc.double({ min: 0, max: 0.3, noNaN: true }),
    withStage: fc.boolean(),
    withPlatform: fc.boolean(),
    withRatio: fc.boolean(),
    withLine: fc.constantFrom<'min' | 'max' | 'none' | 'minDaily'>('min', 'max', 'none', 'minDaily'),
    start: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: IDS.length, maxLength: IDS.length }),
  })
  .map((spec) => {
    const total = spec.weights.reduce((sum, weight) => sum + weight, 0);
    const hidden = spec.weights.map((weight) => weight / total);
    const part = (test: (id: string) => boolean): number =>
      hidden.reduce((sum, share, l) => sum + (test(IDS[l]!) ? share : 0), 0);
    const awareness = part((id) => id.endsWith('/awareness'));
    const tiktok = part((id) => id.startsWith('tiktok/'));
    const consideration = part((id) => id.endsWith('/consideration'));
    const conversion = part((id) => id.endsWith('/conversion'));
    const budget = spec.budgetCents / 100;
    const rules: Partial<Rules> = {
      stages: spec.withStage
        ? { awareness: { min: Math.max(0, awareness - spec.width), max: Math.min(1, awareness + spec.width / 2) } }
        : {},
      platforms: spec.withPlatform ? { tiktok: { ...NONE, max: { kind: 'share', value: tiktok + spec.width } } } : {},
      retargeting: spec.withRatio ? { consideration, conversion, tolerance: spec.width } : null,
      lines:
        spec.withLine === 'none'
          ? {}
          : {
              'facebook/awareness': {
                ...NONE,
                ...(spec.withLine === 'minDaily'
                  ? {}
                  : { [spec.withLine]: { kind: 'money' as const, value: hidden[0]! * budget } }),
                minDaily: spec.withLine === 'minDaily' ? (hidden[0]! * budget) / 28 : null,
              },
            },
    };
    const lines = IDS.map((id) => ({ id, budget: 0 }));
    const scenario = scenarioOf({ lines, rules, budget });
    return { scenario, start: Float64Array.from([...spec.start, 0.6, 0.3, 0.1]) };
  });

describe('the nearest plan', () => {
  test('keeps every rule of any set that can be kept', () => {
    fc.assert(
      fc.property(keepable, ({ scenario, start }) => {
        const rules = constraintsOf(scenario);
        const nearest = nearestPlan(solve, rules, start);
        expect(nearest).not.toBeNull();
        // The feasibility tolerance HiGHS is asked for, over a handful of terms.
        expect(linearViolation(rules, nearest!.v)).toBeLessThan(1e-9);
      }),
      { numRuns: FULL ? 60 : 30 },
    );
  });

  test('is the plan itself where it keeps the rules', () => {
    const lines = IDS.map((id) => ({ id, budget: 100 }));
    const rules = constraintsOf(scenarioOf({ lines }));
    const v = Float64Array.from([...IDS.map(() => 1 / IDS.length), 0.6, 0.3, 0.1]);
    expect(nearestPlan(solve, rules, v)?.v).toEqual(v);
  });

  test('by hand: the projection of (1, 0, 0) on shares of at most one half', () => {
    const lines = ['facebook/awareness', 'tiktok/awareness', 'x/awareness'].map((id) => ({ id, budget: 100 }));
    const half = { ...NONE, max: { kind: 'share', value: 0.5 } as const, minDaily: null };
    const rules = constraintsOf(scenarioOf({ lines, rules: { lines: { 'facebook/awareness': half } } }));
    const nearest = nearestPlan(solve, rules, Float64Array.of(1, 0, 0, 0.6, 0.3, 0.1));
    for (const [l, share] of [0.5, 0.25, 0.25].entries()) expect(nearest!.v[l]).toBeCloseTo(share, 12);
  });
});

describe('whole currency units', () => {
  test('sum to the budget, miss no sum of lines, and no exact share or ratio by more than one unit', () => {
    fc.assert(
      fc.property(keepable, ({ scenario, start }) => {
        const rules = constraintsOf(scenario);
        const nearest = nearestPlan(solve, rules, start)!;
        const decided = withPattern(rules, nearest.on);
        const { decision, missed } = roundPlan(solve, scenario, decided, nearest.v);
        expectWhole(scenario, decision.budgets);
        for (const [l, amount] of decision.budgets.entries()) {
          expect(Math.abs(amount - nearest.v[l]! * scenario.budget)).toBeLessThan(0.0301);
        }
        for (const miss of missed) expect(miss.units).toBeLessThanOrEqual(1 + 1e-6);
      }),
      { numRuns: FULL ? 60 : 30 },
    );
  });

  test('an exact ratio of 1 : 2 is kept exactly where cents allow', () => {
    const lines = ['facebook/awareness', 'facebook/consideration', 'facebook/conversion'].map((id) => ({
      id,
      budget: 0,
    }));
    const retargeting = { consideration: 1, conversion: 2, tolerance: 0 };
    const scenario = scenarioOf({ lines, rules: { retargeting }, budget: 100.01 });
    const rules = constraintsOf(scenario);
    const v = Float64Array.of(0.7012345, 0, 0, 0.6, 0.3, 0.1);
    v[1] = (1 - v[0]!) / 3;
    v[2] = 2 * v[1]!;
    const { decision, missed } = roundPlan(solve, scenario, rules, v);
    expectWhole(scenario, decision.budgets);
    expect(toMinorUnits(decision.budgets[2]!, 'USD')).toBe(2 * toMinorUnits(decision.budgets[1]!, 'USD'));
    expect(missed).toEqual([]);
  });

  test('where cents do not allow it, the rule missed is named, by less than a cent', () => {
    const lines = ['facebook/consideration', 'facebook/conversion'].map((id) => ({ id, budget: 0 }));
    const retargeting = { consideration: 1, conversion: 2, tolerance: 0 };
    const scenario = scenarioOf({ lines, rules: { retargeting }, budget: 1 });
    const v = Float64Array.of(1 / 3, 2 / 3, 0.6, 0.3, 0.1);
    const { decision, missed } = roundPlan(solve, scenario, constraintsOf(scenario), v);
    expect([...decision.budgets]).toEqual([0.33, 0.67]);
    // 33 − 67 / 2
    expect(missed).toEqual([{ rule: 'retargeting', units: 0.5 }]);
  });

  test('a currency without decimals', () => {
    const lines = ['facebook/awareness', 'tiktok/awareness', 'x/awareness'].map((id) => ({ id, budget: 0 }));
    const scenario = scenarioOf({ lines, budget: 100, currency: 'JPY', currencyDigits: 0 });
    const v = Float64Array.of(1 / 3, 1 / 3, 1 / 3, 0.6, 0.3, 0.1);
    const { decision } = roundPlan(solve, scenario, constraintsOf(scenario), v);
    expect([...decision.budgets].sort()).toEqual([33, 33, 34]);
  });
});

test('an optimised plan keeps every rule, whatever the rules', SLOW, async () => {
  await fc.assert(
    fc.asyncProperty(keepable, async ({ scenario }) => {
      const evaluator = analyticEvaluator({
        draws: 2,
        response: (l) => logResponse(1 + l, (3 + (l % 3)) / scenario.budget),
      });
      const result = await optimizePlan({ scenario, evaluator, prices: false });
      if (!result.ok) throw new Error(result.conflict.rules.join());
      expectWhole(scenario, result.decision.budgets);
      expect(ruleOutcomes(scenario, result.decision).filter((outcome) => !outcome.holds)).toEqual([]);
      expect(result.report.kkt).toBeLessThan(1e-4);
    }),
    { numRuns: 12 },
  );
});

function expectWhole(scenario: Scenario, budgets: Float64Array): void {
  const units = [...budgets].map((amount) => toMinorUnits(amount, scenario.currency));
  expect(units.every((amount) => amount >= 0)).toBe(true);
  expect(units.reduce((sum, amount) => sum + amount, 0)).toBe(toMinorUnits(scenario.budget, scenario.currency));
}
