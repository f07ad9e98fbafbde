import { expect, test } from 'vitest';
import { partOf, planSpace, planVector, scaleOf } from '../../src/plan/space.js';
import { scenarioOf } from './support.js';

test('a plan decides each line and each creative tier, in the order of gradients', () => {
  const scenario = scenarioOf({
    lines: [
      { id: 'facebook/awareness', budget: 600 },
      { id: 'tiktok/conversion', budget: 400 },
    ],
  });
  const space = planSpace(scenario);
  expect(space.variables.map(({ id, kind }) => [id, kind])).toEqual([
    ['facebook/awareness', 'money'],
    ['tiktok/conversion', 'money'],
    ['creative.proven', 'share'],
    ['creative.experiment', 'share'],
    ['creative.moonshot', 'share'],
  ]);
  const v = planVector(space, ({ kind, pricedAs }) => (pricedAs.of === 'line' ? pricedAs.index + 1 : kind.length));
  expect([...partOf(v, space.budgets)]).toEqual([1, 2]);
  expect([...partOf(v, space.creative)]).toEqual([5, 5, 5]);
  expect(space.variables.map((variable) => scaleOf(variable, 1000))).toEqual([1000, 1000, 1, 1, 1]);
});
