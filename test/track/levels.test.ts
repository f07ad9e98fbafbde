import { describe, expect, it } from 'vitest';
import { mean, standardDeviation } from '../../src/distributions/index.js';
import { isFunnelLine } from '../../src/scenario/types.js';
import { plannedDispersion, USUAL_DISPERSION } from '../../src/track/learn/dispersion.js';
import { learn } from '../../src/track/learn/learn.js';
import { levelsAtStart, meanWalkVariance } from '../../src/track/levels.js';
import { plannedDrift, usualDrift } from '../../src/track/under-way.js';
import { scenarioOf, uniforms, withCame } from './support.js';

const plan = (first: string, noise = '') => `name: Walking
currency: USD
start: 2027-01-04
horizon: 8 weeks
budget: 20000
seed: walking
creative: off
${noise}
lines:
  - { platform: facebook, stage: awareness, budget: 10000, audience: 20m, cpm: { dist: lognormal, mu: 1, sigma: 0.4 }, ctr: { dist: beta, alpha: 10, beta: 990 }, view_rate: 20%, cvr: 2%, fatigue: 0${first} }
  - { platform: tiktok, stage: awareness, budget: 10000, audience: 20m, cpm: 3 to 5, ctr: 1% to 2%, view_rate: 20%, cvr: 2%, fatigue: 0 }
`;

describe('a plan that says how its lines walk', () => {
  it('begins with that walk, line by line, and with the usual one where nothing is said', async () => {
    const scenario = await scenarioOf(plan(', drift: { cpm: 0.14, ctr: 0.02 }'));
    const usual = usualDrift(scenario.horizon);
    const { every, sd, times } = plannedDrift(scenario);
    expect(every).toBe(usual.every);
    // √((0.14² + 0.02²) / 2) = 0.1 a week; two weeks a step.
    expect(sd.cpm).toBeCloseTo(0.1 * Math.sqrt(2), 12);
    expect(times?.map(({ cpm }) => cpm)).toEqual([expect.closeTo(1.4, 12), expect.closeTo(0.2, 12)]);
    expect(sd.ctr).toBeCloseTo(usual.sd.ctr, 12);
    expect(sd.cvr).toBeCloseTo(usual.sd.cvr, 12);
    expect(plannedDrift(await scenarioOf(plan('')))).toEqual(usual);
  });

  it('has levels that are narrower by it: walk and level together are what the plan says of the horizon', async () => {
    const scenario = await scenarioOf(plan(', drift: { cpm: 0.14, ctr: 0.05 }'));
    const drift = plannedDrift(scenario);
    const [line, other] = levelsAtStart(scenario, drift).lines;
    expect(other).toEqual(scenario.lines[1]);
    if (line === undefined || !isFunnelLine(line)) throw new Error('no line');
    const { cpm, ctr } = line.quantities;
    if (cpm.distribution.family !== 'lognormal') throw new Error('another family');
    const { mu, sigma } = cpm.distribution;
    // Steps after weeks 2, 4 and 6 of 8 are in 6, 4 and 2 eighths of the horizon: (9 + 4 + 1) / 16 of a step's variance, 2 · 0.14².
    const walked = 2 * 0.14 ** 2 * (14 / 16);
    expect(sigma ** 2 + walked).toBeCloseTo(0.16, 12);
    // E[1/price]: of the plan exp(−1 + 0.08); level exp(−μ + σ²/2) times the walk's, exp(its variance).
    expect(-mu + sigma ** 2 / 2 + walked).toBeCloseTo(-1 + 0.08, 12);
    expect(mean(ctr.distribution)).toBeCloseTo(0.01, 12);
    const relative = Math.sqrt((10 * 990) / (1000 ** 2 * 1001)) / 0.01;
    expect((standardDeviation(ctr.distribution) / 0.01) ** 2).toBeCloseTo(relative ** 2 - 2 * 0.05 ** 2 * (14 / 16), 9);
  });

  it('keeps a fifth of what levels say, however far they are said to walk', async () => {
    const scenario = await scenarioOf(plan(', drift: { cpm: 3 }'));
    const [line] = levelsAtStart(scenario, plannedDrift(scenario)).lines;
    if (line === undefined || !isFunnelLine(line)) throw new Error('no line');
    const { distribution } = line.quantities.cpm;
    expect(distribution.family === 'lognormal' ? distribution.sigma ** 2 : null).toBeCloseTo(0.2 * 0.16, 12);
  });

  it('knows what the mean of a walk is worth', () => {
    expect(meanWalkVariance(8, 2)).toBeCloseTo(14 / 16, 12);
    expect(meanWalkVariance(1, 1)).toBe(0);
    const uniform = uniforms('mean of a walk');
    let squares = 0;
    for (let run = 0; run < 20_000; run++) {
      let [at, sum] = [0, 0];
      for (let t = 0; t < 6; t++) {
        // A step of ±1 has a variance of 1.
        if (t > 0) at += uniform() < 0.5 ? -1 : 1;
        sum += at / 6;
      }
      squares += sum * sum;
    }
    // Standard error of a mean of 20,000 squares with a kurtosis of at most 3: 1 %.
    expect(squares / 20_000 / meanWalkVariance(6, 1)).toBeCloseTo(1, 1);
  });
});

describe('what lines vary by alone', () => {
  it('is what dispersion begins with', async () => {
    const scenario = await scenarioOf(plan('', 'noise: { lines: { cpm: 0.3, ctr: 0 } }'));
    expect(plannedDispersion(scenario)).toEqual({ ...USUAL_DISPERSION, impressions: 0.3, clicks: 0.002 });
  });

  it('keeps one odd week of a line that varies much from being taken for its price', async () => {
    const learnt = async (noise: string) => {
      const scenario = await scenarioOf(plan('', noise));
      // Impressions of ten times what the plan's price of e buys for 100.
      const odd = { spend: [100], impressions: [367_879], clicks: [3679], conversions: [74] };
      const usual = { spend: [100], impressions: [25_000], clicks: [375], conversions: [8] };
      const { scores } = await learn(withCame(scenario, [odd, usual], { drift: plannedDrift(scenario) }));
      if (scores?.kind !== 'gaussian') throw new Error('no Gaussian');
      return scores.location[scores.names.indexOf('facebook/awareness.cpm')]!;
    };
    const [alone, varies] = [await learnt(''), await learnt('noise: { lines: { cpm: 0.4 } }')];
    // Of ln 10 a level of 0.4 takes nearly all beside chance of 3 % and noise of 10 %; beside 40 % and 10 % about half.
    expect(alone).toBeLessThan(1.5 * varies);
    expect(varies).toBeLessThan(0);
  });
});
