import { describe, expect, it, test } from 'vitest';
import { askedRules } from '../../src/optimize/asked.js';
import { delivering } from '../../src/optimize/delivery.js';
import { lineFigure } from '../../src/optimize/hold-rules.js';
import { ruleOutcomes } from '../../src/optimize/outcomes.js';
import { ruleFunctions, sampledProblem } from '../../src/optimize/problem.js';
import { reachedBound } from '../../src/optimize/reached-bound.js';
import { figureKey, ratioOf, type SampledRule, sampledRules, withBound } from '../../src/optimize/sampled-rules.js';
import { firstOf } from '../../src/required.js';
import type { HoldRule, Rules, Scenario } from '../../src/scenario/types.js';
import { scenarioOf as readScenario } from '../forecast/support.js';
import { analyticEvaluator, linearResponse, scenarioOf } from './support.js';

const LINES = [
  { id: 'tiktok/awareness', budget: 400 },
  { id: 'youtube/awareness', budget: 300 },
  { id: 'tiktok/consideration', budget: 300 },
];
const withRules = (rules: Partial<Rules>, lines = LINES): Scenario => scenarioOf({ lines, rules });
const ruleOf = (scenario: Scenario): SampledRule => firstOf(sampledRules(scenario));

const hold = (name: 'cpa' | 'roas' | 'spend' | 'frequency', more: Partial<HoldRule> = {}): HoldRule => ({
  text: `${name} <= 10`,
  expression: { kind: 'kpi', name },
  comparison: '<=',
  threshold: 10,
  probability: null,
  perWeek: false,
  whileOn: false,
  ...more,
});

/** Draws of what a scenario's rules look at, by the figure's key. */
const evidenceFor = (scenario: Scenario, figures: Readonly<Record<string, readonly number[]>>) => {
  const values = ruleFunctions(scenario).map((figure) => {
    const row = figures[figureKey(figure)];
    if (row === undefined) throw new Error(`no draws of ${figureKey(figure)}`);
    return Float64Array.from(row);
  });
  return { draws: firstOf(values).length, values, gradients: [] };
};

describe('what a rule on a line looks at', () => {
  const figureOf = (one: HoldRule) => lineFigure({ name: 'x', hold: one, line: 'tiktok/awareness', lines: [0] });

  it.each([
    ['a cost of at most so much', hold('cpa'), { kind: 'ratio', of: 'cpa' }],
    ['money', hold('spend'), { kind: 'figure', figure: { kind: 'group', name: 'spend', lines: [0] } }],
    [
      'a cost of at least so much',
      hold('cpa', { comparison: '>=' }),
      { kind: 'figure', figure: { kind: 'of line', of: { kind: 'kpi', name: 'cpa' }, lines: [0] } },
    ],
    [
      'any other figure',
      hold('frequency'),
      { kind: 'figure', figure: { kind: 'of line', of: { kind: 'kpi', name: 'frequency' }, lines: [0] } },
    ],
  ])('%s', (_, one, figure) => {
    expect(figureOf(one)).toEqual(figure);
  });

  it('as a rule: a cost multiplied out, any other figure in shares of its bound', () => {
    const ruled = (one: HoldRule): Scenario =>
      withRules({ lines: { 'tiktok/awareness': { min: null, max: null, fixed: null, minDaily: null, hold: [one] } } });
    expect(ruleOf(ruled(hold('cpa')))).toMatchObject({
      kind: 'cpa',
      bound: 10,
      terms: [
        { figure: { kind: 'group', name: 'spend', lines: [0] }, weight: 1 },
        { figure: { kind: 'group', name: 'conversions', lines: [0] }, weight: -10 },
      ],
    });
    // Of a budget of 1,000, a bound of 10: one more is 100 of excess.
    expect(ruleOf(ruled(hold('frequency')))).toMatchObject({ kind: 'hold', terms: [{ weight: 100 }], constant: -1000 });
  });
});

test('a ceiling on a platform, a stage or a line is on its own lines', () => {
  const linesOf = (scope: 'platforms' | 'stages' | 'lines', id: string): unknown => {
    const ceilings = [{ scope, id, of: 'cpa', max: 20, probability: null }] as const;
    return ruleOf(withRules({ ceilings })).terms.map(({ figure }) => (figure.kind === 'group' ? figure.lines : null));
  };
  expect(linesOf('platforms', 'tiktok')).toEqual([
    [0, 2],
    [0, 2],
  ]);
  expect(linesOf('stages', 'awareness')).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(linesOf('lines', 'youtube/awareness')).toEqual([[1], [1]]);
});

