import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../src/optimize/posts/leaves.js';
import type { Scenario } from '../../src/scenario/types.js';

/** Creators of whom so many posts may be bought each; one whose number is fixed is nobody's to choose. */
const withMost = (...most: readonly number[]): Scenario =>
  ({
    sources: [
      ...most.map((max) => ({ kind: 'creator', posts: { kind: 'chosen', max } })),
      { kind: 'creator', posts: { kind: 'fixed', count: 3 } },
    ],
  }) as unknown as Scenario;
const beside = (most: readonly number[], counts: readonly number[]): string[] =>
  neighboursOf(withMost(...most), counts)
    .map((one) => one.join())
    .sort();

describe('numbers of posts beside some', () => {
  it('are one more, one fewer, one for another, all and none, each once and never the same', () => {
    expect(beside([2, 1], [1, 0])).toEqual(['0,0', '0,1', '1,1', '2,0']);
    expect(beside([5], [2])).toEqual(['0', '1', '3', '5']);
    expect(beside([1], [1])).toEqual(['0']);
  });

  it('stay within what each may have', () => {
    expect(beside([1, 1], [1, 1])).toEqual(['0,1', '1,0']);
    expect(beside([3, 3, 3], [0, 0, 0])).toEqual(['0,0,1', '0,0,3', '0,1,0', '0,3,0', '1,0,0', '3,0,0']);
  });
});
