import { afterEach, describe, expect, it } from 'vitest';
import { createDifferentiator, createPricer, type Differentiator, planSpend } from '../../../src/model/block-model.js';
import { compileProgram } from '../../../src/model/compile.js';
import { reportSelection, seriesOf } from '../../../src/model/figures.js';
import type { Program } from '../../../src/model/program.js';
import { seriesAt } from '../../../src/model/series-store.js';
import { variablesOf } from '../../../src/model/variables.js';
import { blocksOf } from '../../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../../src/sampling/types.js';
import { type Expression, KPI_NAMES, type KpiName } from '../../../src/scenario/expressions/types.js';
import type { Scenario } from '../../../src/scenario/types.js';
import { filesOf, valid } from '../../scenario/helpers.js';

const DRAWS = 64;
const SAMPLING: SamplingPlan = { seed: 'responses', sampler: 'sobol', draws: DRAWS, replicates: 2 };

afterEach(() => {
  delete process.env.HUNI_KERNEL;
});

/** Means of a plan's figures, by `group index kpi`: `line 0 conversions`, `total 0 tail`, `period 2 new`. */
async function figuresOf(scenario: Scenario): Promise<(name: string) => number> {
  const program = await compileProgram(scenario);
  const selection = { ...reportSelection([]), counts: false };
  const keys = seriesOf(program, selection);
  const store = new Float64Array(keys.length * DRAWS);
  const plan = planSpend(
    program,
    scenario.lines.map(({ budget }) => budget),
    [0.6, 0.3, 0.1],
  );
  const pricer = createPricer(program, SAMPLING, selection);
  for (const block of blocksOf(SAMPLING)) pricer.price(block, [plan], [store]);
  return (name) => {
    const series = keys.findIndex(({ group, index, kpi }) => `${group} ${index} ${kpi}` === name);
    if (series < 0) throw new Error(`no ${name}`);
    const row = seriesAt({ values: store, series: keys.length, draws: DRAWS, blocks: blocksOf(SAMPLING) }, series);
    return row.reduce((sum, value) => sum + value, 0) / DRAWS;
  };
}

const one = (response: string, extra = ''): string => `
currency: USD
horizon: 5 weeks
budget: 1000
economics: { order_value: 25, margin: 50% }
${extra}
lines:
  - { platform: tv, stage: conversion, budget: 1000, flighting: front, response: ${response} }
`;
const HILL = 'curve: hill, maximum: 40, half_saturation: 150, shape: 1.8';
const ADSTOCK = 'adstock: { type: geometric, alpha: 0.6, l_max: 4 }, carry_in: [100, 300]';