describe('a ratio that a rule bounds', () => {
  const values = (rows: Readonly<Record<string, readonly number[]>>) => (figure: Parameters<typeof figureKey>[0]) =>
    Float64Array.from(rows[figureKey(figure)] ?? []);
  const parts = (rules: Partial<Rules>) => {
    const { over, under } = ratioOf(
      ruleOf(withRules(rules)),
      values({ spend: [10], conversions: [4], impressions: [5000], revenue: [30] }),
    );
    return [...over, ...under];
  };

  it('is spend over orders or over a thousand impressions, revenue over spend', () => {
    expect(parts({ cpa: { max: 5, probability: null } })).toEqual([10, 4]);
    expect(parts({ cpm: { max: 5, probability: null } })).toEqual([10, 5]);
    expect(parts({ roas: { min: 2, probability: null } })).toEqual([30, 10]);
  });
});

describe('the bound that a plan just keeps', () => {
  const awareness = LINES.slice(0, 2);

  it('on average is the ratio of the sums', () => {
    const scenario = withRules({ cpa: { max: 5, probability: null } }, awareness);
    const evidence = evidenceFor(scenario, { spend: [10, 20], conversions: [1, 4] });
    expect(reachedBound(ruleOf(scenario), scenario, evidence)).toBe(6);
  });

  it.each([
    [0.5, 10],
    [0.75, Number.POSITIVE_INFINITY],
    [1, Number.POSITIVE_INFINITY],
  ])('in a share of futures, of a cost: without an order none is low enough (%f)', (probability, bound) => {
    const scenario = withRules({ cpa: { max: 5, probability } }, awareness);
    const evidence = evidenceFor(scenario, { spend: [10, 0, 10, 10], conversions: [1, 0, 2, 0] });
    expect(reachedBound(ruleOf(scenario), scenario, evidence)).toBe(bound);
  });

  it.each([
    [0.5, 2],
    [0.75, 1],
    [1, 0],
  ])('in a share of futures, of a return: of nothing spent it is nothing (%f)', (probability, bound) => {
    const scenario = withRules({ roas: { min: 2, probability } }, awareness);
    const evidence = evidenceFor(scenario, { spend: [10, 0, 10, 10], revenue: [10, 0, 30, 20] });
    expect(reachedBound(ruleOf(scenario), scenario, evidence)).toBe(bound);
  });

  const counting = (rule: string): Promise<Scenario> =>
    readScenario(
      JSON.stringify({
        currency: 'USD',
        horizon: '1 week',
        budget: 1000,
        creative: 'off',
        noise: { counts: 'on' },
        economics: { order_value: 40, margin: 1 },
        lines: [
          {
            platform: 'c0',
            stage: 'conversion',
            response: { curve: 'michaelis', of: 'revenue', maximum: 1, half_saturation: 1 },
          },
        ],
        rules: JSON.parse(rule),
      }),
    );
  /** P(N ≥ n) of a Poisson count. */
  const atLeast = (mean: number, n: number): number => {
    let [term, below] = [Math.exp(-mean), 0];
    for (let k = 0; k < n; k++) {
      below += term;
      term *= mean / (k + 1);
    }
    return 1 - below;
  };

  it('on orders counted is the last whole number that enough futures reach', async () => {
    const scenario = await counting('{ "hold": ["orders >= 5 with 90%"] }');
    const evidence = evidenceFor(scenario, Object.fromEntries(keysOf(scenario).map((key) => [key, [20, 20]])));
    let most = 0;
    while (atLeast(20, most + 1) >= 0.9) most++;
    expect(reachedBound(ruleOf(scenario), scenario, evidence)).toBeCloseTo(most, 6);
  });

  it('on a cost of orders counted is none where too few futures have an order at all', async () => {
    const scenario = await counting('{ "cpa": { "max": 30, "probability": 0.9 } }');
    const rows = (orders: number) =>
      evidenceFor(
        scenario,
        Object.fromEntries(keysOf(scenario).map((key) => [key, /spend/.test(key) ? [100, 100] : [orders, orders]])),
      );
    // 1 − 1/e: an order in 63 % of futures.
    expect(reachedBound(ruleOf(scenario), scenario, rows(1))).toBe(Number.POSITIVE_INFINITY);
    let most = 0;
    while (atLeast(20, most + 1) >= 0.9) most++;
    expect(reachedBound(ruleOf(scenario), scenario, rows(20))).toBeCloseTo(100 / most, 6);
  });

  const keysOf = (scenario: Scenario): readonly string[] => ruleFunctions(scenario).map(figureKey);
});

