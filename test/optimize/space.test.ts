import { expect, test } from 'vitest';
import { rowsOver } from '../../src/plan/rules.js';
import { partOf, planSpace, planVector } from '../../src/plan/space.js';
import { scenarioOf as readScenario } from '../forecast/support.js';
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
  expect(space.variables.map(({ unit }) => unit.size)).toEqual([1000, 1000, 1, 1, 1]);
});

const creators = (creative: string) =>
  readScenario(`
currency: USD
horizon: 4 weeks
budget: 2000
creative: ${creative}
economics: { order_value: 50, margin: 60% }
lines:
  - { platform: tiktok, stage: awareness }
  - { platform: tiktok, stage: awareness, segment: proven }
  - { platform: tiktok, stage: conversion, flighting: free }
creators:
  - { name: proven, platform: instagram, followers: 20k, reach_rate: 30%, posts: { max: 6 }, fee: 100 }
  - { name: tiktok, platform: tiktok, followers: 20k, reach_rate: 30%, posts: 2, fee: 100 }
  - { name: Other, platform: tiktok, followers: 20k, reach_rate: 30%, posts: { max: 3 }, fee: 100 }
`);

test('every variable says what it may be and what it is priced in; no two have one id', async () => {
  const scenario = await creators('on');
  const { variables, posts } = planSpace(scenario);
  expect(new Set(variables.map(({ id }) => id)).size).toBe(variables.length);
  expect(variables.slice(posts.from, posts.to).map(({ kind, bounds, unit }) => ({ kind, bounds, unit }))).toEqual([
    { kind: 'whole number', bounds: { lower: 0, upper: 1 }, unit: { name: 'posts', size: 6 } },
    { kind: 'whole number', bounds: { lower: 0, upper: 1 }, unit: { name: 'posts', size: 3 } },
  ]);
  expect(variables[0]).toMatchObject({
    id: 'tiktok/awareness',
    kind: 'money',
    bounds: { lower: 0, upper: Number.POSITIVE_INFINITY },
    unit: { name: 'currency', size: 2000 },
  });
  const shares = variables.filter(({ kind }) => kind === 'share');
  expect(shares.map(({ bounds, unit }) => [bounds.lower, bounds.upper, unit.name, unit.size])).toEqual(
    new Array(3).fill([0, 1, 'share', 1]),
  );
  const off = planSpace(await creators('off')).variables.filter(({ kind }) => kind === 'share');
  const { creativeSplit } = await creators('off');
  expect(off.map(({ bounds }) => [bounds.lower, bounds.upper])).toEqual(
    Object.values(creativeSplit).map((share) => [share, share]),
  );
});

test('rules are over ids: rows follow the order of the space, and an id that it does not have is named', async () => {
  const space = planSpace(await creators('on'));
  const ids = space.variables.map(({ id }) => id);
  const rule = { rule: 'one', unit: 'money', scales: true, lower: 0, upper: 1 } as const;
  const coefficients = new Map([
    [ids[4]!, 3],
    [ids[0]!, 2],
  ]);
  const [row] = rowsOver(space, [{ ...rule, coefficients, share: { coefficients, lower: 0, upper: 0.5 } }]);
  expect([...row!.coefficients]).toEqual(ids.map((_, j) => (j === 4 ? 3 : j === 0 ? 2 : 0)));
  expect(row!.share!.coefficients).toEqual(row!.coefficients);
  expect(() => rowsOver(space, [{ ...rule, coefficients: new Map([['snapchat/awareness', 1]]) }])).toThrow(
    'snapchat/awareness',
  );
});
