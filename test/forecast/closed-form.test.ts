import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/distributions/normal.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { reportSelection } from '../../src/model/figures.js';
import { sampled } from '../sample.js';
import { quickFirst } from '../slow.js';
import { scenarioOf, withSession } from './support.js';

const SAMPLERS = ['sobol', 'mc', 'antithetic'] as const;
const SEEDS = sampled(['one', 'two', 'three', 'four', 'five'], 2);
const DRAWS = 8192;

/** One line without fatigue, noise, coupling or creative: every figure is a product of independent inputs. */
const plain = (seed: string, sampler: string, rates: string): string => `
currency: USD
horizon: 4 weeks
budget: 10000
seed: ${seed}
sampler: ${sampler}
draws: ${DRAWS}
economics: { order_value: { dist: lognormal, mu: 3.5, sigma: 0.3 }, margin: 0.6, fee: 10% }
noise: off
creative: off
lines:
  - { platform: facebook, stage: awareness, budget: 10000, audience: 5m, fatigue: 0, view_rate: 0.2, ${rates} }
`;

interface Priced {
  readonly mean: number;
  readonly se: number;
  readonly quantiles: Readonly<Record<'p5' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'p95', number>>;
}

async function priced<const Kpi extends string>(text: string, ...kpis: readonly Kpi[]): Promise<Record<Kpi, Priced>> {
  const scenario = await scenarioOf(text);
  return withSession(scenario, async (session) => {
    const plan = await session.price(decisionGiven(scenario), {
      ...reportSelection([]),
      groups: false,
      cumulative: false,
    });
    const summaries = await session.summarize(plan);
    const entries = kpis.map((kpi) => {
      const { mean, se, p5, p10, p25, p50, p75, p90, p95 } =
        summaries[plan.keys.findIndex((key) => key.group === 'total' && key.kpi === kpi)]!;
      const quantiles = { p5: p5!, p10: p10!, p25: p25!, p50: p50!, p75: p75!, p90: p90!, p95: p95! };
      return [kpi, { mean: mean!, se: se!, quantiles }] as const;
    });
    return Object.fromEntries(entries) as Record<Kpi, Priced>;
  });
}

describe.each(SAMPLERS)('a chain of lognormals, %s', (sampler) => {
  // log revenue = log(1000 · budget) + log value + log ctr + log cvr − log cpm: normal, with the sums of means and variances.
  const rates =
    'cpm: { dist: lognormal, mu: 1.5, sigma: 0.4 }, ctr: { dist: lognormal, mu: -4.6, sigma: 0.3 }, cvr: { dist: lognormal, mu: -3.6, sigma: 0.35 }';
  const mu = Math.log(1000 * 10_000) + 3.5 - 4.6 - 3.6 - 1.5;
  const sigma = Math.sqrt(0.3 ** 2 + 0.3 ** 2 + 0.35 ** 2 + 0.4 ** 2);

  for (const [cases, options] of quickFirst(SEEDS, 1))
    it.each(cases)('has the lognormal mean and quantiles within 4 standard errors, seed %s', options, async (seed) => {
      const { revenue } = await priced(plain(seed, sampler, rates), 'revenue');
      const { mean, se, quantiles } = revenue;
      expect(Math.abs(mean - Math.exp(mu + sigma ** 2 / 2))).toBeLessThan(4 * se);
      for (const [name, value] of Object.entries(quantiles)) {
        const p = Number(name.slice(1)) / 100;
        const z = normalQuantile(p);
        // Of a sample quantile of independent draws: √(p (1 − p) / n) over the density; on the log scale.
        const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / sigma;
        const error = Math.sqrt((p * (1 - p)) / DRAWS) / density;
        // Antithetic pairs count as half as many draws at the worst.
        expect(Math.abs(Math.log(value) - mu - sigma * z)).toBeLessThan(4 * Math.SQRT2 * error);
      }
    });
});

describe.each(SAMPLERS)('a product of independent families, %s', (sampler) => {
  const rates =
    'cpm: { dist: lognormal, mu: 1.5, sigma: 0.4 }, ctr: { dist: beta, alpha: 12, beta: 1188 }, cvr: { dist: triangular, min: 0.01, mode: 0.02, max: 0.06 }';

  for (const [cases, options] of quickFirst(SEEDS, 1))
    it.each(cases)('has the product of the means within 4 standard errors, seed %s', options, async (seed) => {
      const { conversions, profit } = await priced(plain(seed, sampler, rates), 'conversions', 'profit');
      // E[1 / cpm] of a lognormal: exp(−μ + σ²/2); of a beta: α / (α + β); of a triangular: (min + mode + max) / 3.
      const exact = 1000 * 10_000 * Math.exp(-1.5 + 0.4 ** 2 / 2) * 0.01 * 0.03;
      expect(Math.abs(conversions.mean - exact)).toBeLessThan(4 * conversions.se);
      const value = Math.exp(3.5 + 0.3 ** 2 / 2);
      expect(Math.abs(profit.mean - (0.6 * value * exact - 11_000))).toBeLessThan(4 * profit.se);
    });
});