test('a cost gives way by what is expected of its orders for each unit of its bound', async () => {
  const scenario = withRules({ cpa: { max: 5, probability: null } });
  // Orders: an order is 10 of revenue, of which each unit of money brings 2, 3 and 4.
  const evaluator = analyticEvaluator({ draws: 4, response: (line) => linearResponse(2 + line) });
  const point = await sampledProblem(scenario, evaluator).at(Float64Array.of(0.2, 0.3, 0.5, 0.6, 0.3, 0.1), 'fit');
  const orders = (1000 * (0.2 * 2 + 0.3 * 3 + 0.5 * 4)) / 10;
  expect(point?.rules[0]?.perUnit).toBeCloseTo(orders / 1000, 12);
  expect(point?.rules[0]?.value).toBeCloseTo((1000 - 5 * orders) / 1000, 12);
});

describe('what came of a rule', () => {
  const split = { proven: 0.6, experiment: 0.3, moonshot: 0.1 };
  const creative = { split, tolerance: 0.05 };
  const scenario = scenarioOf({ lines: LINES, creative: true, rules: { creative } });
  const budgets = Float64Array.of(400, 300, 300);

  it.each([
    [[0.62, 0.29, 0.09], 0.02, true],
    [[0.5, 0.3, 0.2], 0.1, false],
  ])('on creatives is how far the tier furthest off is: %j', (shares, value, holds) => {
    const outcomes = ruleOutcomes(scenario, { budgets, creative: Float64Array.from(shares) });
    const outcome = outcomes.find(({ rule }) => rule === 'creative');
    expect(outcome?.value).toBeCloseTo(value, 12);
    expect(outcome).toMatchObject({ min: null, max: 0.05, holds });
  });

  it("says nothing of delivery, which is the search's own rule and part of the budget", () => {
    const held = delivering(withRules({}));
    expect(sampledRules(held)).toMatchObject([{ rule: 'delivery', bound: 5, constant: -5, measure: { kind: 'mean' } }]);
    expect(sampledRules(withRules({}))).toEqual([]);
    const evidence = evidenceFor(held, { unreached: [0, 0] });
    const outcomes = ruleOutcomes(held, { budgets, creative: new Float64Array(3) }, evidence);
    expect(outcomes.map(({ rule }) => rule)).toEqual(['budget']);
  });

  it('is told against what each rule asks for', () => {
    const asked = scenarioOf({
      lines: LINES,
      creative: true,
      rules: {
        creative,
        cpa: { max: 20, probability: 0.8 },
        lines: { 'youtube/awareness': { min: null, max: null, fixed: null, minDaily: 5 } },
      },
    });
    const names = ['budget', 'creative', 'cpa', 'lines.youtube/awareness.min_daily'];
    expect(askedRules(asked, names).map(({ asks }) => asks)).toEqual([
      [{ code: 'range', unit: 'money', min: 1000, max: 1000, probability: null }],
      [{ code: 'split', ...creative }],
      [{ code: 'range', unit: 'money', min: null, max: 20, probability: 0.8 }],
      [{ code: 'daily', min: expect.closeTo(5, 9) }],
    ]);
  });
});

describe('a rule with another bound', () => {
  it('has that one, and every other rule its own', async () => {
    const scenario = await readScenario(`
currency: USD
horizon: 8 weeks
budget: 1000
economics: { order_value: 30, margin: 60% }
rules:
  cpa: 9
  cpm: { max: 12, probability: 80% }
  roas: 2
  cvar: { min: -500, tail: 10% }
  hold: [revenue >= 300 with 80%, frequency <= 40]
  lines: { facebook/conversion: { cpa: 7, hold: [conversions >= 3] } }
  platforms: { tiktok: { cpm: 14 } }
  stages: { conversion: { cpa: { max: 6, probability: 75% } } }
lines:
  - { platform: facebook, stage: conversion, budget: 600, audience: 1m, cpm: 5, ctr: 1%, cvr: 2% }
  - { platform: tiktok, stage: awareness, budget: 400, audience: 1m, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2% }
`);
    const rules = sampledRules(scenario);
    expect(rules.map(({ kind }) => kind).sort()).toEqual(
      ['cpa', 'cpa', 'cpa', 'cpm', 'cpm', 'cvar', 'hold', 'hold', 'hold', 'roas'].sort(),
    );
    const bounds = (of: Scenario) => sampledRules(of).map(({ rule, bound }) => [rule, bound] as const);
    for (const rule of rules) {
      const expected = bounds(scenario).map(([name, bound]) => [name, name === rule.rule ? 3.25 : bound]);
      // The name of a rule on a figure says its bound; the others keep theirs.
      const found = bounds(withBound(scenario, rule, 3.25));
      if (rule.kind === 'hold') expect(found.map(([, bound]) => bound)).toEqual(expected.map(([, bound]) => bound));
      else expect(found).toEqual(expected);
    }
  });
});
