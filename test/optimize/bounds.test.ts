import { describe, expect, it } from 'vitest';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import type { LinearRules } from '../../src/optimize/linear-rules.js';
import { roundPlan } from '../../src/optimize/round.js';
import { constraintsOf } from '../../src/optimize/rules.js';
import { scenarioOf } from '../forecast/support.js';

const plan = (rules: string): string => `
currency: USD
horizon: 4 weeks
budget: 1000
creative: off
economics: { order_value: 30, margin: 60% }
lines:
  - { platform: instagram, stage: consideration, audience: 200k, budget: 400 }
  - { platform: instagram, stage: conversion, audience: 200k, budget: 600 }
rules: ${rules}
`;

/** Whether budgets, as shares of the budget, keep a rule. */
function keeps({ rows }: LinearRules, rule: string, shares: readonly number[]): boolean {
  return rows
    .filter((row) => row.rule === rule)
    .every(({ coefficients, lower, upper }) => {
      const sum = shares.reduce((total, share, l) => total + share * coefficients[l]!, 0);
      return sum >= lower - 1e-12 && sum <= upper + 1e-12;
    });
}

describe('a ratio with a tolerance', () => {
  it.each([
    ['retargeting: { ratio: 1:2, tolerance: 20% }', 0.5],
    ['retargeting: { ratio: 3:1, tolerance: 20% }', 3],
  ])('is kept from 20% below to 20% above: %s', async (rules, ratio) => {
    const linear = constraintsOf(await scenarioOf(plan(`{ ${rules} }`)));
    const at = (factor: number): boolean => {
      const conversion = 1 / (1 + factor * ratio);
      return keeps(linear, 'retargeting', [1 - conversion, conversion]);
    };
    // From 0.8 to 1.2 of the ratio: below it by the lower share, above it by the upper one, and no other way round.
    expect([0.79, 0.801, 1, 1.199, 1.21].map(at)).toEqual([false, true, true, true, false]);
    expect([0.82, 0.84].map(at)).toEqual([true, true]);
  });
});

describe('rounding to the smallest unit', () => {
  it.each([
    // A third of a cent above a whole cent, where rounding to the nearest would fall below what the line has to have.
    [33_333.3, 33_334],
    [33_333.0, 33_333],
    [33_333.9, 33_334],
  ])('leaves a line what it has to have: at least %f cents', async (least, cents) => {
    const scenario = await scenarioOf(plan('{ prospecting: 0-100% }').replace(/rules:.*/, ''));
    const rules = constraintsOf(scenario);
    const lower = rules.lower.slice();
    lower[0] = least / 100_000;
    const v = Float64Array.from(rules.lower);
    v[0] = lower[0];
    v[1] = 1 - lower[0];
    const { decision, missed } = roundPlan(await loadProgramSolver(), scenario, { ...rules, lower }, v);
    expect(Math.round(decision.budgets[0]! * 100)).toBe(cents);
    expect(Math.round((decision.budgets[0]! + decision.budgets[1]!) * 100)).toBe(100_000);
    expect(missed).toEqual([]);
  });

  it('leaves the sum the budget where no program finds the amounts', async () => {
    const scenario = await scenarioOf(plan('{ prospecting: 0-100% }').replace(/rules:.*/, ''));
    const rules = constraintsOf(scenario);
    const v = Float64Array.from(rules.lower);
    v.set([1 / 3, 2 / 3]);
    const { decision } = roundPlan(() => ({ status: 'failed', detail: 'no answer' }), scenario, rules, v);
    expect([...decision.budgets]).toEqual([333.33, 666.67]);
  });

  it('keeps a ratio between halves of units, and moves no line further than it must', async () => {
    const scenario = await scenarioOf(plan('{ prospecting: 0-100% }').replace(/rules:.*/, ''));
    const rules = constraintsOf(scenario);
    const cent = 1 / 100_000;
    const coefficients = new Float64Array(rules.lower.length);
    coefficients.set([1, -0.5]);
    // Of 33,333 cents the first has half a cent less than half of the second's, of 33,334 a cent more: both are allowed.
    const row = {
      rule: 'ratio',
      unit: 'ratio',
      scales: false,
      coefficients,
      lower: -0.6 * cent,
      upper: 1.9 * cent,
    } as const;
    const v = Float64Array.from(rules.lower);
    v.set([33_333.2 * cent, 66_666.8 * cent]);
    const solve = await loadProgramSolver();
    const { decision, missed } = roundPlan(solve, scenario, { ...rules, rows: [...rules.rows, row] }, v);
    expect([...decision.budgets]).toEqual([333.33, 666.67]);
    expect(missed).toEqual([]);
  });
});
