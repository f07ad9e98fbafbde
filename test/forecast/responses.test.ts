import { expect, it } from 'vitest';
import { responseCurves } from '../../src/forecast/responses.js';
import { scenarioOf, withSession } from './support.js';

/** Two platforms whose lines bring `M x / (h + x)` orders, nothing uncertain. */
const PLAN = JSON.stringify({
  currency: 'USD',
  horizon: '1 week',
  budget: 400,
  draws: 256,
  creative: 'off',
  noise: 'off',
  economics: { order_value: 1, margin: 1, repeat_rate: 0 },
  lines: [
    [100, 60, 50],
    [300, 80, 100],
  ].map(([budget, maximum, half], l) => ({
    platform: `c${l}`,
    stage: 'conversion',
    budget,
    response: { curve: 'michaelis', maximum, half_saturation: half },
  })),
});

it("curves go as far beyond a platform's spend in both plans, each on its own orders", async () => {
  const scenario = await scenarioOf(PLAN);
  const plan = (...budgets: number[]) => ({
    budgets: Float64Array.from(budgets),
    creative: Float64Array.of(0.6, 0.3, 0.1),
  });
  await withSession(
    scenario,
    async (session) => {
      const given = plan(100, 300);
      const [alone] = await responseCurves(session, scenario, { given, optimized: null });
      const both = await responseCurves(session, scenario, { given, optimized: plan(400, 0) });
      const widest = (curve: typeof alone) => curve?.points.at(-1)?.spend ?? Number.NaN;
      // What is spent most of the two tells how far.
      expect(widest(both[0])).toBeCloseTo(4 * widest(alone), 9);
      expect(widest(both[1])).toBeCloseTo(3 * widest(alone), 9);
      expect(both.map(({ given: one, optimized }) => [one, optimized])).toEqual([
        [100, 400],
        [300, 0],
      ]);
      for (const { spend, mean, p10, p90 } of both[0]?.points ?? []) {
        expect(mean).toBeCloseTo((60 * spend) / (50 + spend), 9);
        expect(p90 - p10).toBeCloseTo(0, 9);
      }
    },
    0,
  );
});
