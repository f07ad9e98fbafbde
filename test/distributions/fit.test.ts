import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitBeta,
  fitFacts,
  fitInterval,
  fitLognormal,
  fitMoments,
  type TwoFacts,
} from '../../src/distributions/fit.js';
import { mean, quantile, standardDeviation } from '../../src/distributions/index.js';
import type { Distribution } from '../../src/distributions/types.js';
import type { Result } from '../../src/units/result.js';
import { fixtureRows, parseParameters } from './fixtures.js';

function fitted(result: Result<Distribution>): Distribution {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

function reason(result: Result<Distribution>): string {
  if (result.ok) throw new Error(`fitted ${JSON.stringify(result.value)}`);
  return result.reason;
}

describe('fits by SciPy 1.10 (test/fixtures/fits.csv)', () => {
  it.each(
    fixtureRows('fits.csv'),
  )('%s of %s %s, %s %s', (family, given1, value1, given2, value2, parameters, m, sd) => {
    const facts = { [given1!]: Number(value1), [given2!]: Number(value2) } as unknown as TwoFacts;
    const d = fitted(family === 'beta' ? fitBeta(facts) : fitLognormal(facts));
    expect(d.family).toBe(family);
    for (const [name, expected] of Object.entries(parseParameters(parameters!))) {
      const found = (d as unknown as Record<string, number>)[name]!;
      expect(Math.abs(found / expected - 1)).toBeLessThan(1e-12);
    }
    expect(Math.abs(mean(d) / Number(m) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(standardDeviation(d) / Number(sd) - 1)).toBeLessThan(1e-12);
  });
});

describe('a fit reproduces its facts', () => {
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const loP = fc.constantFrom(0.05, 0.1, 0.25);

  it('as an interval of a rate', () => {
    fc.assert(
      fc.property(share, share, loP, (a, b, p) => {
        const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(hi - lo > 1e-9);
        const d = fitted(fitInterval('rate', p, lo, hi));
        expect(Math.abs(quantile(d, p) / lo - 1)).toBeLessThan(1e-8);
        expect(Math.abs(quantile(d, 1 - p) / hi - 1)).toBeLessThan(1e-8);
      }),
      { numRuns: 300 },
    );
  });

  it('as an interval of an amount', () => {
    const amount = fc.double({ min: -20, max: 20, noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(amount, amount, loP, (a, b, p) => {
        fc.pre(a !== b);
        const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
        const d = fitted(fitInterval('amount', p, lo, hi));
        expect(Math.abs(quantile(d, p) / lo - 1)).toBeLessThan(1e-12);
        expect(Math.abs(quantile(d, 1 - p) / hi - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('as mean and standard deviation', () => {
    fc.assert(
      fc.property(fc.constantFrom('amount', 'rate', 'any'), share, share, (support, m, width) => {
        const sd = 0.9 * width * Math.sqrt(m * (1 - m));
        const d = fitted(fitMoments(support, m, sd));
        expect(Math.abs(mean(d) / m - 1)).toBeLessThan(1e-9);
        expect(Math.abs(standardDeviation(d) / sd - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('with the family of the kind of quantity', () => {
    expect(fitted(fitFacts('amount', { p10: 1, p90: 2 })).family).toBe('lognormal');
    expect(fitted(fitFacts('rate', { p10: 0.1, p90: 0.2 })).family).toBe('beta');
    expect(fitted(fitFacts('any', { p5: -1, p95: 1 }))).toEqual({
      family: 'normal',
      mean: 0,
      sd: expect.closeTo(1 / 1.6448536269514722, 14), // Φ⁻¹(0.95) by SciPy, quantiles.csv
    });
  });

  it('as a fixed number without spread', () => {
    expect(fitted(fitMoments('rate', 1, 0))).toEqual({ family: 'fixed', value: 1 });
    expect(fitted(fitMoments('amount', 0, 0))).toEqual({ family: 'fixed', value: 0 });
  });
});

describe('facts that no distribution has are refused with a reason', () => {
  it.each<[string, Result<Distribution>, RegExp]>([
    ['5 to 2', fitInterval('amount', 0.05, 5, 2), /p5 5 is not below p95 2/],
    ['5 to 5', fitInterval('amount', 0.05, 5, 5), /p5 5 is not below p95 5/],
    ['p10 and p90', fitFacts('amount', { p10: 3, p90: 1 }), /p10 3 is not below p90 1/],
    ['an amount below 0', fitInterval('amount', 0.05, -1, 5), /not within 0 and up/],
    ['an amount from 0', fitInterval('amount', 0.05, 0, 5), /p5 is 0.*1 in 20/],
    ['a rate from 0', fitInterval('rate', 0.1, 0, 0.05), /p10 is 0.*1 in 10/],
    ['a rate up to 1', fitInterval('rate', 0.05, 0.5, 1), /p95 is 1/],
    ['a rate above 1', fitInterval('rate', 0.05, 0.5, 1.5), /not within 0 to 1/],
    ['NaN', fitInterval('rate', 0.05, Number.NaN, 0.5), /finite/],
    ['infinity', fitInterval('amount', 0.05, 1, Infinity), /finite/],
    ['a spread that a rate can not have', fitMoments('rate', 0.5, 0.5), /too wide/],
    ['a negative sd', fitMoments('amount', 1, -1), /negative/],
    ['a mean outside', fitMoments('rate', 1.2, 0.1), /not within/],
    ['a spread around 0', fitMoments('amount', 0, 1), /mean is 0/],
    ['a mean of NaN', fitMoments('any', Number.NaN, 1), /finite/],
    ['an odd probability', fitInterval('any', 0.7, 1, 2), /between 0 and 0.5/],
  ])('%s', (_, result, expected) => {
    expect(reason(result)).toMatch(expected);
  });
});
