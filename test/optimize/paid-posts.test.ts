import { expect, test } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { optimizePlan } from '../../src/optimize/index.js';
import { constraintsOf } from '../../src/optimize/rules.js';
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

const shared = (rules: string, budget = 'budget: 2000') => `
currency: USD
horizon: 4 weeks
${budget}
draws: 256
creative: off
noise: off
economics: { order_value: 50, margin: 60% }
lines:
  - { platform: instagram, stage: awareness }
  - { platform: tiktok, stage: consideration, audience: 100k }
  - { platform: tiktok, stage: conversion, audience: 100k }
creators:
  - { name: A, platform: instagram, followers: 20000, reach_rate: 30%, posts: 4, fee: 100 }
  - { name: B, platform: tiktok, stage: conversion, followers: 20000, reach_rate: 30%, posts: 2, fee: 50 }
rules: ${rules}
`;

async function optimum(text: string) {
  const scenario = await scenarioOf(text);
  const session = await openSession(scenario, { workers: 0 });
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
  await session.close();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return outcome;
}

test('what posts take counts in shares of stages and platforms, and in the retargeting ratio', async () => {
  const { decision, rules } = await optimum(
    shared('{ prospecting: 60%, retargeting: 1:2, platforms: { tiktok: { max: 40% } } }'),
  );
  const [awareness, consideration, conversion] = decision.budgets;
  // 400 of 2,000 go to A at awareness, 100 to B at conversion.
  expect(awareness! + 400).toBeCloseTo(1200, 2);
  expect(consideration! / (conversion! + 100)).toBeCloseTo(0.5, 4);
  const value = (name: string) => rules.find(({ rule }) => rule === name)?.value;
  expect(value('prospecting')).toBeCloseTo(0.6, 6);
  expect(value('platforms.tiktok')).toBeCloseTo(0.4, 6);
  expect(value('retargeting')).toBeCloseTo(0.5, 4);
  expect(rules.every(({ holds }) => holds)).toBe(true);
});

test('a share that only posts can meet is met by them, or the rule in the way says how far they go', async () => {
  const plan = (share: string, most: number) => `
currency: EUR
horizon: 6 weeks
budget: 3000
draws: 256
economics: { order_value: 40 to 80, margin: 60% }
creators:
  - { name: A, platform: instagram, followers: 50k, reach_rate: 20%, fee: 300, posts: { max: ${most} } }
lines:
  - { platform: tiktok, stage: conversion, audience: 80k }
rules: { prospecting: ${share} }
`;
  const { decision, rules } = await optimum(plan('30-50%', 5));
  expect(decision.posts![0]).toBeGreaterThanOrEqual(3);
  expect(decision.budgets[0]! + 300 * decision.posts![0]!).toBeCloseTo(3000, 9);
  expect(rules.every(({ holds }) => holds)).toBe(true);
  const scenario = await scenarioOf(plan('40-50%', 3));
  const session = await openSession(scenario, { workers: 0 });
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
  await session.close();
  // Three posts of 300 are 30 % of 3,000.
  expect(outcome).toMatchObject({ ok: false, conflict: { rules: ['prospecting'] } });
  if (!outcome.ok) {
    expect(outcome.conflict.relaxations).toContainEqual(
      expect.objectContaining({ code: 'bound', rule: 'prospecting', bound: 'min', way: 'lower', to: 0.3 }),
    );
  }
});

test('where less than the budget may be spent, shares are of what lines and posts get together', async () => {
  const { decision, rules } = await optimum(
    shared('{ stages: { conversion: { min: 30%, max: 30% } } }', 'budget: { max: 2000 }'),
  );
  const [awareness, consideration, conversion] = decision.budgets;
  const spent = awareness! + consideration! + conversion! + 500;
  expect((conversion! + 100) / spent).toBeCloseTo(0.3, 4);
  expect(rules.find(({ rule }) => rule === 'stages.conversion')?.value).toBeCloseTo(0.3, 4);
  expect(rules.every(({ holds }) => holds)).toBe(true);
});

test('what posts take of an amount that a platform has to have, or may have, is not asked of its lines', async () => {
  const rows = async (rules: string) =>
    constraintsOf(await scenarioOf(shared(rules))).rows.filter(({ rule }) => rule === 'platforms.tiktok');
  // 100 of 2,000 go to posts there.
  expect(await rows('{ platforms: { tiktok: { min: 900 } } }')).toMatchObject([{ lower: 0.4 }]);
  expect(await rows('{ platforms: { tiktok: { max: 900 } } }')).toMatchObject([{ upper: 0.4 }]);
  expect(await rows('{ platforms: { tiktok: { fixed: 900 } } }')).toMatchObject([{ lower: 0.4, upper: 0.4 }]);
});
