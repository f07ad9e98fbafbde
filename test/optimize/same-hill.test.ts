import { describe, expect, it } from 'vitest';
import type { Point, SampledProblem } from '../../src/optimize/problem.js';
import { constraintsOf } from '../../src/optimize/rules.js';
import { onSameHill } from '../../src/optimize/same-hill.js';
import { scenarioOf } from './support.js';

const rules = constraintsOf(
  scenarioOf({ lines: ['a', 'b'].map((name) => ({ id: `${name}/awareness`, budget: 500 })) }),
);

/** A goal of the first line's share; `kept`: shares at which a rule on the draws holds. */
function problemOf(goal: (share: number) => number, kept: (share: number) => boolean = () => true) {
  const point = (v: Float64Array): Point => ({
    v,
    value: goal(v[0]!),
    gradient: new Float64Array(5),
    rules: [{ rule: 'cpa', value: kept(v[0]!) ? -0.1 : 0.1, gradient: new Float64Array(5), perUnit: 1 }],
  });
  const problem: Pick<SampledProblem, 'at'> = {
    at: async (v) => (Number.isNaN(goal(v[0]!)) ? null : point(v)),
  };
  return { problem: problem as SampledProblem, at: (share: number) => point(split(share)) };
}

const split = (share: number) => Float64Array.of(share, 1 - share, 0.6, 0.3, 0.1);
const hill = (share: number) => -((share - 0.7) ** 2);

describe('whether a search from one plan would climb to another that is known', () => {
  it('would where the goal rises all the way', async () => {
    const { problem, at } = problemOf(hill);
    expect(await onSameHill(problem, rules, at(0.1), split(0.7), 1)).toBe(true);
    // The hill of a coarse set of draws is another one by a hair.
    expect(await onSameHill(problem, rules, at(0.1), split(0.7005), 1)).toBe(true);
  });

  it('would not across a valley', async () => {
    const { problem, at } = problemOf((share) => Math.cos(4 * Math.PI * share) + 0.1 * share);
    expect(await onSameHill(problem, rules, at(0), split(0.5), 1)).toBe(false);
  });

  it('would not where a rule is broken, or the goal has no value, on the way', async () => {
    const broken = problemOf(hill, (share) => Math.abs(share - 0.4) > 0.05);
    expect(await onSameHill(broken.problem, rules, broken.at(0.1), split(0.7), 1)).toBe(false);
    const gap = problemOf((share) => (Math.abs(share - 0.4) < 0.05 ? Number.NaN : hill(share)));
    expect(await onSameHill(gap.problem, rules, gap.at(0.1), split(0.7), 1)).toBe(false);
  });

  it('goes by the size of the goal, so that neither currency nor goal matters', async () => {
    const dip = (size: number) => (share: number) => size * (share > 0.3 && share < 0.5 ? share - 0.5 : share);
    for (const size of [1, 1e6]) {
      const { problem, at } = problemOf(dip(size));
      expect(await onSameHill(problem, rules, at(0.25), split(0.7), size)).toBe(false);
      expect(await onSameHill(problem, rules, at(0.25), split(0.7), 1e6 * size)).toBe(true);
    }
  });
});
