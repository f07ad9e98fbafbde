import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { optimizePlan } from '../../src/optimize/index.js';
import { scenarioOf } from '../forecast/support.js';

describe('the cheapest plan of rules that ask for nothing', () => {
  it.each([
    [[], 'orders >= 100'],
    [['profit > 500'], 'profit > 500'],
    [['clicks >= 70'], 'clicks >= 70'],
    [['cpa <= 9', 'roas >= 2'], 'roas >= 2'],
    [['cpa <= 9', 'cpm < 4'], 'orders >= 100'],
  ])("is none: asked for is a rule, the file's own target where one asks for more: %j", async (targets, asked) => {
    const scenario = await scenarioOf(
      JSON.stringify({
        currency: 'USD',
        horizon: '2 weeks',
        budget: { max: 1000 },
        draws: 32,
        noise: 'off',
        economics: { order_value: 40, margin: 0.6 },
        goal: { minimize: 'spend' },
        lines: [
          {
            platform: 'facebook',
            stage: 'awareness',
            audience: 400_000,
            cpm: 4,
            ctr: 0.01,
            view_rate: 0.2,
            cvr: 0.015,
          },
        ],
        targets,
      }),
    );
    const session = await openSession(scenario, { workers: 0 });
    try {
      await expect(optimizePlan({ scenario, evaluator: session, prices: false })).rejects.toThrow(
        `none of them asks for anything: add one that does, such as rules: { hold: ['${asked}'] }`,
      );
    } finally {
      await session.close();
    }
  });
});
