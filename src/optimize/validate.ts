import { powerOfTen } from '../distributions/elementary.js';
import { required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import { BROKEN, breaksRule } from './breaks-rule.js';
import { isDelivering } from './delivery.js';
import type { DecidedOptimum } from './discrete.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import { ruleOutcomes } from './outcomes.js';
import { ruleValues, type SampledProblem, sampledProblem, toDecision } from './problem.js';
import type { ProgramSolver } from './program.js';
import { type RoundedPlan, roundPlan } from './round.js';
import { missedBy, sampledRules } from './sampled-rules.js';
import { searchFit } from './search.js';
import type { Evaluation, PlanEvaluator } from './types.js';

/** Times that the sampled rules are asked for a little more, or less, so that the fresh draws meet them. */
const ATTEMPTS = 6;
/** A sampled rule whose figure is this near to its bound binds. */
const BINDING = 1e-6;
/** Unused room under a binding rule, in shares of the budget, that is worth another search. */
const NEAR = { exact: 1e-6, probability: 1e-4 };

export interface Validated {
  readonly best: DecidedOptimum;
  readonly problem: SampledProblem;
  readonly margins: ReadonlyMap<string, number>;
  readonly rounded: RoundedPlan;
  readonly fresh: { readonly value: number; readonly evidence: Evaluation };
  /** False where the fresh draws break a sampled rule, and asking for more left no plan. */
  readonly feasible: boolean;
}

/** What a search on the fit draws came to, its sampled rules shifted by so much. */
export interface Fitted {
  readonly best: DecidedOptimum;
  readonly problem: SampledProblem;
  readonly margins: ReadonlyMap<string, number>;
}

/**
 * A plan that breaks sampled rules on the fit draws, and as little as can be, may keep them on the fresh ones, which are
 * those that count: then the search goes on from it with the rules shifted to what the fresh draws say. `null` where they
 * say that it breaks them, too.
 */
export async function easedByFresh(
  solve: ProgramSolver,
  evaluator: PlanEvaluator,
  rules: LinearRules,
  { best, problem }: Fitted,
  signal: AbortSignal | undefined,
): Promise<Fitted | null> {
  const { scenario } = problem;
  const { evidence } = await problem.price(toDecision(best.optimum.point.v, scenario), 'fresh');
  const values = ruleValues(scenario, evidence);
  const margins = new Map<string, number>();
  for (const rule of sampledRules(scenario)) {
    const missed = missedBy(rule, values) / scenario.budget;
    if (missed > 0) return null;
    const { value } = required(best.optimum.point.rules.find((entry) => entry.rule === rule.rule));
    if (value > BROKEN) margins.set(rule.rule, missed - value);
  }
  const eased = sampledProblem(scenario, evaluator, { signal, margins });
  const optimum = await searchFit(solve, eased, withPattern(rules, best.on), best.optimum);
  if (optimum === null) return null;
  const found = { ...best, optimum };
  return breaksRule(found) ? null : { best: found, problem: eased, margins };
}

/**
 * Rounds the optimum and prices it on the fresh draws, on which the sampled rules are to hold. They were fitted on other
 * draws, with their borders smoothed: each rule that binds, or breaks, is shifted by what the fresh draws say it misses (one
 * number a rule is all that they lend to the fit), and the search goes on from there, until the rounded plan keeps every rule
 * and wastes no room under it.
 */
export async function validateOnFresh(
  solve: ProgramSolver,
  evaluator: PlanEvaluator,
  rules: LinearRules,
  found: Fitted,
  signal: AbortSignal | undefined,
): Promise<Validated> {
  const { scenario } = found.problem;
  const sampled = sampledRules(scenario);
  const unit = powerOfTen(-scenario.currencyDigits) / scenario.budget;
  const decided = withPattern(rules, found.best.on);
  // That money finds somebody is part of its being spent: whole units may leave nobody to a line that was fitted to a few.
  const judged = new Set([...sampled.map(({ rule }) => rule), ...(isDelivering(scenario) ? ['budget'] : [])]);
  const judge = async (
    best: DecidedOptimum,
    problem: SampledProblem,
    margins: ReadonlyMap<string, number>,
  ): Promise<Validated> => {
    const rounded = roundPlan(solve, scenario, decided, best.optimum.point.v);
    const fresh = await problem.price(rounded.decision, 'fresh');
    const feasible = ruleOutcomes(scenario, rounded.decision, fresh.evidence).every(
      ({ rule, holds }) => holds || !judged.has(rule),
    );
    return { best, problem, margins, rounded, fresh, feasible };
  };

  let current = await judge(found.best, found.problem, found.margins);
  let champion = current;
  const last = new Map<string, { readonly margin: number; readonly missed: number }>();
  for (let attempt = 0; sampled.length > 0 && attempt < ATTEMPTS; attempt++) {
    const values = ruleValues(scenario, current.fresh.evidence);
    const margins = new Map(current.margins);
    let validated = current.feasible;
    for (const rule of sampled) {
      const missed = missedBy(rule, values) / scenario.budget;
      const figure = current.best.optimum.point.rules.find((entry) => entry.rule === rule.rule)?.value ?? 0;
      const near = rule.measure.kind === 'probability' ? NEAR.probability : NEAR.exact;
      if (missed > 0 ? current.feasible : figure < -BINDING || missed > -near - attempt * unit) continue;
      // Room on the fit draws that the fresh ones don't have: asked for as much more, the plan is still the best one.
      const room = missed > 0 ? Math.max(0, -figure) : 0;
      const margin = (margins.get(rule.rule) ?? 0) + room;
      const before = last.get(rule.rule);
      // The fresh figure moves a little more or less than the fitted one: a secant step from the second time on.
      const slope = before === undefined ? 1 : (before.missed - missed) / (margin - before.margin);
      const step = missed / (slope > 0.1 && slope < 3 ? slope : 1);
      last.set(rule.rule, { margin, missed });
      // From then on with room for what rounding to whole units takes, too.
      margins.set(rule.rule, margin + step + attempt * unit);
      validated = false;
    }
    if (validated) break;
    const problem = sampledProblem(scenario, evaluator, { signal, margins });
    const optimum = await searchFit(solve, problem, decided, current.best.optimum);
    if (optimum === null || breaksRule({ ...current.best, optimum })) {
      // The rule is out of reach on these draws by as much as the search left it broken.
      if (!champion.feasible && optimum !== null) return judge({ ...current.best, optimum }, problem, margins);
      break;
    }
    current = await judge({ ...current.best, optimum }, problem, margins);
    const better = current.fresh.value >= champion.fresh.value;
    if (current.feasible !== champion.feasible ? current.feasible : better || !current.feasible) champion = current;
  }
  return champion.feasible ? toppedUp(scenario, rules, champion) : champion;
}

/** Units a line up to which whole units are coarse against a ratio rule: rounding costs more than a ten-thousandth. */
const COARSE_UNITS = 1e4;
/** Units that are added at once, largest first, and evaluations that this may take. */
const ADDED = [16, 4, 1];
const ADDITIONS = 60;

/** What lines have together, in smallest units. */
function unitsOf(budgets: Float64Array, currency: string): number {
  return budgets.reduce((sum, amount) => sum + toMinorUnits(amount, currency), 0);
}

/**
 * Where less than the budget may be spent and a rule that looks at draws binds, whole units round down to room under it: a
 * small plan's lines get more, unit by unit, while every rule stays satisfied and the goal grows.
 */
async function toppedUp(scenario: Scenario, rules: LinearRules, validated: Validated): Promise<Validated> {
  const unit = powerOfTen(-scenario.currencyDigits);
  const total = validated.rounded.decision.budgets.reduce((sum, amount) => sum + amount, 0) / unit;
  const all = toMinorUnits(scenario.budget, scenario.currency);
  const most = all - Math.round(rules.paid * all);
  const binds = validated.best.optimum.point.rules.some(({ value }) => value > -BINDING);
  if (!rules.open || !binds || total === 0 || total > COARSE_UNITS * rules.lines) return validated;
  let best = validated;
  let used = 0;
  for (const units of ADDED) {
    for (let better = true; better && used < ADDITIONS; ) {
      better = false;
      const before = best;
      for (let l = 0; l < rules.lines && used < ADDITIONS; l++) {
        const budgets = before.rounded.decision.budgets.slice();
        budgets[l] = fromMinorUnits(toMinorUnits(budgets[l], scenario.currency) + units, scenario.currency);
        // To the unit: what a rule's outcome leaves to rounding is not to be spent on purpose.
        if (unitsOf(budgets, scenario.currency) > most) continue;
        const decision = { ...before.rounded.decision, budgets };
        const fresh = await validated.problem.price(decision, 'fresh');
        used += 1;
        const feasible = ruleOutcomes(scenario, decision, fresh.evidence).every(({ holds }) => holds);
        if (!feasible || !(fresh.value > best.fresh.value)) continue;
        best = { ...validated, rounded: { ...validated.rounded, decision }, fresh };
        better = true;
      }
    }
  }
  return best;
}
