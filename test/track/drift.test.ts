import { describe, expect, it } from 'vitest';
import { learn } from '../../src/track/learn/learn.js';
import { usualDrift } from '../../src/track/under-way.js';
import { SLOW } from '../slow.js';
import { cutAt, scenarioOf, simulateCampaign, withCame } from './support.js';

const PLATFORMS = ['facebook', 'instagram', 'tiktok', 'youtube', 'linkedin', 'x'];
const PLAN = `name: Drifting
currency: USD
start: 2027-01-04
horizon: 14 weeks
budget: 600000
seed: drifting
creative: off
lines:
${PLATFORMS.map(
  (platform) =>
    `  - { platform: ${platform}, stage: awareness, budget: 100000, audience: 20m, cpm: 3 to 5, ctr: 1% to 2%, view_rate: 20%, cvr: 2% to 4%, fatigue: 0 }`,
).join('\n')}
`;
const LITTLE = { impressions: 0.01, clicks: 0.01, conversions: 0.02 };

describe('the size of a random walk', () => {
  it.each([1, 4])('is what came says where conversion rates walk %d times as much as is usual', SLOW, async (times) => {
    const scenario = await scenarioOf(PLAN);
    const usual = usualDrift(scenario.horizon);
    const truth = { ...usual, sd: { ...usual.sd, cvr: times * usual.sd.cvr } };
    const campaign = await simulateCampaign(scenario, 'walk', LITTLE, truth);
    const { drift } = await learn(withCame(scenario, cutAt(campaign, 13), { drift: usual }));
    // Six lines of six steps, and a prior worth twelve of the usual size.
    const expected = Math.sqrt((12 + 36 * times ** 2) / 48);
    // The standard error of a size of 48 squares is a tenth of it: 1 / √96.
    expect(Math.abs(drift!.sd.cvr / usual.sd.cvr / expected - 1)).toBeLessThan(0.3);
    expect(Math.abs(drift!.sd.ctr / usual.sd.ctr - 1)).toBeLessThan(0.3);
  });

  it('stays the usual one where nothing came that tells', async () => {
    const scenario = await scenarioOf(PLAN);
    const usual = usualDrift(scenario.horizon);
    const campaign = await simulateCampaign(scenario, 'early', LITTLE, usual);
    const { drift } = await learn(withCame(scenario, cutAt(campaign, 1), { drift: usual }));
    expect(drift).toEqual(usual);
  });
});
