import { expect, test } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { SLOW } from '../slow.js';
import { scenarioOf } from './support.js';

test('so few orders that their number is chance: the shares and percentiles are those of a Poisson', SLOW, async () => {
  // 150 / 8 · 1000 · 1 % · 2 % = 3.75 orders but for the audience's tiring, of 10 million people next to nothing.
  const scenario = await scenarioOf(`
currency: USD
horizon: 1 week
budget: 150
draws: 16384
creative: off
noise: { cpm: { sd: 0 }, counts: on }
economics: { order_value: 50, margin: 60%, repeat_rate: 0, referral_rate: 0 }
goal: { maximize: revenue }
lines:
  - { platform: instagram, stage: awareness, audience: 10000000, cpm: 8, ctr: 1%, cvr: 2%, view_rate: 20% }
targets: [orders >= 3 with 80%, orders >= 4 with 10%]
`);
  const { result } = await runForecast(scenario, { workers: 1, charts: false, prices: false });
  const { kpis, targets } = result.plans.given;
  const orders = kpis.total.orders!;
  expect(orders.mean! / 3.75).toBeCloseTo(1, 2);
  const below = (n: number): number => {
    let [term, sum] = [Math.exp(-orders.mean!), 0];
    for (let k = 0; k < n; k++) {
      sum += term;
      term *= orders.mean! / (k + 1);
    }
    return sum;
  };
  expect(targets[0]!.probability).toBeCloseTo(1 - below(3), 2);
  expect(targets[1]!.probability).toBeCloseTo(1 - below(4), 2);
  expect(targets.map(({ holds }) => holds)).toEqual([false, true]);
  // P(N ≤ 0) is 2.4 % and P(N ≤ 1) 11 %; P(N ≤ 6) is 91.7 % and P(N ≤ 7) 96.2 %.
  expect([orders.p5, orders.p50, orders.p95]).toEqual([1, 4 - (below(4) >= 0.5 ? 1 : 0), 7]);
});
