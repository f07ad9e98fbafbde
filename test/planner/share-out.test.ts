import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from '../../src/planner/page/state/share-out.js';

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((all, one) => all + one, 0);

describe('shareOut', () => {
  it('takes from the others in proportion', () => {
    const before = new Map([
      ['a', 100],
      ['b', 200],
      ['c', 100],
    ]);
    expect([...shareOut(before, 'a', 160, new Set())]).toEqual([
      ['a', 160],
      ['b', 160],
      ['c', 80],
    ]);
  });

  it('leaves held lines alone and gives no more than the others have', () => {
    const before = new Map([
      ['a', 100],
      ['b', 200],
      ['c', 100],
    ]);
    expect([...shareOut(before, 'a', 900, new Set(['b']))]).toEqual([
      ['a', 200],
      ['b', 200],
      ['c', 0],
    ]);
    expect([...shareOut(before, 'a', 0, new Set(['b', 'c']))]).toEqual([
      ['a', 100],
      ['b', 200],
      ['c', 100],
    ]);
  });

  it('shares evenly among lines that have nothing', () => {
    const before = new Map([
      ['a', 90],
      ['b', 0],
      ['c', 0],
    ]);
    expect([...shareOut(before, 'a', 30, new Set())]).toEqual([
      ['a', 30],
      ['b', 30],
      ['c', 30],
    ]);
  });

  it('keeps the sum to the smallest unit, and nothing below 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -10, max: 2e9 }),
        fc.integer({ min: 0, max: 1 << 20 }),
        (amounts, wanted, heldBits) => {
          const before = new Map(amounts.map((amount, k) => [`line ${k}`, amount]));
          const held = new Set(amounts.flatMap((_, k) => ((heldBits >> k) & 1 && k > 0 ? [`line ${k}`] : [])));
          const after = shareOut(before, 'line 0', wanted, held);
          expect(sum(after.values())).toBe(sum(amounts));
          for (const [id, amount] of after) {
            expect(amount).toBeGreaterThanOrEqual(0);
            expect(Number.isInteger(amount)).toBe(true);
            if (held.has(id)) expect(amount).toBe(before.get(id));
          }
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
