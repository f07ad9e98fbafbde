import { kktResidual, ruleViolation } from './kkt.js';
import type { LinearRules } from './linear-rules.js';
import type { Point, SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';
import { quadraticStep, updateHessian } from './quadratic.js';
import type { DrawSet } from './types.js';

interface LocalOptions {
  readonly set: DrawSet;
  /** The goal's size: its largest marginal by a share, so that neither currency nor goal matters to the steps. */
  readonly scale: number;
  /** Curvature of `−F / scale` to begin with, row-major. */
  readonly hessian: Float64Array;
  readonly radius: number;
  readonly maximumEvaluations: number;
  readonly tolerance: number;
  /** Ends a search early where this says it isn't worth going on. */
  readonly abandon?: (point: Point) => boolean;
}

export interface LocalResult {
  readonly point: Point;
  readonly kkt: number;
  /** Curvature of `−F / scale` as learnt on the way. */
  readonly hessian: Float64Array;
  readonly radius: number;
  readonly converged: boolean;
}

const FIRST_PENALTY = 10;
const LARGEST_PENALTY = 1e7;
const SMALLEST_RADIUS = 1e-10;
/** Predicted gain, in the goal's relative unit, below which steps drown in rounding errors. */
const NOISE = 1e-15;
/** Violation of a sampled rule, in shares of the budget, that counts as satisfied. */
const SATISFIED = 1e-9;

/**
 * Maximises the goal from one plan by sequential quadratic programming in a trust region: linear rules hold at every
 * iterate, sampled rules enter with an exact penalty, curvature is learnt by damped BFGS (from steps not taken, too). A
 * plan where the goal has no value is a step too far: the region shrinks.
 */
export async function searchFrom(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  start: Point,
  options: LocalOptions,
): Promise<LocalResult> {
  const { scale, set } = options;
  const hessian = options.hessian.slice();
  let radius = options.radius;
  let penalty = FIRST_PENALTY;
  let current = start;
  let kkt = kktResidual(solve, rules, current, scale);
  let used = 0;
  while (used < options.maximumEvaluations && kkt > options.tolerance) {
    const gradient = current.gradient.map((g) => -g / scale);
    const step = quadraticStep(solve, rules, current, gradient, hessian, radius, penalty);
    if (step === null) break;
    const length = step.d.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const violated = current.rules.some((rule) => rule.value > SATISFIED);
    if (violated && step.predicted <= NOISE + 1e-3 * SATISFIED * penalty && penalty < LARGEST_PENALTY) {
      // The penalty is too small to be exact: the goal still outweighs the broken rule.
      penalty *= 10;
      continue;
    }
    if (step.predicted <= NOISE || length === 0) break;
    const trial = await problem.at(moved(current.v, step.d, rules), set);
    used += 1;
    if (trial === null) {
      radius = Math.min(radius, length) * 0.25;
      if (radius < SMALLEST_RADIUS) break;
      continue;
    }
    const gained = merit(current, scale, penalty) - merit(trial, scale, penalty);
    const ratio = gained / step.predicted;
    updateHessian(hessian, step.d, lagrangianChange(current, trial, scale, step.sampledMultipliers));
    if (ratio < 0.25) radius = Math.max(0.25 * length, 0.1 * radius);
    else if (ratio > 0.75 && length > 0.99 * radius) radius = Math.min(1, 2 * radius);
    if (ratio > 1e-4) {
      current = trial;
      kkt = kktResidual(solve, rules, current, scale);
      if (options.abandon?.(current)) break;
    } else if (Math.abs(gained) <= 1e-14 * (1 + Math.abs(current.value / scale))) {
      // Equal to rounding error: let the residual judge which of the two is nearer to the optimum.
      const residual = kktResidual(solve, rules, trial, scale);
      if (!(residual < kkt)) break;
      current = trial;
      kkt = residual;
    }
    if (radius < SMALLEST_RADIUS) break;
  }
  return { point: current, kkt, hessian, radius, converged: kkt <= options.tolerance };
}

function moved(v: Float64Array, d: Float64Array, rules: LinearRules): Float64Array {
  return v.map((value, j) => Math.min(rules.upper[j], Math.max(rules.lower[j], value + d[j])));
}

function merit(point: Point, scale: number, penalty: number): number {
  let broken = 0;
  for (const rule of point.rules) broken += Math.max(0, rule.value);
  return -point.value / scale + penalty * broken;
}

function lagrangianChange(from: Point, to: Point, scale: number, multipliers: Float64Array): Float64Array {
  return from.gradient.map((g, j) => {
    let change = (g - to.gradient[j]) / scale;
    for (let r = 0; r < from.rules.length; r++) {
      change += multipliers[r] * (to.rules[r].gradient[j] - from.rules[r].gradient[j]);
    }
    return change;
  });
}

/** Violation of a rule, in shares, that a search to the end may leave: more is a broken rule. */
const BROKEN = 1e-6;

/**
 * Whether the first of two plans is to be preferred: the one that keeps the rules, or the one with the better goal.
 *
 * @param slack violation, in shares, that doesn't count
 */
export function better(rules: LinearRules, a: Point, b: Point, slack = BROKEN): boolean {
  const brokenA = Math.max(0, ruleViolation(rules, a) - slack);
  const brokenB = Math.max(0, ruleViolation(rules, b) - slack);
  if (brokenA !== brokenB) return brokenA < brokenB;
  return a.value > b.value;
}
