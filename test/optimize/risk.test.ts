import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import { optimizePlan } from '../../src/optimize/index.js';
import type { ProgramRow } from '../../src/optimize/program.js';
import {
  conditionalValueAtRisk,
  quantileMeasure,
  riskAdjusted,
  SMOOTHING,
  smoothedTail,
  standardDeviation,
} from '../../src/optimize/risk.js';
import { analyticEvaluator, linearResponse, noiseTable, scenarioOf } from './support.js';

const sample = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 })
  .map((values) => Float64Array.from(values));
const share = fc.double({ min: 0.01, max: 1, noNaN: true });

describe('CVaR of a sample', () => {
  test('by hand: the worst 30 % of five draws is one and a half of them', () => {
    // (1 + ½ · 2) / 1.5
    const { value, weights } = conditionalValueAtRisk(Float64Array.of(5, 1, 4, 2, 3), 0.3);
    expect(value).toBeCloseTo(2 / 1.5, 14);
    expect([...weights]).toEqual([0, 1 / 1.5, 0, 0.5 / 1.5, 0]);
  });

  test('is the maximum over t of t − E[(t − f)+] / α (Rockafellar and Uryasev, 2000)', () => {
    fc.assert(
      fc.property(sample, share, (values, tail) => {
        // Concave and piecewise linear in t with corners at the draws.
        const formula = Math.max(
          ...values.map((t) => t - values.reduce((sum, f) => sum + Math.max(0, t - f), 0) / (tail * values.length)),
        );
        const { value } = conditionalValueAtRisk(values, tail);
        expect(Math.abs(value - formula)).toBeLessThanOrEqual(1e-9 * 1e6);
      }),
    );
  });

  test('smoothed: below the exact figure by no more than its bound, weights sum to 1 and none above 1 / αN', () => {
    fc.assert(
      fc.property(sample, share, fc.double({ min: 1e-3, max: 0.2, noNaN: true }), (values, tail, part) => {
        const width = part * standardDeviation(values);
        fc.pre(width > 1e-6);
        const exact = conditionalValueAtRisk(values, tail).value;
        const { value, weights } = smoothedTail(values, tail, width);
        expect(value).toBeLessThanOrEqual(exact + 1e-9 * 1e6);
        expect(value).toBeGreaterThanOrEqual(exact - width / (4 * tail) - 1e-9 * 1e6);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 8);
        expect(Math.max(...weights)).toBeLessThanOrEqual(1 / (tail * values.length) + 1e-12);
      }),
    );
  });

  test('smoothed: draws that differ by rounding alone have weights that sum to 1', () => {
    for (const value of [9010.98, 1 / 3, 1e9]) {
      const values = Float64Array.from({ length: 256 }, (_, d) => value * (1 + (d % 3) * Number.EPSILON));
      const { weights } = smoothedTail(values, 0.9, SMOOTHING * standardDeviation(values));
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });

  test('smoothed: its weights are its derivative, against central differences', () => {
    const noise = noiseTable('weights', 0.5);
    const values = Float64Array.from({ length: 400 }, (_, d) => 1000 * noise(0, d, 'fit'));
    const width = SMOOTHING * standardDeviation(values);
    const { weights } = riskAdjusted(values, 0.4, 0.1, width);
    const step = 1e-3;
    for (let d = 0; d < values.length; d += 7) {
      const up = values.slice();
      const down = values.slice();
      up[d] = values[d]! + step;
      down[d] = values[d]! - step;
      const slope = (riskAdjusted(up, 0.4, 0.1, width).value - riskAdjusted(down, 0.4, 0.1, width).value) / (2 * step);
      // Rounding: 1e3 · 2⁻⁵² · some additions / step; truncation: second differences of 1 / (4 h α N) times step.
      expect(Math.abs(slope - weights[d]!)).toBeLessThan(1e-7);
    }
  });

  test('the smoothed quantile has the asked share of draws below', () => {
    const noise = noiseTable('quantile', 0.5);
    const values = Float64Array.from({ length: 2000 }, (_, d) => noise(0, d, 'fit'));
    const { value, weights } = quantileMeasure(values, 0.8, SMOOTHING * standardDeviation(values));
    const below = values.filter((v) => v <= value).length / values.length;
    // The window holds some 2 · 0.05 · 0.3 of the draws; their share below moves by less than a tenth of that.
    expect(Math.abs(below - 0.8)).toBeLessThan(0.003);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  });

  test('a tail must be a share', () => {
    expect(() => conditionalValueAtRisk(Float64Array.of(1, 2), 0)).toThrow(RangeError);
    expect(() => smoothedTail(Float64Array.of(1, 2), 1.2, 0.1)).toThrow(RangeError);
  });
});

