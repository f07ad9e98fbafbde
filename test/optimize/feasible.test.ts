import { describe, expect, it } from 'vitest';
import { isFeasible, nearestPlan } from '../../src/optimize/feasible.js';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import type { LinearRules } from '../../src/optimize/linear-rules.js';
import type { ProgramSolver } from '../../src/optimize/program.js';

/** Three lines that share a budget; the first has at least `least` of it. */
function rulesWith(least: number, onOff: LinearRules['onOff'] = []): LinearRules {
  const row = (rule: string, coefficients: readonly number[], lower: number, upper: number) => ({
    rule,
    coefficients: Float64Array.from(coefficients),
    lower,
    upper,
    unit: 'share' as const,
    scales: true,
  });
  return {
    lines: 3,
    budget: 1000,
    open: false,
    paid: 0,
    lower: new Float64Array(3),
    upper: new Float64Array(3).fill(1),
    rows: [row('budget', [1, 1, 1], 1, 1), row('first', [1, 0, 0], least, Number.POSITIVE_INFINITY)],
    onOff,
  };
}

const minimum = (line: number, threshold: number): LinearRules['onOff'][number] => ({
  rule: `minimum ${line}`,
  line,
  threshold,
});

const notAsked: ProgramSolver = () => {
  throw new Error('HiGHS was asked');
};

describe('rules that a plan shows to be kept', () => {
  it('are told so without HiGHS, whatever is on or off', () => {
    expect(isFeasible(notAsked, rulesWith(0.4))).toBe(true);
    expect(isFeasible(notAsked, rulesWith(0.4, [minimum(1, 0.2), minimum(2, 0.4)]))).toBe(true);
  });

  it('give the nearest plan without HiGHS where no line is on or off', () => {
    const nearest = nearestPlan(notAsked, rulesWith(0.4), Float64Array.from([0.2, 0.3, 0.5]));
    // By hand: what the first line is short of is taken from the other two alike.
    for (const [j, share] of [0.4, 0.2, 0.4].entries()) expect(nearest?.v[j]).toBeCloseTo(share, 12);
    expect(nearest?.on).toEqual([]);
  });

  it('leave a plan alone that keeps them', () => {
    const wanted = Float64Array.from([0.5, 0.5, 0]);
    const rules = rulesWith(0.4, [minimum(1, 0.2), minimum(2, 0.4)]);
    expect(nearestPlan(notAsked, rules, wanted)).toEqual({ v: wanted, on: [true, false] });
  });
});

describe('rules that no plan near the even split shows to be kept', () => {
  it('are HiGHS to judge: kept with a line off', async () => {
    const solve = await loadProgramSolver();
    const rules = rulesWith(0.4, [minimum(1, 0.5), minimum(2, 0.5)]);
    expect(isFeasible(solve, rules)).toBe(true);
    expect(nearestPlan(solve, rules, Float64Array.from([0.4, 0.45, 0.15]))?.on).toEqual([true, false]);
  });

  it('are HiGHS to judge: kept by nobody', async () => {
    const solve = await loadProgramSolver();
    expect(isFeasible(solve, rulesWith(1.2))).toBe(false);
    expect(nearestPlan(solve, rulesWith(1.2), Float64Array.from([0.2, 0.3, 0.5]))).toBeNull();
    expect(nearestPlan(solve, rulesWith(0.8, [minimum(1, 0.5)]), Float64Array.from([0.2, 0.8, 0]))?.on).toEqual([
      false,
    ]);
  });
});
