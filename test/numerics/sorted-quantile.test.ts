import { describe, expect, it } from 'vitest';
import { sortedQuantile } from '../../src/numerics/sorted-quantile.js';
import { quantiles } from '../../src/summary/quantiles.js';

describe('a quantile of sorted values', () => {
  it("is R's type 7", () => {
    // By hand: at rank 3 p, linear between neighbours.
    const found = [0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => sortedQuantile([1, 2, 4, 8], p));
    expect(found).toEqual([1, 1.3, 1.75, 3, 6.8, 8].map((x) => expect.closeTo(x, 12)));
    expect(sortedQuantile([5], 0.3)).toBe(5);
  });

  it('is what a summary says of the same values in any order', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => Math.sin(i * 12.9898) * 43.7);
    const sorted = values.slice().sort();
    const percentages = [5, 10, 50, 90, 95];
    expect(percentages.map((p) => sortedQuantile(sorted, p / 100))).toEqual(
      quantiles(values, percentages).map((x) => expect.closeTo(x, 10)),
    );
  });
});
