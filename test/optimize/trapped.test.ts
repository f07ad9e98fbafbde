import { expect, it } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { runForecast } from '../../src/forecast/run.js';
import { scenarioOf } from '../forecast/support.js';

/** Rules in a share of few futures, at which HiGHS's method for quadratic programs runs out of its memory's bounds. */
const PLAN = `
currency: USD
horizon: 4 weeks
budget: { max: 12000 }
draws: 64
market: { population: 2m }
economics: { order_value: 100 to 160, margin: 50% to 60% }
rules: { roas: { min: 1.05, probability: 55% }, cpa: { max: 40, probability: 60% }, cvar: { min: -6000, tail: 10% } }
goal: { maximize: profit, risk_aversion: 0.5 }
targets: [roas >= 1.2 with 50%, orders >= 200, "cpa <= 30 with 70%"]
lines:
  - { platform: instagram, stage: awareness, budget: 6000, audience: 200k to 400k, cpm: 4 to 8, ctr: "0.8% to 1.4%", view_rate: 20% to 30%, cvr: 1% to 2%, pressure: 0.1 to 0.2, fatigue: 0.04 to 0.08 }
  - { platform: tiktok, stage: awareness, budget: 4000, audience: 300k to 500k, cpm: 3 to 6, ctr: "0.5% to 1.1%", view_rate: 15% to 30%, cvr: "0.6% to 1.6%" }
  - { platform: facebook, stage: conversion, budget: 2000, cpm: 6 to 10, ctr: 1.4% to 2.4%, view_rate: 8% to 12%, cvr: 3% to 7% }
`;

it('a plan on which the solver traps is the same whether other work lets a new instance of it come early or late', async () => {
  const scenario = await scenarioOf(PLAN);
  const found: string[] = [];
  for (const threads of [0, 1, 2]) {
    const engine = await openEngine(threads);
    try {
      const { result } = await runForecast(scenario, { charts: false, engine, searched: { coarse: 32, fit: 128 } });
      found.push(JSON.stringify({ ...result, engine: null }));
    } finally {
      await engine.close();
    }
  }
  expect(found[1]).toBe(found[0]);
  expect(found[2]).toBe(found[0]);
});
