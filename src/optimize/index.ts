import type { Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import { say } from '../words/said.js';
import { attemptAt, attemptFrom, type PlanAttempt } from './attempt.js';
import { findConflict } from './conflict.js';
import type { OptimizeRequest, OptimizeResult } from './contract.js';
import { attemptDelivered } from './deliver.js';
import type { DecidedOptimum } from './discrete.js';
import { UndefinedGoalError } from './errors.js';
import { byPeriods, joinedPlan, periodEvaluator, ruledBy } from './flighting.js';
import { givenPlan } from './given.js';
import { loadProgramSolver } from './highs.js';
import { kktResidual } from './kkt.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import { outOfReach } from './out-of-reach.js';
import { ruleOutcomes } from './outcomes.js';
import { choosesPosts } from './posts/fixed.js';
import { optimizeWithPosts } from './posts/optimize.js';
import { type PricedRule, rulePrices } from './prices.js';
import { type SampledProblem, toShares } from './problem.js';
import type { ProgramSolver } from './program.js';
import type { AlternativePlan, OptimizerReport } from './report.js';
import { roundPlan } from './round.js';
import { constraintsOf, isCheapest } from './rules.js';
import { sampledRules } from './sampled-rules.js';
import { CERTIFIED } from './search.js';
import { movedShare, trustOf } from './trust.js';
import type { Decision } from './types.js';
import { unattainable } from './unattainable.js';

export { type Ask, type AskedRule, askedRules } from './asked.js';
export type { OptimizeResult } from './contract.js';
export { spendByPeriod } from './flighting.js';
export { givenPlan } from './given.js';
export { ruleOutcomes } from './outcomes.js';
export { ruleFunctions } from './problem.js';
export type { BoundUnit, Relaxation } from './relaxations.js';

/**
 * The scenario's best plan under its rules (model, section 9), or the rules that can't hold together.
 *
 * The search runs on the evaluator's `coarse` and `fit` draws; what it finds is rounded to whole currency units and priced
 * on the `fresh` ones. Where the plan given keeps the rules and is no worse there, it is returned itself (`kept`).
 * The same scenario and evaluator give the same plan to the last bit. A line with free flighting is optimised period by
 * period.
 *
 * Errors: an `Error` where the goal has no value in some draws of every plan tried; the signal's reason when aborted.
 */
export async function optimizePlan(request: OptimizeRequest): Promise<OptimizeResult> {
  return choosesPosts(request.scenario) ? optimizeWithPosts(request, optimizeLines) : optimizeLines(request);
}

/** What a rule could ask for: the file's own target, which is only reported and binds nothing, where there is one. */
function askedFor({ targets }: Scenario): string {
  const wanted = targets.find(({ comparison }) => comparison === '>=' || comparison === '>');
  return wanted?.text.trim() ?? 'orders >= 100';
}

/** The best plan of a scenario whose numbers of posts are fixed. */
async function optimizeLines(request: OptimizeRequest): Promise<OptimizeResult> {
  const { signal } = request;
  const scenario = byPeriods(request.scenario);
  const evaluator = periodEvaluator(request.scenario, request.evaluator);
  const joined = (plan: Decision): Decision => joinedPlan(request.scenario, plan);
  const solve = await loadProgramSolver();
  const rules = constraintsOf(scenario);
  const conflict = findConflict(solve, scenario, rules);
  if (conflict !== null) return { ok: false, conflict };

  const given = givenPlan(scenario);
  const wanted = toShares(given, scenario.budget);
  const task = { solve, evaluator, scenario, rules, given, signal };
  let attempted = await attemptDelivered({ ...task, onProgress: (phase) => request.onProgress?.({ phase }) });
  if (rules.open && (attempted.kind === 'none' || (attempted.kind === 'plan' && spendsNothing(attempted)))) {
    // Where less may be spent, a ratio that no plan comes to contradicts nothing but the curves; of rules on a part of a plan
    // that is so where nothing else can be spent, either.
    const reach = await outOfReach(task, attempted.kind === 'none' ? 'plan' : 'all');
    const attained = attempted.kind === 'plan' && attempted.validated.best.optimum.shape.attained;
    // Of the cheapest plan a rule that can't be satisfied asks for nothing but that nothing be spent: that is no answer to it.
    if (reach.conflict !== null && (!attained || isCheapest(scenario))) return { ok: false, conflict: reach.conflict };
    const best = attempted.kind === 'none' ? attempted.best : attempted.validated.best;
    const found = reach.plan === null ? null : await attemptFrom({ ...task, given: reach.plan }, best);
    const before = attempted.kind === 'plan' ? attempted.validated.fresh.value : Number.NEGATIVE_INFINITY;
    if (found !== null && !spendsNothing(found) && found.validated.fresh.value > before) attempted = found;
  }
  if (attempted.kind === 'undefined') throw undefinedGoal(attempted.problem);
  if (attempted.kind === 'plan' && isCheapest(scenario) && spendsNothing(attempted) && !asksForFigures(scenario)) {
    throw new UndefinedGoalError(
      say`the cheapest plan that keeps these rules spends nothing, since none of them asks for anything: add one that does, such as rules: { hold: ['${askedFor(scenario)}'] }`,
    );
  }
  if (attempted.kind === 'none') {
    const { best } = attempted;
    const { conflict, plan } = await unattainable({ ...task, scenario, ...attempted });
    // What the smoothed figures of the search take for broken may hold, exactly.
    const found = plan === null ? null : await attemptAt(task, best, plan);
    if (found === null) {
      const explained = conflict.relaxations.length > 0 || !rules.open;
      return { ok: false, conflict: explained ? conflict : ((await outOfReach(task, 'holds')).conflict ?? conflict) };
    }
    attempted = found;
  }
  const { best, problem, rounded, fresh, margins } = attempted.validated;
  const held = attempted.rules;
  if (!Number.isFinite(fresh.value)) throw undefinedGoal(problem);
  const freshGiven = await problem.price(given, 'fresh');
  const outcomesGiven = ruleOutcomes(scenario, given, freshGiven.evidence);
  const keepsGiven = outcomesGiven.every((outcome) => outcome.holds) && freshGiven.value >= fresh.value;
  const decision = keepsGiven ? given : rounded.decision;
  request.onDecision?.(joined(decision));
  const objective = keepsGiven ? freshGiven.value : fresh.value;
  const fitted = await problem.price(decision, 'fit');
  const kkt = keepsGiven ? await residualAt(solve, problem, held, best, wanted) : best.optimum.kkt;
  const status = keepsGiven
    ? 'kept'
    : kkt > CERTIFIED
      ? 'stalled'
      : (await isBest(problem, best))
        ? 'optimal'
        : 'local';

  let prices: PricedRule[] = [];
  if (request.prices !== false) {
    request.onProgress?.({ phase: 'prices' });
    prices = await rulePrices({
      solve,
      problem,
      evaluator,
      rules: held,
      on: best.on,
      optimum: best.optimum,
      margins,
      signal,
    });
  }
  const trust = request.trust === true ? await trustReport(solve, problem, held, best, request.scenario) : {};
  const { optima } = best.optimum;
  return {
    ok: true,
    decision: joined(decision),
    report: {
      status,
      objective,
      objective_given: freshGiven.value,
      kkt,
      starts: best.optimum.starts,
      searches: optima.length,
      spread: Math.max(...optima) - Math.min(...optima),
      ...trust,
      optimism: fitted.value - objective,
    },
    prices: prices.map(({ price }) => price),
    without: new Map(prices.flatMap(({ price, plan }) => (plan === null ? [] : [[price.rule, joined(plan)]]))),
    rules: keepsGiven ? outcomesGiven : ruleOutcomes(scenario, decision, fresh.evidence),
    missed: keepsGiven ? [] : rounded.missed,
  };
}

/** Whether nothing is spent; money of lines that find nobody isn't spent, either. */
function spendsNothing({ validated: { best, rounded } }: PlanAttempt): boolean {
  return best.optimum.point.idle === true || rounded.decision.budgets.every((amount) => amount === 0);
}

/** Whether a rule asks for at least something whatever is spent: then a plan that spends nothing may be all that it takes. */
function asksForFigures(scenario: Scenario): boolean {
  return sampledRules(scenario).some(({ kind, floor, whileOn }) => kind === 'hold' && floor && whileOn === undefined);
}

/** The ranges and alternatives of `trustOf`, in whole currency units, the alternatives priced on the fresh draws. */
async function trustReport(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  { optimum, on }: DecidedOptimum,
  given: Scenario,
): Promise<Required<Pick<OptimizerReport, 'flat' | 'alternatives'>>> {
  const { scenario } = problem;
  const decided = withPattern(rules, on);
  const groups = given.lines.map(({ id }) =>
    scenario.lines.flatMap((line, index) => (ruledBy(line) === id ? [index] : [])),
  );
  const { ranges, alternatives } = await trustOf(solve, problem, decided, optimum, groups);
  const grid = (amount: number): number => fromMinorUnits(toMinorUnits(amount, scenario.currency), scenario.currency);
  const flat = ranges.map(({ min, max }, line) => ({
    line: given.lines[line].id,
    min: grid(min * scenario.budget),
    max: grid(max * scenario.budget),
  }));
  const plans: AlternativePlan[] = [];
  for (const v of alternatives) {
    const { decision } = roundPlan(solve, scenario, decided, v);
    const { value } = await problem.price(decision, 'fresh');
    const { budgets } = joinedPlan(given, decision);
    plans.push({
      lines: given.lines.map(({ id }, l) => ({ id, budget: budgets[l] })),
      moved: movedShare(v, optimum.point.v, decided.lines),
      objective: value,
    });
  }
  return { flat, alternatives: plans };
}

/** Share of the goal's bound that a plan may fall short of it and be the best one: the bound is as good as its grid. */
const GAP = 1e-3;

/**
 * Whether the goal has steps: a gate stops the plan in one future more or less, which no derivative tells of. A goal that looks
 * concave by its derivatives is then not known to be.
 */
function hasSteps({ phases }: Scenario): boolean {
  return phases.some(({ gate }) => gate !== null && gate.ifFailed.kind !== 'continue');
}

/** Whether no other plan can be better: the goal is concave as far as it was seen, or a bound on all plans says so. */
async function isBest(problem: SampledProblem, { optimum }: DecidedOptimum): Promise<boolean> {
  const { concave, bound } = optimum.shape;
  if (hasSteps(problem.scenario)) return false;
  if (concave) return true;
  const value = bound === null ? null : (await problem.at(optimum.point.v, 'coarse'))?.value;
  return bound !== null && value != null && value >= bound - GAP * Math.abs(bound);
}

async function residualAt(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  best: DecidedOptimum,
  v: Float64Array,
): Promise<number> {
  const point = await problem.at(v, 'fit');
  if (point === null) return best.optimum.kkt;
  const on = rules.onOff.map((entry) => v[entry.line] > 0);
  return kktResidual(solve, withPattern(rules, on), point, best.optimum.scale);
}

function undefinedGoal(problem: SampledProblem): Error {
  const { draws, of } = problem.undefinedDraws();
  return new UndefinedGoalError(
    say`the goal ${problem.scenario.goal.text} has no value in ${draws} of ${of} draws, so it can't be maximised: choose one that is defined in every future, such as profit or orders`,
  );
}
