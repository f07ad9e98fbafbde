import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cdf, mean, quantile, standardDeviation } from '../../src/distributions/index.js';
import { normalCdf } from '../../src/distributions/normal.js';
import type { Distribution } from '../../src/distributions/types.js';
import { readDistribution } from '../../src/scenario/schema/distribution.js';

function given(text: string, support: 'amount' | 'rate' = 'amount'): Distribution {
  const reading = readDistribution(parse(text), { support });
  if (!reading.ok) throw new Error(`${reading.fault.found}; ${reading.fault.expected}`);
  return reading.value;
}

const phi = (z: number): number => (Number.isFinite(z) ? Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) : 0);
const scaled = (z: number): number => (Number.isFinite(z) ? z * phi(z) : 0);

/** A normal between two bounds: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions 1", 13.10.1. */
function cutNormal(m: number, s: number, min: number, max: number): readonly [number, number] {
  const [a, b] = [(min - m) / s, (max - m) / s];
  const inside = normalCdf(b) - normalCdf(a);
  const shift = (phi(a) - phi(b)) / inside;
  return [m + s * shift, s * Math.sqrt(1 + (scaled(a) - scaled(b)) / inside - shift * shift)];
}

/** The k-th moment of a lognormal between two bounds: e^(kμ + k²σ²/2) (Φ(b − kσ) − Φ(a − kσ)) / (Φ(b) − Φ(a)). */
function cutLognormal(mu: number, sigma: number, min: number, max: number): readonly [number, number] {
  const [a, b] = [(Math.log(min) - mu) / sigma, (Math.log(max) - mu) / sigma];
  const moment = (k: number) =>
    (Math.exp(k * mu + (k * k * sigma * sigma) / 2) * (normalCdf(b - k * sigma) - normalCdf(a - k * sigma))) /
    (normalCdf(b) - normalCdf(a));
  return [moment(1), Math.sqrt(moment(2) - moment(1) ** 2)];
}

/** Moments of a density that is a polynomial over [min, max], by its coefficients. */
function cutPolynomial(coefficients: readonly number[], min: number, max: number): readonly [number, number] {
  const moment = (k: number) =>
    coefficients.reduce((sum, c, j) => sum + (c * (max ** (j + k + 1) - min ** (j + k + 1))) / (j + k + 1), 0);
  const middle = moment(1) / moment(0);
  return [middle, Math.sqrt(moment(2) / moment(0) - middle ** 2)];
}

/** A gamma of whole shape n and scale 1: its distribution function is 1 − e^(−x) Σ x^j / j! over j < n. */
function erlang(n: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 1;
  let [term, sum] = [1, 0];
  for (let j = 0; j < n; j++) {
    sum += term;
    term *= x / (j + 1);
  }
  return 1 - Math.exp(-x) * sum;
}

/** The k-th moment of a gamma between two bounds is θ^k n (n + 1) … times the shares that shapes n + k and n have there. */
function cutErlang(n: number, scale: number, min: number, max: number): readonly [number, number] {
  const share = (shape: number) => erlang(shape, max / scale) - erlang(shape, min / scale);
  const first = (scale * n * share(n + 1)) / share(n);
  const second = (scale * scale * n * (n + 1) * share(n + 2)) / share(n);
  return [first, Math.sqrt(second - first * first)];
}

const INF = Number.POSITIVE_INFINITY;
// Beta(2, 3) has the density x (1 − x)² = x − 2 x² + x³.
const BETA = [0, 1, -2, 1];

