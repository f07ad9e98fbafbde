import { pow } from '../distributions/elementary.js';
import { lastOf } from '../required.js';
import { withPosts } from '../scenario/pay.js';
import type { Scenario } from '../scenario/types.js';
import { nearestPlan } from './feasible.js';
import { byPeriods, joinedPlan, periodEvaluator, splitPlan } from './flighting.js';
import { loadProgramSolver } from './highs.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import { type LocalResult, searchFrom } from './local.js';
import { ruleOutcomes } from './outcomes.js';
import { evaluatorWithPosts } from './posts/fixed.js';
import { type Point, type SampledProblem, sampledProblem, toDecision, toShares } from './problem.js';
import type { ProgramSolver } from './program.js';
import { mean } from './risk.js';
import { roundPlan } from './round.js';
import { constraintsOf } from './rules.js';
import type { Decision, DrawSet, PlanEvaluator } from './types.js';

/** Profit under shocks, each for certain and alone, and without any: everything else is the scenario's. */
interface Stress {
  readonly calm: PlanEvaluator;
  readonly shocked: readonly PlanEvaluator[];
}

interface RobustRequest {
  readonly scenario: Scenario;
  readonly evaluator: PlanEvaluator;
  readonly stress: Stress;
  /** Plans to begin from; posts are those of the first. */
  readonly starts: readonly [Decision, ...Decision[]];
  readonly signal?: AbortSignal | undefined;
}

const PROFIT = { kind: 'kpi', name: 'profit' } as const;
const EVALUATIONS = { coarse: 40, fit: 40 };
const AIM = 1e-5;
/** Loss, as a share of the budget, that a plan better for the goal may have beyond the least one. */
const AS_GOOD = 1e-5;
/** Times that sampled rules are asked for a little more, so that the fresh draws meet them. */
const ATTEMPTS = 4;

/**
 * The plan that keeps the rules and whose largest mean loss to a shock (profit without any shock less profit with this one for
 * certain) is least: sequential quadratic programming over the plan and a bound on all losses, from several plans; of plans
 * that are as good, the one that is best for the goal. Posts stay as they are. `null` where no plan keeps the rules.
 */
export async function robustPlan(request: RobustRequest): Promise<Decision | null> {
  const { signal } = request;
  const { posts } = request.starts[0];
  const given = withPosts(request.scenario, posts);
  const scenario = byPeriods(given);
  const held = (evaluator: PlanEvaluator): PlanEvaluator =>
    periodEvaluator(given, posts === undefined ? evaluator : evaluatorWithPosts(evaluator, posts));
  const stress = { calm: held(request.stress.calm), shocked: request.stress.shocked.map(held) };
  const solve = await loadProgramSolver();
  const rules = constraintsOf(scenario);
  const starts = [
    ...request.starts.map((plan) => toShares(splitPlan(given, plan), scenario.budget)),
    ...corners(rules),
  ];
  let margins = new Map<string, number>();
  let found: Decision | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const problem = sampledProblem(scenario, held(request.evaluator), { signal, margins });
    const task: Task = { solve, problem, stress, rules };
    const best = await leastLoss(task, starts);
    if (best === null) return found;
    const { decision } = roundPlan(solve, scenario, withPattern(rules, best.on), best.v);
    const { evidence } = await problem.price(decision, 'fresh');
    const broken = ruleOutcomes(scenario, decision, evidence).filter(({ holds }) => !holds);
    found = joinedPlan(given, posts === undefined ? decision : { ...decision, posts });
    if (broken.length === 0) return found;
    // Each broken rule that looks at draws is asked for a hundredth of a percent more, then twice that, …
    margins = new Map(
      best.point.rules.map(({ rule }) => {
        const more = broken.some((outcome) => outcome.rule === rule) ? 1e-4 * pow(2, attempt) : 0;
        return [rule, (margins.get(rule) ?? 0) + more];
      }),
    );
  }
  return null;
}

interface Task {
  readonly solve: ProgramSolver;
  readonly problem: SampledProblem;
  readonly stress: Stress;
  readonly rules: LinearRules;
}

/** All money on one line, and evenly on all: what shocks spare is often a platform that they aren't about. */
function corners({ lines, lower }: LinearRules): Float64Array[] {
  const creative = lower.slice(lines);
  const plan = (share: (line: number) => number): Float64Array =>
    Float64Array.from([...Array.from({ length: lines }, (_, l) => share(l)), ...creative]);
  return [plan(() => 1 / lines), ...Array.from({ length: lines }, (_, line) => plan((l) => (l === line ? 1 : 0)))];
}

/** Most lines of which each alone is a plan to begin from. */
const MOST_CORNERS = 12;

