import { describe, expect, it } from 'vitest';
import { filterRate, fitRate, type RateSeries } from '../../../src/calibrate/fit/rate.js';

const OPTIONS = { seed: 'test', draws: 300 };
const PRIOR = { centre: Math.log(0.01), sd: 1.2 };

const rows = (counts: readonly (readonly [trials: number, hits: number])[]): RateSeries => ({
  day: Int32Array.from(counts, (_, i) => i),
  trials: Float64Array.from(counts, ([trials]) => trials),
  hits: Float64Array.from(counts, ([, hits]) => hits),
});

const rateOf = ({ alpha, beta }: { alpha: number; beta: number }) => alpha / (alpha + beta);
const meanRate = (fit: ReturnType<typeof fitRate>, campaign: number) =>
  fit.draws.reduce((sum, { states }) => sum + rateOf(states[campaign]!), 0) / fit.draws.length;

describe('filterRate', () => {
  it('gives a row the beta-binomial of campaign and day together', () => {
    const parameters = { mean: 0.2, between: 10, daily: 6, halfLife: 100 };
    // Mean 0.2; correlations 1/(10 + 1) and 1/(6/0.2 + 1) make one size: 1/ρ − 1 with ρ = a + b − ab.
    const [a, b] = [1 / 11, 1 / 31];
    const size = 1 / (a + b - a * b) - 1;
    const [alpha, beta] = [0.2 * size, 0.8 * size];
    // Probabilities of 0 and of 2 of 2 by the moments of the beta: E[(1−p)²], E[p²].
    const none = (beta * (beta + 1)) / (size * (size + 1));
    const both = (alpha * (alpha + 1)) / (size * (size + 1));
    expect(Math.exp(filterRate(rows([[2, 0]]), parameters).logLikelihood)).toBeCloseTo(none, 10);
    expect(Math.exp(filterRate(rows([[2, 2]]), parameters).logLikelihood)).toBeCloseTo(both, 10);
  });

  it('lets what was learnt fade to the platform, half of it in a half-life', () => {
    const parameters = { mean: 0.2, between: 10, daily: 1e9, halfLife: 30 };
    const at = (day: number) =>
      filterRate(
        { day: Int32Array.of(0, day), trials: Float64Array.of(100, 0), hits: Float64Array.of(90, 0) },
        parameters,
      ).state;
    // Beta(2, 8) and 90 of 100: Beta(92, 18); after 30 days half of the 90 and 10 are left.
    expect(at(0).alpha).toBeCloseTo(92, 4);
    expect(at(30).alpha).toBeCloseTo(47, 4);
    expect(at(30).beta).toBeCloseTo(13, 4);
  });
});

describe('fitRate', () => {
  it('counts the rows, trials and hits that it was fitted on, of all campaigns', () => {
    const series = [
      rows([
        [1000, 10],
        [500, 7],
      ]),
      rows([[200, 1]]),
    ];
    expect(fitRate(series, PRIOR, { ...OPTIONS, draws: 20, name: 'counted' })).toMatchObject({
      rows: 3,
      trials: 1700,
      hits: 18,
    });
  });

  it('is wide and finite for zero hits, one campaign, one row, and no row', () => {
    for (const series of [[rows([[1000, 0]])], [rows([[1, 0]])], [rows([])], [rows([[5, 5]])]]) {
      const fit = fitRate(series, PRIOR, { ...OPTIONS, name: 'edge' });
      const means = fit.draws.map(({ parameters }) => parameters.mean).sort((a, b) => a - b);
      expect(means.every((x) => x > 0 && x < 1)).toBe(true);
      // A 90 % interval at least a factor of 4 wide.
      expect(means[285]! / means[15]!).toBeGreaterThan(4);
    }
  });

  it('shrinks a small campaign to the platform, and leaves a large one alone', () => {
    const platform = [0.009, 0.01, 0.011, 0.0095, 0.0105].map((rate) =>
      rows(Array.from({ length: 30 }, () => [5000, Math.round(5000 * rate)] as const)),
    );
    const small = rows([[60, 3]]);
    const large = rows(Array.from({ length: 60 }, () => [5000, 250] as const));
    const fit = fitRate([...platform, small, large], PRIOR, { ...OPTIONS, name: 'pooling' });
    expect(meanRate(fit, 5)).toBeLessThan(0.035);
    expect(meanRate(fit, 6)).toBeGreaterThan(0.042);
    expect(meanRate(fit, 6)).toBeLessThan(0.055);
  });

  it('sees overdispersion: days that swing give a smaller shape than days that are binomial', () => {
    const calm = rows(Array.from({ length: 60 }, (_, i) => [10_000, 100 + ((i * 7) % 21) - 10] as const));
    const wild = rows(Array.from({ length: 60 }, (_, i) => [10_000, i % 2 === 0 ? 30 : 170] as const));
    const shape = (series: RateSeries) => fitRate([series], PRIOR, { ...OPTIONS, name: 'daily' }).mode.daily;
    expect(shape(calm)).toBeGreaterThan(5 * shape(wild));
  });
});

describe('what a rate was fitted on', () => {
  it('is told as rows, trials and hits of all campaigns', () => {
    const fit = fitRate(
      [
        rows([
          [1000, 10],
          [500, 7],
        ]),
        rows([[200, 3]]),
      ],
      PRIOR,
      { ...OPTIONS, draws: 20, name: 'told' },
    );
    expect([fit.rows, fit.trials, fit.hits]).toEqual([3, 1700, 20]);
  });
});
