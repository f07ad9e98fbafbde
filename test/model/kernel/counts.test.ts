import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelModule } from '../../../src/model/kernel/load.js';
import { createCounter } from '../../../src/model/plan-tape/counts.js';
import { LANES } from '../../../src/sampling/blocks.js';

const mean = fc.oneof(
  fc.constantFrom(0, -1, Number.NaN, 39.999999, 40, 40.000001),
  fc.double({ min: 0, max: 60, noNaN: true }),
  fc.double({ min: 40, max: 1e9, noNaN: true }),
);

describe("the kernel's counts", () => {
  it('are those that are drawn one by one: of small means, large ones, none, and of all these in one row', () => {
    expect(kernelModule()).not.toBeNull();
    const counter = createCounter('counts');
    const plain = createCounter('counts', { reference: true });
    const row = fc.oneof(
      fc.array(mean, { minLength: LANES, maxLength: LANES }),
      fc.double({ min: 0, max: 39, noNaN: true }).map((value) => new Array<number>(LANES).fill(value)),
      fc.double({ min: 41, max: 1e6, noNaN: true }).map((value) => new Array<number>(LANES).fill(value)),
      fc.constant(new Array<number>(LANES).fill(0)),
    );
    fc.assert(
      fc.property(row, fc.nat(1e6), fc.integer({ min: 1, max: LANES }), (means, block, lanes) => {
        const [found, expected] = [Float64Array.from(means), Float64Array.from(means)];
        counter.of('line', 'won')(block, found, lanes);
        plain.of('line', 'won')(block, expected, lanes);
        expect([...found.subarray(0, lanes)]).toEqual([...expected.subarray(0, lanes)]);
      }),
      { numRuns: 300 },
    );
  });

  it('hang on the seed, the group, the part and the block alone', () => {
    const draw = (seed: string, group: string, block: number): number[] => {
      const means = new Float64Array(LANES).fill(1000);
      createCounter(seed).of(group, 'won')(block, means, LANES);
      return [...means];
    };
    const once = draw('a', 'line', 3);
    expect(draw('a', 'line', 3)).toEqual(once);
    for (const other of [draw('b', 'line', 3), draw('a', 'total', 3), draw('a', 'line', 4)]) {
      expect(other).not.toEqual(once);
    }
  });
});
