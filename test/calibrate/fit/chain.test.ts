import { expect, it } from 'vitest';
import { chained } from '../../../src/calibrate/fit/chain.js';
import { type OutcomeRatio, presentLevel } from '../../../src/calibrate/fit/present.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { horizonVariance, type RatioNoise } from '../../../src/calibrate/fit/ratio-noise.js';

const DAYS = 196;
const OPTIONS = { periodDays: 7, horizonDays: 28, windowDays: 1, belief: 0.1 } as const;
const BEFORE: RatioNoise = { sd: 0.05, rho: 0.3 };

/** An outcome that was expected evenly and came with a level that walks by `sd` a day in ln. */
function walked(seed: string, expected: number, sd: number): OutcomeRatio {
  const random = randomStream(seed, 'chain');
  let level = 0;
  const hits = Float64Array.from({ length: DAYS }, () => {
    level += sd * random.normal();
    return expected * Math.exp(level);
  });
  const even = () => new Float64Array(DAYS).fill(expected);
  return { hits, expected: even(), spent: new Float64Array(DAYS).fill(1), mix: new Float64Array(DAYS + 1) };
}

const RATIO = walked('clicks', 400, 0.02);
const OF = walked('impressions', 40_000, 0.03);

const beside = (variance: number, mostCorrelated: number) =>
  chained(RATIO, OF, { variance, noise: BEFORE, belief: 0.1 }, { ...OPTIONS, counted: true, mostCorrelated });

it.each([
  [0.001, 0.9],
  [0.005, 0.9],
  [0.01, 0.99],
  [0.02, 0.99],
  [0.02, 0.9],
  [0.05, 0.9],
  [0.2, 0.99],
  [1, 0.9],
])('an outcome varies as it was seen to, or as little as a correlation can make it: %f before it, %f at most', (variance, most) => {
  const found = beside(variance, most);
  const whole = presentLevel(RATIO, { ...OPTIONS, belief: Math.hypot(0.1, 0.1) });
  const within = (noise: RatioNoise | null) => (noise === null ? 0 : horizonVariance(noise, 4));
  // Level and noise together, less what noise brings by itself.
  const seen = whole.sd ** 2 + within(whole.noise) - within(BEFORE) - within(found.noise);
  // Of x + y with a correlation r of at least −most the variance is least where sd(y) is most · sd(x): (1 − most²) var(x).
  const least = (1 - most * most) * variance;
  expect(Math.abs(found.withBefore)).toBeLessThanOrEqual(most);
  expect(found.outcome.variance / Math.max(seen, least)).toBeCloseTo(1, 9);
  // The variance of a sum, of what is told of its parts.
  const own = found.present.sd;
  const sum = variance + own * own + 2 * found.withBefore * own * Math.sqrt(variance);
  expect(found.outcome.variance / sum).toBeCloseTo(1, 9);
});
