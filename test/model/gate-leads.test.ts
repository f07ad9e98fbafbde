import { describe, expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { quickFirst } from '../slow.js';
import { scenarioOf } from './support.js';

const plan = (gate: string) => `
currency: USD
horizon: 4 weeks
budget: 4000
draws: 512
economics: { order_value: 200, margin: 50%, close_rate: 25% }
lines:
  - { platform: instagram, stage: awareness, budget: 3000, audience: 400k, cpm: 4 to 9, ctr: 0.5% to 2%, view_rate: 20%, cvr: 1% to 6% }
  - { platform: facebook, stage: conversion, budget: 1000, cpm: 6, ctr: 1%, cvr: 2% to 8% }
phases:
  - { name: Test, periods: 2, budget: 50%, gate: "${gate}", if_failed: stop }
  - { name: Rest, periods: 2, budget: 50% }
`;

async function passing(gate: string): Promise<number> {
  const { result } = await runForecast(await scenarioOf(plan(gate)), { workers: 0, optimize: false });
  return result.plans.given.phases![0]!.probability!;
}

// One lead of four is closed: a lead costs a quarter of what a customer does, and there are four times as many.
describe('a gate on leads', () => {
  for (const [cases, options] of quickFirst(
    [
      ['cpl <= 16', 'cpa <= 64'],
      ['leads >= 120', 'conversions >= 30'],
      ['instagram/awareness.cpl < 16', 'instagram/awareness.cpa < 64'],
      ['instagram/awareness.leads > 80', 'instagram/awareness.conversions > 20'],
    ] as const,
    2,
  ))
    it.each(cases)('%s passes where %s does', options, async (leads, customers) => {
      const share = await passing(leads);
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.9);
      expect(share).toBe(await passing(customers));
    });
});