describe.each(['simd', 'reference'])('a line with a response, %s', (kernel) => {
  const set = () => {
    if (kernel === 'reference') process.env.HUNI_KERNEL = 'reference';
  };

  it('brings its curve of each period of spend', async () => {
    set();
    const of = await figuresOf(await valid(one(`{ ${HILL} }`)));
    // NumPy: 40 x^1.8 / (x^1.8 + 150^1.8) of 1000 · (5, 4, 3, 2, 1) / 15.
    const expected = [32.32153366135726, 29.52043419433181, 25.06558707588024, 17.887810995924433, 7.540685263604976];
    expected.forEach((conversions, t) => {
      expect(of(`period ${t} conversions`)).toBeCloseTo(conversions, 9);
    });
    expect(of('line 0 conversions')).toBeCloseTo(112.33605119109872, 9);
    expect(of('total 0 orders')).toBeCloseTo(112.33605119109872, 9);
    expect(of('total 0 revenue')).toBeCloseTo(25 * 112.33605119109872, 8);
    expect(of('total 0 tail')).toBe(0);
    for (const kpi of ['impressions', 'reach', 'views', 'clicks', 'unspent']) expect(of(`line 0 ${kpi}`)).toBe(0);
    expect(of('total 0 spend')).toBeCloseTo(1000, 9);
    expect(of('total 0 roas')).toBeCloseTo((25 * 112.33605119109872) / 1000, 9);
  });

  it('carries spend over, in from before the plan and out into the tail', async () => {
    set();
    // NumPy: geometric weights 0.6^j over four periods, scaled to sum 1; spend of 100, then 300, before the plan. What
    // those would have brought without the plan is taken off; after the horizon nothing is spent.
    const of = await figuresOf(await valid(one(`{ ${HILL}, ${ADSTOCK} }`)));
    const expected = [
      15.847234714158978, 23.518168764387003, 26.553122842955588, 24.51621315187748, 17.020708681450003,
    ];
    expected.forEach((conversions, t) => {
      expect(of(`period ${t} conversions`)).toBeCloseTo(conversions, 9);
    });
    expect(of('total 0 tail')).toBeCloseTo(8.092655476027014, 9);
    expect(of('total 0 new')).toBeCloseTo(115.54810363085605, 9);
    expect(of('line 0 conversions')).toBeCloseTo(115.54810363085605, 9);
  });

  it('buys less where prices rise by season, and sells more where conversion does', async () => {
    set();
    const season = 'season: { cpm: [1, 1, 1.3, 1.3, 1], cvr: [1, 0.9, 0.9, 1, 1.2] }';
    const of = await figuresOf(await valid(one(`{ ${HILL}, ${ADSTOCK} }`, season)));
    // NumPy, as above, with spend over the price's factor and conversions times theirs; none after the horizon.
    const expected = [15.847234714158978, 21.166351887948302, 22.69121123849384, 21.90091210293211, 17.621990118223117];
    expected.forEach((conversions, t) => {
      expect(of(`period ${t} conversions`)).toBeCloseTo(conversions, 9);
    });
    expect(of('total 0 tail')).toBeCloseTo(6.252880190402469, 9);
  });

  it('brings revenue as it is fitted, whatever an order is worth', async () => {
    set();
    const scenario = await valid(one(`{ ${HILL}, of: revenue }`).replace('order_value: 25', 'order_value: 20 to 40'));
    const of = await figuresOf(scenario);
    expect(of('total 0 revenue')).toBeCloseTo(112.33605119109872, 9);
    expect(of('line 0 revenue')).toBeCloseTo(112.33605119109872, 9);
  });

  it('takes a curve in units of its own', async () => {
    set();
    const scaled = 'curve: hill, maximum: 0.4, half_saturation: 1.5, shape: 1.8, spend_scale: 100, value_scale: 100';
    const of = await figuresOf(await valid(one(`{ ${scaled} }`)));
    expect(of('line 0 conversions')).toBeCloseTo(112.33605119109872, 9);
  });

  it("takes Robyn's gamma as a share of a range of spend", async () => {
    set();
    // saturation_hill: inflexion = (1 − gamma) · 50 + gamma · 450 = 150 for gamma 0.25.
    const robyn = 'curve: hill, coefficient: 40, alpha: 1.8, gamma: 0.25, range: [50, 450]';
    const of = await figuresOf(await valid(one(`{ ${robyn} }`)));
    expect(of('line 0 conversions')).toBeCloseTo(112.33605119109872, 9);
  });

  it('fills no pool but that of buyers, and leaves prices to the lines with a funnel', async () => {
    set();
    const funnel =
      '{ platform: facebook, stage: awareness, budget: 500, audience: 1m, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2%, fatigue: 0 }';
    const of = await figuresOf(
      await valid(`
currency: USD
horizon: 4 weeks
budget: 1500
noise: off
creative: off
economics: { order_value: 25, margin: 50%, repeat_rate: 30% }
lines:
  - ${funnel}
  - { platform: tv, stage: awareness, budget: 1000, response: { curve: root, beta: 2, alpha: 0.5 } }
`),
    );
    // 4 · 2 · √250 conversions; 500 / 5 · 1000 impressions, a hundredth of them clicks, of which a fiftieth converts.
    const [responded, clicked] = [8 * Math.sqrt(250), 20];
    expect(of('line 1 conversions')).toBeCloseTo(responded, 9);
    expect(of('total 0 cpm')).toBeCloseTo(5, 9);
    expect(of('total 0 cpc')).toBeCloseTo(0.5, 9);
    expect(of('total 0 cvr')).toBeCloseTo(0.02, 12);
    expect(of('total 0 cpa')).toBeCloseTo(1500 / (responded + clicked), 9);
    expect(of('total 0 new')).toBeCloseTo(responded + clicked, 9);
    // A quarter of them each week, and 30 % a month of those who are left at each week's end order again.
    const left = 2 ** (-7 / 180);
    const perWeek = (responded + clicked) / 4;
    const buyers = [0, 1, 2, 3].reduce((sum, t) => sum + perWeek * ((1 - left ** (t + 1)) / (1 - left)), 0);
    expect(of('total 0 repeat')).toBeCloseTo(0.3 * (7 / 30) * buyers, 9);
  });
});

