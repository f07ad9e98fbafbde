import { expect, it } from 'vitest';
import type { PlanEvaluator } from '../../src/engine/evaluation.js';
import { openSession } from '../../src/engine/session.js';
import { optimizePlan } from '../../src/optimize/index.js';
import { toMinorUnits } from '../../src/units/money.js';
import { scenarioOf } from '../forecast/support.js';
import { quickFirst } from '../slow.js';

const line = (name: string, cpm: string, ctr: string, cvr: string) =>
  `{ platform: ${name}, stage: awareness, audience: 60k, cpm: ${cpm}, ctr: ${ctr}, cvr: ${cvr}, view_rate: 30%, fatigue: 0.03 }`;

// A rule that binds has small plans topped up, cent by cent; what an outcome leaves to rounding (half a cent a line) isn't to be spent.
for (const [cases, options] of quickFirst([4080, 4090, 4095, 4101.61, 4110], 2))
  it.each(cases)('a plan of less than a dollar has no cent above it: %d clicks', options, async (clicks) => {
    const scenario = await scenarioOf(`
currency: USD
horizon: 3 weeks
budget: { max: 0.92 }
draws: 256
creative: off
noise: off
economics: { order_value: 0.0637, margin: 0.6, repeat_rate: 0 }
goal: { maximize: profit, risk_aversion: 0 }
lines:
  - ${line('c0', '0.00247 to 0.00865', '0.0163 to 0.0235', '0.018 to 0.0305')}
  - ${line('c1', '0.0026 to 0.00825', '0.0166 to 0.0239', '0.0237 to 0.04')}
rules: { hold: [clicks >= ${clicks}] }
`);
    const session = await openSession(scenario, { workers: 0 });
    // One set of draws: the rule then binds on those that it is judged on, too.
    const evaluator: PlanEvaluator = {
      evaluate: (decision, functions, _, options) => session.evaluate(decision, functions, 'coarse', options),
    };
    try {
      const outcome = await optimizePlan({ scenario, evaluator, prices: false });
      if (!outcome.ok) return;
      const cents = outcome.decision.budgets.reduce((sum, amount) => sum + toMinorUnits(amount, 'USD'), 0);
      expect(cents).toBeLessThanOrEqual(92);
    } finally {
      await session.close();
    }
  });
