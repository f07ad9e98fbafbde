import { describe, expect, it } from 'vitest';
import type { LinearRules } from '../../src/optimize/linear-rules.js';
import { movedInPairs } from '../../src/optimize/pair-moves.js';
import type { Program } from '../../src/optimize/program.js';
import { solveByProximalPoints } from '../../src/optimize/proximal.js';

const NONE = Number.NEGATIVE_INFINITY;
const ALL = Number.POSITIVE_INFINITY;
const program = (cost: readonly number[], rows: Program['rows'], upper: readonly number[]): Program => ({
  cost: Float64Array.from(cost),
  lower: Float64Array.from(cost, () => 0),
  upper: Float64Array.from(upper),
  rows,
});

describe('a linear program without HiGHS', () => {
  // Dantzig's textbook program: the most of 3x + 5y where x ≤ 4, 2y ≤ 12 and 3x + 2y ≤ 18 is 36 at (2, 6), with prices 0, 3/2 and 1.
  const rows = [
    { coefficients: [1, 0], lower: NONE, upper: 4 },
    { coefficients: [0, 2], lower: NONE, upper: 12 },
    { coefficients: [3, 2], lower: NONE, upper: 18 },
  ];

  it('is solved to its corner, with a price for each row', () => {
    for (const scale of [1, 1e-3, 1e4]) {
      const answer = solveByProximalPoints(program([-3 * scale, -5 * scale], rows, [100, 100]));
      if (answer.status !== 'optimal') throw new Error(answer.detail);
      expect(answer.x[0]).toBeCloseTo(2, 9);
      expect(answer.x[1]).toBeCloseTo(6, 9);
      expect(answer.objective / scale).toBeCloseTo(-36, 8);
      [0, -1.5, -1].forEach((price, k) => {
        expect(answer.rowDual[k]! / scale).toBeCloseTo(price, 6);
      });
    }
  });

  it('may be far away, cost nothing, or have no answer', () => {
    const far = solveByProximalPoints(
      program([-1, -2], [{ coefficients: [1, 1], lower: NONE, upper: 1e6 }], [1e6, 1e6]),
    );
    if (far.status !== 'optimal') throw new Error(far.detail);
    expect(far.objective).toBeCloseTo(-2e6, 0);
    const free = solveByProximalPoints(program([0, 0], [{ coefficients: [1, 1], lower: 1, upper: 1 }], [1, 1]));
    if (free.status !== 'optimal') throw new Error(free.detail);
    expect(free.x[0]! + free.x[1]!).toBeCloseTo(1, 9);
    expect(free.objective).toBe(0);
    expect(
      solveByProximalPoints(program([1, 1], [{ coefficients: [1, 1], lower: 3, upper: ALL }], [1, 1])).status,
    ).toBe('infeasible');
  });
});

describe('a plan moved from line to line', () => {
  const rules: LinearRules = {
    lines: 2,
    budget: 100,
    open: true,
    paid: 0,
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(0.505, 1),
    rows: [{ rule: null, coefficients: Float64Array.of(1, 1), lower: 0, upper: 1, unit: 'share', scales: false }],
    onOff: [],
  };
  /** Highest where the first line has so much, in steps of a thousandth. */
  const near = (target: number, tried: number[] = []) => {
    return async (v: Float64Array): Promise<number> => {
      tried.push(v[0]!);
      return -Math.abs(Math.round((v[0]! - target) * 1000));
    };
  };

  it('ends at the first that is good enough, by moves that halve', async () => {
    const tried: number[] = [];
    const found = await movedInPairs(rules, Float64Array.of(0.5, 0.5), near(0.4725, tried), -1);
    expect(found![0]).toBeCloseTo(0.4725, 2);
    expect(Math.abs(found![0]! - 0.4725)).toBeLessThan(0.0016);
    // What isn't given to the other line is left unspent; rules are kept on the way.
    expect(found![0]! + found![1]!).toBeLessThanOrEqual(1 + 1e-12);
    expect(Math.max(...tried)).toBeLessThanOrEqual(0.505);
  });

  it('is the one given where that is good enough, and none where rules or the number of trials keep it away', async () => {
    const from = Float64Array.of(0.5, 0.5);
    expect(await movedInPairs(rules, from, near(0.5), 0)).toBe(from);
    expect(await movedInPairs(rules, from, near(0.8), -100)).toBeNull();
    const tried: number[] = [];
    expect(await movedInPairs(rules, from, near(0.5, tried), 1)).toBeNull();
    // −1 among those that give and take: six moves of each of six sizes, less those that the rules don't allow.
    expect(tried.length).toBeGreaterThan(20);
    expect(tried.length).toBeLessThanOrEqual(37);
    expect(from).toEqual(Float64Array.of(0.5, 0.5));
  });
});