const CSV = [
  'draw,half,shape_f,alpha,adstock_alpha,facebook/conversion.adstock_alpha',
  ...Array.from({ length: 20 }, (_, k) =>
    [k, 300 + 20 * k, 1.2 + 0.1 * k, 900 + 10 * ((7 * k) % 20), 0.3 + 0.02 * k, 0.8 - 0.02 * k].join(','),
  ),
].join('\n');

const MIXED = `
currency: USD
horizon: 6 weeks
budget: 12000
economics: { order_value: 20 to 40, margin: 50%, repeat_rate: 10% to 30%, referral_rate: 2%, delay_days: 5 to 9 }
market: { population: 3m }
season: { cpm: [1, 1.1, 1.2, 1, 1, 0.9], cvr: [1, 1, 0.9, 1, 1.2, 1] }
lines:
  - { platform: tv, stage: awareness, budget: 3000, flighting: front, response: { curve: hill, of: revenue, maximum: 3000 to 6000, half_saturation: 500 to 700, shape: 3, adstock: { type: weibull_pdf, shape: 1.5 to 2.5, scale: 2 to 3, l_max: 5 }, carry_in: 400 } }
  - { platform: instagram, stage: awareness, budget: 2500 }
  - { platform: instagram, stage: conversion, budget: 1000 }
  - { platform: facebook, stage: conversion, budget: 1500, response: { curve: hill, maximum: 90, draws: { file: post.csv, columns: { half_saturation: half, shape: shape_f } }, adstock: { type: geometric, l_max: 9 } } }
  - { platform: email, stage: loyalty, budget: 800, response: { curve: michaelis, lam: 300 to 500, draws: post.csv } }
  - { platform: referral, stage: advocacy, budget: 700, response: { curve: tanh, b: 60, c: 2 to 4, adstock: { type: weibull_cdf, shape: 2, scale: 2, l_max: 3, normalised: false } } }
  - { platform: radio, stage: conversion, budget: 1500, flighting: [0, 1, 1, 0, 1, 1], response: { curve: table, points: [[0, 0], [200, 4], [500, 30], [900, 40]], factor: 0.5 to 1.5 } }
  - { platform: search, stage: consideration, budget: 1000, flighting: FLIGHT, response: { curve: root, beta: 2 to 3, alpha: 0.4 to 0.6, adstock: { type: binomial, alpha: 0.4, l_max: 4 } } }
`;

const kpi = (name: KpiName): Expression => ({ kind: 'kpi', name });
const FUNCTIONS = KPI_NAMES.filter((name) => name !== 'unspent' && name !== 'ltv').map(kpi);

function evaluate(differentiator: Differentiator, program: Program, budgets: readonly number[]) {
  const { count } = variablesOf(program);
  const values = FUNCTIONS.map(() => new Float64Array(DRAWS));
  const gradients = FUNCTIONS.map(() => new Float64Array(count * DRAWS));
  const plan = planSpend(program, budgets, [0.6, 0.3, 0.1]);
  for (const block of blocksOf(SAMPLING)) differentiator.evaluate(block, plan, FUNCTIONS, values, gradients);
  return { values, gradients };
}