describe('mean and CVaR of linear responses against the exact linear program', () => {
  test.each([0.1, 0.25, 0.5, 1])('risk aversion %s', async (aversion) => {
    const draws = 60;
    const tail = 0.2;
    const budget = 1000;
    const noise = noiseTable('portfolio', 0.4);
    const returns = (l: number, d: number): number => (1 + 0.05 * l) * noise(l, d, 'fit') ** (0.5 + 0.5 * l);
    const lines = ['facebook', 'tiktok', 'x', 'reddit'].map((name) => ({
      id: `${name}/awareness`,
      budget: budget / 4,
    }));
    const scenario = scenarioOf({ lines, goal: { riskAversion: aversion, tail } });
    const evaluator = analyticEvaluator({ draws, response: (l, d) => linearResponse(returns(l, d)) });
    const result = await optimizePlan({ scenario, evaluator, prices: false });
    if (!result.ok) throw new Error('infeasible');

    // max (1 − w) E[r·x] + w (t − Σ u_d / (α N)),  u_d ≥ t − r_d·x,  u ≥ 0,  Σ x = B
    const count = lines.length;
    const columns = count + 1 + draws;
    const cost = new Float64Array(columns);
    const rows: ProgramRow[] = [];
    for (let d = 0; d < draws; d++) {
      const coefficients = new Float64Array(columns);
      for (let l = 0; l < count; l++) {
        coefficients[l] = returns(l, d);
        cost[l] = cost[l]! - ((1 - aversion) * returns(l, d)) / draws;
      }
      coefficients[count] = -1;
      coefficients[count + 1 + d] = 1;
      cost[count + 1 + d] = aversion / (tail * draws);
      rows.push({ coefficients, lower: 0, upper: Number.POSITIVE_INFINITY });
    }
    cost[count] = -aversion;
    const sum = new Float64Array(columns).fill(1, 0, count);
    rows.push({ coefficients: sum, lower: budget, upper: budget });
    const lower = new Float64Array(columns);
    lower[count] = Number.NEGATIVE_INFINITY;
    const solve = await loadProgramSolver();
    const exact = solve({ cost, lower, upper: new Float64Array(columns).fill(Number.POSITIVE_INFINITY), rows });
    if (exact.status !== 'optimal') throw new Error(exact.status);
    const best = -exact.objective;

    const outcome = (x: ArrayLike<number>): Float64Array =>
      Float64Array.from({ length: draws }, (_, d) => {
        let total = 0;
        for (let l = 0; l < count; l++) total += x[l]! * returns(l, d);
        return total;
      });
    const found = riskAdjusted(outcome(result.decision.budgets), aversion, tail, 0).value;
    // What smoothing can cost is how far the smoothed goal lies below at the exact optimum (see the grid tests).
    const draw = outcome(exact.x);
    const width = SMOOTHING * standardDeviation(outcome(result.decision.budgets));
    const gap = riskAdjusted(draw, aversion, tail, 0).value - riskAdjusted(draw, aversion, tail, width).value;
    expect(found).toBeLessThanOrEqual(best + 1e-6 * Math.abs(best));
    expect(found).toBeGreaterThanOrEqual(best - 1.05 * gap - 1e-2);
    expect(result.report.status).not.toBe('stalled');
  });
});
