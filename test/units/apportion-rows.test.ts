import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apportion, apportionRows } from '../../src/units/apportion.js';

const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);

it('rows of one shape make columns of it, to the unit', () => {
  const even = [1, 1, 1, 1, 1, 1];
  const rows = [21_800_000, 7_400_000, 800_000].map((total) => ({ total, weights: even }));
  const shared = apportionRows(rows);
  expect(shared.map(sum)).toEqual([21_800_000, 7_400_000, 800_000]);
  // Each by itself has its units over in the first periods: 50,000.02 there, 49,999.99 in the others.
  const columns = even.map((_, t) => sum(shared.map((row) => row[t]!)));
  expect(columns).toEqual(even.map(() => 5_000_000));
  expect(even.map((_, t) => sum(rows.map(({ total }) => apportion(total, even)[t]!)))).not.toEqual(columns);
});

it('each row sums to its own, nothing is where no weight is, and no part is a unit off', () => {
  const row = (columns: number) =>
    fc.record({
      total: fc.integer({ min: 0, max: 10_000_000 }),
      weights: fc
        .array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5, noNaN: true })), {
          minLength: columns,
          maxLength: columns,
        })
        .filter((weights) => weights.some((weight) => weight > 0)),
    });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }).chain((columns) => fc.array(row(columns), { minLength: 1, maxLength: 8 })),
      (rows) => {
        const shared = apportionRows(rows);
        shared.forEach((parts, k) => {
          const { total, weights } = rows[k]!;
          expect(sum(parts)).toBe(total);
          parts.forEach((part, t) => {
            const quota = (total * weights[t]!) / sum(weights);
            expect(Math.abs(part - quota)).toBeLessThan(1 + 1e-6);
            if (weights[t] === 0) expect(part).toBe(0);
          });
        });
      },
    ),
    { numRuns: 300 },
  );
});