describe('the gradient with lines of both kinds', () => {
  const mixed = (flighting = 'even'): Promise<Scenario> =>
    valid(MIXED.replace('FLIGHT', flighting), 'plan.yaml', filesOf({ 'post.csv': CSV }));

  it.each(['simd', 'reference'])('equals central differences for every KPI, %s', async (kernel) => {
    if (kernel === 'reference') process.env.HUNI_KERNEL = 'reference';
    const scenario = await mixed();
    const program = await compileProgram(scenario);
    const differentiator = createDifferentiator(program, SAMPLING);
    const budgets = scenario.lines.map(({ budget }) => budget);
    const base = evaluate(differentiator, program, budgets);
    // By how much the worst lies beyond its bound.
    let beyond = Number.NEGATIVE_INFINITY;
    budgets.forEach((budget, line) => {
      const step = 1e-4 * budget;
      const at = (moved: number) =>
        evaluate(
          differentiator,
          program,
          budgets.map((value, k) => (k === line ? value + moved : value)),
        ).values;
      const [up, down] = [at(step), at(-step)];
      FUNCTIONS.forEach((_, f) => {
        for (let d = 0; d < DRAWS; d++) {
          const difference = (up[f]![d]! - down[f]![d]!) / (2 * step);
          const exact = base.gradients[f]![line * DRAWS + d]!;
          if (Number.isNaN(base.values[f]![d]!)) continue;
          // Central differences err by h²·f'''/6 and by the rounding of f over h; both are far below this.
          const scale = Math.abs(base.values[f]![d]!) / budget;
          beyond = Math.max(beyond, Math.abs(exact - difference) - 2e-6 * scale - 1e-6 * Math.abs(difference));
        }
      });
    });
    expect(beyond).toBeLessThanOrEqual(0);
  });

  it('and with free flighting adds up over the periods, by their weights', async () => {
    const budgets = (scenario: Scenario) => scenario.lines.map(({ budget }) => budget);
    const [whole, free] = [await mixed(), await mixed('free')];
    const [one, other] = [await compileProgram(whole), await compileProgram(free)];
    const even = evaluate(createDifferentiator(one, SAMPLING), one, budgets(whole));
    const split = evaluate(createDifferentiator(other, SAMPLING), other, budgets(free));
    const last = whole.lines.length - 1;
    let beyond = Number.NEGATIVE_INFINITY;
    FUNCTIONS.forEach((_, f) => {
      for (let d = 0; d < DRAWS; d++) {
        let sum = 0;
        for (let t = 0; t < 6; t++) sum += split.gradients[f]![(last + t) * DRAWS + d]! / 6;
        const expected = even.gradients[f]![last * DRAWS + d]!;
        // Sums in another order.
        beyond = Math.max(beyond, Math.abs(sum - expected) - 1e-10 * (Math.abs(expected) + 1e-6));
      }
    });
    expect(beyond).toBeLessThanOrEqual(0);
  });

  it('is finite, and points up, where a line with an infinitely steep start spends nothing', async () => {
    const scenario = await mixed();
    const program = await compileProgram(scenario);
    const last = scenario.lines.length - 1;
    const budgets = scenario.lines.map(({ budget }, k) => (k === last ? 0 : budget));
    const { gradients } = evaluate(createDifferentiator(program, SAMPLING), program, budgets);
    expect(gradients.every((rows) => rows.every(Number.isFinite))).toBe(true);
    const conversions = FUNCTIONS.findIndex((of) => of.kind === 'kpi' && of.name === 'conversions');
    expect(gradients[conversions]!.subarray(last * DRAWS, (last + 1) * DRAWS).every((slope) => slope > 0)).toBe(true);
  });

  it('and every figure are the same in both passes', async () => {
    const scenario = await mixed();
    const program = await compileProgram(scenario);
    const selection = { ...reportSelection([]), counts: false };
    const keys = seriesOf(program, selection);
    const budgets = scenario.lines.map(({ budget }) => budget);
    const run = () => {
      const store = new Float64Array(keys.length * DRAWS);
      const pricer = createPricer(program, SAMPLING, selection);
      const plan = planSpend(program, budgets, [0.6, 0.3, 0.1]);
      for (const block of blocksOf(SAMPLING)) pricer.price(block, [plan], [store]);
      return { store, ...evaluate(createDifferentiator(program, SAMPLING), program, budgets) };
    };
    const kernel = run();
    process.env.HUNI_KERNEL = 'reference';
    const plain = run();
    const agree = (actual: Float64Array, expected: Float64Array, floor: number): void => {
      const wrong = actual.findIndex((value, at) => {
        if (Number.isNaN(expected[at]!)) return !Number.isNaN(value);
        return !(Math.abs(value - expected[at]!) <= 1e-10 * Math.abs(expected[at]!) + floor);
      });
      expect([wrong, actual[wrong], expected[wrong]]).toEqual([-1, undefined, undefined]);
    };
    agree(kernel.store, plain.store, 1e-10);
    FUNCTIONS.forEach((_, f) => {
      agree(kernel.values[f]!, plain.values[f]!, 1e-10);
      const size = plain.gradients[f]!.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      agree(kernel.gradients[f]!, plain.gradients[f]!, 1e-12 * size);
    });
  });
});
