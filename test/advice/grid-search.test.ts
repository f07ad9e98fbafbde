import { describe, expect, it } from 'vitest';
import { GRID_STEPS, searchGrid } from '../../src/advice/grid-search.js';

/** Looks until all is known: what was found, and after how many looks. */
function search(of: (step: number) => number): { readonly found: number | null; readonly looks: number } {
  const grid = searchGrid(of(0));
  let looks = 0;
  for (let step = grid.next(); step !== null; step = grid.next()) {
    grid.tell(of(step));
    looks++;
  }
  return { found: grid.found, looks };
}

describe('the first step at which a rising function is 0 or more', () => {
  const functions: readonly (readonly [string, (root: number) => (step: number) => number])[] = [
    ['linear', (root) => (step) => step - root],
    ['exponential, as profit by the logarithm of a price', (root) => (step) => 1.004 ** step - 1.004 ** root],
    ['a step', (root) => (step) => (step >= root ? 1 : -1)],
    ['unbounded below', (root) => (step) => (step >= root ? step - root : Number.NEGATIVE_INFINITY)],
    ['nearly flat, then steep', (root) => (step) => (step >= root ? 1e6 * (step - root) : -1e-6)],
    ['nowhere differentiable', (root) => (step) => step - root + (step < root ? -3 : 3) * (step % 2)],
  ];
  for (const [name, of] of functions) {
    it(`is the one that looking everywhere finds: ${name}`, () => {
      for (let root = 0.5; root < GRID_STEPS; root += 7.3) {
        const { found, looks } = search(of(root));
        expect(found).toBe(Math.ceil(root));
        // At worst every look is one of the interpolated ones and 9 halvings.
        expect(looks).toBeLessThanOrEqual(1 + 12 + 9);
      }
    });
  }

  it('takes fewer looks than halving on what is smooth', () => {
    let looks = 0;
    let times = 0;
    for (let root = 0.5; root < GRID_STEPS; root += 7.3, times++) looks += search(functions[1]![1](root)).looks;
    expect(looks / times).toBeLessThan(7);
  });

  it('finds none where the last step is below 0, after one look', () => {
    expect(search(() => -1)).toEqual({ found: null, looks: 1 });
    expect(search(() => Number.NaN)).toEqual({ found: null, looks: 1 });
  });
});
