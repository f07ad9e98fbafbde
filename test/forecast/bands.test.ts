import { describe, expect, it } from 'vitest';
import { bandOf, endingAtCounts, endingAtTotal, withMeanOf } from '../../src/forecast/bands.js';
import type { Summary } from '../../src/summary/types.js';

const summary = (mean: number | null, p50: number | null = mean): Summary =>
  ({ mean, se: 0.5, p10: 1, p50, p90: 9 }) as unknown as Summary;

describe('a band', () => {
  it('has the percentiles and the mean of a summary, nothing for what is not known', () => {
    expect(bandOf(summary(5, 4))).toEqual({ p10: 1, p50: 4, p90: 9, mean: 5 });
    expect(bandOf(summary(null))).toEqual({ p10: 1, p50: 0, p90: 9, mean: 0 });
  });

  it("has counts' percentiles and what is expected's mean, where both are there", () => {
    const [counted, expected] = [
      { ...summary(5, 4), se: 0.9 },
      { ...summary(5.25, 5), se: 0.1 },
    ];
    expect(withMeanOf(counted, expected, true)).toEqual({ ...counted, mean: 5.25, se: 0.1 });
    expect(withMeanOf(undefined, expected, true)).toBe(expected);
    expect(withMeanOf(counted, expected, undefined)).toBe(expected);
  });
});

describe('bands of what is added up', () => {
  const bands = [
    { p10: 0, p50: 1, p90: 2, mean: 1 },
    { p10: 0, p50: 3, p90: 8, mean: 5 },
  ];
  it('end at the whole plan, where nothing comes after the horizon', () => {
    expect(endingAtTotal(bands, summary(5, 4), summary(0))).toEqual([bands[0], bandOf(summary(5, 4))]);
    expect(endingAtTotal(bands, summary(5, 4), undefined)).toEqual([bands[0], bandOf(summary(5, 4))]);
  });

  it('of counts end there, too, whose means differ by chance', () => {
    expect(endingAtCounts(bands, summary(5.1, 4), summary(0))).toEqual([bands[0], bandOf(summary(5.1, 4))]);
    expect(endingAtCounts(bands, summary(5.1, 4), summary(0.1))).toBe(bands);
    expect(endingAtCounts(bands, summary(null), summary(0))).toBe(bands);
    expect(endingAtCounts(bands, undefined, undefined)).toBe(bands);
    expect(endingAtCounts([], summary(5), summary(0))).toEqual([]);
  });

  it('are left as they are where something does, where the means differ, and where one is missing', () => {
    expect(endingAtTotal(bands, summary(5, 4), summary(0.1))).toBe(bands);
    expect(endingAtTotal(bands, summary(5.001, 4), summary(0))).toBe(bands);
    expect(endingAtTotal(bands, summary(null), summary(0))).toBe(bands);
    expect(endingAtTotal(bands, undefined, summary(0))).toBe(bands);
    expect(endingAtTotal([], summary(5), summary(0))).toEqual([]);
  });
});
