// @module-tag slow
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/engine/session.js';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import { quantiles } from '../../../src/numerics/quantiles.js';
import { replicatesFor } from '../../../src/sampling/blocks.js';
import type { Sampler } from '../../../src/sampling/types.js';
import { parseScenario } from '../../../src/scenario/index.js';
import { moments } from '../../../src/summary/moments.js';

import { withSession } from '../../forecast/support.js';

const REPLICATES = 20;
const SOBOL_DRAWS = 16_384;
/** Of pseudo-random draws, whose error is known to fall as 1/√n. */
const FEWER = 4096;
/** What a sample's standard deviation of 20 may be of the true one, but for one time in a thousand (χ² of 19 degrees). */
const [LEAST, MOST] = [0.52, 1.55];
/** Plain Monte Carlo: `(sd / 0.1 % of sd)²`. */
const MC_DRAWS = 1_000_000;

const selection = {
  total: [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' } as const }],
  groups: false,
  cumulative: false,
};

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
};

/** How far the mean and p5 of profit scatter from replicate to replicate, in standard deviations of profit. */
async function scatter(session: Session, sampler: Sampler, draws: number) {
  const decision = decisionGiven(await quarter());
  const means: number[] = [];
  const tails: number[] = [];
  let width = 0;
  let sd = 0;
  for (let k = 0; k < REPLICATES; k++) {
    const sampling = { seed: `accuracy ${k}`, sampler, draws, replicates: replicatesFor(sampler, draws) };
    const profit = (await session.price(decision, selection, { sampling })).series(0).slice();
    const result = moments(profit, sampling);
    means.push(result.mean);
    sd += result.sd / REPLICATES;
    const [p4, p5, p6] = quantiles(profit, [4, 5, 6]);
    tails.push(p5!);
    width += (p6! - p4!) / REPLICATES;
  }
  // A quantile's standard error is √(p (1 − p) / n) over the density there.
  return {
    mean: deviation(means) / sd,
    p5: deviation(tails) / sd,
    mcP5: (Math.sqrt((0.05 * 0.95) / draws) * width) / 0.02 / sd,
  };
}

async function quarter() {
  const reading = await parseScenario(
    await readFile(new URL('../../../bench/quarter.yaml', import.meta.url), 'utf8'),
    'quarter.yaml',
  );
  if (!reading.ok) throw new Error('bench/quarter.yaml is wrong');
  return reading.scenario;
}

describe('draws to a standard error of 0.1 % of the standard deviation of profit', () => {
  it('are at least 20 times fewer with scrambled Sobol points, for the mean; for p5 fewer, too', async () => {
    await withSession(await quarter(), async (session) => {
      const sobol = await scatter(session, 'sobol', SOBOL_DRAWS);
      const mc = await scatter(session, 'mc', FEWER);
      // The error of these points falls at least as fast as that of pseudo-random ones: what is needed at SOBOL_DRAWS
      // for MC_DRAWS / 20 to do.
      expect(sobol.mean).toBeLessThan(1e-3 * Math.sqrt(MC_DRAWS / 20 / SOBOL_DRAWS));
      expect(mc.mean).toBeGreaterThan(LEAST / Math.sqrt(FEWER));
      expect(mc.mean).toBeLessThan(MOST / Math.sqrt(FEWER));
      expect(sobol.p5).toBeLessThan(sobol.mcP5);
    });
  });
});
