import { describe, expect, it } from 'vitest';
import { keepsLinearRules, steppedBudgets } from '../../src/optimize/stepped.js';
import { scenarioOf } from '../forecast/support.js';

const PLAN = `
currency: TRY
horizon: 13 weeks
budget: 3900000
lines:
  - { platform: instagram, stage: awareness, budget: 1250000 }
  - { platform: facebook, stage: awareness, budget: 1480000 }
  - { platform: instagram, stage: consideration, budget: 390000 }
  - { platform: facebook, stage: conversion, budget: 580000 }
  - { platform: instagram, stage: conversion, budget: 200000 }
`;
const RULED = `${PLAN}rules: { prospecting: 70-80%, retargeting: 1:2, creative: 60-30-10, lines: { instagram/conversion: { min: 50000 } } }`;

describe('whole steps that keep rules', () => {
  const sum = (budgets: Float64Array) => budgets.reduce((all, amount) => all + amount, 0);
  const creative = Float64Array.of(0.6, 0.3, 0.1);

  it('keep a ratio and a bound that the nearest steps break', async () => {
    const scenario = await scenarioOf(RULED);
    const from = Float64Array.from(scenario.lines, ({ budget }) => budget);
    const best = { budgets: Float64Array.of(122605.96, 2607394.04, 390000, 729988.5, 50011.5), creative };
    expect(keepsLinearRules(scenario, best)).toBe(true);
    const found = (await steppedBudgets(scenario, from, best, 20_000, scenario.budget))!;
    expect(sum(found)).toBe(3_900_000);
    expect(keepsLinearRules(scenario, { budgets: found, creative })).toBe(true);
    // By hand: awareness may not fall below 2,730,000, so that the steps of conversion sum to none; 50,011.50 can only be 60,000.
    expect([...found]).toEqual([130_000, 2_600_000, 390_000, 720_000, 60_000]);
  });

  it('leave what next to nothing is planned for without any, and the rest with the line that gains most', async () => {
    const scenario = await scenarioOf(PLAN);
    const from = Float64Array.from(scenario.lines, ({ budget }) => budget);
    const best = { budgets: Float64Array.of(1250000.01, 2646999.99, 3000, 0, 0), creative };
    const found = (await steppedBudgets(scenario, from, best, 20_000, scenario.budget))!;
    expect([...found]).toEqual([1_250_000, 2_650_000, 0, 0, 0]);
  });

  it('are none where no whole steps keep the rules', async () => {
    const scenario = await scenarioOf(
      `${PLAN}rules: { lines: { instagram/conversion: { min: 205000, max: 206000 } } }`,
    );
    const from = Float64Array.from(scenario.lines, ({ budget }) => budget);
    const best = { budgets: Float64Array.of(1250000, 1490000, 375000, 580000, 205000), creative };
    expect(await steppedBudgets(scenario, from, best, 20_000, scenario.budget)).toBeNull();
    expect(await steppedBudgets(scenario, from, best, 5000, scenario.budget)).toEqual(best.budgets);
  });
});
