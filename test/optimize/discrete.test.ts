import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import type { Rules } from '../../src/scenario/types.js';
import { quickFirst } from '../slow.js';
import { analyticEvaluator, kpi, logResponse, type Response, scenarioOf } from './support.js';

const IDS = ['facebook/awareness', 'tiktok/awareness', 'x/awareness', 'reddit/awareness'];
const NONE = { min: null, max: null, fixed: null, minDaily: null };
/** 4 weeks of 7 days. */
const DAYS = 28;

async function best(a: readonly number[], b: readonly number[], daily: readonly (number | null)[]) {
  const lines: Record<string, Rules['lines'][string]> = {};
  for (const [l, id] of IDS.entries()) lines[id] = { ...NONE, minDaily: daily[l] ?? null };
  const scenario = scenarioOf({ lines: IDS.map((id) => ({ id, budget: 1000 })), rules: { lines } });
  const response = (l: number): Response => logResponse(a[l]!, b[l]!);
  const result = await optimizePlan({ scenario, evaluator: analyticEvaluator({ draws: 1, response }) });
  if (!result.ok) throw new Error(result.conflict.rules.join());
  return { ...result, budget: scenario.budget };
}

/** Best of all on-or-off choices, each by water-filling with lower bounds: equal marginals above the bound. */
function enumerated(
  a: readonly number[],
  b: readonly number[],
  daily: readonly (number | null)[],
  budget: number,
): { value: number; x: number[] } {
  let champion = { value: Number.NEGATIVE_INFINITY, x: [] as number[] };
  for (let mask = 0; mask < 16; mask++) {
    const on = IDS.map((_, l) => (mask & (1 << l)) !== 0);
    const least = daily.map((amount, l) => (on[l] ? (amount ?? 0) * DAYS : 0));
    if (!on.includes(true) || least.reduce((sum, x) => sum + x, 0) > budget) continue;
    const at = (m: number): number[] => a.map((v, l) => (on[l] ? Math.max(least[l]!, v / m - 1 / b[l]!) : 0));
    let low = 1e-9;
    let high = 1e9;
    for (let i = 0; i < 300; i++) {
      const m = Math.sqrt(low * high);
      if (at(m).reduce((sum, x) => sum + x, 0) > budget) low = m;
      else high = m;
    }
    const x = at(high);
    const value = x.reduce((sum, amount, l) => sum + a[l]! * Math.log1p(b[l]! * amount), 0);
    if (value > champion.value) champion = { value, x };
  }
  return champion;
}

describe('a daily minimum: on for at least that, or off', () => {
  test.each([
    { name: 'none in the way', a: [500, 400, 300, 200], b: [1e-2, 1e-2, 1e-2, 1e-2], daily: [5, null, 5, null] },
    {
      name: 'one line not worth its minimum',
      a: [900, 900, 80, 60],
      b: [1e-2, 1e-2, 1e-2, 1e-2],
      daily: [10, 10, 30, 25],
    },
    {
      name: 'more minimums than budget',
      a: [500, 480, 460, 440],
      b: [1e-2, 1e-2, 1e-2, 1e-2],
      daily: [60, 60, 60, 60],
    },
    {
      name: 'a minimum worth raising a line to',
      a: [900, 200, 200, 0],
      b: [1e-2, 2e-2, 5e-3, 1],
      daily: [null, 20, 20, 20],
    },
  ])('$name', async ({ a, b, daily }) => {
    const { decision, rules, report, budget } = await best(a, b, daily);
    const expected = enumerated(a, b, daily, budget);
    expect(rules.every((rule) => rule.holds)).toBe(true);
    for (const [l, amount] of decision.budgets.entries()) {
      if (daily[l] != null && amount > 0) expect(amount).toBeGreaterThanOrEqual(daily[l] * DAYS);
      expect(Math.abs(amount - expected.x[l]!)).toBeLessThan(0.5);
    }
    // Whole cents cost less than a cent's marginal.
    expect(Math.abs(report.objective - expected.value)).toBeLessThan(0.02);
  });

  for (const [cases, options] of quickFirst([1, 2, 3, 4, 5, 6, 7, 8], 3))
    test.each(cases)('four lines drawn at random, all with minimums (%s)', options, async (k) => {
      const random = seedrandom.alea(`minimums/${k}`);
      const a = IDS.map(() => 100 + 900 * random());
      const b = IDS.map(() => 10 ** (-3 + 2 * random()));
      const daily = IDS.map(() => 20 + 50 * random());
      const { report, budget } = await best(a, b, daily);
      expect(Math.abs(report.objective - enumerated(a, b, daily, budget).value)).toBeLessThan(0.02);
    });

  test('with uneven flighting the thinnest live day counts', async () => {
    const lines = [
      { id: 'facebook/awareness', budget: 500, flighting: [0, 0.5, 0.25, 0.25] },
      { id: 'tiktok/awareness', budget: 500 },
    ];
    const rules = {
      lines: { 'facebook/awareness': { ...NONE, min: { kind: 'money', value: 1 } as const, minDaily: 10 } },
    };
    const scenario = scenarioOf({ lines, rules });
    const evaluator = analyticEvaluator({ draws: 1, response: (l) => logResponse(l === 0 ? 1 : 100, 0.01) });
    const result = await optimizePlan({ scenario, evaluator });
    if (!result.ok) throw new Error('infeasible');
    // A quarter of the budget over a week of 7 days is 10 a day: 280.
    expect(result.decision.budgets[0]).toBe(280);
    const outcome = result.rules.find((rule) => rule.rule === 'lines.facebook/awareness.min_daily');
    expect(outcome?.value).toBeCloseTo(10, 10);
    expect(outcome?.min).toBeCloseTo(10, 10);
    // d log value / d spend of both lines at the optimum, times 28 currency units of budget a unit a day.
    const price = result.prices.find((entry) => entry.rule === 'lines.facebook/awareness.min_daily');
    expect(price?.multiplier).toBeCloseTo(28 * (1 / (1 + 0.01 * 720) - 0.01 / (1 + 0.01 * 280)), 4);
  });
});

test('a plan that spends nothing where the goal is a ratio has no value: said so', async () => {
  const scenario = scenarioOf({
    lines: [{ id: 'facebook/awareness', budget: 100 }],
    goal: { maximize: kpi('roas'), text: 'roas' },
  });
  const evaluator = analyticEvaluator({ draws: 4, response: () => logResponse(Number.NaN, 1) });
  await expect(optimizePlan({ scenario, evaluator })).rejects.toThrow(/the goal roas has no value in 4 of 4 draws/);
});
