import { beforeAll, expect, test } from 'vitest';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import { kktResidual } from '../../src/optimize/kkt.js';
import { withPattern } from '../../src/optimize/linear-rules.js';
import type { ProgramSolver } from '../../src/optimize/program.js';
import { constraintsOf } from '../../src/optimize/rules.js';
import { scenarioOf } from './support.js';

let solve: ProgramSolver;
beforeAll(async () => {
  solve = await loadProgramSolver();
});

const lines = ['facebook', 'tiktok'].map((name) => ({ id: `${name}/awareness`, budget: 500 }));
const free = constraintsOf(scenarioOf({ lines }));
const at = (a: number, b: number, slopes: readonly [number, number]) => ({
  v: Float64Array.of(a, b, 0.6, 0.3, 0.1),
  value: 1,
  gradient: Float64Array.of(...slopes, 0, 0, 0),
  rules: [],
});

test('0 at equal marginals, whatever their size', () => {
  expect(kktResidual(solve, free, at(0.3, 0.7, [5, 5]))).toBeLessThan(1e-12);
  expect(kktResidual(solve, free, at(0.3, 0.7, [5e9, 5e9]))).toBeLessThan(1e-12);
});

test('half the budget could still move from a marginal of 1 to one of 4', () => {
  // 0.5 · (4 − 1) / 4, in any unit
  expect(kktResidual(solve, free, at(0.5, 0.5, [4, 1]))).toBeCloseTo(0.375, 12);
  expect(kktResidual(solve, free, at(0.5, 0.5, [4e-7, 1e-7]))).toBeCloseTo(0.375, 12);
});

test('0 at a corner that the slopes point into, and complementarity counted near it', () => {
  expect(kktResidual(solve, free, at(1, 0, [4, 1]))).toBeLessThan(1e-12);
  // 0.01 of the budget is on the wrong side: 0.01 · (4 − 1) / 4
  expect(kktResidual(solve, free, at(0.99, 0.01, [4, 1]))).toBeCloseTo(0.0075, 12);
  expect(kktResidual(solve, free, at(1, 0, [1, 4]))).toBeCloseTo(0.75, 12);
});

test('a rule that binds takes up the difference of marginals; a broken one is added', () => {
  const half = { min: null, max: { kind: 'share', value: 0.5 } as const, fixed: null, minDaily: null };
  const rules = constraintsOf(scenarioOf({ lines, rules: { lines: { 'facebook/awareness': half } } }));
  expect(kktResidual(solve, rules, at(0.5, 0.5, [4, 1]))).toBeLessThan(1e-12);
  // 0.1 over the maximum; no move that relaxes it further is counted.
  expect(kktResidual(solve, rules, at(0.6, 0.4, [4, 1]))).toBeCloseTo(0.1, 12);
});

test('a sampled rule: its multiplier balances the slopes, its violation is added', () => {
  const rule = { rule: 'cpa', gradient: Float64Array.of(1, 0, 0, 0, 0), perUnit: 1 };
  expect(kktResidual(solve, free, { ...at(0.5, 0.5, [4, 1]), rules: [{ ...rule, value: 0 }] })).toBeLessThan(1e-12);
  // Slack of 0.2 to first order: 0.2 · (4 − 1) / 4
  expect(kktResidual(solve, free, { ...at(0.5, 0.5, [4, 1]), rules: [{ ...rule, value: -0.2 }] })).toBeCloseTo(
    0.15,
    12,
  );
  expect(kktResidual(solve, free, { ...at(0.5, 0.5, [4, 1]), rules: [{ ...rule, value: 0.03 }] })).toBeCloseTo(
    0.03,
    12,
  );
});

test('a line switched off does not count as one that could have more', () => {
  const minimum = { min: null, max: null, fixed: null, minDaily: 1 };
  const rules = constraintsOf(scenarioOf({ lines, rules: { lines: { 'facebook/awareness': minimum } } }));
  expect(kktResidual(solve, withPattern(rules, [false]), at(0, 1, [4, 1]))).toBeLessThan(1e-12);
});
