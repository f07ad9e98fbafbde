import { describe, expect, it } from 'vitest';
import { amountOf, leastLimit } from '../../src/approvals/amount.js';
import type { PlanResult } from '../../src/forecast/result.js';
import { scenarioOf } from '../forecast/support.js';

// A dollar for every tenth view: what a plan costs hangs on when it is spent, as the second week's impressions cost twice as much.
const PLAN = `
currency: USD
horizon: 2 weeks
budget: 1000
draws: 64
noise: off
creative: off
economics: { order_value: 30, margin: 60% }
season: { cpm: [1, 2] }
community: { messages: 10%, minutes: 6, hourly: HOURLY }
lines:
  - { platform: instagram, stage: awareness, budget: 1000, audience: 4000m, fatigue: 0, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2% }
`;

/** What is asked for where a result's only line spends so much in each week; as its flighting has it where it doesn't say. */
async function asked(periods?: readonly number[], hourly = '10') {
  const scenario = await scenarioOf(PLAN.replace('HOURLY', hourly));
  const line = { budget: 1000, ...(periods === undefined ? {} : { periods }) };
  const plan = { lines: [line], creative: scenario.creativeSplit } as unknown as PlanResult;
  return amountOf({ scenario, plan, kind: 'optimized', previous: 'f'.repeat(64), workers: 0 });
}

/** 1000 / cpm impressions a dollar, a fifth of them views, a tenth of those messages. */
const messagesOf = ([first, second]: readonly number[]) => (0.1 * 0.2 * 1000 * (first! + second! / 2)) / 5;

describe('what is asked for', () => {
  it.each([
    [[1000, 0]],
    [[0, 1000]],
    [[250, 750]],
  ])('is the cost of a plan by the weeks in which its lines spend: %j', async (periods) => {
    const { budget, amount } = await asked(periods);
    expect(budget).toBe(1000);
    expect(Math.abs(amount - 1000 - messagesOf(periods))).toBeLessThan(0.5);
  });

  it('is the cost by flighting where a result does not say when a line spends', async () => {
    expect(Math.abs((await asked()).amount - 1000 - messagesOf([500, 500]))).toBeLessThan(0.5);
  });

  it('is the P95 of the cost, with its standard error: of an hour that costs 5 to 20, where it costs 20', async () => {
    const { amount, error, draws } = await asked([500, 500], '5 to 20');
    const expected = 1000 + 2 * messagesOf([500, 500]);
    expect(draws).toBeGreaterThanOrEqual(16_384);
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThanOrEqual(0.005 * amount);
    expect(Math.abs(amount - expected)).toBeLessThan(4 * error);
  });
});

it('may be signed for by whom it is above the limit of by three standard errors at most', () => {
  expect(leastLimit({ amount: 1000, error: 5 })).toBe(985);
  expect(leastLimit({ amount: 1000, error: 0 })).toBe(1000);
});
