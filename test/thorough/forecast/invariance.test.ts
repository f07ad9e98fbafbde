// @module-tag slow
import { describe, expect, it } from 'vitest';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import { runForecast } from '../../../src/forecast/run.js';
import { reportSelection } from '../../../src/model/figures.js';
import { stringifyResult } from '../../../src/report/result-json.js';
import { scenarioOf, withSession } from '../../forecast/support.js';

const plan = (extra: { sampler?: string; line?: string; budget?: number } = {}): string => `
currency: AZN
start: 2027-03-01
horizon: 6 weeks
budget: ${extra.budget ?? 10000}
seed: invariance
sampler: ${extra.sampler ?? 'sobol'}
draws: 1500
economics: { order_value: 20 to 40, margin: 60%, repeat_rate: 10% to 30%, fixed_costs: [{ name: Studio, amount: 200 to 400 }] }
market: { population: 2m }
lines:
  - { platform: instagram, stage: awareness, budget: 7000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: tiktok, stage: awareness, budget: 500, audience: 100k to 200k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 2500, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
${extra.line ?? ''}
rules: { prospecting: 70-80%, platforms: { tiktok: { max: 40% } } }
goal: { maximize: profit, risk_aversion: 0.25 }
targets: [roas >= 1.5 with 80%]
`;

describe('a result', () => {
  it.each(['sobol', 'mc', 'antithetic'])('is the same bytes for 1, 2, 3 and 7 workers, %s', async (sampler) => {
    const scenario = await scenarioOf(plan({ sampler }));
    const bytes = new Set<string>();
    for (const workers of [1, 2, 3, 7]) {
      bytes.add(stringifyResult((await runForecast(scenario, { workers, charts: false })).result));
    }
    expect(bytes.size).toBe(1);
  });

  it('differs with the seed', async () => {
    const scenario = await scenarioOf(plan());
    const one = await runForecast(scenario, { optimize: false, charts: false });
    const two = await runForecast({ ...scenario, seed: 'another' }, { optimize: false, charts: false });
    expect(one.result.plans.given.kpis.total.profit!.mean).not.toBe(two.result.plans.given.kpis.total.profit!.mean);
  });
});

describe.each(['sobol', 'mc', 'antithetic'])('an unrelated line, %s', (sampler) => {
  it.each([
    // Neither spends nor feeds a pool that others use, and is priced by inputs of its own.
    '  - { platform: linkedin, stage: advocacy, budget: 0, audience: 5k, cpm: 20 to 60, ctr: 0.4% to 0.8%, cvr: 2% to 6% }',
    '  - { platform: facebook, stage: loyalty, segment: lapsed, budget: 0, audience: 5k, cpm: 3 to 9, ctr: 1% to 2%, cvr: 2% to 6% }',
  ])('leaves every other line as it was, draw by draw', async (line) => {
    const draw = async (text: string): Promise<Map<string, Float64Array>> => {
      const scenario = await scenarioOf(text);
      return withSession(scenario, async (session) => {
        const priced = await session.price(decisionGiven(scenario), reportSelection([]));
        const ids = scenario.lines.map(({ id }) => id);
        return new Map(
          priced.keys.flatMap(({ group, index, kpi }, series) =>
            group === 'line' ? [[`${ids[index]} ${kpi}`, priced.series(series).slice()] as const] : [],
          ),
        );
      });
    };
    const before = await draw(plan({ sampler }));
    const after = await draw(plan({ sampler, line }));
    expect(before.size).toBeGreaterThan(40);
    for (const [name, values] of before) expect(after.get(name), name).toEqual(values);
  });
});
