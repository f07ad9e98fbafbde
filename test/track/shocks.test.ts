import { describe, expect, it } from 'vitest';
import { USUAL_DISPERSION } from '../../src/track/learn/dispersion.js';
import { conditionShocks } from '../../src/track/learn/shocks.js';
import { usualDrift } from '../../src/track/under-way.js';
import { campaignIn, cutAt, drawWorld, scenarioOf, withCame } from './support.js';

const plan = (shock: string): string => `name: Shocked
currency: USD
start: 2027-01-04
horizon: 12 weeks
budget: 60000
seed: shocked
creative: off
noise: { cpm: { sd: 0.08, rho: 0.4 } }
lines:
  - { platform: facebook, stage: awareness, budget: 30000, audience: 10m, cpm: 3 to 5, ctr: 1% to 2%, view_rate: 20%, cvr: 2% to 4%, fatigue: 0 }
  - { platform: tiktok, stage: awareness, budget: 30000, audience: 10m, cpm: 3 to 5, ctr: 1% to 2%, view_rate: 20%, cvr: 2% to 4%, fatigue: 0 }
shocks:
  - { name: turn, ${shock} }
`;

/** Eight weeks of a world in which the shock of `truth` comes for certain (or never), seen by the plan of `belief`. */
async function seenBy(belief: string, truth: string, weeks = 8) {
  const scenario = await scenarioOf(plan(belief));
  const world = await scenarioOf(plan(truth));
  const drift = usualDrift(scenario.horizon);
  const campaign = await campaignIn(await drawWorld(world, 'shocks', drift), world, USUAL_DISPERSION);
  const came = withCame(scenario, cutAt(campaign, weeks), { drift });
  const answer = await conditionShocks(came, drift);
  return { seen: answer.seen[0]!, shock: answer.scenario.shocks[0]! };
}

describe('a shock that may have come', () => {
  it('of prices is seen, with the week that it came in, and is certain from then on', async () => {
    const { seen, shock } = await seenBy(
      'probability: 30%, window: [3, 10], cpm: +60%',
      'probability: 99.99%, window: [5, 5], cpm: +60%',
    );
    expect(seen.chance).toBeGreaterThan(0.95);
    expect(Math.abs(seen.since! - 4)).toBeLessThanOrEqual(1);
    expect(shock.probability).toBeGreaterThan(0.95);
    expect(shock.window[0]).toBeGreaterThanOrEqual(3);
    expect(shock.window[1]).toBeLessThanOrEqual(5);
  });

  it('of conversion rates on one platform is seen there', async () => {
    const { seen } = await seenBy(
      'probability: 30%, window: [3, 10], platforms: [tiktok], cvr: -50%',
      'probability: 99.99%, window: [4, 4], platforms: [tiktok], cvr: -50%',
    );
    expect(seen.chance).toBeGreaterThan(0.95);
  });

  it('that has not come yet may still come in the weeks that are left, by as much as its chance says', async () => {
    const { seen, shock } = await seenBy(
      'probability: 40%, window: [3, 10], cpm: +60%',
      'probability: 0.01%, window: [3, 10], cpm: +60%',
    );
    expect(seen.chance).toBeLessThan(0.05);
    expect(shock.window).toEqual([8, 9]);
    // Two of eight weeks are left: 0.4 · 2/8 of 0.6 + 0.4 · 2/8.
    expect(Math.abs(shock.probability - 0.1 / 0.7)).toBeLessThan(0.03);
  });

  it('as an outage was not where something was delivered', async () => {
    const { seen, shock } = await seenBy(
      'probability: 40%, window: [3, 5], platforms: [tiktok], outage: true',
      'probability: 0.01%, window: [3, 5], platforms: [tiktok], outage: true',
      6,
    );
    expect(seen).toMatchObject({ chance: 0, since: null });
    expect(shock.probability).toBe(0);
  });

  it('whose window is ahead is as it was', async () => {
    const scenario = await scenarioOf(plan('probability: 40%, window: [9, 10], cpm: +60%'));
    const lines = scenario.lines.map(() => ({
      spend: [2500],
      impressions: [600_000],
      clicks: [9000],
      conversions: [250],
    }));
    const came = withCame(scenario, lines, { drift: usualDrift(scenario.horizon) });
    expect(await conditionShocks(came, usualDrift(scenario.horizon))).toEqual({ scenario: came, seen: [] });
  });
});
