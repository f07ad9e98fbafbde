import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitFamilyMoments,
  fitFamilyQuantiles,
  TWO_PARAMETER_FAMILIES,
  type TwoParameterFamily,
} from '../../src/distributions/fit-family.js';
import { mean, quantile, standardDeviation } from '../../src/distributions/index.js';
import type { Distribution } from '../../src/distributions/types.js';
import type { Result } from '../../src/units/result.js';

function fitted(result: Result<Distribution>): Distribution {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Two values in ascending order where a family may have its quantiles. */
const pairOf = (family: TwoParameterFamily) => {
  const value =
    family === 'beta'
      ? fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true })
      : family === 'gamma' || family === 'lognormal'
        ? fc.double({ min: -6, max: 6, noNaN: true }).map(Math.exp)
        : fc.double({ min: -100, max: 100, noNaN: true });
  return fc
    .tuple(value, value)
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    .filter(([a, b]) => b - a > 1e-3 * Math.max(Math.abs(a), 1e-3));
};
const probabilities = fc.constantFrom([0.05, 0.95], [0.1, 0.9], [0.25, 0.75], [0.5, 0.9], [0.02, 0.6]);

describe('a family by two facts', () => {
  it.each(TWO_PARAMETER_FAMILIES)('has the two quantiles that it was asked for: %s', (family) => {
    fc.assert(
      fc.property(pairOf(family), probabilities, ([lo, hi], [below, above]) => {
        const facts = [
          { p: above!, value: hi },
          { p: below!, value: lo },
        ] as const;
        const fit = fitFamilyQuantiles(family, facts);
        // A gamma of two quantiles that lie e^12 apart would be 0 nearly always: that is said, and not guessed.
        if (!fit.ok) {
          expect(family).toBe('gamma');
          expect(hi / lo).toBeGreaterThan(100);
          return;
        }
        expect(fit.value.family).toBe(family);
        const scale = Math.max(Math.abs(lo), Math.abs(hi));
        expect(Math.abs(quantile(fit.value, below!) - lo)).toBeLessThan(1e-8 * (lo > 0 ? lo : scale) + 1e-12 * scale);
        expect(Math.abs(quantile(fit.value, above!) - hi)).toBeLessThan(1e-8 * scale);
      }),
      { numRuns: 120 },
    );
  });

  it.each(TWO_PARAMETER_FAMILIES)('has the mean and the sd that it was asked for: %s', (family) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        (m, share) => {
          // Of a beta the sd is at most √(m (1 − m)).
          const sd = share * Math.sqrt(m * (1 - m));
          const d = fitted(fitFamilyMoments(family, m, sd));
          expect(d.family).toBe(family);
          expect(Math.abs(mean(d) / m - 1)).toBeLessThan(1e-9);
          expect(Math.abs(standardDeviation(d) / sd - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is an exponential where the quantiles are: −ln(1 − p), shape 1 and scale 1', () => {
    const d = fitted(
      fitFamilyQuantiles('gamma', [
        { p: 0.05, value: -Math.log(0.95) },
        { p: 0.95, value: -Math.log(0.05) },
      ]),
    );
    expect(d).toEqual({ family: 'gamma', shape: expect.closeTo(1, 9), scale: expect.closeTo(1, 9) });
  });

  it('has the moments of a gamma in closed form: shape (m / s)², scale s² / m', () => {
    expect(fitFamilyMoments('gamma', 6, 3)).toEqual({
      ok: true,
      value: { family: 'gamma', shape: 4, scale: 1.5 },
    });
  });

  it.each([
    [
      'quantiles the wrong way round',
      fitFamilyQuantiles('normal', [
        { p: 0.1, value: 4 },
        { p: 0.9, value: 2 },
      ]),
      'p10 4 is not below p90 2',
    ],
    [
      'a gamma below 0',
      fitFamilyQuantiles('gamma', [
        { p: 0.1, value: 0 },
        { p: 0.9, value: 2 },
      ]),
      '0 and 2 are not both above 0',
    ],
    [
      'a beta above 1',
      fitFamilyQuantiles('beta', [
        { p: 0.1, value: 0.5 },
        { p: 0.9, value: 2 },
      ]),
      '0.5 and 2 are not both between 0 and 1',
    ],
    [
      'one quantile twice',
      fitFamilyQuantiles('normal', [
        { p: 0.1, value: 1 },
        { p: 0.1, value: 2 },
      ]),
      'two different quantiles are needed',
    ],
    ['no spread', fitFamilyMoments('gamma', 2, 0), 'sd 0 is not above 0'],
    ['a gamma of mean 0', fitFamilyMoments('gamma', 0, 1), 'mean 0 is not above 0'],
  ])('refuses %s', (_, result, reason) => {
    expect(result).toEqual({ ok: false, reason, said: expect.anything() });
  });
});
