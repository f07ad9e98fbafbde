import { expect, it } from 'vitest';
import { poisson } from '../../src/advice/poisson.js';
import { lossesMore, median, ranked, shareAbove } from '../../src/advice/statistics.js';
import { normalQuantile } from '../../src/distributions/normal.js';
import { openStream, streamKey } from '../../src/sampling/pseudo-random.js';

it('counts ties half', () => {
  expect(shareAbove(Float64Array.of(1, 0, -1, 2))).toMatchObject({ value: 0.625 });
});

it('puts the median between its order statistics, and its error by their distance', () => {
  // 10,001 equally spaced values: √n / 2 ranks are 50 of them.
  const values = Float64Array.from({ length: 10_001 }, (_, k) => k);
  const { value, se } = median(values);
  expect(value).toBe(5000);
  expect(se).toBeCloseTo(50, 0);
});

it('takes losses that both plans have for none', () => {
  expect(lossesMore(Float64Array.of(-1, -1, 1, -1), Float64Array.of(-1, 1, -1, 1)).value).toBe(0.25);
});

it('gives equal values equal scores, whatever their order', () => {
  const scores = ranked(Float64Array.of(5, 1, 5, 9), normalQuantile);
  expect(scores[0]).toBe(scores[2]);
  expect(scores[1]).toBeCloseTo(normalQuantile(0.125), 12);
  expect(scores[3]).toBeCloseTo(normalQuantile(0.875), 12);
});

// A Poisson count's mean and variance are both its parameter; standard errors of 20,000 draws.
it.each([0.3, 4, 49, 51, 900])('draws Poisson counts of mean %d', (mean) => {
  const random = openStream(streamKey('poisson', 'draws', String(mean)), 0);
  const n = 20_000;
  const counts = Array.from({ length: n }, () => poisson(mean, random));
  const average = counts.reduce((sum, count) => sum + count, 0) / n;
  const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / (n - 1);
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(mean / n));
  // Var(s²) ≈ (μ + 2 μ²) / n for a Poisson count; rounding to whole counts adds a twelfth.
  expect(Math.abs(variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean * mean) / n) + 1 / 12);
});
