import { expect, test } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { optimizePlan } from '../../src/optimize/index.js';
import { scenarioOf } from '../forecast/support.js';

test.each([
  ['budget', 1600],
  ['outside', 2000],
])('posts paid from %s: lines get what is left of the budget', async (from, left) => {
  const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 2000
draws: 256
creative: off
noise: off
economics: { order_value: 50, margin: 60% }
creators_from: ${from}
lines:
  - { platform: instagram, stage: awareness }
  - { platform: tiktok, stage: awareness }
creators:
  - { name: A, platform: instagram, followers: 20000, reach_rate: 30%, posts: 4, fee: 100 }
`);
  const session = await openSession(scenario, { workers: 0 });
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
  await session.close();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  expect(outcome.decision.budgets.reduce((sum, x) => sum + x, 0)).toBeCloseTo(left, 9);
  expect(outcome.rules).toContainEqual({ rule: 'budget', value: 2000, min: 2000, max: 2000, holds: true });
});
