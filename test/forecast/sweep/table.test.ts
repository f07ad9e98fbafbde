import { describe, expect, it } from 'vitest';
import { sharedValues, sweptChoices } from '../../../src/forecast/sweep/table.js';
import type { Point, SweptVariant, VariantOutcome, Vary } from '../../../src/forecast/sweep/types.js';

const BUDGETS = ['100', '200', '300'];
const VARIED = [
  { key: 'budget', kind: 'choice', values: BUDGETS.map((text) => ({ text })) },
  { key: 'cpm', kind: 'assumption', values: ['low', 'high'].map((text) => ({ text })) },
] as unknown as readonly Vary[];

/** Objectives and regrets of each budget under a low and a high price; `null`: no plan keeps the rules there. */
const TABLE: Readonly<Record<string, readonly (readonly [number, number] | null)[]>> = {
  '100': [[4, 2], null],
  '200': [
    [6, 0],
    [2, 3],
  ],
  '300': [
    [5, 1],
    [4, 1],
  ],
};

const points: Point[] = [];
const rows: SweptVariant[] = [];
for (const budget of BUDGETS) {
  ['low', 'high'].forEach((cpm, k) => {
    const told = TABLE[budget]![k] ?? null;
    points.push([{ text: budget }, { text: cpm }] as unknown as Point);
    const outcome = (told === null
      ? { status: 'contradiction' }
      : { status: 'priced', objective: told[0] }) as unknown as VariantOutcome;
    const regret = told?.[1] ?? null;
    rows.push({ values: { budget, cpm }, verdict: 'holds', outcome, regret, best: regret === 0 });
  });
}

describe('choices over all assumptions', () => {
  const choices = sweptChoices(VARIED, points, rows);

  it('come with the least largest regret first, and last where one has no plan', () => {
    expect(choices.map(({ values, largest_regret }) => [values.budget, largest_regret])).toEqual([
      ['300', 1],
      ['200', 3],
      ['100', null],
    ]);
    expect(choices.map(({ tried, best }) => [tried, best])).toEqual([
      [2, 0],
      [2, 1],
      [2, 0],
    ]);
  });

  it('have means over all of them, and none where one of them has no figure: not that of the others', () => {
    expect(choices.map(({ mean_objective, mean_regret }) => [mean_objective, mean_regret])).toEqual([
      [4.5, 1],
      [4, 1.5],
      [null, null],
    ]);
  });
});

describe('what the best variants have in common', () => {
  it('is what is more often so among them than among all, not what all have', () => {
    const choices = [
      { key: 'channel', kind: 'choice', values: [{ text: 'a' }, { text: 'b' }] },
      { key: 'tone', kind: 'choice', values: [{ text: 'calm' }] },
    ] as unknown as readonly Vary[];
    const ten = Array.from(
      { length: 10 },
      (_, regret) =>
        ({ values: { channel: regret === 0 ? 'a' : 'b', tone: 'calm' }, regret }) as unknown as SweptVariant,
    );
    expect(sharedValues(choices, ten)).toEqual([{ key: 'channel', value: 'a', among_best: 1, among_all: 0.1 }]);
  });
});
