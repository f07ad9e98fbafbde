import { describe, expect, it } from 'vitest';
import { afterMoves, budgetEdits, postEdits, totalEdits } from '../../src/planner/page/state/budget-edits.js';
import type { LineView, MoveView } from '../../src/planner/protocol.js';

const line = (id: string, budget: number): LineView => ({
  id,
  platform: 'x',
  stage: 'awareness',
  segment: null,
  budget,
  quantities: {},
  flighting: [1],
  freeFlighting: false,
});
const move = (from: string, to: string, amount: number): MoveView => ({ from, to, amount, words: '' });
const plan = {
  currency: 'AZN',
  budget: 300.3,
  budgetIsMost: false,
  lines: [line('a', 100.1), line('b', 200.2)],
  sources: [
    {
      id: 'x/awareness/@Lale',
      kind: 'creator' as const,
      name: 'Lale',
      platform: 'x',
      postsPath: ['creators', 'Lale', 'posts'],
      posts: null,
      mostPosts: 4,
      quantities: {},
    },
  ],
};

describe('moves', () => {
  it('take from one line and give to another, to the cent', () => {
    expect([...afterMoves(plan, [move('a', 'b', 0.2), move('a', 'b', 0.1)])]).toEqual([
      ['a', 99.8],
      ['b', 200.5],
    ]);
  });
  it('take no more than there is, and put in what comes from a creator', () => {
    expect([...afterMoves(plan, [move('a', 'b', 500)])]).toEqual([
      ['a', 0],
      ['b', 300.3],
    ]);
    expect([...afterMoves(plan, [move('x/awareness/@Lale', 'a', 50), move('b', 'x/awareness/@Lale', 20)])]).toEqual([
      ['a', 150.1],
      ['b', 180.2],
    ]);
  });
});

describe('edits', () => {
  it('say what changes, and nothing else', () => {
    expect(
      budgetEdits(
        plan,
        new Map([
          ['a', 100.1],
          ['b', 1],
          ['gone', 5],
        ]),
      ),
    ).toEqual([{ kind: 'set', path: ['lines', 'b', 'budget'], value: 1 }]);
    expect(
      postEdits(
        plan,
        new Map([
          ['x/awareness/@Lale', 3],
          ['gone', 1],
        ]),
      ),
    ).toEqual([{ kind: 'set', path: ['creators', 'Lale', 'posts'], value: 3 }]);
  });
  it('bring the total along, and a ceiling where the lines pass it', () => {
    const budgets = new Map([['a', 100.4]]);
    expect(totalEdits(plan, budgets)).toEqual([{ kind: 'set', path: ['budget'], value: 300.6 }]);
    expect(totalEdits({ ...plan, budgetIsMost: true, budget: 300.6 }, budgets)).toEqual([]);
    expect(totalEdits({ ...plan, budgetIsMost: true }, budgets)).toEqual([
      { kind: 'set', path: ['budget', 'max'], value: 300.6 },
    ]);
    expect(totalEdits(plan, new Map())).toEqual([]);
  });
});
