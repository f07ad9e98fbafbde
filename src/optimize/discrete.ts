import { nearestPlan } from './feasible.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import { searchFrom } from './local.js';
import type { Point, SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';
import { type Optimum, searchCoarse } from './search.js';

/** Nodes of the on-or-off tree that are solved; beyond it the best choice found so far stands. */
const MAXIMUM_NODES = 48;
const NODE_EVALUATIONS = 12;
const NODE_AIM = 1e-3;
/** Share of the goal's size by which a node must promise more than the best plan found. */
const WORTH = 1e-6;

/** A rule that is held while a line spends binds where it has less room than this, in shares. */
const PRESSED = 1e-4;

/** What is decided of each on-or-off line: on, off, or not yet. */
type Pattern = readonly (boolean | null)[];

/** An optimum with every on-or-off line decided. */
export interface DecidedOptimum {
  readonly optimum: Optimum;
  readonly on: readonly boolean[];
}

/**
 * The best plans on the coarse draws where some lines spend nothing or at least a minimum: branch and bound over on and
 * off, bounded by the plan without the undecided minimums. The bound is exact for a goal that is concave in the budgets;
 * for others it is what the local search attains. Without such lines this is the search itself. `null` where the goal
 * has no value at any start.
 */
export async function searchDiscrete(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  given: Float64Array,
): Promise<readonly DecidedOptimum[] | null> {
  const relaxed = await searchCoarse(solve, problem, { ...rules, onOff: [] }, given);
  const root = relaxed?.[0];
  if (relaxed === null || root === undefined) return null;
  if (rules.onOff.length === 0) return relaxed.map((optimum) => ({ optimum, on: [] }));

  const found: DecidedOptimum[] = [];
  const best = (): number =>
    found.reduce((most, entry) => Math.max(most, entry.optimum.point.value), Number.NEGATIVE_INFINITY);
  let nodes = 0;

  const solveNode = async (pattern: Pattern, from: Optimum): Promise<Optimum | null> => {
    const decided = withPartialPattern(rules, pattern);
    const nearest = nearestPlan(solve, decided, from.point.v);
    const start = nearest === null ? null : await problem.at(nearest.v, 'coarse');
    if (start === null) return null;
    const result = await searchFrom(solve, problem, decided, start, {
      set: 'coarse',
      scale: from.scale,
      hessian: from.hessian,
      radius: Math.max(from.radius, 0.1),
      maximumEvaluations: NODE_EVALUATIONS,
      tolerance: NODE_AIM,
    });
    return { ...result, scale: from.scale, starts: from.starts, optima: from.optima, shape: from.shape };
  };

  const visit = async (pattern: Pattern, optimum: Optimum): Promise<void> => {
    if (optimum.point.value <= best() + WORTH * optimum.scale) return;
    const undecided = mostUndecided(rules, pattern, optimum.point);
    if (undecided === null) {
      found.push({ optimum, on: resolved(rules, pattern, optimum.point.v) });
      return;
    }
    const share = optimum.point.v[rules.onOff[undecided].line] / rules.onOff[undecided].threshold;
    // The likelier side first: a good plan found early prunes the other.
    for (const choice of share >= 0.5 ? [true, false] : [false, true]) {
      if (nodes >= MAXIMUM_NODES) return;
      nodes += 1;
      const next = pattern.map((value, index) => (index === undecided ? choice : value));
      const solved = await solveNode(next, optimum);
      if (solved !== null) await visit(next, solved);
    }
  };

  const nearest = nearestPlan(solve, rules, root.point.v);
  if (nearest !== null) {
    const solved = await solveNode(nearest.on, root);
    if (solved !== null) found.push({ optimum: solved, on: nearest.on });
  }
  await visit(
    rules.onOff.map(() => null),
    root,
  );
  found.sort((a, b) => b.optimum.point.value - a.optimum.point.value);
  return found.length > 0 ? found : null;
}

/** Decided lines at their bounds; undecided ones only bounded below by 0. */
function withPartialPattern(rules: LinearRules, pattern: Pattern): LinearRules {
  const decided = rules.onOff.flatMap((entry, index) => {
    const on = pattern[index];
    return on === null || on === undefined ? [] : [{ entry, on }];
  });
  return withPattern(
    { ...rules, onOff: decided.map(({ entry }) => entry) },
    decided.map(({ on }) => on),
  );
}

/** The undecided line furthest from both nothing and its minimum; `null` where every line is at one side of the choice. */
function mostUndecided(rules: LinearRules, pattern: Pattern, { v, rules: sampled }: Point): number | null {
  let chosen: number | null = null;
  let worst = 1e-6;
  rules.onOff.forEach((entry, index) => {
    if (pattern[index] !== null) return;
    const share = v[entry.line] / entry.threshold;
    // A line that a rule is hard on while it spends may be better off.
    const pressed =
      entry.whileOn === true && sampled.some(({ rule, value }) => rule === entry.rule && value > -PRESSED);
    const distance = pressed && share > 0 ? PRESSED : Math.min(share, 1 - share);
    if (distance > worst) {
      worst = distance;
      chosen = index;
    }
  });
  return chosen;
}

function resolved(rules: LinearRules, pattern: Pattern, v: Float64Array): boolean[] {
  return rules.onOff.map((entry, index) => pattern[index] ?? v[entry.line] > entry.threshold / 2);
}
