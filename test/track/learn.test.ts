import { describe, expect, it } from 'vitest';
import { cdf } from '../../src/distributions/index.js';
import { normalCdf } from '../../src/distributions/normal.js';
import type { LearnedScores } from '../../src/scenario/types.js';
import { learn } from '../../src/track/learn/learn.js';
import { quickFirst } from '../slow.js';
import { scenarioOf, withCame } from './support.js';

const NO_DISPERSION = { impressions: 0, clicks: 0, conversions: 0 };

const ONE_LINE = `
name: one
currency: USD
start: 2027-01-04
horizon: 8 weeks
budget: 8000
noise: off
creative: off
correlation: { cvr: { market: 0, platform: 0 } }
lines:
  - { platform: facebook, stage: awareness, cpm: 10, ctr: 1%, view_rate: 20%, cvr: { dist: beta, alpha: 20, beta: 980 }, fatigue: 0, audience: 10m }
`;

describe('a conjugate case', () => {
  it('has the mean and spread of the closed form: gamma prior, Poisson counts', async () => {
    // The order rate a click is beta(20, 980), at this size a gamma's to one part in fifty; clicks 4 × 1000, 26 a 1000 came.
    const scenario = await scenarioOf(ONE_LINE);
    const came = withCame(scenario, [
      {
        spend: [1000, 1000, 1000, 1000],
        impressions: [100_000, 100_000, 100_000, 100_000],
        clicks: [1000, 1000, 1000, 1000],
        conversions: [26, 29, 24, 27],
      },
    ]);
    const learning = await learn(came, NO_DISPERSION);
    expect(learning.by).toBe('gaussian');
    const scores = learning.scores as Extract<LearnedScores, { kind: 'gaussian' }>;
    expect(scores.names).toEqual(['facebook/awareness.cvr']);
    // Posterior beta(20 + 106, 980 + 4000 − 106) of a binomial: the Poisson's differs by the rate itself, 2 %.
    const [location, scale] = [scores.location[0]!, scores.scale[0]!];
    const prior = { family: 'beta', alpha: 20, beta: 980 } as const;
    const posterior = { family: 'beta', alpha: 126, beta: 4874 } as const;
    for (const rate of [0.0225, 0.025, 0.0275]) {
      const z = inverse((x) => cdf(prior, x), rate);
      expect(normalCdf((z - location) / scale)).toBeCloseTo(cdf(posterior, rate), 1.5);
    }
  });

  it('moves a line that no data speak of with the one that it is correlated with, and by as much as the factors say', async () => {
    const scenario = await scenarioOf(`
name: two
currency: USD
start: 2027-01-04
horizon: 8 weeks
budget: 8000
noise: off
creative: off
correlation: { cpm: { market: 0.5, platform: 0.3 } }
lines:
  - { platform: facebook, stage: awareness, budget: 4000, cpm: { dist: lognormal, mu: 2.302585, sigma: 0.4 }, ctr: 1%, view_rate: 20%, cvr: 2%, fatigue: 0, audience: 10m }
  - { platform: tiktok, stage: awareness, budget: 4000, cpm: { dist: lognormal, mu: 2.302585, sigma: 0.4 }, ctr: 1%, view_rate: 20%, cvr: 2%, fatigue: 0, audience: 10m }
`);
    const came = withCame(scenario, [
      { spend: [1000, 1000], impressions: [50_000, 50_000], clicks: [500, 500], conversions: [10, 10] },
      { spend: [0, 0], impressions: [0, 0], clicks: [0, 0], conversions: [0, 0] },
    ]);
    const learning = await learn(came, NO_DISPERSION);
    const scores = learning.scores as Extract<LearnedScores, { kind: 'gaussian' }>;
    // Price doubled: 0.693 / 0.4 = 1.733 scores on the first line; half of the variance is the market's, so half of it on the second.
    const at = (name: string): number => scores.location[scores.names.indexOf(name)] ?? 0;
    const first =
      Math.sqrt(0.2) * at('facebook/awareness.cpm') +
      Math.sqrt(0.5) * at('market.cpm') +
      Math.sqrt(0.3) * at('platform.facebook.cpm');
    expect(first).toBeCloseTo(Math.log(2) / 0.4, 2);
    expect(Math.sqrt(0.5) * at('market.cpm')).toBeCloseTo((0.5 * Math.log(2)) / 0.4, 2);
    expect(scores.names).not.toContain('tiktok/awareness.cpm');
  });
});

