import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { quantile, standardDeviation } from '../../src/distributions/index.js';
import type { Distribution } from '../../src/distributions/types.js';
import * as messages from '../../src/scenario/messages.js';
import { readDistribution } from '../../src/scenario/schema/distribution.js';

const read = (text: string, support: 'amount' | 'rate' = 'amount') => readDistribution(parse(text), { support });

function given(text: string, support: 'amount' | 'rate' = 'amount'): Distribution {
  const reading = read(text, support);
  if (!reading.ok) throw new Error(`${reading.fault.found}; ${reading.fault.expected}`);
  return reading.value;
}

describe('a distribution by name', () => {
  it('takes mean and sd, or two quantiles, in the place of its parameters', () => {
    expect(given('{ dist: gamma, mean: 6, sd: 3 }')).toEqual({ family: 'gamma', shape: 4, scale: 1.5 });
    expect(given('{ dist: lognormal, mean: 6, sd: 3 }').family).toBe('lognormal');
    expect(standardDeviation(given('{ dist: beta, mean: 20%, sd: 5% }', 'rate'))).toBeCloseTo(0.05, 12);
    const gamma = given('{ dist: gamma, p10: 2, p90: 9 }');
    expect([quantile(gamma, 0.1), quantile(gamma, 0.9)]).toEqual([expect.closeTo(2, 8), expect.closeTo(9, 8)]);
    const beta = given('{ dist: beta, p50: 2%, p97.5: 5% }', 'rate');
    expect([quantile(beta, 0.5), quantile(beta, 0.975)]).toEqual([expect.closeTo(0.02, 9), expect.closeTo(0.05, 9)]);
    expect(given('{ dist: uniform, p25: 3, p75: 5 }')).toEqual({ family: 'uniform', min: 2, max: 6 });
  });

  it('is cut by min and max, of any family and of the short forms', () => {
    expect(given('{ dist: truncnormal, mean: 3, sd: 1, min: 0.5 }')).toEqual({
      family: 'truncnormal',
      mean: 3,
      sd: 1,
      min: 0.5,
      max: Infinity,
    });
    expect(given('{ dist: normal, mean: 3, sd: 1, max: 4 }')).toMatchObject({ family: 'truncnormal', max: 4 });
    expect(given('{ dist: gamma, shape: 2, scale: 1, max: 4 }')).toEqual({
      family: 'truncated',
      of: { family: 'gamma', shape: 2, scale: 1 },
      min: -Infinity,
      max: 4,
    });
    expect(given('{ dist: lognormal, p5: 1, p95: 9, min: 0.5, max: 12 }')).toMatchObject({ min: 0.5, max: 12 });
    expect(given('{ mean: 3, sd: 1, min: 1 }')).toMatchObject({ family: 'truncated', of: { family: 'lognormal' } });
    expect(given('{ p10: 1%, p90: 4%, max: 6% }', 'rate')).toMatchObject({ of: { family: 'beta' }, max: 0.06 });
  });

  it.each([
    ['{ dist: gamma, shape: 2, mean: 3, sd: 1 }', messages.factsTwice('shape', ['mean', 'sd'])],
    ['{ dist: gamma, mean: 3 }', messages.missingKey('sd', 'both mean and sd')],
    ['{ dist: gamma, p10: 3 }', messages.notTwoQuantiles(1)],
    ['{ dist: gamma, p10: 3, p50: 4, p90: 9 }', messages.notTwoQuantiles(3)],
    ['{ dist: normal, mean: 3, sd: 1, p10: 3, p90: 9 }', messages.factsTwice('mean', ['p10', 'p90'])],
    ['{ dist: truncnormal, mean: 3, sd: 1 }', messages.missingKey('min', 'truncnormal with mean, sd, min, max')],
    ['{ dist: fixed, value: 3, min: 1 }', messages.unknownKey('min', ['value'])],
    [
      '{ dist: gamma, mean: 3, sd: 1, min: 9, max: 4 }',
      messages.badDistribution('gamma with mean 3, sd 1, cut at 9 and 4', 'min 9 is not below max 4'),
    ],
    [
      '{ dist: gamma, p10: 4, p90: 3 }',
      messages.badDistribution('gamma with p10 4, p90 3', 'p10 4 is not below p90 3'),
    ],
  ])('is refused: %s', (text, fault) => {
    const { said: _, ...words } = fault;
    expect(read(text)).toMatchObject({ ok: false, fault: words });
  });
});
