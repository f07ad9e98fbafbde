import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import type { Engine } from '../../src/engine/types.js';
import { runFrontier } from '../../src/forecast/frontier/frontier.js';
import { quickFirst, SLOW } from '../slow.js';
import { scenarioOf } from './support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

/** Two lines `M x / (h + x)` in one week, nothing uncertain. */
const plan = (lines: readonly (readonly [number, number])[]): string =>
  JSON.stringify({
    currency: 'USD',
    horizon: '1 week',
    budget: 10000,
    draws: 256,
    creative: 'off',
    noise: 'off',
    economics: { order_value: 1, margin: 1 },
    goal: { maximize: 'revenue' },
    lines: lines.map(([maximum, half], l) => ({
      platform: `c${l}`,
      stage: 'conversion',
      response: { curve: 'michaelis', of: 'revenue', maximum, half_saturation: half },
    })),
  });

/** The most that both lines bring for a budget: equal slopes, by bisection on the first line's share. */
function best([a, b]: readonly (readonly [number, number])[], budget: number): number {
  const value = ([most, half]: readonly [number, number], x: number) => (most * x) / (half + x);
  const slope = ([most, half]: readonly [number, number], x: number) => (most * half) / (half + x) ** 2;
  let [low, high] = [0, budget];
  for (let k = 0; k < 80; k++) {
    const x = (low + high) / 2;
    if (slope(a!, x) > slope(b!, budget - x)) low = x;
    else high = x;
  }
  return value(a!, low) + value(b!, budget - low);
}

async function smallest(lines: readonly (readonly [number, number])[], threshold: number) {
  const scenario = await scenarioOf(plan(lines));
  const expression = { kind: 'kpi', name: 'revenue' } as const;
  const target = {
    text: `revenue >= ${threshold}`,
    expression,
    comparison: '>=',
    threshold,
    probability: null,
  } as const;
  return runFrontier(scenario, { by: 'budget', points: 5, target, engine });
}

for (const [cases, options] of quickFirst<readonly [string, number]>(
  [
    ['within the budgets looked at', 24_796],
    ['below them', 4000],
    ['above them', 46_400],
  ],
  1,
))
  test.each(cases)(
    'the budget that a target on the mean takes, to a few in 10,000: %s',
    options,
    async (_, threshold) => {
      const lines = [
        [26_912, 2857],
        [32_840, 4858],
      ] as const;
      const { target, budget } = await smallest(lines, threshold);
      let [low, high] = [1, 400_000];
      for (let k = 0; k < 80; k++) {
        const middle = (low + high) / 2;
        if (best(lines, middle) >= threshold) high = middle;
        else low = middle;
      }
      expect(target?.kind).toBe('smallest');
      expect(target!.budget! / high).toBeGreaterThan(1 - 1e-6);
      expect(target!.budget! / high).toBeLessThan(1 + 4e-4);

      // What the money between two budgets gains, and where that is nothing on the line from one middle to the next.
      const budgets = budget!.points.map((point) => point.budget);
      const gains = budgets.slice(1).map((more, k) => {
        const less = budgets[k]!;
        const gain = (best(lines, more) - best(lines, less)) / (more - less) - 1;
        expect(budget!.points[k + 1]!.marginal!.mean).toBeCloseTo(gain, 5);
        return { at: (less + more) / 2, gain };
      });
      const last = gains.findLast(({ gain }) => gain >= 0)!;
      const next = gains[gains.indexOf(last) + 1]!;
      const stops = last.at + ((next.at - last.at) * last.gain) / (last.gain - next.gain);
      expect(budget!.stops.expected! / stops).toBeCloseTo(1, 4);
      expect(budget!.stops.goal).toBeNull();
      expect(budget!.points[0]!.marginal).toBeNull();
    },
  );

test(
  'another goal than profit: money stops paying where the next unit loses, from the first budget on',
  SLOW,
  async () => {
    const { budget } = await smallest(
      [
        [452.4, 3632],
        [755.4, 4070],
      ],
      100,
    );
    expect(budget!.points.flatMap(({ marginal }) => marginal?.mean ?? []).every((mean) => mean < 0)).toBe(true);
    expect(budget!.stops).toEqual({ expected: budget!.points[0]!.budget, goal: null });
  },
);
