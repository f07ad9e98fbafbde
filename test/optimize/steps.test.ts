import { describe, expect, it } from 'vitest';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import type { LinearRules } from '../../src/optimize/linear-rules.js';
import { searchLinearly } from '../../src/optimize/linear-search.js';
import type { Point, SampledProblem, SampleRuleValue } from '../../src/optimize/problem.js';
import { quadraticStep } from '../../src/optimize/quadratic.js';
import { constraintsOf } from '../../src/optimize/rules.js';
import { judgedStarts, looksConcave } from '../../src/optimize/starts.js';
import { scenarioOf } from './support.js';

const rule = (value: number, gradient: readonly number[], more: Partial<SampleRuleValue> = {}): SampleRuleValue => ({
  rule: 'cpa',
  value,
  gradient: Float64Array.from(gradient),
  perUnit: 1,
  ...more,
});

/** One line between nothing and all of the budget. */
const ONE_LINE: LinearRules = {
  lines: 1,
  budget: 1000,
  open: true,
  paid: 0,
  lower: Float64Array.of(0),
  upper: Float64Array.of(1),
  rows: [],
  onOff: [],
};

describe('a step of the search', () => {
  const stepFrom = async (point: Pick<Point, 'rules'>, slope: number) => {
    const at = { v: Float64Array.of(0.5), value: 0, gradient: Float64Array.of(-slope), ...point };
    const solve = await loadProgramSolver();
    const step = quadraticStep(solve, ONE_LINE, at, Float64Array.of(slope), Float64Array.of(2), 0.3, 10);
    if (step === null) throw new Error('no step');
    return step;
  };

  it('goes to the border of a rule that binds: least of −d + d² where d is a tenth at most', async () => {
    const { d, predicted, sampledMultipliers } = await stepFrom({ rules: [rule(-0.1, [1])] }, -1);
    expect(d[0]).toBeCloseTo(0.1, 9);
    expect(predicted).toBeCloseTo(0.1 - 0.01, 9);
    // Where 1 = 2 d + λ.
    expect(sampledMultipliers[0]).toBeCloseTo(0.8, 7);
  });

  it('mends a broken rule, which counts as much as its penalty says: d + d² + 10 (0.1 − d)', async () => {
    const { d, predicted, sampledMultipliers } = await stepFrom({ rules: [rule(0.1, [-1])] }, 1);
    expect(d[0]).toBeCloseTo(0.1, 9);
    expect(predicted).toBeCloseTo(10 * 0.1 - 0.1 - 0.01, 9);
    expect(sampledMultipliers[0]).toBeCloseTo(1.2, 7);
  });

  it('is no longer than it may be', async () => {
    const { d, predicted } = await stepFrom({ rules: [] }, -4);
    expect(d[0]).toBeCloseTo(0.3, 9);
    expect(predicted).toBeCloseTo(4 * 0.3 - 0.09, 9);
  });
});

const scenario = scenarioOf({
  lines: [
    { id: 'tiktok/awareness', budget: 100 },
    { id: 'youtube/awareness', budget: 900 },
  ],
});

describe('the search by linear programs', () => {
  /** The goal is what goes to the second line; the first has to have three tenths at least, by a rule that is curved. */
  const problem: SampledProblem = {
    scenario,
    evaluations: { coarse: 0, fit: 0, fresh: 0 },
    undefinedDraws: () => ({ draws: 0, of: 0 }),
    at: async (v) => ({
      v,
      value: v[1] ?? 0,
      gradient: Float64Array.from(v, (_, j) => (j === 1 ? 1 : 0)),
      rules: [
        rule(
          0.09 - (v[0] ?? 0) ** 2,
          Array.from(v, (share, j) => (j === 0 ? -2 * share : 0)),
        ),
      ],
    }),
    price: () => Promise.reject(new Error('nothing is priced here')),
  };

  it('gets from far off to where the rule just holds', async () => {
    const rules = constraintsOf(scenario);
    const wanted = rules.lower.map((lower, j) => (j === 0 ? 0.05 : j === 1 ? 0.95 : lower));
    const start = await problem.at(wanted, 'fit');
    if (start === null) throw new Error('no start');
    const solve = await loadProgramSolver();
    const { v, rules: sampled } = await searchLinearly(solve, problem, rules, start, { set: 'fit', flat: false });
    expect(v[0]).toBeCloseTo(0.3, 6);
    expect(v[1]).toBeCloseTo(0.7, 6);
    expect(sampled[0]?.value).toBeLessThan(1e-6);
  });
});

describe('plans judged first', () => {
  const at = (share: number, slope: number, own: Partial<SampleRuleValue>, ruled: number): Point => ({
    v: Float64Array.of(share),
    value: 0,
    gradient: Float64Array.of(slope),
    rules: [rule(0, [ruled], own)],
  });

  it('look concave where the goal falls off and rules grow faster, shares of futures apart', () => {
    expect(looksConcave([at(0, 2, {}, 1), at(1, 1, {}, 3)])).toBe(true);
    expect(looksConcave([at(0, 1, {}, 1), at(1, 2, {}, 3)])).toBe(false);
    expect(looksConcave([at(0, 2, {}, 3), at(1, 1, {}, 1)])).toBe(false);
    expect(looksConcave([at(0, 2, { chance: true }, 3), at(1, 1, { chance: true }, 1)])).toBe(true);
  });

  it('are the one given and the even split, creative shares of both as the scenario has them', async () => {
    const given = { proven: 0.5, experiment: 0.3, moonshot: 0.2 };
    const creative = scenarioOf({
      lines: scenario.lines.map(({ id, budget }) => ({ id, budget })),
      creative: true,
      creativeSplit: given,
    });
    const linear = constraintsOf(creative);
    const flat: SampledProblem = {
      scenario: creative,
      evaluations: { coarse: 0, fit: 0, fresh: 0 },
      undefinedDraws: () => ({ draws: 0, of: 0 }),
      at: async (v) => ({ v, value: 0, gradient: new Float64Array(v.length), rules: [] }),
      price: () => Promise.reject(new Error('nothing is priced here')),
    };
    const points = await judgedStarts(
      await loadProgramSolver(),
      flat,
      linear,
      Float64Array.of(0.1, 0.9, 0.5, 0.3, 0.2),
    );
    expect([...(points[0]?.v ?? [])]).toEqual([0.1, 0.9, 0.5, 0.3, 0.2]);
    const even = [...(points[1]?.v ?? [])];
    for (const [j, share] of [0.5, 0.5, 0.5, 0.3, 0.2].entries()) expect(even[j]).toBeCloseTo(share, 9);
  });
});
