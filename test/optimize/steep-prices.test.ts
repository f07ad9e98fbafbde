import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { openSession } from '../../src/engine/session.js';
import type { Engine } from '../../src/engine/types.js';
import { optimizePlan } from '../../src/optimize/index.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

/** `maximum / (1 + (half / spend)^shape)`, as steep as can be where nothing is spent. */
interface Steep {
  readonly maximum: number;
  readonly half: number;
  readonly shape: number;
}

const bring = ({ maximum, half, shape }: Steep, spend: number): number => maximum / (1 + (half / spend) ** shape);

test.each<readonly [string, number, number, readonly [Steep, Steep]]>([
  [
    'one that leaves a thousandth of the budget',
    16_200,
    29.1,
    [
      { maximum: 13_000, half: 14_200, shape: 0.696 },
      { maximum: 32_700, half: 16_600, shape: 0.604 },
    ],
  ],
  [
    'one that leaves a hundredth',
    1220,
    44.6,
    [
      { maximum: 2650, half: 88.3, shape: 0.727 },
      { maximum: 2240, half: 415, shape: 0.692 },
    ],
  ],
])('what a ROAS costs on lines infinitely steep at nothing: %s', SLOW, async (_, budget, roas, lines) => {
  const scenario = await scenarioOf(
    JSON.stringify({
      currency: 'USD',
      horizon: '1 week',
      budget: { max: budget },
      draws: 256,
      creative: 'off',
      noise: 'off',
      economics: { order_value: 40, margin: 1 },
      goal: { maximize: 'revenue', risk_aversion: 0 },
      lines: lines.map(({ maximum, half, shape }, l) => ({
        platform: `c${l}`,
        stage: 'awareness',
        response: { curve: 'hill', of: 'revenue', maximum, half_saturation: half, shape },
      })),
      rules: { roas },
    }),
  );
  const session = await openSession(scenario, { engine });
  const outcome = await optimizePlan({ scenario, evaluator: session });
  await session.close();
  if (!outcome.ok) throw new Error(outcome.conflict.rules.join());
  // Without the rule all is spent: the best of 10,000 ways to split it, by the curves themselves.
  const [first, second] = lines;
  let best = 0;
  for (let k = 1; k < 10_000; k++) {
    const spend = (budget * k) / 10_000;
    best = Math.max(best, bring(first, spend) + bring(second, budget - spend));
  }
  const price = outcome.prices.find(({ rule }) => rule === 'roas')!;
  expect(outcome.report.objective).toBeLessThan(best / 2);
  expect(Math.abs(outcome.report.objective + price.without! - best)).toBeLessThan(1e-3 * best);
  expect(price.multiplier).toBeGreaterThan(0);
});
