import { describe, expect, it } from 'vitest';
import { FLIGHTING_SHAPES, shapeOf, shapeWeights } from '../../src/scenario/flighting-shapes.js';

describe('shapes of money over periods', () => {
  it('are found again by the shares they make; of one period all are even', () => {
    for (const periods of [1, 2, 13]) {
      for (const shape of FLIGHTING_SHAPES) {
        const weights = shapeWeights(shape, periods);
        const sum = weights.reduce((all, weight) => all + weight, 0);
        expect(shapeOf(weights.map((weight) => weight / sum))).toBe(periods === 1 ? 'even' : shape);
      }
    }
  });

  it('are none where the shares are others', () => {
    expect(shapeWeights('front', 3)).toEqual([3, 2, 1]);
    expect(shapeOf([0.5, 0.3, 0.2])).toBeNull();
    expect(shapeOf([0.6, 0.4])).toBeNull();
  });
});
