import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveStrictlyConvex } from '../../src/optimize/convex.js';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import type { Program } from '../../src/optimize/program.js';

const SIZE = 6;
/** Thousandths: rounding errors are those of the method, not of numbers that no plan has. */
const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 1000);
const vector = fc.array(number, { minLength: SIZE, maxLength: SIZE });

/**
 * `AAᵀ + 0.01 I`, its variables in units up to a hundred apart, over a box as narrow as `width` around a plan, a sum that
 * is fixed and a row with a floor. The plan itself keeps everything, so there is an answer.
 */
const programs = fc
  .record({
    factors: fc.array(vector, { minLength: SIZE, maxLength: SIZE }),
    units: fc.array(fc.constantFrom(1, 10, 100), { minLength: SIZE, maxLength: SIZE }),
    cost: vector,
    plan: fc.array(
      fc.integer({ min: 1, max: 1000 }).map((share) => share / 1000),
      { minLength: SIZE, maxLength: SIZE },
    ),
    row: vector,
    width: fc.constantFrom(1e-4, 1e-2, 1),
  })
  .map(({ factors, units, cost, plan, row, width }): Program => {
    const hessian = new Float64Array(SIZE * SIZE);
    for (let i = 0; i < SIZE; i++) {
      for (let j = 0; j < SIZE; j++) {
        const product = factors[i]!.reduce((sum, value, k) => sum + value * factors[j]![k]!, 0);
        hessian[i * SIZE + j] = (product + (i === j ? 0.01 : 0)) * units[i]! * units[j]!;
      }
    }
    const sum = plan.reduce((total, value) => total + value, 0);
    const activity = plan.reduce((total, value, k) => total + value * row[k]!, 0);
    return {
      cost: Float64Array.from(cost, (value, k) => value * units[k]!),
      lower: Float64Array.from(plan, (value) => Math.max(0, value - width)),
      upper: Float64Array.from(plan, (value) => value + width),
      rows: [
        { coefficients: new Array<number>(SIZE).fill(1), lower: sum, upper: sum },
        { coefficients: row, lower: activity - 0.5 * width, upper: Number.POSITIVE_INFINITY },
      ],
      hessian,
      hessianSize: SIZE,
    };
  });

function slopeAt({ cost, hessian }: Program, x: Float64Array): Float64Array {
  return cost.map((value, i) => value + x.reduce((sum, xj, j) => sum + hessian![i * SIZE + j]! * xj, 0));
}

describe('a strictly convex program', () => {
  it('is solved where no direction leads further down, however narrow its box and steep its sides', async () => {
    const solve = await loadProgramSolver();
    fc.assert(
      fc.property(programs, (program) => {
        const answer = solveStrictlyConvex(program);
        if (answer.status !== 'optimal') throw new Error(answer.detail);
        // A convex function is least exactly where the linear program along its slope finds nothing better.
        const slope = slopeAt(program, answer.x);
        const size = slope.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        const { hessian: _, hessianSize: __, ...linear } = program;
        const best = solve({ ...linear, cost: slope.map((value) => value / size) });
        if (best.status !== 'optimal') throw new Error(best.detail);
        const here = slope.reduce((sum, value, j) => sum + (value / size) * answer.x[j]!, 0);
        expect(here - best.objective).toBeLessThan(1e-9);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('gives the multipliers of its rows: what the objective gains for a unit of a bound', () => {
    // ½ (x² + 2 y²) over x + y ≥ 3: x = 2, y = 1, and the objective's derivative by the bound is the slope in x, 2.
    const program: Program = {
      cost: Float64Array.of(0, 0),
      lower: Float64Array.of(-10, -10),
      upper: Float64Array.of(10, 10),
      rows: [{ coefficients: [1, 1], lower: 3, upper: Number.POSITIVE_INFINITY }],
      hessian: Float64Array.of(1, 0, 0, 2),
      hessianSize: 2,
    };
    const answer = solveStrictlyConvex(program);
    expect(answer).toMatchObject({ status: 'optimal' });
    if (answer.status !== 'optimal') return;
    expect(answer.x[0]).toBeCloseTo(2, 12);
    expect(answer.x[1]).toBeCloseTo(1, 12);
    expect(answer.objective).toBeCloseTo(3, 12);
    expect(answer.rowDual[0]).toBeCloseTo(2, 12);
    const upside = solveStrictlyConvex({
      ...program,
      rows: [{ coefficients: [-1, -1], lower: Number.NEGATIVE_INFINITY, upper: -3 }],
    });
    expect(upside).toMatchObject({ status: 'optimal' });
    if (upside.status === 'optimal') expect(upside.rowDual[0]).toBeCloseTo(-2, 12);
  });

  it('is left to others where its rules leave a single plan, and rounding decides', () => {
    const corner: Program = {
      cost: Float64Array.of(0, 0, -5e-13),
      lower: new Float64Array(3),
      upper: new Float64Array(3).fill(1e-4),
      rows: [{ coefficients: [1, 1, 1], lower: 0, upper: 0 }],
      hessian: Float64Array.of(0.01, 0, 0, 0, 1, 0, 0, 0, 0.01),
      hessianSize: 3,
    };
    const answer = solveStrictlyConvex(corner);
    if (answer.status === 'optimal') expect([...answer.x]).toEqual([0, 0, 0]);
    else expect(answer.status).toBe('failed');
  });

  it('is refused where rules contradict each other or the curvature is not positive', () => {
    const square: Program = {
      cost: Float64Array.of(1),
      lower: Float64Array.of(0),
      upper: Float64Array.of(1),
      rows: [{ coefficients: [1], lower: 2, upper: 2 }],
      hessian: Float64Array.of(1),
      hessianSize: 1,
    };
    expect(solveStrictlyConvex(square)).toMatchObject({
      status: 'failed',
      detail: expect.stringMatching(/inconsistent/),
    });
    expect(solveStrictlyConvex({ ...square, rows: [], hessian: Float64Array.of(-1) })).toMatchObject({
      status: 'failed',
      detail: expect.stringMatching(/positive definite/),
    });
  });
});

describe('a program that is not strictly convex', () => {
  it('is none of this solver', () => {
    const flat: Program = { cost: Float64Array.of(1), rows: [], lower: Float64Array.of(0), upper: Float64Array.of(1) };
    expect(solveStrictlyConvex(flat)).toEqual({ status: 'failed', detail: 'no Hessian' });
  });
});
