import { describe, expect, it } from 'vitest';
import { apportionAlike } from '../../src/units/alike.js';
import { apportion } from '../../src/units/apportion.js';

const sum = (parts: readonly number[]) => parts.reduce((left, right) => left + right, 0);

describe('shares of which equal ones are told equally', () => {
  it('gives two sixths and two thirds the same tenths each, and the whole', () => {
    expect(apportionAlike(1000, [1, 1, 4])).toEqual([167, 167, 666]);
    expect(apportionAlike(1000, [5, 5, 20, 0])).toEqual([167, 167, 666, 0]);
  });

  it('leaves three thirds at 33.3 %, and sevenths at 14.3 %', () => {
    expect(apportionAlike(1000, [7, 7, 7])).toEqual([333, 333, 333]);
    expect(apportionAlike(1000, Array(7).fill(3))).toEqual(Array(7).fill(143));
  });

  it('is what is always apportioned where no two are equal', () => {
    for (const weights of [[1, 2, 4], [0.1, 0.7, 0.3, 5], [3]]) {
      expect(apportionAlike(1000, weights)).toEqual(apportion(1000, weights));
    }
  });

  it('is within a unit of each quota, and sums to the whole up to half of the largest group of equals', () => {
    for (let n = 2; n < 60; n += 1) {
      const weights = Array.from({ length: n }, (_, k) => 1 + ((k * k * 7 + n) % 5));
      const parts = apportionAlike(1000, weights);
      weights.forEach((weight, k) => {
        expect(parts[k]).toBe(parts[weights.indexOf(weight)]);
        expect(Math.abs((parts[k] ?? 0) - (1000 * weight) / sum(weights))).toBeLessThan(1);
      });
      const largest = Math.max(...weights.map((weight) => weights.filter((other) => other === weight).length));
      expect(Math.abs(sum(parts) - 1000)).toBeLessThanOrEqual(largest / 2);
    }
  });
});
