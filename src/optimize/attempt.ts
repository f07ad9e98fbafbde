import type { Scenario } from '../scenario/types.js';
import { breaksRule } from './breaks-rule.js';
import { type DecidedOptimum, searchDiscrete } from './discrete.js';
import { followUp } from './follow-up.js';
import { kktResidual } from './kkt.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import { ruleOutcomes } from './outcomes.js';
import { type SampledProblem, sampledProblem, toShares } from './problem.js';
import type { ProgramSolver } from './program.js';
import { roundPlan } from './round.js';
import { searchFit } from './search.js';
import { withoutSmallMoves } from './small-moves.js';
import type { Decision, PlanEvaluator } from './types.js';
import { easedByFresh, type Fitted, type Validated, validateOnFresh } from './validate.js';

export interface AttemptRequest {
  readonly solve: ProgramSolver;
  readonly evaluator: PlanEvaluator;
  readonly scenario: Scenario;
  readonly rules: LinearRules;
  readonly given: Decision;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: 'coarse' | 'fit' | 'fresh') => void) | undefined;
}

/** A plan that keeps the rules on the fresh draws; `rules` with what else it was held to. */
export interface PlanAttempt {
  readonly kind: 'plan';
  readonly validated: Validated;
  readonly rules: LinearRules;
}

export type Attempt =
  | PlanAttempt
  /** None was found; the one that breaks the sampled rules least. */
  | {
      readonly kind: 'none';
      readonly best: DecidedOptimum;
      /** As searched, where more was asked than the scenario says: that money finds somebody. */
      readonly scenario?: Scenario;
    }
  /** The goal has no value in any plan tried. */
  | { readonly kind: 'undefined'; readonly problem: SampledProblem };

/** Searches on the coarse and fit draws, and is validated on the fresh ones. Where that finds no plan, once more from the plan given, if it keeps the rules. */
export async function attemptPlan(request: AttemptRequest): Promise<Attempt> {
  const { solve, evaluator, scenario, rules, given, signal, onProgress } = request;
  const problem = sampledProblem(scenario, evaluator, { signal });
  onProgress?.('coarse');
  const coarse = await searchDiscrete(solve, problem, rules, toShares(given, scenario.budget));
  if (coarse === null) return { kind: 'undefined', problem };
  onProgress?.('fit');
  const best = await followUp(solve, problem, rules, coarse);
  if (best === null) return { kind: 'undefined', problem };
  const held = await withoutSmallMoves(solve, problem, rules, best);
  const task = { ...request, rules: held.rules };
  const validated = await validatedFrom(task, { best: held.best, problem, margins: new Map() });
  if (validated?.feasible === true) return { kind: 'plan', validated, rules: held.rules };
  return (await attemptFrom(request, best)) ?? { kind: 'none', best: validated?.best ?? best };
}

/** The best plan near the one given, where that keeps the rules on the fresh draws; else `null`. `best`: of another search. */
export async function attemptFrom(request: AttemptRequest, best: DecidedOptimum): Promise<PlanAttempt | null> {
  const problem = sampledProblem(request.scenario, request.evaluator, { signal: request.signal });
  const from = await startGiven(request, problem, best);
  const validated = from === null ? null : await validatedFrom(request, from);
  return validated?.feasible === true ? { kind: 'plan', validated, rules: request.rules } : null;
}

/**
 * A plan that was seen to keep the rules, in whole units: the best one near it, or itself where the search, to whom shares of
 * futures are smooth, finds none. `null` where it breaks a rule on the fresh draws.
 */
export async function attemptAt(
  request: AttemptRequest,
  best: DecidedOptimum,
  v: Float64Array,
): Promise<PlanAttempt | null> {
  const { solve, evaluator, scenario, rules, signal } = request;
  const { on } = best;
  const problem = sampledProblem(scenario, evaluator, { signal });
  const decided = withPattern(rules, on);
  const rounded = roundPlan(solve, scenario, decided, v);
  const { decision } = rounded;
  const fresh = await problem.price(decision, 'fresh');
  if (!ruleOutcomes(scenario, decision, fresh.evidence).every(({ holds }) => holds)) return null;
  const near = await attemptFrom({ ...request, given: decision }, best);
  if (near !== null && near.validated.fresh.value >= fresh.value) return near;
  const point = await problem.at(v, 'fit');
  if (point === null) return near;
  const optimum = { ...best.optimum, point, kkt: kktResidual(solve, decided, point, best.optimum.scale) };
  const margins = new Map<string, number>();
  return {
    kind: 'plan',
    validated: { best: { optimum, on }, problem, margins, rounded, fresh, feasible: true },
    rules,
  };
}

async function validatedFrom(request: AttemptRequest, found: Fitted): Promise<Validated | null> {
  const { solve, evaluator, rules, signal, onProgress } = request;
  const fit = breaksRule(found.best) ? await easedByFresh(solve, evaluator, rules, found, signal) : found;
  if (fit === null) return null;
  onProgress?.('fresh');
  return validateOnFresh(solve, evaluator, rules, fit, signal);
}

/** The search on the fit draws that begins with the plan given; `null` where that one breaks a rule on the fresh draws. */
async function startGiven(
  { solve, scenario, rules, given }: AttemptRequest,
  problem: SampledProblem,
  { optimum }: DecidedOptimum,
): Promise<Fitted | null> {
  const { evidence } = await problem.price(given, 'fresh');
  if (!ruleOutcomes(scenario, given, evidence).every(({ holds }) => holds)) return null;
  const v = toShares(given, scenario.budget);
  const on = rules.onOff.map((entry) => v[entry.line] > 0);
  const from = { ...optimum, point: { ...optimum.point, v } };
  const found = await searchFit(solve, problem, withPattern(rules, on), from);
  return found === null ? null : { best: { optimum: found, on }, problem, margins: new Map() };
}
