import { describe, expect, it } from 'vitest';
import { changesByPeriod, horizonVariance } from '../../../src/calibrate/fit/ratio-noise.js';

/** Weeks of days alike: hits and what was expected on each day of a week. */
const weeks = (list: readonly (readonly [hits: number, expected: number])[]) => ({
  hits: Float64Array.from({ length: 7 * list.length }, (_, day) => list[Math.floor(day / 7)]![0]),
  expected: Float64Array.from({ length: 7 * list.length }, (_, day) => list[Math.floor(day / 7)]![1]),
});

describe('how a ratio changes from week to week', () => {
  it('is not at all where hits go with what was expected, however that moves', () => {
    const list = Array.from({ length: 20 }, (_, k) => [1e6 * (1 + (k % 3)), 2e6 * (1 + (k % 3))] as const);
    expect(changesByPeriod(weeks(list), 7)).toBeNull();
  });

  it('is half the square of a change over one week of a ratio that goes up and down by turns', () => {
    const up = 0.2;
    const list = Array.from(
      { length: 21 },
      (_, k) => [1e9 * Math.exp(k % 2 === 0 ? 0 : up), 1e9 * (1 + (k % 5))] as const,
    )
      // Expected moves as well: only the ratio counts.
      .map(([hits, expected]) => [(hits * expected) / 1e9, expected] as const);
    const found = changesByPeriod(weeks(list), 7)!;
    // Of changes that are all alike the likeliest scale of a Student's t is themselves; its 80 % interval, by the quantiles of four degrees of freedom
    // and of the normal, 1.5332 and 1.2816, is that of a normal of 1.1964 times it.
    expect(found).toBeCloseTo(0.5 * (up * (1.5332062740589438 / 1.2815515655446004)) ** 2, 6);
  });

  it('is not known of fewer than eight weeks with ten hits', () => {
    const list = Array.from({ length: 8 }, (_, k) => [k % 2 === 0 ? 1e6 : 2e6, 1e6] as const);
    expect(changesByPeriod(weeks(list), 7)).not.toBeNull();
    expect(changesByPeriod(weeks(list.slice(1)), 7)).toBeNull();
    expect(changesByPeriod(weeks([[1, 1e6], ...list.slice(1)]), 7)).toBeNull();
  });
});

describe('the variance of the mean of some weeks of an AR(1)', () => {
  it('is by hand: of one the variance itself, of two half of it and half of what they share', () => {
    const noise = { sd: 0.3, rho: 0.5 };
    expect(horizonVariance(noise, 1)).toBeCloseTo(0.09, 12);
    expect(horizonVariance(noise, 2)).toBeCloseTo((0.09 * (2 + 2 * 0.5)) / 4, 12);
    expect(horizonVariance(noise, 3)).toBeCloseTo((0.09 * (3 + 2 * (2 * 0.5 + 0.25))) / 9, 12);
    expect(horizonVariance({ ...noise, rho: 0 }, 10)).toBeCloseTo(0.009, 12);
  });
});
