import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseScenario, type ReadOptions, writePlanBack } from '../../src/scenario/index.js';
import { filesOf, valid } from './helpers.js';

const TEXT = `# What we plan
currency: USD
horizon: 4 weeks   # one month
budget: 1000
lines:
  # the top
  - platform: tiktok
    stage: awareness
    budget: 600.50 # was 500
    audience: 1m
  - { platform: x, stage: conversion, budget: "399.5" }
rules: { creative: 60-30-10 }
`;
const SPLIT = { proven: 0.5, experiment: 0.333, moonshot: 0.167 };

async function written(
  text: string,
  budgets: number[],
  path = 'plan.yaml',
  options: ReadOptions = {},
): Promise<string> {
  const reading = await parseScenario(text, path, options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return writePlanBack(reading.document, budgets, SPLIT);
}

describe('a plan written back', () => {
  it('changes the budgets and nothing else', async () => {
    const text = await written(TEXT, [700.25, 299.75]);
    expect(text).toBe(TEXT.replace('600.50', '700.25').replace('"399.5"', '299.75'));
  });

  it('puts the weights found in the place of free flighting, and nothing else', async () => {
    const text = TEXT.replace('audience: 1m', 'flighting: free  # see below\n    audience: 1m').replace(
      'budget: "399.5" }',
      'flighting: free, budget: "399.5" }',
    );
    const reading = await parseScenario(text, 'plan.yaml');
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const weights = new Map([
      ['tiktok/awareness', [400.25, 200, 100, 0]],
      ['x/conversion', [0, 0, 0, 299.75]],
    ]);
    const patched = writePlanBack(reading.document, [700.25, 299.75], SPLIT, weights);
    expect(patched).toBe(
      text
        .replace('600.50', '700.25')
        .replace('"399.5"', '299.75')
        .replace('flighting: free  #', 'flighting: [400.25, 200, 100, 0]  #')
        .replace('flighting: free,', 'flighting: [0, 0, 0, 299.75],'),
    );
    const again = await valid(patched);
    expect(again.lines.map(({ freeFlighting }) => freeFlighting)).toEqual([undefined, undefined]);
    for (const [t, amount] of [400.25, 200, 100, 0].entries()) {
      expect(again.lines[0]!.flighting[t]! * 700.25).toBeCloseTo(amount, 10);
    }
  });

  it('writes the weights also where the file has to be printed anew', async () => {
    const text = JSON.stringify({
      currency: 'USD',
      horizon: '2 weeks',
      budget: 10,
      lines: [{ platform: 'tiktok', stage: 'awareness', flighting: 'free' }],
    });
    const reading = await parseScenario(text, 'plan.json');
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const patched = writePlanBack(reading.document, [10], SPLIT, new Map([['tiktok/awareness', [7.5, 2.5]]]));
    expect(JSON.parse(patched).lines[0]).toMatchObject({ budget: 10, flighting: [7.5, 2.5] });
  });

  it('adds budgets where there were none, and the creative split where no rule is', async () => {
    const text = await written(
      TEXT.replace('    budget: 600.50 # was 500\n', '').replace('rules: { creative: 60-30-10 }', 'creative: on'),
      [700, 300],
    );
    const scenario = await valid(text);
    expect(scenario.lines.map(({ budget, budgetDerived }) => [budget, budgetDerived])).toEqual([
      [700, false],
      [300, false],
    ]);
    expect(scenario.creativeSplit).toEqual({ proven: 0.5, experiment: 0.333, moonshot: 0.167 });
    expect(scenario.rules.creative?.tolerance).toBe(1);
    expect(text).toContain('# one month');
  });

  it('leaves the split alone where nothing is said of creatives', async () => {
    const scenario = await valid(await written(TEXT.replace('rules: { creative: 60-30-10 }\n', ''), [700, 300]));
    expect([scenario.creativeFree, scenario.rules.creative]).toEqual([false, null]);
    expect(scenario.creativeSplit).toEqual({ proven: 0.6, experiment: 0.3, moonshot: 0.1 });
  });

  it('reaches the same plan when the text is written anew (a rule block, an alias)', async () => {
    const text = await written(
      TEXT.replace('rules: { creative: 60-30-10 }', 'creative: on\nrules: { prospecting: 70-80% }'),
      [700, 300],
    );
    const scenario = await valid(text);
    expect(scenario.lines.map(({ budget }) => budget)).toEqual([700, 300]);
    expect(scenario.creativeSplit).toEqual(SPLIT);
    expect(scenario.rules.stages.awareness).toEqual({ min: 0.7, max: 0.8 });
    expect(text).toContain('# was 500');
  });

  it('gives a line of an extended file an entry of its own', async () => {
    const files = filesOf({ 'base.yaml': TEXT });
    const text = await written('extends: base.yaml # ours\n', [100, 900], 'over.yaml', files);
    expect(text).toContain('extends: base.yaml # ours');
    const scenario = await valid(text, 'over.yaml', files);
    expect(scenario.lines.map(({ budget }) => budget)).toEqual([100, 900]);
  });

  it('is not carried elsewhere by an alias', async () => {
    const text = TEXT.replace('600.50', '&half 500')
      .replace('"399.5"', '*half')
      .replace('lines:', 'economics: { order_value: 10, margin: 1, fixed_costs: [{ name: a, amount: 500 }] }\nlines:');
    const scenario = await valid(await written(text, [700, 300]));
    expect(scenario.lines.map(({ budget }) => budget)).toEqual([700, 300]);
  });

  it('finds its places after a byte order mark, with Windows line ends and letters beyond the basic plane', async () => {
    const text = `\ufeff${TEXT.replace('# What we plan', '# 𝒲 Nə planlaşdırırıq')}`.replaceAll('\n', '\r\n');
    expect(await written(text, [700, 300])).toBe(text.replace('600.50', '700').replace('"399.5"', '300'));
  });

  it('stays JSON where it was', async () => {
    const json = JSON.stringify(parse(TEXT));
    const text = await written(json, [700, 300], 'plan.json');
    expect(JSON.parse(text)).toMatchObject({ lines: [{ budget: 700 }, { budget: 300 }] });
  });
});

describe('posts that were to be chosen', () => {
  const PLAN = `currency: USD
horizon: 4 weeks
budget: 1000
economics: { order_value: 50, margin: 60% }
creators:
  - { name: "@Aysel", platform: IG, followers: 9k, reach_rate: 20%, fee: 50, posts: { max: 6 } } # the most
  - name: Rufat
    platform: instagram
    stage: advocacy
    followers: 9k
    reach_rate: 20%
    fee: 10
    posts:
      max: 3
lines:
  - { platform: instagram, stage: awareness, budget: 1000, audience: 1m }
rules: { creative: 60-30-10 }
`;
  const chosen = new Map([
    ['instagram/awareness/@Aysel', 4],
    ['instagram/advocacy/@Rufat', 2],
  ]);

  it('are written as numbers, and their pay and the budgets sum', async () => {
    const reading = await parseScenario(PLAN, 'plan.yaml');
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const text = writePlanBack(reading.document, [780], SPLIT, new Map(), chosen);
    const again = await valid(text);
    expect(again.sources).toMatchObject([
      { posts: { kind: 'fixed', count: 4 } },
      { posts: { kind: 'fixed', count: 2 } },
    ]);
    expect(again.lines[0]!.budget).toBe(780);
    expect(text).toContain('# the most');
    const flow = PLAN.replace('posts:\n      max: 3', 'posts: { max: 3 } # so many');
    const inPlace = await parseScenario(flow, 'plan.yaml');
    if (!inPlace.ok) throw new Error(JSON.stringify(inPlace.problems));
    expect(writePlanBack(inPlace.document, [780], SPLIT, new Map(), chosen)).toBe(
      flow
        .replace('posts: { max: 6 }', 'posts: 4')
        .replace('posts: { max: 3 }', 'posts: 2')
        .replace('budget: 1000, a', 'budget: 780, a'),
    );
  });

  it('are written beside a file that is extended', async () => {
    const over = 'extends: base.yaml\nname: over\n';
    const files = filesOf({ 'base.yaml': PLAN });
    const reading = await parseScenario(over, 'over.yaml', files);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const text = writePlanBack(reading.document, [780], SPLIT, new Map(), chosen);
    const again = await valid(text, 'over.yaml', files);
    expect(again.sources).toMatchObject([{ posts: { count: 4 } }, { posts: { count: 2 } }]);
    expect(again.sources).toHaveLength(2);
  });
});
