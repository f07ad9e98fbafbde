import { solveStrictlyConvex } from './convex.js';
import { type Program, type ProgramSolution, violationOf } from './program.js';

/** Quadratic programs that are solved at most; a linear program's optimum is met in a few. */
const ROUNDS = 60;
/** A move below this, in the variables' own unit, is none. */
const STILL = 1e-12;

/**
 * Solves a linear program without HiGHS: by the proximal point method (R. T. Rockafellar, "Monotone operators and the
 * proximal point algorithm", SIAM Journal on Control and Optimization 14, 1976), whose steps are strictly convex quadratic
 * programs and which ends at a linear program's optimum after finitely many. Steps grow, so that far corners are reached.
 */
export function solveByProximalPoints(program: Program): ProgramSolution {
  const size = program.cost.length;
  const largest = program.cost.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  let x: Float64Array = Float64Array.from(program.lower, (low, j) => Math.min(program.upper[j], Math.max(low, 0)));
  let weight = 1;
  let last: ProgramSolution = { status: 'failed', detail: 'no step was solved' };
  for (let round = 0; round < ROUNDS; round++) {
    const hessian = new Float64Array(size * size);
    for (let j = 0; j < size; j++) hessian[j * size + j] = weight;
    const from = x;
    const cost = program.cost.map((value, j) => value / largest - weight * from[j]);
    const answer = solveStrictlyConvex({ ...program, cost, hessian, hessianSize: size });
    if (answer.status !== 'optimal') {
      if (last.status === 'optimal') return last;
      return /inconsistent/.test(answer.detail) ? { status: 'infeasible', detail: answer.detail } : answer;
    }
    x = answer.x;
    const failed = violationOf(program, x);
    if (failed !== null) return last.status === 'optimal' ? last : { status: 'failed', detail: failed };
    const objective = program.cost.reduce((sum, value, j) => sum + value * x[j], 0);
    last = { status: 'optimal', x, objective, rowDual: answer.rowDual.map((dual) => dual * largest) };
    if (x.every((value, j) => Math.abs(value - from[j]) <= STILL * (1 + Math.abs(value)))) break;
    weight = Math.max(1e-6, weight / 4);
  }
  return last;
}