async function leastLoss(
  task: Task,
  starts: readonly Float64Array[],
): Promise<{ readonly v: Float64Array; readonly point: Point; readonly on: readonly boolean[] } | null> {
  const { solve, rules, problem } = task;
  let best: { readonly found: LocalResult; readonly on: readonly boolean[] } | null = null;
  for (const start of starts.slice(0, MOST_CORNERS)) {
    const nearest = nearestPlan(solve, rules, start);
    if (nearest === null) continue;
    const found = await searchBound(task, withPattern(rules, nearest.on), nearest.v, 'coarse');
    if (found !== null && (best === null || lossOf(found) < lossOf(best.found) - 1e-9))
      best = { found, on: nearest.on };
  }
  if (best === null) return null;
  const decided = withPattern(rules, best.on);
  const fit = (await searchBound(task, decided, best.found.point.v.slice(0, -1), 'fit')) ?? best.found;
  const v = fit.point.v.slice(0, -1);
  // Among plans that lose as little, the one that is best for the goal.
  const most = lossOf(fit) + AS_GOOD;
  const start = await withLosses(task, v, 'fit', most);
  if (start === null) return null;
  const chosen = await searchFrom(
    solve,
    { ...problem, at: (plan, set) => withLosses(task, plan, set, most) },
    decided,
    start,
    { ...options(start, v.length), set: 'fit' },
  );
  return { v: chosen.point.v, point: chosen.point, on: best.on };
}

/** The bound on the losses that a search over the plan and it ends with. */
function lossOf({ point }: LocalResult): number {
  return point.rules.reduce((most, { value }) => Math.max(most, value), 0) * BROKEN + lastOf(point.v);
}

/** What a rule that is broken weighs against the loss. */
const BROKEN = 1e3;

function options({ gradient }: Point, size: number) {
  const scale = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0) || 1;
  const hessian = new Float64Array(size * size);
  for (let j = 0; j < size; j++) hessian[j * size + j] = 1;
  return { scale, hessian, radius: 0.25, maximumEvaluations: EVALUATIONS.fit, tolerance: AIM };
}

/** The search over a plan and the largest of its losses, which is the last variable. */
async function searchBound(
  task: Task,
  rules: LinearRules,
  from: Float64Array,
  set: 'coarse' | 'fit',
): Promise<LocalResult | null> {
  const { solve, problem } = task;
  const size = from.length + 1;
  const longer = (values: Float64Array, last: number): Float64Array => Float64Array.from([...values, last]);
  const at: SampledProblem['at'] = async (v, drawn) => {
    const point = await withLosses(task, v.slice(0, -1), drawn, 0);
    if (point === null) return null;
    const bound = lastOf(v);
    const extended = point.rules.map((rule) => {
      const isLoss = isLossRule(rule.rule);
      return { ...rule, value: rule.value - (isLoss ? bound : 0), gradient: longer(rule.gradient, isLoss ? -1 : 0) };
    });
    return { v, value: -bound, gradient: longer(new Float64Array(size - 1), -1), rules: extended };
  };
  const first = await withLosses(task, from, set, 0);
  if (first === null) return null;
  const losses = first.rules.filter(({ rule }) => isLossRule(rule)).map(({ value }) => value);
  const start = await at(longer(from, Math.max(...losses)), set);
  if (start === null) return null;
  const extended: LinearRules = {
    ...rules,
    lower: longer(rules.lower, Number.NEGATIVE_INFINITY),
    upper: longer(rules.upper, Number.POSITIVE_INFINITY),
    rows: rules.rows.map((row) => ({ ...row, coefficients: longer(row.coefficients, 0) })),
  };
  return searchFrom(solve, { ...problem, at }, extended, start, {
    ...options(start, size),
    set,
    maximumEvaluations: EVALUATIONS[set],
  });
}

/** A plan with its losses as rules: each shock's, as a share of the budget, at most `most`. */
async function withLosses(
  { problem, stress }: Task,
  v: Float64Array,
  set: DrawSet,
  most: number,
): Promise<Point | null> {
  const point = await problem.at(v, set);
  if (point === null) return null;
  const { budget } = problem.scenario;
  const decision = toDecision(v, problem.scenario);
  const profit = async (evaluator: PlanEvaluator) => {
    const { draws, values, gradients } = await evaluator.evaluate(decision, [PROFIT], set);
    const slopes = Float64Array.from(v, (_, j) => {
      const scale = j < decision.budgets.length ? budget : 1;
      return mean(gradients[0].subarray(j * draws, (j + 1) * draws)) * scale;
    });
    return { value: mean(values[0]), slopes };
  };
  const calm = await profit(stress.calm);
  const losses = [];
  for (const [k, evaluator] of stress.shocked.entries()) {
    const hit = await profit(evaluator);
    losses.push({
      rule: `${LOSS}${k}`,
      value: (calm.value - hit.value) / budget - most,
      gradient: calm.slopes.map((slope, j) => (slope - hit.slopes[j]) / budget),
      perUnit: 0,
    });
  }
  return { ...point, rules: [...point.rules, ...losses] };
}

const LOSS = '\u0000loss ';

function isLossRule(rule: string): boolean {
  return rule.startsWith(LOSS);
}
