import { describe, expect, it } from 'vitest';
import * as messages from '../../src/scenario/messages.js';
import { filesOf, mistakes, valid } from './helpers.js';
import { funnelOf } from './plain.js';

const BASE = `currency: USD
horizon: 4 weeks
budget: 1000
economics: { order_value: 10, margin: 50%, repeat_rate: { mean: 0.2, sd: 0.1 } }
lines:
  - { platform: tiktok, stage: awareness, budget: 600, cpm: 3 to 5 }
  - { platform: tiktok, stage: awareness, segment: young, budget: 400 }
`;

describe('extends', () => {
  it('merges maps key by key and lines by id, and replaces distributions whole', async () => {
    const text = `extends: base/plan.yaml
economics: { order_value: { p10: 5, p90: 9 }, repeat_rate: { dist: gamma, shape: 2, scale: 0.1 } }
lines:
  - { platform: tiktok, stage: awareness, segment: young, budget: 300 }
  - { platform: x, stage: conversion, budget: 100 }
`;
    const scenario = await valid(text, 'plans/over.yaml', filesOf({ 'plans/base/plan.yaml': BASE }));
    expect(scenario.lines.map(({ id, budget }) => [id, budget])).toEqual([
      ['tiktok/awareness', 600],
      ['tiktok/awareness/young', 300],
      ['x/conversion', 100],
    ]);
    expect(scenario.economics.margin.distribution).toEqual({ family: 'fixed', value: 0.5 });
    expect(scenario.economics.repeat_rate.distribution).toEqual({ family: 'gamma', shape: 2, scale: 0.1 });
    expect(funnelOf(scenario.lines[0]).quantities.cpm.origin.kind).toBe('given');
    expect(scenario.name).toBe('over');
  });

  it('points to the file where the mistake stands', async () => {
    const files = filesOf({ 'base.yaml': BASE.replace('600', '600.005') });
    const [problem, ...others] = await mistakes('extends: base.yaml\nname: Over\n', 'over.yaml', files);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: 'base.yaml', line: 6, ...messages.offGrid('600.005', 2, 'USD') });
  });

  it('reads a file as it is now, and names the file that it read', async () => {
    const over = (path: string) => `extends: ${path}\nname: Over\n`;
    const read = async (base: string, path = 'base.yaml') =>
      (await valid(over(path), 'over.yaml', filesOf({ [path]: base }))).lines[0]?.budget;
    expect(await read(BASE)).toBe(600);
    expect(await read(BASE)).toBe(600);
    expect(await read(BASE.replace('budget: 600', 'budget: 550').replace('budget: 400', 'budget: 450'))).toBe(550);
    const wrong = BASE.replace('600', '600.005');
    for (const path of ['base.yaml', 'other.yaml']) {
      const [problem] = await mistakes(over(path), 'over.yaml', filesOf({ [path]: wrong }));
      expect(problem).toMatchObject({ path, line: 6 });
    }
    expect(await read(BASE)).toBe(600);
  });

  it('still knows a line that stands twice in one file', async () => {
    const twice = `extends: base.yaml\nlines:\n${'  - { platform: tiktok, stage: awareness, budget: 600 }\n'.repeat(2)}`;
    const [problem] = await mistakes(twice, 'over.yaml', filesOf({ 'base.yaml': BASE }));
    expect(problem).toMatchObject({ ...messages.duplicateLine('tiktok/awareness', 'over.yaml:3:5'), line: 4 });
  });

  it('has a digest that changes with either file', async () => {
    const digest = async (base: string, over: string) =>
      (await valid(over, 'over.yaml', filesOf({ 'base.yaml': base }))).sha256;
    const over = 'extends: base.yaml\nname: Over\n';
    const digests = [
      await digest(BASE, over),
      await digest(`${BASE}# more\n`, over),
      await digest(BASE, `${over}# more\n`),
    ];
    expect(new Set(digests).size).toBe(3);
  });

  it('ends after eight files', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 12 }, (_, k) => [`f${k}.yaml`, k === 11 ? BASE : `extends: f${k + 1}.yaml\n`]),
    );
    expect(await mistakes('extends: f0.yaml\n', 'over.yaml', filesOf(chain))).toMatchObject([
      messages.extendsTooDeep(8),
    ]);
    expect(await valid('extends: f5.yaml\n', 'over.yaml', filesOf(chain))).toMatchObject({ budget: 1000 });
  });
});
