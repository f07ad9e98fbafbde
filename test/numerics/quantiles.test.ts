import fc from 'fast-check';
import { quantileSorted } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { createQuantileScratch, orderStatistics } from '../../src/numerics/order-statistics.js';
import { quantiles, sortedQuantile } from '../../src/numerics/quantiles.js';
import { PERCENTAGES } from '../../src/summary/summarize.js';

/** simple-statistics 7.12: linear between order statistics at (n − 1) p, R's type 7. */
function reference(values: Iterable<number>): number[] {
  const sorted = Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  return PERCENTAGES.map((percentage) => quantileSorted(sorted, percentage / 100));
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    // The reference's (n − 1) · p may miss a rank by a rounding: a few units in the last place of the neighbours' gap.
    expect(Math.abs(actual[index]! - value)).toBeLessThanOrEqual(1e-11 * Math.max(1e-300, Math.abs(value)) + 1e-13);
  }
}

/** Uniform numbers in (0, 1) that are the same each time (Lehmer, 1951; the constant is Park and Miller's of 1988). */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

function series(n: number, f: (u: number, index: number) => number, seed = 42): Float64Array {
  const next = lehmer(seed);
  return Float64Array.from({ length: n }, (_, index) => f(next(), index));
}

describe('quantiles', () => {
  it('are those of NumPy 2.4, np.quantile, method "linear"', () => {
    expectClose(
      quantiles(Float64Array.of(3.2, -1.5, 7.25, 0, 12.75, 7.25, -20.125, 5.5, 1e3, 0.3, 2.7), PERCENTAGES),
      [-10.8125, -1.5, 0.15, 3.2, 7.25, 12.75, 506.375],
    );
    expectClose(quantiles(Float64Array.of(4, 1), PERCENTAGES), [1.15, 1.3, 1.75, 2.5, 3.25, 3.7, 3.85]);
    expectClose(
      quantiles(
        Float64Array.from({ length: 2000 }, (_, k) => (((k + 1) * (k + 1) * 7919) % 10007) / 100),
        PERCENTAGES,
      ),
      [4.7595, 9.029, 23.625, 48.185, 73.6275, 89.844, 95.041],
    );
  });

  it.each<[string, (u: number, index: number) => number]>([
    ['uniform', (u) => u],
    ['with a tail of ten orders of magnitude', (u) => u ** -8],
    ['of both signs, with heavy tails', (u) => Math.tan(Math.PI * (u - 0.5))],
    ['far from 0, close together', (u) => 1e9 + u],
    ['half ties', (u) => Math.max(0, u - 0.5)],
    ['a few distinct values', (u) => Math.floor(u * 4)],
    ['constant', () => -7.25],
    ['ascending', (_, index) => index],
    ['descending', (_, index) => -index],
    ['periodic', (_, index) => index % 64],
    ['constant but for one', (_, index) => (index === 77 ? 1e300 : 3)],
    ['three clusters, very far apart', (u) => (u < 0.3 ? u : u < 0.6 ? 1e8 + u : -1e12 - u)],
    ['within clusters within clusters', (u, index) => 10 ** ((index % 7) * 40 - 120) * (1 + u)],
    ['denormal', (u) => u * 1e-320],
    ['as large as doubles get', (u) => (2 * u - 1) * Number.MAX_VALUE],
    ['infinite in part', (u) => (u < 0.07 ? Number.NEGATIVE_INFINITY : u > 0.93 ? Number.POSITIVE_INFINITY : u)],
    ['undefined in part', (u) => (u < 0.3 ? Number.NaN : u)],
    ['undefined at first', (u, index) => (index < 600 ? Number.NaN : u)],
    ['undefined but for a few', (u, index) => (index % 1000 === 999 ? u : Number.NaN)],
  ])('match a full sort: %s', (_, f) => {
    const scratch = createQuantileScratch(20_011);
    for (const n of [1000, 4096, 20_011]) {
      const values = series(n, f);
      const before = values.slice();
      const actual = quantiles(values, PERCENTAGES, scratch);
      expect(values).toEqual(before);
      const sorted = values.filter((value) => !Number.isNaN(value)).sort();
      for (const [index, percentage] of PERCENTAGES.entries()) {
        const hundredths = (sorted.length - 1) * percentage;
        const below = sorted[Math.floor(hundredths / 100)]!;
        const above = sorted[Math.ceil(hundredths / 100)]!;
        const expected = below === above ? below : below + ((hundredths % 100) / 100) * (above - below);
        expect(actual[index], `${n} values, p${percentage}`).toBe(expected);
      }
    }
  });

  it('match simple-statistics on anything', () => {
    const scratch = createQuantileScratch(3000);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.double({ min: -1e6, max: 1e6 }), fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN)),
          { minLength: 1, maxLength: 3000, size: 'max' },
        ),
        (values) => {
          const actual = quantiles(Float64Array.from(values), PERCENTAGES, scratch);
          if (values.every((value) => Number.isNaN(value)))
            expect(actual.every((value) => Number.isNaN(value))).toBe(true);
          else expectClose(actual, reference(values));
        },
      ),
      { seed: 3, numRuns: 150 },
    );
  });

  it('of one value are that value, of none NaN', () => {
    expect(quantiles(Float64Array.of(2.5), PERCENTAGES)).toEqual(PERCENTAGES.map(() => 2.5));
    expect(quantiles(Float64Array.of(Number.NaN, 2.5, Number.NaN), PERCENTAGES)).toEqual(PERCENTAGES.map(() => 2.5));
    for (const none of [Float64Array.of(), Float64Array.of(Number.NaN, Number.NaN)]) {
      expect(quantiles(none, PERCENTAGES)).toEqual(PERCENTAGES.map(() => Number.NaN));
    }
  });

  it('include the ends, and hit whole ranks exactly', () => {
    const values = series(101, (_, index) => 100 - index);
    expect(quantiles(values, [0, 5, 29, 95, 100])).toEqual([0, 5, 29, 95, 100]);
  });

  it('come out the same from a scratch used before', () => {
    const scratch = createQuantileScratch(5000);
    const first = series(5000, (u) => u);
    const alone = quantiles(first, PERCENTAGES);
    quantiles(
      series(5000, (u) => (u < 0.5 ? Number.NaN : -u), 9),
      PERCENTAGES,
      scratch,
    );
    expect(quantiles(first, PERCENTAGES, scratch)).toEqual(alone);
  });

  it('need room', () => {
    expect(() => quantiles(new Float64Array(11), PERCENTAGES, createQuantileScratch(10))).toThrow(RangeError);
    const partly = new Float64Array(11);
    partly[5] = Number.NaN;
    expect(() => quantiles(partly, PERCENTAGES, createQuantileScratch(10))).toThrow(RangeError);
  });
});

describe('order statistics', () => {
  it('are what a sort puts at their ranks, asked for in any order', () => {
    const values = series(9000, (u) => u ** -3);
    const sorted = values.slice().sort();
    const ranks = [8999, 0, 17, 17, 4500, 899, 18];
    expect(orderStatistics(values, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
  });
});

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
