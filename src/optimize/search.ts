import { nearestPlan } from './feasible.js';
import type { ProgramSolver } from './highs.js';
import { better, type LocalResult, searchFrom } from './local.js';
import type { Point, SampledProblem } from './problem.js';
import { type LinearRules, totalOf } from './rules.js';
import { MOST_LINES, separablePlan } from './separable.js';
import { distance, goalScale, judgedStarts, looksConcave, startingCurvature } from './starts.js';

/** KKT residual at which a plan is certified. */
export const CERTIFIED = 1e-6;
/** Searches aim below it, so that rounding errors don't decide. */
const AIM = 2e-7;
/**
 * Of a search that only asks what a plan would be worth. What is left to gain falls with the residual's square, and is
 * some 1e-9 of the largest marginal here.
 */
export const WORTH_AIM = 1e-5;
const COARSE_AIM = 1e-4;
/** Plans from which a full search on the coarse draws is run: where the goal looks concave, and where it doesn't. */
const SEARCHES = { concave: 2, other: 8 };
const COARSE_EVALUATIONS = 20;
/** Evaluations on the coarse draws after which no further search begins. */
const COARSE_BUDGET = 45;
const FIT_EVALUATIONS = 25;
/** Beyond so many amounts (periods of free flighting) each eight more get an evaluation more. */
const MANY = { lines: 50, each: 8 };
/** Optima further apart than this, in shares, are different ones. */
const DIFFERENT = 0.01;

/** The best plan found on a set of draws, and what is needed to go on from there. */
export interface Optimum extends LocalResult {
  readonly scale: number;
  /** Plans the search began from. */
  readonly starts: number;
  /** Values on the coarse draws that the searches from the best of them came to. */
  readonly optima: readonly number[];
}

/** The best plan on the coarse draws, from several starts. `null` where the goal has no value at any of them. */
export async function searchCoarse(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  given: Float64Array,
): Promise<readonly Optimum[] | null> {
  const judged = await judgedStarts(solve, problem, rules, given);
  if (judged.length === 0) return null;
  const concave = looksConcave(judged);
  const traced = concave ? null : await tracedStart(solve, problem, rules, judged[0]!);
  const starts = traced === null ? judged : [...judged, traced].sort((a, b) => b.value - a.value);
  const before = problem.evaluations.coarse;
  const scale = goalScale(starts);
  let hessian = startingCurvature(starts, scale);
  const found: Optimum[] = [];
  const searches = concave ? SEARCHES.concave : SEARCHES.other;
  for (const start of starts.slice(0, searches)) {
    if (found.length > 0 && problem.evaluations.coarse - before > COARSE_BUDGET) break;
    const result = await searchFrom(solve, problem, rules, start, {
      set: 'coarse',
      scale,
      hessian,
      radius: 0.25,
      maximumEvaluations: COARSE_EVALUATIONS,
      tolerance: COARSE_AIM,
      abandon: (point) => found.some((other) => distance(point.v, other.point.v) < DIFFERENT),
    });
    hessian = result.hessian;
    found.push({ ...result, scale, starts: starts.length, optima: [] });
  }
  found.sort((a, b) => (better(rules, a.point, b.point) ? -1 : 1));
  const optima = found.map(({ point }) => point.value);
  const all = found.map((optimum) => ({ ...optimum, optima }));
  return all.filter(
    (optimum, index) => !found.slice(0, index).some((other) => distance(optimum.point.v, other.point.v) < DIFFERENT),
  );
}

/** For responses that may be S-shaped: the plan by dynamic programming over each line's own trace, under the rules. */
async function tracedStart(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  base: Point,
): Promise<Point | null> {
  if (rules.lines < 2 || rules.lines > MOST_LINES) return null;
  const wanted = await separablePlan(problem, base, rules.lines, totalOf(rules, base.v));
  const nearest = wanted === null ? null : nearestPlan(solve, rules, wanted);
  return nearest === null ? null : problem.at(nearest.v, 'coarse');
}

interface FitOptions {
  readonly maximumEvaluations?: number;
  /** KKT residual at which the search is done. */
  readonly tolerance?: number;
}

function evaluationsFor(lines: number): number {
  return FIT_EVALUATIONS + Math.ceil(Math.max(0, lines - MANY.lines) / MANY.each);
}

/** Goes on from an optimum of other draws (or other rules) on the fit draws. `null` where the goal has no value there. */
export async function searchFit(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  from: Optimum,
  { maximumEvaluations = evaluationsFor(rules.lines), tolerance = AIM }: FitOptions = {},
): Promise<Optimum | null> {
  const nearest = nearestPlan(solve, rules, from.point.v);
  const start = nearest === null ? null : await problem.at(nearest.v, 'fit');
  if (start === null) return null;
  const result = await searchFrom(solve, problem, rules, start, {
    set: 'fit',
    scale: from.scale,
    hessian: from.hessian,
    radius: Math.max(from.radius, 0.05),
    maximumEvaluations: maximumEvaluations - 1,
    tolerance,
  });
  return { ...result, scale: from.scale, starts: from.starts, optima: from.optima };
}
