import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { priceForReport } from '../../src/forecast/price-plan.js';
import { runForecast } from '../../src/forecast/run.js';
import { unreachedOf } from '../../src/forecast/unreached.js';
import { scenarioOf } from './support.js';

/** Nobody on Facebook is warm: only Instagram has an awareness line. */
const LINES = `
lines:
  - { platform: instagram, stage: awareness, budget: 600, audience: 80k, cpm: 6, ctr: 1%, view_rate: 20%, cvr: 0 }
  - { platform: facebook, stage: consideration, budget: 400, cpm: 6, ctr: 1%, cvr: 1% }
`;
const HEAD = `
currency: USD
horizon: 2 weeks
budget: 1000
draws: 64
economics: { order_value: 50, margin: 50% }
`;

async function figuresOf(text: string) {
  const scenario = await scenarioOf(text);
  const session = await openSession(scenario, { workers: 0 });
  const { kpis } = await priceForReport(session, scenario, decisionGiven(scenario));
  await session.close();
  return kpis;
}

describe('money that finds nobody', () => {
  it('is what is unspent, less what an outage kept from being spent', async () => {
    const shock = (platforms: string) =>
      `shocks: [{ name: Out, probability: 100%, window: [1, 1], lasts: 1, platforms: [${platforms}], outage: true }]\n`;
    const { total, lines } = await figuresOf(HEAD + shock('instagram, facebook') + LINES);
    // In the first week nothing is on the air: 300 and 200. In the second one 200 find nobody.
    expect(total.unspent!.mean).toBe(700);
    expect(total.unreached!.mean).toBe(200);
    // What verdict, warnings and page go by.
    expect(unreachedOf(total)).toBe(200);
    expect(lines['instagram/awareness']!.unreached!.mean).toBe(0);
    expect(lines['facebook/consideration']!.unspent!.mean).toBe(400);
    expect(lines['facebook/consideration']!.unreached!.mean).toBe(200);
    // An outage elsewhere keeps nothing of Facebook's.
    expect((await figuresOf(HEAD + shock('instagram') + LINES)).total.unreached!.mean).toBe(400);
  });

  it('is told beside a shock that is no outage as well', async () => {
    const shocks = `shocks:
  - { name: Dear, probability: 100%, window: [2, 2], lasts: 1, platforms: [instagram], cpm: +20% }
  - { name: Out, probability: 100%, window: [1, 1], lasts: 1, platforms: [instagram, facebook], outage: true }
`;
    const { total } = await figuresOf(HEAD + shocks + LINES);
    expect(total.unspent!.mean).toBe(700);
    expect(total.unreached!.mean).toBe(200);
  });

  it('is none of what a gate stops', async () => {
    const phases = `phases:
  - { name: Test, periods: 1, budget: 50%, gate: roas >= 100, if_failed: stop }
  - { name: Rest, periods: 1, budget: 50% }
`;
    const { total } = await figuresOf(HEAD + phases + LINES);
    expect(total.unspent!.mean).toBe(700);
    expect(total.unreached!.mean).toBe(200);
  });

  it('is told of plans only in which other things keep money, too: elsewhere it is what is unspent', async () => {
    const { total } = await figuresOf(HEAD + LINES);
    expect(total.unspent!.mean).toBe(400);
    expect(total.unreached).toBeUndefined();
    expect(unreachedOf(total)).toBe(400);
  });

  it('is not where the optimiser lays money by, also where an outage may come', async () => {
    const shock =
      'shocks: [{ name: Out, probability: 30%, window: [1, 2], lasts: 1, platforms: [instagram], outage: true }]\n';
    const scenario = await scenarioOf(HEAD + shock + LINES);
    const { result } = await runForecast(scenario, { workers: 0 });
    const { given, optimized } = result.plans;
    // Each dollar on Instagram is lost: without the rule all would go to where nobody is.
    expect(given.kpis.total.profit!.mean).toBeLessThan(0);
    const parked = optimized!.lines.find(({ id }) => id === 'facebook/consideration')!.budget;
    expect(parked).toBeLessThanOrEqual(0.005 * 1000);
    expect(optimized!.rules.find(({ rule }) => rule === 'budget')!.holds).toBe(true);
  });
});
