import { expect, test } from 'vitest';
import { compareScenarios } from '../../src/forecast/compare/compare.js';
import { ContradictionError } from '../../src/forecast/errors.js';
import { SLOW } from '../slow.js';
import { scenarioOf } from './support.js';

/** Two Michaelis lines of which the second is worth twice the first, in one week. */
const plan = (rules: Record<string, unknown>): string =>
  JSON.stringify({
    currency: 'USD',
    horizon: '1 week',
    budget: 2000,
    draws: 256,
    creative: 'off',
    noise: 'off',
    economics: { order_value: 1, margin: 1 },
    goal: { maximize: 'revenue' },
    lines: [1, 2].map((worth) => ({
      platform: `c${worth}`,
      stage: 'conversion',
      budget: 1000,
      response: { curve: 'michaelis', of: 'revenue', maximum: 2000 * worth, half_saturation: 600 },
    })),
    rules,
  });

const contender = async (label: string, rules: Record<string, unknown>) => ({
  label,
  scenario: await scenarioOf(plan(rules)),
});

test('rules alone: each at its best plan, so that what a rule keeps back is seen', SLOW, async () => {
  const half = await contender('half', { platforms: { c2: { max: '50%' } } });
  const more = await contender('more', { platforms: { c2: { max: '55%' } } });
  const { scenarios } = await compareScenarios([half, more], { workers: 1 });
  expect(scenarios.map(({ plan: priced }) => priced)).toEqual(['optimized', 'optimized']);
  const value = (a: number, b: number): number => (2000 * a) / (600 + a) + (4000 * b) / (600 + b);
  expect(scenarios[0]!.goal.mean).toBeCloseTo(value(1000, 1000), 6);
  expect(scenarios[1]!.goal.mean!).toBeCloseTo(value(900, 1100), 6);
  expect(scenarios.map(({ rank }) => rank)).toEqual([2, 1]);
});

test('the same rules: plans as given', async () => {
  const one = await contender('one', { platforms: { c2: { max: '50%' } } });
  const { scenarios } = await compareScenarios([one, { ...one, label: 'two' }], { workers: 1 });
  expect(scenarios.map(({ plan: priced }) => priced)).toEqual([undefined, undefined]);
});

test('rules that leave no plan are a contradiction, not a rank', SLOW, async () => {
  const half = await contender('half', {});
  const never = await contender('never', { roas: 9 });
  await expect(compareScenarios([half, never], { workers: 1 })).rejects.toBeInstanceOf(ContradictionError);
});

test('rules that bind neither plan: the same plan, and a tie', async () => {
  // The best split gives the second line 56 % (equal slopes), which both rules allow.
  const loose = await contender('loose', { platforms: { c2: { max: '70%' } } });
  const looser = await contender('looser', { platforms: { c2: { max: '90%' } } });
  const { scenarios } = await compareScenarios([loose, looser], { workers: 1 });
  expect(scenarios.map(({ plan: priced }) => priced)).toEqual(['optimized', 'optimized']);
  expect(scenarios[0]!.goal.mean! / scenarios[1]!.goal.mean!).toBeCloseTo(1, 9);
  // 2000 · 600 / (600 + a)² = 4000 · 600 / (600 + b)² with a + b = 2000: b = (2600 √2 − 600) / (1 + √2).
  const b = (2600 * Math.SQRT2 - 600) / (1 + Math.SQRT2);
  const best = (2000 * (2000 - b)) / (2600 - b) + (4000 * b) / (600 + b);
  expect(scenarios[0]!.goal.mean! / best).toBeCloseTo(1, 6);
});
