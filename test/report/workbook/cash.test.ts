import { expect, it } from 'vitest';
import { runForecast } from '../../../src/forecast/run.js';
import { cashFlow } from '../../../src/report/workbook/cash.js';
import { scenarioOf } from '../../forecast/support.js';

it('pays what is up front in the first period, the rest after the last one, and evenly what has no share up front', async () => {
  const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 1000
draws: 64
economics:
  order_value: 30
  margin: 60%
  fixed_costs:
    - { name: Creator, amount: 1000, upfront: 30% }
    - { name: Studio, amount: 400 }
lines:
  - { platform: instagram, stage: awareness, budget: 1000, audience: 300k, cpm: 3, ctr: 1%, view_rate: 25%, cvr: 2% }
`);
  const { result } = await runForecast(scenario, { workers: 0, optimize: false, charts: false });
  const { out } = cashFlow(result.plans.given, scenario.economics, scenario.currency);
  const paid = out
    .filter(({ name }) => name !== '')
    .map(({ kind, name, periods, after }) => ({ kind, name, periods, after }));
  expect(paid).toEqual([
    { kind: 'upfront', name: 'Creator', periods: [30_000, 0, 0, 0], after: 0 },
    { kind: 'final', name: 'Creator', periods: [0, 0, 0, 0], after: 70_000 },
    { kind: 'fixed', name: 'Studio', periods: [10_000, 10_000, 10_000, 10_000], after: 0 },
  ]);
});
