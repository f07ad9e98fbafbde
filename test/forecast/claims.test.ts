import { expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { scenarioOf } from './support.js';

// Lines that have nothing to do with each other: no creators, no brand, and more people than any of them reaches twice.
const PLAN = (flighting: string) => `
currency: USD
horizon: 4 weeks
budget: 3000
draws: 64
noise: off
creative: off
market: { population: 3000m }
attribution: { tracking: 80%, view_through: { facebook: 0%, tiktok: 0% } }
economics: { order_value: 30, margin: 60% }
lines:
  - { platform: facebook, stage: awareness, budget: 1000, audience: 2000m, fatigue: 0, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2%${flighting} }
  - { platform: facebook, stage: conversion, budget: 500, audience: 2000m, fatigue: 0, cpm: 8, ctr: 2%, cvr: 4%${flighting} }
  - { platform: tiktok, stage: awareness, budget: 1500, audience: 2000m, fatigue: 0, cpm: 4, ctr: 1%, view_rate: 20%, cvr: 1%${flighting} }
`;

it.each([
  ['its flighting', ''],
  ['free flighting', ', flighting: free'],
])('a platform that others do nothing for would lose what its own lines bring: %s', async (_, flighting) => {
  const scenario = await scenarioOf(PLAN(flighting));
  const { result } = await runForecast(scenario, { workers: 0, optimize: false, charts: false });
  const claims = result.attribution ?? [];
  expect(claims.map(({ platform }) => platform).sort()).toEqual(['facebook', 'tiktok']);
  const { total, platforms } = result.plans.given.kpis;
  let sum = 0;
  for (const { platform, incremental } of claims) {
    const own = platforms[platform]!.conversions!.mean!;
    expect(own).toBeGreaterThan(10);
    expect(incremental / own).toBeCloseTo(1, 3);
    sum += incremental;
  }
  expect(sum / total.conversions!.mean!).toBeCloseTo(1, 3);
});
