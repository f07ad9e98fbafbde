import { expect, it } from 'vitest';
import { withBudget } from '../../src/forecast/frontier/plan.js';
import { scenarioOf } from './support.js';

const PLAN = (first: number, second: number) => `
currency: USD
horizon: 2 weeks
budget: ${first + second + 250}
economics: { order_value: 40, margin: 50% }
creators:
  - { name: Aysel, platform: instagram, followers: 20k, reach_rate: 30%, fee: 125, posts: 2 }
lines:
  - { platform: instagram, stage: awareness, budget: ${first}, audience: 1m }
  - { platform: tiktok, stage: awareness, budget: ${second}, audience: 1m }
`;

const split = async (first: number, second: number, budget: number, kind?: 'maximum') => {
  const { budget: whole, lines, rules } = withBudget(await scenarioOf(PLAN(first, second)), budget, kind);
  return [whole, ...lines.map((line) => line.budget), rules.budget];
};

it('another budget is split as the plan is, after the posts that the file fixes are paid', async () => {
  expect(await split(600, 400, 2250)).toEqual([2250, 1200, 800, 'exact']);
  expect(await split(600, 400, 250.01, 'maximum')).toEqual([250.01, 0.01, 0, 'maximum']);
  expect(await split(600, 400, 100)).toEqual([100, 0, 0, 'exact']);
  // Nothing tells how: evenly.
  expect(await split(0, 0, 1250)).toEqual([1250, 500, 500, 'exact']);
});
