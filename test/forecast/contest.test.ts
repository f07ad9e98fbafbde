import { describe, expect, it } from 'vitest';
import { contest } from '../../src/forecast/compare/contest.js';

const plan = (draws: number) => ({ seed: 'contest', sampler: 'mc', draws, replicates: 1 }) as const;

describe('a contest of scenarios on the same futures', () => {
  it('has the best of each future, ties shared, and what the others have less', () => {
    const { places, undefined: unknown } = contest([Float64Array.of(4, 1, 2, 5), Float64Array.of(3, 3, 2, 1)], plan(4));
    expect(unknown).toBe(0);
    expect(places.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(places.map(({ best }) => best?.probability)).toEqual([0.625, 0.375]);
    // Means 3 and 2.25 where the best of each future has 3.5.
    expect(places.map(({ regret }) => regret?.mean)).toEqual([0.5, 1.25]);
  });

  it('takes a future in which one of them has no value for nobody, whichever of them it is', () => {
    for (const values of [
      [Float64Array.of(Number.NaN, 1, 4), Float64Array.of(2, 3, 1)],
      [Float64Array.of(2, 1, 4), Float64Array.of(Number.NaN, 3, 1)],
    ]) {
      const { places, undefined: unknown } = contest(values, plan(3));
      expect(unknown).toBeCloseTo(1 / 3, 12);
      // Of the two futures that are left each is the best of one.
      expect(places.map(({ best }) => best?.probability)).toEqual([0.5, 0.5]);
    }
  });
});