describe('ten conversions', () => {
  it('are told by draws of the posterior, where a Gaussian would be wrong, as by quadrature', async () => {
    // Two rates from which conversions come alike: only their product with a quality that nobody sees is counted.
    const scenario = await scenarioOf(`
name: ten
currency: USD
start: 2027-01-04
horizon: 8 weeks
budget: 8000
noise: off
creative: off
correlation: { cvr: { market: 0, platform: 0 }, ctr: { market: 0, platform: 0 } }
lines:
  - { platform: facebook, stage: awareness, cpm: 10, ctr: { dist: uniform, min: 0.2%, max: 4% }, view_rate: 20%, cvr: { dist: uniform, min: 0.2%, max: 12% }, fatigue: 0, audience: 10m }
`);
    const came = withCame(scenario, [{ spend: [100], impressions: [10_000], clicks: [Number.NaN], conversions: [10] }]);
    const learning = await learn(came, NO_DISPERSION);
    expect(learning.by).toBe('weights');
    const scores = learning.scores as Extract<LearnedScores, { kind: 'particles' }>;
    const at = scores.names.indexOf('facebook/awareness.cvr');
    const n = scores.values.length / scores.names.length;
    const below = (rate: number): number => {
      const u = (rate - 0.002) / 0.118;
      let count = 0;
      for (let k = 0; k < n; k++) if (normalCdf(scores.values[k * scores.names.length + at]!) < u) count++;
      return count / n;
    };
    // P(cvr < r | ten) by the midpoint rule over both rates.
    const GRID = 400;
    const exact = (rate: number): number => {
      let [sum, all] = [0, 0];
      for (let a = 0; a < GRID; a++) {
        for (let b = 0; b < GRID; b++) {
          const cvr = 0.002 + (0.118 * (a + 0.5)) / GRID;
          const mean = 10_000 * (0.002 + (0.038 * (b + 0.5)) / GRID) * cvr;
          const likelihood = Math.exp(10 * Math.log(mean) - mean);
          all += likelihood;
          if (cvr < rate) sum += likelihood;
        }
      }
      return sum / all;
    };
    // 3,072 draws of 128 chains: some four standard errors of chains that are alike for a dozen steps.
    for (const rate of [0.03, 0.05, 0.08]) expect(Math.abs(below(rate) - exact(rate))).toBeLessThan(0.1);
  });
});

describe('a mixture', () => {
  for (const [cases, options] of quickFirst([8, 9, 10, 11], 1))
    it.each(cases)(
      'keeps both of its parts where what came lies between them, in the shares that quadrature gives: %d orders',
      options,
      async (orders) => {
        const scenario = await scenarioOf(`
name: two kinds
currency: USD
start: 2027-01-04
horizon: 8 weeks
budget: 8000
noise: off
creative: off
correlation: { cvr: { market: 0, platform: 0 } }
lines:
  - { platform: facebook, stage: awareness, cpm: 10, ctr: 4%, view_rate: 20%, fatigue: 0, audience: 10m, cvr: { dist: mixture, of: [{ dist: beta, mean: 0.01, sd: 0.002 }, { dist: beta, mean: 0.04, sd: 0.005 }], weights: [0.5, 0.5] } }
`);
        const came = withCame(scenario, [
          { spend: [100], impressions: [10_000], clicks: [400], conversions: [orders] },
        ]);
        const learning = await learn(came, NO_DISPERSION);
        expect(learning.by).toBe('weights');
        expect(learning.unsure).toBe(false);
        expect(learning.effectiveSample).toBeLessThan(0.5);
        const scores = learning.scores as Extract<LearnedScores, { kind: 'particles' }>;
        const width = scores.names.length;
        const at = scores.names.indexOf('facebook/awareness.cvr');
        const n = scores.values.length / width;
        let low = 0;
        for (let k = 0; k < n; k++) if (scores.values[k * width + at]! < 0) low++;
        // The parts don't overlap: P(low) by each part's marginal likelihood.
        const marginal = (mean: number, sd: number): number => {
          const size = (mean * (1 - mean)) / (sd * sd) - 1;
          const density = (p: number): number =>
            Math.exp((mean * size - 1) * Math.log(p) + ((1 - mean) * size - 1) * Math.log1p(-p));
          let [sum, all] = [0, 0];
          for (let k = 0; k < 20_000; k++) {
            const p = (0.1 * (k + 0.5)) / 20_000;
            const likelihood = Math.exp(orders * Math.log(400 * p) - 400 * p);
            sum += density(p) * likelihood;
            all += density(p);
          }
          return sum / all;
        };
        const [first, second] = [marginal(0.01, 0.002), marginal(0.04, 0.005)];
        // 2,048 draws, of which at worst every fourth is one of its own: a share is known to 0.022.
        expect(Math.abs(low / n - first / (first + second))).toBeLessThan(0.05);
      },
    );
});

describe('learning', () => {
  it('lets others have the thread step by step, and stops where it is told to', async () => {
    const scenario = await scenarioOf(ONE_LINE);
    const came = withCame(scenario, [{ spend: [1000], impressions: [100_000], clicks: [1000], conversions: [26] }]);
    let turns = 0;
    let learning = true;
    const turn = (): void => {
      turns += 1;
      if (learning) setImmediate(turn);
    };
    setImmediate(turn);
    await learn(came, NO_DISPERSION);
    learning = false;
    // One a step to the mode at least, one a block of the draws that the Gaussian is checked by.
    expect(turns).toBeGreaterThanOrEqual(2 + 2048 / 128);
    const stop = new AbortController();
    const stopped = learn(came, NO_DISPERSION, stop.signal);
    stop.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
  });
});

/** Score of a value: Φ⁻¹ of its cdf. */
function inverse(distribution: (x: number) => number, x: number): number {
  const wanted = distribution(x);
  let [low, high] = [-8, 8];
  for (let k = 0; k < 80; k++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