describe('a distribution by its name, cut at bounds, has the moments of the closed form', () => {
  it.each<[string, readonly [number, number], ('rate' | 'amount')?]>([
    ['{ dist: truncnormal, mean: 3, sd: 2, min: 1 }', cutNormal(3, 2, 1, INF)],
    ['{ dist: truncnormal, mean: 3, sd: 2, max: 4 }', cutNormal(3, 2, -INF, 4)],
    ['{ dist: truncnormal, mean: 3, sd: 2, min: 1, max: 4 }', cutNormal(3, 2, 1, 4)],
    ['{ dist: normal, mean: 3, sd: 2, min: 3 }', cutNormal(3, 2, 3, INF)],
    ['{ dist: normal, mean: 3, sd: 2, max: 2 }', cutNormal(3, 2, -INF, 2)],
    ['{ dist: lognormal, mu: 0.4, sigma: 0.7, min: 1, max: 4 }', cutLognormal(0.4, 0.7, 1, 4)],
    ['{ dist: lognormal, mu: 0.4, sigma: 0.7, min: 2, max: 20 }', cutLognormal(0.4, 0.7, 2, 20)],
    ['{ dist: gamma, shape: 4, scale: 1.5, max: 8 }', cutErlang(4, 1.5, 0, 8)],
    ['{ dist: gamma, shape: 4, scale: 1.5, min: 3, max: 8 }', cutErlang(4, 1.5, 3, 8)],
    // Mean 6 and sd 3 are shape 4 and scale 1.5.
    ['{ dist: gamma, mean: 6, sd: 3 }', [6, 3]],
    ['{ dist: gamma, mean: 6, sd: 3, min: 3 }', cutErlang(4, 1.5, 3, INF)],
    ['{ dist: beta, alpha: 2, beta: 3, max: 0.5 }', cutPolynomial(BETA, 0, 0.5), 'rate'],
    ['{ dist: beta, alpha: 2, beta: 3, min: 0.2, max: 0.9 }', cutPolynomial(BETA, 0.2, 0.9), 'rate'],
    // Mean 0.4 and variance 0.04 are alpha 2 and beta 3.
    ['{ dist: beta, mean: 0.4, sd: 0.2, min: 0.2 }', cutPolynomial(BETA, 0.2, 1), 'rate'],
    ['{ dist: uniform, min: 2, max: 6 }', [4, 4 / Math.sqrt(12)]],
    ['{ dist: triangular, min: 0, mode: 2, max: 6 }', [8 / 3, Math.sqrt(28 / 18)]],
    // PERT of 0, 1, 4 is 4 × a beta of shapes 2 and 4.
    ['{ dist: pert, min: 0, mode: 1, max: 4 }', [4 / 3, 4 * Math.sqrt((2 * 4) / (36 * 7))]],
  ])('%s', (text, [middle, spread], support = 'amount') => {
    const d = given(text, support);
    expect(mean(d) / middle - 1).toBeCloseTo(0, 7);
    expect(standardDeviation(d) / spread - 1).toBeCloseTo(0, 5);
  });
});

const PROBABILITIES = [1e-4, 0.05, 0.3, 0.5, 0.7, 0.95, 0.9999];

describe('and the quantiles: as much of what is whole lies below as there should be', () => {
  it.each<[string, string, number, number, ('rate' | 'amount')?]>([
    ['{ dist: normal, mean: 3, sd: 2 }', '{ dist: normal, mean: 3, sd: 2, min: 2.5, max: 6 }', 2.5, 6],
    ['{ dist: normal, p10: 1, p90: 9 }', '{ dist: normal, p10: 1, p90: 9, min: 2 }', 2, INF],
    ['{ dist: lognormal, p5: 1, p95: 9 }', '{ dist: lognormal, p5: 1, p95: 9, max: 8 }', -INF, 8],
    ['{ dist: lognormal, mean: 6, sd: 3 }', '{ dist: lognormal, mean: 6, sd: 3, min: 4, max: 9 }', 4, 9],
    ['{ dist: gamma, p10: 2, p90: 9 }', '{ dist: gamma, p10: 2, p90: 9, min: 3 }', 3, INF],
    ['{ dist: gamma, mean: 6, sd: 3 }', '{ dist: gamma, mean: 6, sd: 3, max: 5 }', -INF, 5],
    ['{ dist: beta, p10: 1%, p90: 5% }', '{ dist: beta, p10: 1%, p90: 5%, min: 2% }', 0.02, INF, 'rate'],
    [
      '{ dist: quantiles, p: [0.1, 0.5, 0.9], x: [1, 4, 9] }',
      '{ dist: quantiles, p: [0.1, 0.5, 0.9], x: [1, 4, 9], min: 2 }',
      2,
      INF,
    ],
    ['{ p5: 1, p95: 9 }', '{ p5: 1, p95: 9, min: 2, max: 7 }', 2, 7],
    [
      '{ dist: mixture, of: [{ dist: normal, mean: 1, sd: 1 }, { dist: normal, mean: 6, sd: 2 }], weights: [0.4, 0.6] }',
      '{ dist: mixture, of: [{ dist: normal, mean: 1, sd: 1 }, { dist: normal, mean: 6, sd: 2 }], weights: [0.4, 0.6], min: 0, max: 8 }',
      0,
      8,
    ],
  ])('%s', (whole, cut, min, max, support = 'amount') => {
    const [w, c] = [given(whole, support), given(cut, support)];
    const [below, above] = [min === -INF ? 0 : cdf(w, min), max === INF ? 1 : cdf(w, max)];
    for (const p of PROBABILITIES) {
      const x = quantile(c, p);
      expect(x).toBeGreaterThanOrEqual(min);
      expect(x).toBeLessThanOrEqual(max);
      expect((cdf(w, x) - below) / (above - below)).toBeCloseTo(p, 9);
    }
  });
});
