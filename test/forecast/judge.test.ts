import { expect, it } from 'vitest';
import { judgeGiven } from '../../src/forecast/judge.js';
import { runForecast } from '../../src/forecast/run.js';
import { scenarioOf } from './support.js';

const LINES = `
currency: USD
start: 2027-03-01
horizon: 6 weeks
budget: 9000
draws: 2048
economics: { order_value: 20 to 40, margin: 60%, repeat_rate: 10% to 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 6500, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 2500, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
`;

it.each([
  ['', 'neither rules on figures nor targets'],
  [
    'rules: { roas: { min: 0.2, probability: 60% }, prospecting: { min: 50% } }\ntargets: [orders >= 60 with 50%, profit / spend >= -0.9 with 80%, clicks >= 10]',
    'a rule on a figure, and targets on counts, on an expression and on a mean',
  ],
])('judges the plan given as a forecast does, to the last bit: %#', async (more) => {
  const scenario = await scenarioOf(`${LINES}${more}\n`);
  const { plans } = (await runForecast(scenario, { workers: 0, optimize: false, charts: false })).result;
  const judged = (await judgeGiven(scenario, { workers: 0 })).result.plans.given;
  expect(judged).toEqual({ rules: plans.given.rules, targets: plans.given.targets });
  expect(judged.targets.length).toBe(scenario.targets.length);
});
