import { describe, expect, it } from 'vitest';
import { planSpend } from '../../src/model/block-model.js';
import { compileProgram } from '../../src/model/compile.js';
import { createSampledBlocks } from '../../src/model/sampled-blocks.js';
import { blocksOf } from '../../src/sampling/blocks.js';
import { CREATIVE_TIERS, type DeliveredLine, type InFlight, type LearnedScores } from '../../src/scenario/types.js';
import { scenarioOf, withCame } from '../track/support.js';
import { evaluator, kpi } from './support.js';

const PLAN = `
currency: USD
horizon: 2 weeks
budget: 400
draws: 16
creative: off
noise: off
economics: { order_value: 50, margin: 50%, delay_days: 7 }
correlation: { cvr: { market: 0, platform: 0 } }
lines:
  - { platform: instagram, stage: awareness, budget: 400, audience: 10m, fatigue: 0, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2%, incrementality: 75% }
`;

/** Figures of a plan under way, all its periods over, draw by draw. */
async function cameTo(line: Partial<DeliveredLine>, more: Partial<InFlight> = {}, text = PLAN): Promise<number[]> {
  const scenario = withCame(await scenarioOf(text), [line], more);
  const program = await compileProgram(scenario);
  const sampling = { seed: 'came', sampler: 'sobol', draws: 8, replicates: 1 } as const;
  const [block] = blocksOf(sampling);
  const samples = createSampledBlocks(program, sampling);
  const plan = planSpend(
    program,
    [(line.spend ?? []).reduce((sum, amount) => sum + amount, 0)],
    CREATIVE_TIERS.map((tier) => scenario.creativeSplit[tier]),
  );
  const laid = { scenario, program, plan, lanes: 8, load: (data: Float64Array) => samples.load(block!, data) };
  const [conversions] = evaluator(laid, [kpi('conversions')])(plan);
  return Array.from(conversions!);
}

/** By half of what is left each week: three quarters of the first week's orders are recorded by now, half of the second's. */
const [FIRST, SECOND] = [0.75, 0.5];
const CAME = { spend: [100, 300], impressions: [20_000, 60_000], conversions: [5, 10] };

describe('conversions of a plan under way that are recorded late', () => {
  it('are what is recorded, without what would have come anyway and with what is not seen, and what clicks will still bring', async () => {
    const [conversions] = await cameTo({ ...CAME, clicks: [1000, 400] }, { tracking: 0.8 });
    const still = 0.75 * 0.02 * (1000 * (1 - FIRST) + 400 * (1 - SECOND));
    expect(conversions).toBeCloseTo((15 * 0.75) / 0.8 + still, 9);
  });

  it('are by spend where no clicks are reported, at the rate at which they came', async () => {
    const [conversions] = await cameTo(CAME);
    const rate = 15 / (100 * FIRST + 300 * SECOND);
    expect(conversions).toBeCloseTo(0.75 * (15 + rate * (100 * (1 - FIRST) + 300 * (1 - SECOND))), 9);
  });

  it('are what is recorded where nothing says when they were brought', async () => {
    const [conversions] = await cameTo({ ...CAME, spend: [0, 0], conversions: [5, 0] });
    expect(conversions).toBeCloseTo(0.75 * 5, 9);
  });
});

describe('what a plan under way has taught', () => {
  /** Scores of conversion rates `exp(−4 + score / 2)`, seen by what clicks will still bring: nothing is recorded yet. */
  const uncertain = PLAN.replace('cvr: 2%', 'cvr: { dist: lognormal, mu: -4, sigma: 0.5 }');
  const NAMES = ['instagram/awareness.cpm', 'instagram/awareness.cvr'];
  const scoresFor = async (learned: LearnedScores): Promise<number[]> => {
    const still = 0.75 * (1000 * (1 - FIRST) + 400 * (1 - SECOND));
    const came = await cameTo({ ...CAME, conversions: [0, 0], clicks: [1000, 400] }, { learned }, uncertain);
    return came.map((conversions) => (Math.log(conversions / still) + 4) / 0.5);
  };

  it('of an input that somebody has fixed since is left out, the others being as they are together', async () => {
    // The second of two that are correlated: location 3, variance 0.6² + 0.8².
    const fixed = await scoresFor({
      kind: 'gaussian',
      names: NAMES,
      location: Float64Array.of(-1, 3),
      scale: Float64Array.of(2, 0, 0.6, 0.8),
    });
    const alone = await scoresFor({
      kind: 'gaussian',
      names: NAMES.slice(1),
      location: Float64Array.of(3),
      scale: Float64Array.of(1),
    });
    expect(new Set(fixed.map((score) => score.toFixed(6))).size).toBe(8);
    fixed.forEach((score, d) => {
      expect(score).toBeCloseTo(alone[d]!, 9);
    });
  });

  it('by examples is left out likewise, example by example', async () => {
    const values = [0.1, 1, 0.2, 2, 0.3, 3, 0.4, 4];
    const scores = await scoresFor({ kind: 'particles', names: NAMES, values: Float64Array.from(values) });
    const chosen = new Set(scores.map((score) => Number(score.toFixed(6))));
    expect([...chosen].sort()).toEqual([1, 2, 3, 4]);
  });
});
