import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { priceForReport } from '../../src/forecast/price-plan.js';
import type { PlanResult } from '../../src/forecast/result.js';
import { scenarioOf } from './support.js';

/**
 * A file of before sections 3, 12 and 14 were what they are: where nobody tires (fatigue 0), nobody sees two lines (overlap 0)
 * and nothing is counted (noise off), its figures are those of commit 639ad99, the last one with the equations of before. Nothing is
 * uncertain here, since a later commit moved the draws.
 */
const PLAN = `name: As before
currency: USD
start: 2027-03-01
horizon: 6 weeks
budget: 17600
draws: 16
market: { population: 900k }
noise: off
memory_days: 10
economics: { order_value: 80, margin: 55%, close_rate: 60%, repeat_rate: 0.2, referral_rate: 0.05, fee: 8%, tax: 5%, baseline: 12, delay_days: 6, value_days: 60, fixed_costs: [{ name: studio, amount: 700 }] }
stocks: { overlap: 0, hot: 1500, warm: 4000, buyers: 600, landing: 70%, warm_days: 20, hot_days: 25, buyers_days: 150 }
season: { cpm: [1, 1.1, 0.9, 1, 1.2, 1], cvr: [1, 1, 1.1, 0.9, 1, 1.2] }
creative: { proven: 1.1, experiment: 0.8, moonshot: 0.5, experiment_gain: 0.9, moonshot_gain: 1.4, wear_days: 40 }
lines:
  - { platform: instagram, stage: awareness, budget: 6000, audience: 240k, cpm: 6, ctr: 1.1%, view_rate: 24%, cvr: 1.2%, fatigue: 0 }
  - { platform: tiktok, stage: awareness, budget: 5000, audience: 190k, cpm: 4, ctr: 0.9%, view_rate: 22%, cvr: 0.9%, fatigue: 0, flighting: back }
  - { platform: instagram, stage: consideration, budget: 1500, cpm: 7, ctr: 1.6%, view_rate: 20%, cvr: 2.5%, fatigue: 0 }
  - { platform: facebook, stage: conversion, budget: 2600, cpm: 9, ctr: 2%, view_rate: 10%, cvr: 6%, fatigue: 0, match: 45% }
  - { platform: instagram, stage: conversion, budget: 900, cpm: 10, ctr: 2.2%, view_rate: 10%, cvr: 5%, audience: 3000, fatigue: 0, flighting: front }
  - { platform: facebook, stage: loyalty, budget: 900, cpm: 8, ctr: 2.5%, view_rate: 10%, cvr: 7%, fatigue: 0 }
  - { platform: facebook, stage: advocacy, budget: 700, cpm: 8, ctr: 1.5%, view_rate: 10%, cvr: 4%, audience: 800, fatigue: 0 }
`;

type Tree = number | null | readonly Tree[] | { readonly [key: string]: Tree };
const before = JSON.parse(readFileSync(new URL('../fixtures/as-before.json', import.meta.url), 'utf8')) as Tree;

/** Means of a tree of summaries that have one before, by where they stand. */
function pairs(expected: Tree, found: unknown, path = ''): [string, number | null, number | null][] {
  if (expected === null || typeof expected === 'number') {
    return [[path, expected, (found as { readonly mean: number | null }).mean]];
  }
  return Object.entries(expected).flatMap(([key, inner]) =>
    pairs(inner as Tree, (found as Readonly<Record<string, unknown>>)[key], `${path}/${key}`),
  );
}

async function kpisOf(text: string): Promise<PlanResult['kpis']> {
  const scenario = await scenarioOf(text);
  const session = await openSession(scenario, { workers: 0 });
  const { kpis } = await priceForReport(session, scenario, decisionGiven(scenario));
  await session.close();
  return kpis;
}

describe('a file from before', () => {
  let kpis: PlanResult['kpis'];
  beforeAll(async () => {
    kpis = await kpisOf(PLAN);
  });

  it('has the figures of before, but for fatigue, overlap and counts', () => {
    const compared = pairs(before, kpis);
    expect(compared).toHaveLength(419);
    for (const [path, expected, found] of compared) {
      if (expected === null || expected === 0) expect(found, path).toBe(expected);
      else expect(found! / expected, path).toBeCloseTo(1, 11);
    }
  });

  it.each([
    ['fatigue', PLAN.replaceAll(', fatigue: 0', '')],
    ['overlap', PLAN.replace('overlap: 0', 'overlap: 1').replaceAll('fatigue: 0', 'fatigue: 0.03')],
  ])('has other figures with %s, so that the comparison can fail', async (_, text) => {
    const other = await kpisOf(text);
    expect(pairs(before, other).filter(([, expected, found]) => expected !== found).length).toBeGreaterThan(100);
  });
});
