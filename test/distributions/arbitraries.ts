import fc from 'fast-check';
import type { Distribution } from '../../src/distributions/types.js';

const positive = (from: number, to: number) =>
  fc.double({ min: Math.log(from), max: Math.log(to), noNaN: true }).map(Math.exp);
// Plus zero: minus zero is the same number to a distribution, but not to a test.
const location = fc.double({ min: -100, max: 100, noNaN: true }).map((x) => x + 0);

const threePoints = fc
  .tuple(location, positive(0.01, 100), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([min, width, share]) => ({ min, mode: min + share * width, max: min + width }));

/** Strictly increasing numbers from a start and positive steps. */
const increasing = (count: number) =>
  fc
    .tuple(location, fc.array(positive(0.05, 20), { minLength: count - 1, maxLength: count - 1 }))
    .map(([start, steps]) => [
      start,
      ...steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, start)),
    ]);

/** Families whose quantile function is smooth in the normal score (a triangle's corner lies on a knot). */
export const smoothDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ family: fc.constant('normal' as const), mean: location, sd: positive(0.01, 100) }),
  fc.record({ family: fc.constant('lognormal' as const), mu: location.map((x) => x / 10), sigma: positive(0.01, 2) }),
  fc.record({ family: fc.constant('beta' as const), alpha: positive(0.3, 1e5), beta: positive(0.3, 1e5) }),
  fc.record({ family: fc.constant('gamma' as const), shape: positive(0.3, 1e5), scale: positive(0.01, 100) }),
  threePoints.map(({ min, max }) => ({ family: 'uniform' as const, min, max })),
  threePoints.map((points) => ({ family: 'triangular' as const, ...points })),
  threePoints.map((points) => ({ family: 'pert' as const, ...points })),
  fc
    .tuple(location, positive(0.1, 10), fc.double({ min: -3, max: 2, noNaN: true }), positive(0.5, 5))
    .map(([mean, sd, from, width]) => ({
      family: 'truncnormal' as const,
      mean,
      sd,
      min: mean + from * sd,
      max: mean + (from + width) * sd,
    })),
);

export const quantilesDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  increasing(3).map((x) => ({ family: 'quantiles' as const, p: [0.1, 0.5, 0.9], x })),
  increasing(5).map((x) => ({ family: 'quantiles' as const, p: [0, 0.25, 0.5, 0.9, 1], x })),
  increasing(4).map((x) => ({ family: 'quantiles' as const, p: [0.05, 0.3, 0.95, 1], x })),
);

export const empiricalDistribution: fc.Arbitrary<Distribution> = fc
  .integer({ min: 2, max: 30 })
  .chain(increasing)
  .map((sorted) => ({ family: 'empirical' as const, sorted }));

/** Two overlapping components, so that the distribution function has no plateau. */
export const mixtureDistribution: fc.Arbitrary<Distribution> = fc
  .record({
    mean: location,
    sds: fc.tuple(positive(0.5, 3), positive(0.5, 3)),
    apart: fc.double({ min: 0, max: 3, noNaN: true }),
    weights: fc.tuple(positive(0.2, 5), positive(0.2, 5)),
  })
  .map(({ mean, sds, apart, weights }) => ({
    family: 'mixture' as const,
    of: [
      { family: 'normal' as const, mean, sd: sds[0] },
      { family: 'normal' as const, mean: mean + apart, sd: sds[1] },
    ],
    weights: [...weights],
  }));

export const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  { arbitrary: smoothDistribution, weight: 4 },
  quantilesDistribution,
  empiricalDistribution,
  mixtureDistribution,
);
