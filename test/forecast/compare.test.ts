import { describe, expect, it } from 'vitest';
import { compareScenarios } from '../../src/forecast/compare/compare.js';
import { contest } from '../../src/forecast/compare/contest.js';
import { COMPARED_KPIS, type Contender } from '../../src/forecast/compare/types.js';
import { NotComparableError } from '../../src/forecast/errors.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { runForecast } from '../../src/forecast/run.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { SLOW } from '../slow.js';
import { scenarioOf, withSession } from './support.js';

const plan = (
  extra: { value?: string; currency?: string; seed?: string; line?: string; budget?: number } = {},
): string => `
currency: ${extra.currency ?? 'AZN'}
horizon: 6 weeks
budget: ${extra.budget ?? 10000}
seed: ${extra.seed ?? 'compare'}
draws: 2048
economics: { order_value: ${extra.value ?? '20 to 40'}, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 7500, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 2500, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
${extra.line ?? ''}
rules: { prospecting: 70-80% }
targets: [roas >= 1.5 with 80%]
`;

const contender = async (label: string, text: string): Promise<Contender> => ({
  label,
  scenario: await scenarioOf(text),
});

const plain = (draws: number): SamplingPlan => ({ seed: 'x', sampler: 'mc', draws, replicates: 1 });

describe('a contest over draws', () => {
  it('ranks by mean, shares ties, and counts what the best has more', () => {
    // By hand: the best of each draw is 3, 2, 5, 4; the third draw is tied between a and c.
    const a = Float64Array.of(3, 1, 5, 0);
    const b = Float64Array.of(1, 2, 1, 4);
    const c = Float64Array.of(0, 0, 5, 0);
    const { places, undefined: undefinedShare } = contest([a, b, c], plain(4));
    expect(undefinedShare).toBe(0);
    expect(places.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(places.map(({ best }) => best!.probability)).toEqual([1.5 / 4, 2 / 4, 0.5 / 4]);
    expect(places.map(({ regret }) => regret!.mean)).toEqual([5 / 4, 6 / 4, 9 / 4]);
    // rank 2.7 of the sorted regrets 0, 0, 1, 4.
    expect(places[0]!.regret!.p90).toBeCloseTo(1 + 0.7 * 3, 12);
  });

  it('leaves out draws in which somebody has no value, and gives equal means one rank', () => {
    const a = Float64Array.of(1, Number.NaN, 3, 2);
    const b = Float64Array.of(1, 9, 2, 3);
    const { places, undefined: undefinedShare } = contest([a, b], plain(4));
    expect(undefinedShare).toBe(0.25);
    expect(places.map(({ best }) => best!.probability)).toEqual([0.5, 0.5]);
    expect(contest([a, a], plain(4)).places.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('has nothing to tell where nobody has a value', () => {
    const nothing = new Float64Array(4).fill(Number.NaN);
    const { places, undefined: undefinedShare } = contest([nothing, nothing], plain(4));
    expect(undefinedShare).toBe(1);
    expect(places).toEqual([
      { rank: 1, best: null, regret: null },
      { rank: 1, best: null, regret: null },
    ]);
  });
});

describe('a comparison', () => {
  it('finds no difference at all between a plan and its copy, whatever seed the copy asks for', async () => {
    const comparison = await compareScenarios([
      await contender('one', plan()),
      await contender('two', plan({ seed: 'another' })),
    ]);
    const [one, two] = comparison.scenarios;
    expect(comparison.engine).toMatchObject({ seed: 'compare', draws: 2048 });
    expect(one!.difference).toBeNull();
    for (const kpi of COMPARED_KPIS) {
      expect(two!.difference![kpi], kpi).toMatchObject({ mean: 0, sd: 0, p10: 0, p90: 0, probability_better: 0.5 });
    }
    for (const { best, regret, rank } of comparison.scenarios) {
      expect({ best: best!.probability, regret: regret!.mean, rank }).toEqual({ best: 0.5, regret: 0, rank: 1 });
    }
  });

  it('keeps common inputs in common: a fixed order value doubled doubles the revenue of every draw', async () => {
    // Of what is expected: the bands of counts are wider, draw by draw, than the differences that go by expectations.
    const [one, two] = [plan({ value: '30' }), plan({ value: '60' })].map((text) => `${text}noise: { counts: off }\n`);
    const { scenarios } = await compareScenarios([await contender('one', one!), await contender('two', two!)]);
    const { revenue, orders, spend, profit } = scenarios[1]!.difference!;
    expect(orders).toMatchObject({ mean: 0, p5: 0, p95: 0 });
    expect(spend).toMatchObject({ mean: 0, p5: 0, p95: 0 });
    // Revenue = orders × value, so the difference of a draw is the first one's revenue, to rounding.
    const first = scenarios[0]!.kpis.revenue;
    for (const at of ['mean', 'p10', 'p50', 'p90'] as const) expect(revenue![at] / first[at]!).toBeCloseTo(1, 12);
    expect(profit!.probability_better).toBe(1);
    expect(scenarios.map(({ rank }) => rank)).toEqual([2, 1]);
    // In every draw the second is better by margin × the first one's revenue.
    expect(scenarios[0]!.regret!.mean / (0.6 * first.mean!)).toBeCloseTo(1, 12);
    expect(scenarios.map(({ best }) => best!.probability)).toEqual([0, 1]);
  });

  it("has each scenario's figures as a run of it alone has them, with rules and targets counted", SLOW, async () => {
    const other = plan({ value: '10 to 30' });
    const contenders = [await contender('one', plan()), await contender('two', other)];
    const { scenarios } = await compareScenarios(contenders, { workers: 3 });
    for (const [k, { scenario }] of contenders.entries()) {
      const { given } = (await runForecast(scenario, { optimize: false, charts: false, workers: 1 })).result.plans;
      for (const kpi of COMPARED_KPIS) expect(scenarios[k]!.kpis[kpi]).toEqual(given.kpis.total[kpi]);
      // The goal is of what is expected (section 14), the report's band of profit of counts: they have the mean in common.
      const { mean, se } = given.kpis.total.profit!;
      expect(scenarios[k]!.goal).toMatchObject({ mean, se });
      expect(scenarios[k]!.goal.sd!).toBeLessThan(given.kpis.total.profit!.sd!);
      const held = (outcomes: readonly { readonly holds: boolean }[]) => ({
        held: outcomes.filter(({ holds }) => holds).length,
        of: outcomes.length,
      });
      expect(scenarios[k]!.rules).toEqual(held(given.rules));
      expect(scenarios[k]!.targets).toEqual(held(given.targets));
    }
  });

  it('is paired: its spread is that of the differences of draws, far below that of unpaired plans', SLOW, async () => {
    const [one, two] = [
      await contender('one', plan()),
      await contender(
        'two',
        plan({
          budget: 11000,
          line: '  - { platform: instagram, stage: consideration, budget: 1000, cpm: 3 to 5, ctr: 1% to 2%, cvr: 2% to 4% }',
        }),
      ),
    ];
    const { scenarios } = await compareScenarios([one, two]);
    const draws = ({ scenario }: Contender) =>
      withSession(scenario, async (session) => {
        const total = [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' } as const }];
        const priced = await session.price(decisionGiven(scenario), { total, groups: false, cumulative: false });
        return priced.series(0).slice();
      });
    const [a, b] = [await draws(one), await draws(two)];
    const better = b.filter((value, draw) => value > a[draw]!).length / a.length;
    const { profit } = scenarios[1]!.difference!;
    expect(profit!.probability_better).toBeCloseTo(better, 12);
    const unpaired = Math.hypot(scenarios[0]!.kpis.profit.sd!, scenarios[1]!.kpis.profit.sd!);
    expect(profit!.sd!).toBeLessThan(unpaired / 2);
  });

  it('refuses one scenario alone, and two currencies', async () => {
    const one = await contender('one', plan());
    await expect(compareScenarios([one])).rejects.toThrow(NotComparableError);
    const dollars = await contender('two', plan({ currency: 'USD' }));
    await expect(compareScenarios([one, dollars])).rejects.toThrow('two is in USD and one in AZN');
  });

  it('stops when it is told to', async () => {
    const contenders = await Promise.all(Array.from({ length: 6 }, (_, k) => contender(`plan ${k}`, plan())));
    const controller = new AbortController();
    const seen: number[] = [];
    const comparing = compareScenarios(contenders, {
      signal: controller.signal,
      onProgress: ({ done }) => {
        seen.push(done);
        if (done === 2) controller.abort(new Error('enough'));
      },
    });
    await expect(comparing).rejects.toThrow('enough');
    expect(seen).toEqual([0, 1, 2]);
  });
});
