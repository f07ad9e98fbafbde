import { powerOfTen } from '../distributions/elementary.js';
import { nearestPlan } from './feasible.js';
import { kktResidual } from './kkt.js';
import { type LinearRules, totalOf } from './linear-rules.js';
import { better, type LocalResult, searchFrom } from './local.js';
import type { Point, SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';
import { quadraticStep } from './quadratic.js';
import { isRatio, sampledRules } from './sampled-rules.js';
import { dealtFrom, NOTHING_DEALT } from './separable/dealt.js';
import type { Traces } from './separable/traces.js';
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
/** Violation of a rule, in shares, that a search with that aim may leave. */
const COARSE_SLACK = 1e-5;
/** Plans from which a full search on the coarse draws is run: where the goal looks concave, and where it doesn't. */
const SEARCHES = { concave: 2, other: 8 };
const COARSE_EVALUATIONS = 20;
/** Evaluations on the coarse draws after which no further search begins. */
const COARSE_BUDGET = 45;
/** Times that lines which touch each other are dealt out anew. */
const EXCHANGES = 3;
const FIT_EVALUATIONS = 40;
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
  readonly shape: GoalShape;
}

/** What is known of the goal beyond the plans searched, on the coarse draws. */
interface GoalShape {
  /** The goal looked concave, and the sampled rules convex, at all plans judged: an optimum nearby is the best of all. */
  readonly concave: boolean;
  /** `null` where the goal is concave, or the lines too many to trace. */
  readonly traces: Traces | null;
  /** No plan is worth more; `null` where that isn't known. */
  readonly bound: number | null;
  /** A plan that spends something was seen to keep the sampled rules. */
  readonly attained: boolean;
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
  judged.sort((a, b) => preference(rules, a, b));
  const concave = looksConcave(judged);
  const simple = concave && judged[0].rules.length === 0;
  const dealer = { solve, problem, rules, judged };
  const { points: dealt, traces, bound } = simple ? NOTHING_DEALT : await dealtFrom(dealer, judged[0]);
  const starts = [...judged, ...dealt].sort((a, b) => preference(rules, a, b));
  const scale = goalScale(starts);
  const shape = { concave, traces, bound, attained: starts.some((start) => keepsSpending(problem, rules, start)) };
  const found: Optimum[] = [];
  let hessian = startingCurvature(starts, scale);
  const searchOn = async (list: readonly Point[], budget: number): Promise<void> => {
    const before = problem.evaluations.coarse;
    for (const start of list) {
      if (found.length > 0 && problem.evaluations.coarse - before > budget) break;
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
      found.push({ ...result, scale, starts: starts.length, optima: [], shape });
    }
  };
  await searchOn(starts.slice(0, concave ? SEARCHES.concave : SEARCHES.other), COARSE_BUDGET);
  found.sort((a, b) => preference(rules, a.point, b.point));
  if (traces !== null && !traces.additive && !concave) {
    // Lines that touch each other: dealt out anew around what was found, until that finds nothing better.
    for (let round = 0; round < EXCHANGES; round++) {
      const base = found[0].point;
      const { points } = await dealtFrom({ ...dealer, judged: [] }, base);
      const better = points.filter((point) => preference(rules, point, base) < 0);
      if (better.length === 0) break;
      await searchOn(better.slice(0, 2), COARSE_BUDGET);
      found.sort((a, b) => preference(rules, a.point, b.point));
      if (found[0].point === base) break;
    }
  }
  const optima = found.map(({ point }) => point.value);
  const attained = shape.attained || found.some(({ point }) => keepsSpending(problem, rules, point));
  const all = found.map((optimum) => ({ ...optimum, optima, shape: { ...shape, attained } }));
  return all.filter(
    (optimum, index) => !found.slice(0, index).some((other) => distance(optimum.point.v, other.point.v) < DIFFERENT),
  );
}

/** Excess of a rule, as a share of what is spent on what it is of, that a search would still mend. */
const MENDED = 1e-4;

/** Whether a plan keeps the sampled rules and spends money, also in whole units: less than one reaches nobody whom others could retarget. */
function keepsSpending({ scenario }: SampledProblem, rules: LinearRules, point: Point): boolean {
  const { v, rules: sampled, idle = false } = point;
  const spent = totalOf(rules, v);
  const unit = powerOfTen(-scenario.currencyDigits) / scenario.budget;
  const whole = v.subarray(0, rules.lines).every((share) => share === 0 || share >= unit);
  const feasible = sampled.every(({ value, lines }) => {
    const own = lines === undefined ? spent : lines.reduce((sum, line) => sum + v[line], 0);
    return value <= MENDED * own;
  });
  return !idle && whole && spent > 1e-7 && feasible;
}

function preference(rules: LinearRules, a: Point, b: Point): number {
  if (better(rules, a, b, COARSE_SLACK)) return -1;
  return better(rules, b, a, COARSE_SLACK) ? 1 : 0;
}

/** Violation of a rule, in shares, that is left by a search whose evaluations ran out, rather than by a rule that can't be satisfied. */
const LEFT = { least: 1e-9, most: 1e-3 };
/** Steps back to the border, how far one may go in shares, and what an excess weighs against that. */
const MENDS = 3;
const NEAR = 0.01;
const MENDING = 1e4;

/**
 * Along the curved border of a rule each step breaks it a little, which the next one mends: a search that is stopped on its
 * way is taken to the border, since what it left broken says nothing against the rule.
 */
async function mended(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  result: LocalResult,
  scale: number,
): Promise<LocalResult> {
  // The nearest plan that keeps a ratio to the spend may be one that spends nothing, of which it asks nothing.
  if (sampledRules(problem.scenario).some(isRatio)) return result;
  const broken = ({ rules: sampled }: Point): number => Math.max(0, ...sampled.map(({ value }) => value));
  const before = broken(result.point);
  if (result.converged || before <= LEFT.least || before > LEFT.most) return result;
  const size = result.point.v.length;
  const nearness = new Float64Array(size * size);
  for (let j = 0; j < size; j++) nearness[j * size + j] = 1;
  let point = result.point;
  for (let k = 0; k < MENDS && broken(point) > LEFT.least; k++) {
    const step = quadraticStep(solve, rules, point, new Float64Array(size), nearness, NEAR, MENDING);
    if (step === null) break;
    const next = await problem.at(
      point.v.map((value, j) => Math.min(rules.upper[j], Math.max(rules.lower[j], value + step.d[j]))),
      'fit',
    );
    if (next === null || broken(next) >= broken(point)) break;
    point = next;
  }
  if (point === result.point) return result;
  return { ...result, point, kkt: kktResidual(solve, rules, point, scale) };
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
  const ended = await searchFrom(solve, problem, rules, start, {
    set: 'fit',
    scale: from.scale,
    hessian: from.hessian,
    radius: Math.max(from.radius, 0.05),
    maximumEvaluations: maximumEvaluations - 1,
    tolerance,
  });
  const result = await mended(solve, problem, rules, ended, from.scale);
  return { ...result, scale: from.scale, starts: from.starts, optima: from.optima, shape: from.shape };
}
