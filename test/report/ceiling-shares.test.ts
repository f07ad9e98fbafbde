import { expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { allocationRows } from '../../src/report/charts/allocation-layout.js';
import { reportContext } from '../../src/report/context.js';
import { allocationTitle, funnelTitle } from '../../src/report/findings/headlines.js';
import { scenarioOf } from '../forecast/support.js';

const PLAN = `
currency: USD
horizon: 4 weeks
budget: { max: 4800 }
draws: 256
economics: { order_value: 40, margin: 50% }
creators_from: budget
creators:
  - { name: Deniz, platform: instagram, followers: 40k, reach_rate: 20%, engagement: 3%, fee: 500, posts: 2 }
lines:
  - { platform: instagram, stage: awareness, budget: 1900, audience: 200k, cpm: 5 to 8, ctr: 1%, cvr: 2% }
  - { platform: facebook, stage: conversion, budget: 1100, audience: 60k, cpm: 6 to 9, ctr: 1%, cvr: 8% }
rules: { prospecting: 60-80% }
`;

it('has shares of what a plan below its ceiling spends, as its rules have them: 1,900 and two posts of 4,000 are 72.5 %', async () => {
  const forecast = await runForecast(await scenarioOf(PLAN), { optimize: false, workers: 0, prices: false });
  const context = reportContext(forecast);
  const ruled = forecast.result.plans.given.rules.find(({ rule }) => rule === 'prospecting');
  expect(ruled?.value).toBeCloseTo(2900 / 4000, 12);
  const headings = allocationRows(context).filter(({ stage }) => stage);
  expect(headings.map(({ label }) => label)).toEqual(['Awareness · 72.5%', 'Conversion · 27.5%']);
  expect(allocationTitle(context)).toContain('$4,000');
  expect(allocationTitle(context)).toMatch(/7[23]%/);
  expect(allocationTitle(context)).not.toContain('4,800');
  // Of the stage that brings most orders: 1,100 of 4,000.
  expect(funnelTitle(context)).toMatch(/2[78]%/);
});
