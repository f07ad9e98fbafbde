import { describe, expect, it } from 'vitest';
import type { Distribution, Support } from '../../src/distributions/types.js';
import { checkDistribution } from '../../src/distributions/validate.js';

const wrong: readonly (readonly [Distribution, Support, RegExp])[] = [
  [{ family: 'fixed', value: Number.NaN }, 'any', /NaN/],
  [{ family: 'fixed', value: 1.5 }, 'rate', /1.5 is above 1/],
  [{ family: 'fixed', value: -5 }, 'amount', /-5 is below 0/],
  [{ family: 'normal', mean: 1, sd: 0 }, 'any', /sd is 0/],
  [{ family: 'normal', mean: -1, sd: 2 }, 'amount', /half of its values/],
  [{ family: 'truncnormal', mean: 1, sd: 1, min: 2, max: 2 }, 'any', /min 2 is not below max 2/],
  [{ family: 'truncnormal', mean: 0, sd: 1, min: 50, max: 60 }, 'any', /35 standard deviations/],
  [{ family: 'truncnormal', mean: 1, sd: 1, min: -1, max: 2 }, 'amount', /-1 is below 0/],
  [{ family: 'lognormal', mu: 0, sigma: -1 }, 'amount', /sigma/],
  [{ family: 'lognormal', mu: 2000, sigma: 1 }, 'amount', /log scale/],
  [{ family: 'lognormal', mu: 1, sigma: 0.1 }, 'rate', /half of its values/],
  [{ family: 'beta', alpha: 0, beta: 1 }, 'rate', /alpha is 0/],
  [{ family: 'beta', alpha: 1, beta: Infinity }, 'rate', /beta is Infinity/],
  [{ family: 'gamma', shape: -1, scale: 1 }, 'amount', /shape/],
  [{ family: 'uniform', min: 3, max: 3 }, 'any', /not below/],
  [{ family: 'uniform', min: 0.5, max: 1.5 }, 'rate', /1.5 is above 1/],
  [{ family: 'triangular', min: 1, mode: 9, max: 5 }, 'any', /mode 9/],
  [{ family: 'pert', min: 1, mode: 0, max: 5 }, 'any', /mode 0/],
  [{ family: 'quantiles', p: [0.1, 0.9], x: [1] }, 'any', /one x for each p/],
  [{ family: 'quantiles', p: [0.1], x: [1] }, 'any', /two points/],
  [{ family: 'quantiles', p: [0, 0.5], x: [1, 2] }, 'any', /two points between/],
  [{ family: 'quantiles', p: [0.5, 0.1], x: [1, 2] }, 'any', /p is not increasing/],
  [{ family: 'quantiles', p: [0.1, 0.5], x: [2, 1] }, 'any', /x is not increasing/],
  [{ family: 'quantiles', p: [0.1, 1.5], x: [1, 2] }, 'any', /1.5 is not between/],
  [{ family: 'quantiles', p: [0.1, 0.5], x: [2, 2] }, 'any', /all x are equal/],
  [{ family: 'quantiles', p: [0.1, 0.5], x: [Number.NaN, 2] }, 'any', /NaN/],
  [{ family: 'quantiles', p: [0.1, 0.95], x: [0.2, 1.2] }, 'rate', /1.2 is above 1/],
  [{ family: 'empirical', sorted: [1] }, 'any', /at least 2/],
  [{ family: 'empirical', sorted: [2, 1] }, 'any', /ascending/],
  [{ family: 'empirical', sorted: [1, Number.NaN] }, 'any', /value 2 is NaN/],
  [{ family: 'empirical', sorted: [-1, 1] }, 'amount', /-1 is below 0/],
  [{ family: 'mixture', of: [], weights: [] }, 'any', /at least one/],
  [{ family: 'mixture', of: [{ family: 'fixed', value: 1 }], weights: [1, 2] }, 'any', /2 weights/],
  [{ family: 'mixture', of: [{ family: 'fixed', value: 1 }], weights: [-1] }, 'any', /weight -1/],
  [{ family: 'mixture', of: [{ family: 'fixed', value: 1 }], weights: [0] }, 'any', /all weights/],
  [
    { family: 'mixture', of: [{ family: 'beta', alpha: -1, beta: 1 }], weights: [1] },
    'any',
    /number 1 of the mixture.*alpha/,
  ],
  [
    { family: 'mixture', of: [{ family: 'fixed', value: 7 }], weights: [1] },
    'rate',
    /number 1 of the mixture.*above 1/,
  ],
];

const right: readonly (readonly [Distribution, Support])[] = [
  [{ family: 'fixed', value: 1 }, 'rate'],
  [{ family: 'normal', mean: 0.02, sd: 0.05 }, 'rate'],
  [{ family: 'lognormal', mu: -4, sigma: 0.5 }, 'rate'],
  [{ family: 'gamma', shape: 2, scale: 0.01 }, 'rate'],
  [{ family: 'truncnormal', mean: 1, sd: 1, min: 0, max: Infinity }, 'amount'],
  [{ family: 'triangular', min: 0, mode: 0, max: 1 }, 'rate'],
  [{ family: 'quantiles', p: [0.1, 0.5, 0.9], x: [0.01, 0.02, 0.02] }, 'rate'],
  [{ family: 'quantiles', p: [0, 1], x: [1, 2] }, 'amount'],
  [{ family: 'empirical', sorted: [1, 1] }, 'amount'],
  [
    {
      family: 'mixture',
      of: [
        { family: 'fixed', value: 0 },
        { family: 'uniform', min: 0, max: 1 },
      ],
      weights: [1, 3],
    },
    'rate',
  ],
];

describe('checkDistribution', () => {
  it.each(wrong)('refuses %j for %s', (d, support, expected) => {
    const reasons = checkDistribution(d, support);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.join('\n')).toMatch(expected);
  });

  it.each(right)('accepts %j for %s', (d, support) => {
    expect(checkDistribution(d, support)).toEqual([]);
  });
});
