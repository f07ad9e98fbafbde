import { describe, expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { compileProgram } from '../../src/model/compile.js';
import { scenarioOf } from './support.js';

const plan = (platform: string): string => `
currency: AZN
horizon: 6 weeks
budget: 4000
draws: 4096
noise: off
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: ${platform}, stage: awareness, budget: 3000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: ${platform}, stage: conversion, budget: 1000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
rules: { platforms: { ${platform}: { max: 100% } } }
`;

describe('a platform that nothing is built in for', () => {
  it('is priced like any other by the rates given for it', async () => {
    const options = { optimize: false, charts: false };
    const known = (await runForecast(await scenarioOf(plan('facebook')), options)).result.plans.given.kpis;
    const other = (await runForecast(await scenarioOf(plan('telegram')), options)).result.plans.given.kpis;
    expect(Object.keys(other.platforms)).toEqual(['telegram']);
    for (const kpi of ['profit', 'orders', 'reach']) {
      const [a, b] = [known.total[kpi]!, other.total[kpi]!];
      expect(Math.abs(a.mean! - b.mean!)).toBeLessThan(4 * Math.hypot(a.se!, b.se!));
    }
  });

  it('shares Sobol dimensions with the known ones only in a shuffled order', async () => {
    const { sources } = await compileProgram(await scenarioOf(plan('telegram')));
    const own = sources.filter(({ name }) => name.includes('telegram'));
    expect(own.length).toBeGreaterThan(5);
    expect(own.every(({ shuffled, dimension }) => shuffled && dimension !== null)).toBe(true);
  });
});
