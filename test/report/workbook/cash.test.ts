import { expect, it } from 'vitest';
import { runForecast } from '../../../src/forecast/run.js';
import { bridgeSteps } from '../../../src/report/findings/bridge.js';
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
  const { out } = cashFlow(result.plans.given, scenario);
  const paid = out
    .filter(({ name }) => name !== '')
    .map(({ kind, name, periods, after }) => ({ kind, name, periods, after }));
  expect(paid).toEqual([
    { kind: 'upfront', name: 'Creator', periods: [30_000, 0, 0, 0], after: 0 },
    { kind: 'final', name: 'Creator', periods: [0, 0, 0, 0], after: 70_000 },
    { kind: 'fixed', name: 'Studio', periods: [10_000, 10_000, 10_000, 10_000], after: 0 },
  ]);
});

it('tells pay of posts, content and messages apart from fees, each when it is due', async () => {
  const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 1000
draws: 64
creators_from: outside
economics: { order_value: 30, margin: 60% }
creators:
  - { name: Booked, platform: instagram, followers: 20k, reach_rate: 30%, fee: 100, posts: 2, upfront: 50%, rights: { share: 20%, fee: 60 } }
  - { name: Paid, platform: instagram, followers: 20k, reach_rate: 30%, fee: 80, barter: 20, posts: 2, periods: [2, 4], rights: { share: 20%, fee: 50 } }
organic:
  - { name: Feed, platform: instagram, followers: 9k, reach_rate: 20%, per_week: 1, cost: 10 }
content: { hero: { pieces: 1, cost: 400 } }
community: { messages: 1%, reply: 100%, minutes: 6, hourly: 10 }
lines:
  - { platform: instagram, stage: awareness, budget: 1000, audience: 300k, cpm: 3, ctr: 1%, view_rate: 25%, cvr: 2% }
`);
  const { result } = await runForecast(scenario, { workers: 0, optimize: false, charts: false });
  const plan = result.plans.given;
  const { out } = cashFlow(plan, scenario);
  const named = out.filter(({ kind }) => !['media', 'fees', 'tax', 'community'].includes(kind));
  expect(named.map(({ kind, name, periods, after }) => [kind, name, periods, after])).toEqual([
    ['upfront', 'Booked', [13_000, 0, 0, 0], 0],
    ['final', 'Booked', [0, 0, 0, 0], 13_000],
    ['posts', 'Paid', [0, 15_000, 0, 10_000], 0],
    ['posts', 'Feed', [1000, 1000, 1000, 1000], 0],
    ['production', '', [10_000, 10_000, 10_000, 10_000], 0],
  ]);
  const sum = (kind: string): number =>
    out
      .filter((item) => item.kind === kind)
      .reduce((all, item) => all + item.after + item.periods.reduce((a, b) => a + b, 0), 0);
  expect([sum('fees'), sum('tax')]).toEqual([0, 0]);
  // A message in a hundred views, a tenth of an hour each at 10.
  expect(sum('community')).toBeCloseTo(100 * plan.kpis.total.views!.mean! * 0.01, -1);
  const parts = bridgeSteps(plan, scenario.currency).map(({ part, amount }) => [part, amount]);
  expect(parts).toContainEqual(['posts', -550]);
  expect(parts).toContainEqual(['production', -400]);
  expect(parts.map(([part]) => part)).not.toContain('fees');
});
