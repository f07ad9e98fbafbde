import { describe, expect, it } from 'vitest';
import {
  globalDimension,
  lineDimension,
  noiseDimension,
  platformDimension,
  SOBOL_DIMENSIONS,
} from '../../src/model/addresses.js';
import { compileProgram } from '../../src/model/compile.js';
import { LINE_METRICS, PLATFORMS, STAGES } from '../../src/scenario/types.js';
import { normalsOf, planOf } from '../sampling/draws.js';
import { scenarioOf } from './support.js';

describe('Sobol dimensions', () => {
  it('never move: a changed address would change every figure of that seed', () => {
    expect(globalDimension('economics.order_value')).toBe(1);
    expect(globalDimension('market.fatigue')).toBe(16);
    expect(platformDimension('cpm', 'facebook')).toBe(17);
    expect(platformDimension('fatigue', 'reddit')).toBe(121);
    expect(lineDimension('cpm', 'facebook', 'awareness')).toBe(209);
    expect(lineDimension('cvr', 'facebook', 'awareness')).toBe(289);
    expect(lineDimension('fatigue', 'reddit', 'advocacy')).toBe(761);
    expect(globalDimension('economics.referral_rate')).toBe(1169);
    expect(globalDimension('creative.wear_days')).toBe(1186);
    expect(noiseDimension(0, 'facebook')).toBe(1233);
    expect(noiseDimension(50, 'reddit')).toBe(2041);
    expect(noiseDimension(51, 'facebook')).toBe(null);
  });

  it('have one owner each', () => {
    const taken = [
      ...LINE_METRICS.flatMap((metric) => [
        globalDimension(`market.${metric}`),
        ...PLATFORMS.map((platform) => platformDimension(metric, platform)),
        ...PLATFORMS.flatMap((platform) => STAGES.map((stage) => lineDimension(metric, platform, stage))),
      ]),
      ...PLATFORMS.flatMap((platform) =>
        Array.from({ length: 60 }, (_, t) => noiseDimension(t, platform) ?? []),
      ).flat(),
    ];
    expect(new Set(taken).size).toBe(taken.length);
    expect(Math.max(...taken)).toBeLessThanOrEqual(SOBOL_DIMENSIONS);
  });

  it('lie apart for a platform that comes later: each row of platforms has room for sixteen', () => {
    expect(PLATFORMS.length).toBeLessThanOrEqual(16);
    expect(platformDimension('cvr', 'facebook') - platformDimension('cpm', 'facebook')).toBe(16);
    expect(noiseDimension(1, 'facebook')! - noiseDimension(0, 'facebook')!).toBe(16);
    expect(lineDimension('cpm', 'facebook', 'consideration') - lineDimension('cpm', 'facebook', 'awareness')).toBe(16);
  });
});

describe('draws', () => {
  const plan = (more: string, lines: string) => `
budget: 20000
currency: USD
horizon: 4 weeks
seed: spring
economics: { order_value: 40 to 60, margin: 30% to 50% }
${more}lines:
  - { platform: facebook, stage: awareness, budget: 6000 }
  - { platform: tiktok, stage: conversion, budget: 14000 }
${lines}`;

  it('stay as they were when a plan gets a platform that nobody knows, one more that is known, or another kind of input', async () => {
    const before = await compileProgram(await scenarioOf(plan('', '')));
    const after = await compileProgram(
      await scenarioOf(
        plan(
          'market: { population: 1M to 2M }\nshocks: [{ name: outage, probability: 10%, platforms: [facebook], outage: true }]\nbrand: { half_life_days: 20 to 40 }\n',
          [
            '  - { platform: pinterest, stage: awareness, budget: 0 }',
            '  - { platform: telegram, stage: conversion, budget: 0, cpm: 2 to 4, ctr: 1%, cvr: 2% to 3% }',
            '  - { platform: facebook, stage: awareness, segment: second, budget: 0 }',
          ].join('\n'),
        ),
      ),
    );
    expect(before.sources.length).toBeGreaterThan(20);
    expect(after.sources.length).toBeGreaterThan(before.sources.length + 10);
    const settings = planOf('spring', 'sobol', 256);
    const drawn = (sources: typeof before.sources) =>
      new Map(normalsOf(sources, settings).map((values, k) => [sources[k]!.name, values]));
    const [own, later] = [drawn(before.sources), drawn(after.sources)];
    for (const [name, values] of own) expect(later.get(name), name).toEqual(values);
  });
});
