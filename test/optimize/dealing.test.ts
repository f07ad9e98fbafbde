import { describe, expect, it } from 'vitest';
import type { LinearRow, LinearRules } from '../../src/optimize/linear-rules.js';
import { dealtPlans } from '../../src/optimize/separable/candidates.js';
import { type GroupNode, groupTree } from '../../src/optimize/separable/groups.js';
import type { Traces } from '../../src/optimize/separable/traces.js';

const sum = (
  coefficients: readonly number[],
  lower: number,
  upper: number,
  more: Partial<LinearRow> = {},
): LinearRow => ({
  rule: coefficients.join(),
  unit: 'share',
  scales: true,
  coefficients: Float64Array.from(coefficients),
  lower,
  upper,
  ...more,
});

function rulesOf(lines: number, rows: readonly LinearRow[]): LinearRules {
  const budget = sum(new Array<number>(lines).fill(1), 1, 1);
  return {
    lines,
    budget: 1000,
    open: false,
    paid: 0,
    lower: new Float64Array(lines),
    upper: new Float64Array(lines).fill(1),
    rows: [budget, ...rows],
    onOff: [],
  };
}

/** Lines by how they are grouped: `[[0, 1], 2]`. */
type Nested = number | readonly Nested[];
const shapeOf = (node: GroupNode): Nested => (node.kind === 'line' ? node.line : node.children.map(shapeOf));

describe('rules over sums of lines', () => {
  it('are groups within groups', () => {
    const tree = groupTree(rulesOf(4, [sum([1, 1, 0, 0], 0.1, 0.5), sum([1, 1, 1, 0], 0.2, 0.8)]));
    expect(shapeOf(tree.root)).toEqual([[[0, 1], 2], 3]);
    expect(tree).toMatchObject({ complete: true, relative: false });
  });

  it('leave one out that cuts across another, and say so', () => {
    const tree = groupTree(rulesOf(4, [sum([1, 1, 1, 0], 0.2, 0.8), sum([0, 0, 1, 1], 0.1, 0.5)]));
    expect(shapeOf(tree.root)).toEqual([[0, 1, 2], 3]);
    expect(tree.complete).toBe(false);
  });

  it.each([
    ['weighs its lines differently', sum([2, 1, 0, 0], 0.1, 0.5)],
    ['is no plain sum', sum([2, 2, 0, 0], 0.1, 0.5)],
    ['has nothing on its first side', sum([-1, -1, 0, 0], -0.5, -0.1)],
    [
      'is a share of what is spent, posts among it',
      sum([0.5, 0.5, -0.5, -0.5], 0, 1, {
        offset: 0.1,
        share: { coefficients: Float64Array.of(1, 1, 0, 0), lower: 0.5, upper: 0.7 },
      }),
    ],
  ])('leave out one that %s, and say so', (_, row) => {
    const tree = groupTree(rulesOf(4, [row]));
    expect(shapeOf(tree.root)).toEqual([0, 1, 2, 3]);
    expect(tree).toMatchObject({ complete: false, relative: false });
  });

  it('are bounds of what is spent where they say so', () => {
    const share = { coefficients: Float64Array.of(1, 1, 0, 0), lower: 0.5, upper: 0.7 };
    const tree = groupTree(rulesOf(4, [sum([0.5, 0.5, -0.5, -0.5], 0, 1, { share })]));
    expect(shapeOf(tree.root)).toEqual([[0, 1], 2, 3]);
    expect(tree).toMatchObject({ complete: true, relative: true });
  });
});

/**
 * Lines that bring `a x − x²` of the goal; the rule keeps what goes to the first at most 0.53.
 * Of two lines the best split has x₁ = ½ + (a₁ − a₂) / 4.
 */
function parabolas(steepness: readonly number[], ruled: boolean): Traces {
  const grid = Float64Array.from({ length: 65 }, (_, k) => (k / 64) ** 2);
  return {
    top: 1,
    grid,
    lines: steepness.map((a, l) => ({
      goal: grid.map((x) => a * x - x * x),
      goalSlopes: grid.map((x) => a - 2 * x),
      rules: ruled ? [grid.map((x) => (l === 0 ? x : 0))] : [],
      ruleSlopes: ruled ? [grid.map(() => (l === 0 ? 1 : 0))] : [],
    })),
    goalAtNothing: 0,
    rulesAtNothing: ruled ? [-0.53] : [],
    additive: true,
  };
}

describe('a budget that is dealt out', () => {
  it('goes where it is worth most: one plan, worth as much as any can be', () => {
    const { candidates, bound, reach } = dealtPlans(rulesOf(2, []), parabolas([3, 2], false), new Float64Array(2));
    expect(candidates.map(({ v }) => [...v])).toEqual([[0.75, 0.25]]);
    expect(candidates[0]?.goal).toBeCloseTo(2.125, 12);
    expect(bound).toBeCloseTo(2.125, 12);
    expect(reach).toBe(1);
  });

  it('has no bound where a rule has no place in the programme', () => {
    const { bound } = dealtPlans(rulesOf(2, [sum([2, 1], 0, 3)]), parabolas([3, 2], false), new Float64Array(2));
    expect(bound).toBeNull();
  });

  it('goes first to plans that keep the rule on a figure, then to those that nearly do', () => {
    const { candidates, bound } = dealtPlans(rulesOf(2, []), parabolas([3, 2], true), new Float64Array(2));
    const [best] = candidates;
    expect(best?.excess).toBeLessThanOrEqual(0);
    // At a price of 0.9 for each unit of the rule, one of those tried, 0.525 goes to the first, which keeps it; 0.53 would be best.
    const worth = (x: number): number => 3 * x - x * x + 2 * (1 - x) - (1 - x) ** 2;
    expect(best?.v[0]).toBeCloseTo(0.525, 12);
    expect(best?.goal).toBeCloseTo(worth(0.525), 12);
    expect(bound).toBeGreaterThanOrEqual(worth(0.53));
    expect(bound).toBeCloseTo(worth(0.525) + 0.9 * 0.005, 9);
    const kept = candidates.map(({ excess }) => excess <= 0);
    expect(kept).toEqual([...kept].sort((a, b) => Number(b) - Number(a)));
  });
});
