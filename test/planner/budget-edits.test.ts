import { describe, expect, it } from 'vitest';
import {
  afterMoves,
  budgetEdits,
  postEdits,
  postUnits,
  removalEdits,
  totalEdits,
} from '../../src/planner/page/state/budget-edits.js';
import type { BandView, LineView, MoveView } from '../../src/planner/protocol.js';

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
  bands: [],
  sources: [
    {
      id: 'x/awareness/@Lale',
      kind: 'creator' as const,
      name: 'Lale',
      platform: 'x',
      postsPath: ['creators', 'Lale', 'posts'],
      posts: null,
      mostPosts: 4,
      pay: null,
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
  it('count what creators are paid out of the budget, posts and rights: in the total, and below a ceiling', () => {
    const [lale] = plan.sources;
    const none = new Map<string, number>();
    const paid = { ...plan, budget: 331.8, sources: [{ ...lale!, posts: 2, pay: { each: 10.25, once: 11 } }] };
    expect(postUnits(paid)).toBe(3150);
    expect(totalEdits(paid, none)).toEqual([]);
    expect(totalEdits(paid, none, new Map([[lale!.id, 3]]))).toEqual([
      { kind: 'set', path: ['budget'], value: 342.05 },
    ]);
    expect(totalEdits(paid, none, new Map([[lale!.id, 0]]))).toEqual([{ kind: 'set', path: ['budget'], value: 300.3 }]);
    // The lines alone are far below it, lines and posts pass it.
    const most = { ...paid, budgetIsMost: true };
    expect(totalEdits(most, none)).toEqual([]);
    expect(totalEdits(most, new Map([['a', 100.2]]))).toEqual([{ kind: 'set', path: ['budget', 'max'], value: 331.9 }]);
    expect(totalEdits({ ...most, budget: 340 }, none, new Map([[lale!.id, 3]]))).toEqual([
      { kind: 'set', path: ['budget', 'max'], value: 342.05 },
    ]);
    // Chosen later: nothing is paid yet. Outside of the budget: nothing is paid out of it.
    expect(postUnits({ ...paid, sources: [{ ...paid.sources[0]!, posts: null }] })).toBe(0);
    expect(postUnits({ ...paid, sources: [{ ...paid.sources[0]!, pay: null }] })).toBe(0);
  });
  it('bring phases that are given as money along with the total, to the cent', () => {
    const phase = (name: string, money: number | null): BandView => ({
      kind: 'phase',
      name,
      first: 0,
      last: 0,
      chance: null,
      path: ['phases', name],
      money,
      written: {},
    });
    const phased = (bands: readonly BandView[]) => ({ ...plan, bands });
    const more = new Map([['a', 200.1]]);
    const set = (path: readonly string[], value: number) => ({ kind: 'set', path, value });
    expect(totalEdits(phased([phase('Test', 100.1), phase('Scale', 200.2)]), more)).toEqual([
      set(['budget'], 400.3),
      set(['phases', 'Test', 'budget'], 133.43),
      set(['phases', 'Scale', 'budget'], 266.87),
    ]);
    // A third of it is a share, and follows by itself.
    expect(totalEdits(phased([phase('Test', null), phase('Scale', 200.2)]), more)).toEqual([
      set(['budget'], 400.3),
      set(['phases', 'Scale', 'budget'], 266.87),
    ]);
    expect(totalEdits(phased([phase('Test', null)]), more)).toEqual([set(['budget'], 400.3)]);
    expect(totalEdits(phased([{ ...phase('Preset', 300.3), path: null }]), more)).toEqual([set(['budget'], 400.3)]);
  });
  it('take a line out, with its rules: what it had goes to the others or leaves the total', () => {
    const ruled = { ...plan, rules: [{ path: ['lines', 'a', 'min'], text: '50' }] };
    const gone = { kind: 'remove', path: ['lines', 'a'] };
    const rule = { kind: 'remove', path: ['rules', 'lines', 'a'] };
    expect(removalEdits(ruled, 'a', new Map([['b', 300.3]]))).toEqual([
      gone,
      rule,
      { kind: 'set', path: ['lines', 'b', 'budget'], value: 300.3 },
    ]);
    expect(removalEdits({ ...plan, rules: [] }, 'a', new Map())).toEqual([
      gone,
      { kind: 'set', path: ['budget'], value: 200.2 },
    ]);
    // A ceiling stays where it is.
    expect(removalEdits({ ...plan, budgetIsMost: true, rules: [] }, 'a', new Map())).toEqual([gone]);
  });
});
