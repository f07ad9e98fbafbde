import { expect, test } from 'vitest';
import { planWarnings } from '../../src/forecast/warnings.js';
import { scenarioOf } from './support.js';

const summary = (mean: number) => ({
  conversions: {
    mean,
    sd: 0,
    se: 0,
    p5: mean,
    p10: mean,
    p25: mean,
    p50: mean,
    p75: mean,
    p90: mean,
    p95: mean,
    undefined: 0,
  },
});
const line = (id: string, budget: number) => ({ id, budget, share: 0, daily: 0 });

test('lines that expect too few conversions a week, and a spend a day outside of what is usual', async () => {
  const scenario = await scenarioOf(`
currency: AZN
horizon: 4 weeks
budget: 1000
economics: { order_value: 40, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 600 }
  - { platform: tiktok, stage: awareness, budget: 400 }
  - { platform: tiktok, stage: conversion, budget: 0 }
rules: { adequacy: 2 }
goal: { preset: sales }
`);
  const [first, second, off] = scenario.lines.map(({ id }) => id) as [string, string, string];
  const lines = [line(first, 600), line(second, 400), line(off, 0)];
  // 8 in 4 weeks is 2 a week; 7 is 1.75; a line that spends nothing learns nothing. 1,000 over 28 days is 35.7 a day.
  expect(planWarnings(scenario, lines, { [first]: summary(8), [second]: summary(7), [off]: summary(0) })).toEqual([
    { code: 'adequacy', line: second, value: 1.75, min: 2 },
    { code: 'daily_spend', preset: 'sales', value: 1000 / 28, min: 70, max: 100 },
  ]);
  const rich = [line(first, 2200), line(second, 0), line(off, 0)];
  expect(planWarnings(scenario, rich, { [first]: summary(80) })).toEqual([]);
});
