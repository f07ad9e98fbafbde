import { expect, test } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { scenarioOf } from '../forecast/support.js';

test('the slope of a response is its own, whatever was asked before: M h / (h + x)²', async () => {
  const scenario = await scenarioOf(
    JSON.stringify({
      currency: 'USD',
      horizon: '1 week',
      budget: 2000,
      draws: 256,
      creative: 'off',
      noise: 'off',
      economics: { order_value: 1, margin: 1 },
      lines: [1, 2].map((worth) => ({
        platform: `c${worth}`,
        stage: 'conversion',
        response: { curve: 'michaelis', of: 'revenue', maximum: 1000 * worth, half_saturation: 300 },
      })),
    }),
  );
  const session = await openSession(scenario, { workers: 0 });
  for (const budgets of [
    [900, 100],
    [100, 900],
    [1500, 500],
  ]) {
    const decision = { budgets: Float64Array.from(budgets), creative: Float64Array.of(0.6, 0.3, 0.1) };
    const { draws, gradients } = await session.evaluate(decision, [{ kind: 'kpi', name: 'revenue' }], 'coarse');
    budgets.forEach((x, line) => {
      const own = gradients[0]!.subarray(line * draws, (line + 1) * draws);
      const slope = (1000 * (line + 1) * 300) / (300 + x) ** 2;
      expect(Math.max(...own.map((value) => Math.abs(value / slope - 1)))).toBeLessThan(1e-12);
    });
  }
  await session.close();
});
