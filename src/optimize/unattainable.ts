import { required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import type { Conflict } from './conflict.js';
import type { DecidedOptimum } from './discrete.js';
import { nearestPlan } from './feasible.js';
import { type LinearRules, ruleNames, withPattern } from './linear-rules.js';
import { minimalSet } from './minimal-set.js';
import { movedInPairs } from './pair-moves.js';
import { ruleValues, type SampledProblem, sampledProblem, toDecision } from './problem.js';
import type { ProgramSolver } from './program.js';
import { reachedOn, relaxedBound, relaxedWithOthers, relaxes } from './reached-bound.js';
import {
  atOnce,
  type Relaxation,
  relaxedBudget,
  relaxedMinimum,
  relaxedRule,
  roundDown,
  SHARE_DIGITS,
} from './relaxations.js';
import { type Contradiction, leastBroken, leastBrokenOnBoth, leastSlack, mostFor, nearestBudget } from './relaxed.js';
import { mean } from './risk.js';
import { roundPlan } from './round.js';
import { isRatio, missedBy, type SampledRule, sampledRules, satisfiedChances, withBound } from './sampled-rules.js';
import type { Decision, Evaluation, PlanEvaluator } from './types.js';

/** Room left under the sampled rules, in shares of the budget: other draws and whole currency units need a little. */
const ROOM = 2e-5;
/** Excess, in shares of the budget, that is a rounding error. */
const EXACT = 1e-9;
/** Share of a bound below which moving it on makes no difference. */
const CONVERGED = 1e-5;
/** A budget this near to the one given, as a share, is no other. */
const SAME_BUDGET = 1e-6;
/** Times that the other rules are asked for a little more, so that the fresh draws meet them. */
const ATTEMPTS = 3;
/** Part of a bound on a share of futures that plans as good may differ by, as a quantile of so many draws does. */
const MADE_UP = 3e-3;
/** Part of a figure in a share of futures that is left to another search. */
const BESIDE = 1e-4;
/** Most fresh draws whose slopes are asked for: of more they would be many times the memory of a run. */
const MOST_FRESH = 65_536;
/** Times that a bound is moved to what the plan that breaks it least comes to. */
const REACHES = 4;

interface UnattainableRequest {
  readonly solve: ProgramSolver;
  readonly evaluator: PlanEvaluator;
  readonly scenario: Scenario;
  readonly rules: LinearRules;
  /** The plan found that breaks the sampled rules least. */
  readonly best: DecidedOptimum;
  readonly signal?: AbortSignal | undefined;
}

/** What contradicts itself; or the plan that keeps every rule after all, where looking for the best figure came to one. */
interface Unattained {
  readonly conflict: Conflict;
  readonly plan: Float64Array | null;
}

/** What a rule would have to be, and the plan that keeps it as it is, if one was met. */
interface Reach {
  readonly relaxations: readonly Relaxation[];
  readonly plan: Float64Array | null;
}

const only = (relaxations: readonly Relaxation[]): Reach => ({ relaxations, plan: null });

/**
 * Sampled rules that no plan found keeps: a set of rules, sampled and linear, of which each is needed for the contradiction
 * (the deletion filter, as for linear rules alone, with a search for a plan in place of a linear program), and for each
 * rule what it alone would have to be so that all others can be satisfied. Amounts are rounded so that a plan is left, and hold
 * on the draws fitted to and on the fresh ones.
 */
export async function unattainable(request: UnattainableRequest): Promise<Unattained> {
  const { scenario, rules } = request;
  const task = contradiction(request, scenario, new Map());
  const names = await minimalSet(task, request.best.optimum);
  const relaxations: Relaxation[] = [];
  let plan: Float64Array | null = null;
  for (const name of names) {
    const reach = await relaxed(request, name);
    relaxations.push(...reach.relaxations);
    plan = reach.plan;
    if (plan !== null) break;
  }
  if (relaxations.length === 0) relaxations.push(...(await together(request)));
  const order = [...sampledRules(scenario).map(({ rule }) => rule), ...ruleNames(rules)];
  // That money is delivered is part of its being spent.
  const listed = order.filter((name) => names.includes(name)).map((name) => (name === 'delivery' ? 'budget' : name));
  return { conflict: { rules: [...new Set(listed)], relaxations }, plan };
}

function contradiction(
  { solve, evaluator, rules, best, signal }: UnattainableRequest,
  scenario: Scenario,
  margins: ReadonlyMap<string, number>,
): Contradiction {
  const problem = sampledProblem(scenario, evaluator, { signal, margins });
  return { solve, problem, rules, on: best.on, from: best.optimum.point.v };
}

/** What one rule would have to be, all others being satisfied; nothing where that is not enough. */
async function relaxed(request: UnattainableRequest, name: string): Promise<Reach> {
  const { scenario, rules } = request;
  const sampled = sampledRules(scenario).find(({ rule }) => rule === name);
  if (sampled?.kind === 'delivery') return only([]);
  if (sampled !== undefined) return relaxedSampled(request, sampled);
  if (name === 'budget') {
    const ways = await Promise.all(
      ([-1, 1] as const).map((side) =>
        satisfiedOnFresh(request, scenario, null, async (task) => {
          const found = await nearestBudget(task, side);
          return found === null ? null : { v: found.v, figure: found.factor };
        }),
      ),
    );
    const nearest = ways
      .flatMap((way) => (way === null ? [] : [way.figure]))
      .sort((a, b) => Math.abs(a - 1) - Math.abs(b - 1))[0];
    return nearest === undefined || Math.abs(nearest - 1) < SAME_BUDGET
      ? only([])
      : only([relaxedBudget(scenario, rules, nearest)]);
  }
  const minimum = rules.onOff.find(({ rule }) => rule === name);
  const found = await satisfiedOnFresh(request, scenario, null, async (task) => {
    const v = minimum === undefined ? await leastSlack(task, name) : await mostFor(task, name, minimum.line);
    return v === null ? null : { v, figure: 0 };
  });
  if (found === null) return only([]);
  if (minimum !== undefined) return only([relaxedMinimum(scenario, rules, minimum, found.v[minimum.line])]);
  const change = relaxedRule(scenario, rules, name, found.v);
  return only(change === null ? [] : [change]);
}

interface Way {
  readonly v: Float64Array;
  readonly figure: number;
}

/** A way that also keeps every sampled rule but one on the fresh draws: the others are asked for more until it does. */
async function satisfiedOnFresh(
  request: UnattainableRequest,
  scenario: Scenario,
  but: string | null,
  find: (task: Contradiction) => Promise<Way | null>,
): Promise<Way | null> {
  const others = sampledRules(scenario).filter(({ rule }) => rule !== but);
  const margins = new Map(others.map(({ rule }) => [rule, ROOM]));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const task = contradiction(request, scenario, margins);
    const way = await find(task);
    if (way === null) return null;
    const { evidence } = await task.problem.price(toDecision(way.v, scenario), 'fresh');
    const values = ruleValues(scenario, evidence);
    let satisfied = true;
    for (const rule of others) {
      const missed = missedBy(rule, values) / scenario.budget;
      if (missed <= EXACT) continue;
      satisfied = false;
      margins.set(rule.rule, required(margins.get(rule.rule)) + missed + ROOM);
    }
    if (satisfied) return way;
  }
  return null;
}

/** Looked for from the plan found and, where that tells no bound (a line that is off has no figure), from an even split. */
async function relaxedSampled(request: UnattainableRequest, asked: SampledRule): Promise<Reach> {
  const tells = ({ relaxations, plan }: Reach): boolean =>
    plan !== null || relaxations.some(({ code }) => code === 'bound');
  const changes = await relaxedFrom(request, asked);
  if (tells(changes)) return changes;
  const even = evenly(request);
  const others = even === null ? only([]) : await relaxedFrom(even, asked);
  return tells(others) ? others : changes;
}

/** The request with an even split for the plan found. */
function evenly(request: UnattainableRequest): UnattainableRequest | null {
  const { solve, rules, best } = request;
  const { optimum } = best;
  const wanted = optimum.point.v.map((share, j) => (j < rules.lines ? 1 / rules.lines : share));
  const nearest = nearestPlan(solve, rules, wanted);
  if (nearest === null) return null;
  const point = { ...optimum.point, v: nearest.v };
  return { ...request, best: { on: nearest.on, optimum: { ...optimum, point } } };
}

async function relaxedFrom(request: UnattainableRequest, asked: SampledRule): Promise<Reach> {
  let { scenario } = request;
  let rule = asked;
  let way: Way | null = null;
  for (let k = 0; k < REACHES; k++) {
    const found = await satisfiedOnFresh(request, scenario, rule.rule, async (task) => {
      const point = await leastBroken(task, rule.rule);
      return point === null ? null : { v: point.v, figure: 0 };
    });
    if (found === null) break;
    way = found;
    // A ratio's excess depends on the bound: the plan that breaks another bound least may be another plan (Dinkelbach, "On
    // nonlinear fractional programming", 1967).
    const reached = reachedOn(rule, scenario, await evidenceOf(request, found.v, scenario));
    if (!isRatio(rule) || !Number.isFinite(reached) || Math.abs(reached - rule.bound) < CONVERGED * Math.abs(reached))
      break;
    scenario = withBound(scenario, rule, reached);
    rule = required(sampledRules(scenario).find((other) => other.rule === asked.rule));
  }
  if (way === null) return only([]);
  return relaxationsOf(request, asked, await onBothSets(request, scenario, rule, way.v));
}

/**
 * From a plan found on the fit draws to one whose figure, the worse of that on those and on the fresh ones, is best: of a share of
 * futures alone, where few draws around the border tell.
 */
async function onBothSets(
  request: UnattainableRequest,
  from: Scenario,
  asked: SampledRule,
  start: Float64Array,
): Promise<Float64Array> {
  if (asked.measure.kind !== 'probability' || from.draws > MOST_FRESH) return start;
  const { solve, rules, best, evaluator, signal } = request;
  const others = sampledRules(from).filter((rule) => rule.rule !== asked.rule);
  let [v, scenario, rule] = [start, from, asked];
  let reached = reachedOn(rule, scenario, await evidenceOf(request, v, scenario));
  for (let k = 0; k < REACHES; k++) {
    const problem = sampledProblem(scenario, evaluator, { signal });
    const next = await leastBrokenOnBoth({ solve, problem, rules, on: best.on, from: v }, rule.rule);
    if (next === null) break;
    const evidence = await evidenceOf(request, next, scenario);
    const figure = reachedOn(rule, scenario, evidence);
    const gained = (rule.floor ? 1 : -1) * (figure - reached);
    const breaks = others.some((other) =>
      evidence.some((drawn) => missedBy(other, ruleValues(scenario, drawn)) > EXACT * scenario.budget),
    );
    if (!(gained > 0) || breaks) break;
    [v, reached] = [next, figure];
    if (gained < CONVERGED * Math.abs(reached)) break;
    if (!isRatio(rule)) continue;
    scenario = withBound(scenario, rule, reached);
    rule = required(sampledRules(scenario).find((other) => other.rule === asked.rule));
  }
  return v;
}

/** Draws of what the sampled rules look at, of the fit and the fresh set. */
async function evidenceOf(
  request: UnattainableRequest,
  v: Float64Array,
  scenario: Scenario,
): Promise<readonly Evaluation[]> {
  return evidenceIn(request, toDecision(v, scenario));
}

async function evidenceIn(
  { evaluator, scenario, signal }: UnattainableRequest,
  decision: Decision,
): Promise<readonly Evaluation[]> {
  const problem: SampledProblem = sampledProblem(scenario, evaluator, { signal });
  return [(await problem.price(decision, 'fit')).evidence, (await problem.price(decision, 'fresh')).evidence];
}

/** In whole units, as a plan is given. */
function roundedTo({ solve, scenario, rules, best }: UnattainableRequest, v: Float64Array): Decision {
  return roundPlan(solve, scenario, withPattern(rules, best.on), v).decision;
}

/** What a sampled rule would have to be for a plan to keep it: its bound, or its probability. */
async function relaxationsOf(request: UnattainableRequest, rule: SampledRule, v: Float64Array): Promise<Reach> {
  const { scenario } = request;
  const isShare = rule.measure.kind === 'probability';
  const evidence = await evidenceIn(request, roundedTo(request, v));
  const exact = reachedOn(rule, scenario, evidence);
  // A search for that figure begins elsewhere and ends a little beside this plan.
  const reached =
    isShare && rule.counted === undefined
      ? exact + (rule.floor ? -1 : 1) * BESIDE * Math.abs(exact)
      : await resolved(request, rule, v, exact);
  const changes: Relaxation[] = [];
  // A bound that is no looser than the one asked for would be no help.
  if (Number.isFinite(reached) && relaxes(rule, reached)) changes.push(relaxedBound(scenario, rule, reached));
  if (isShare) {
    const satisfied = evidence.map((drawn) => {
      return mean(satisfiedChances(rule, ruleValues(scenario, drawn)));
    });
    const share = roundDown(Math.min(...satisfied) - CHANCE, SHARE_DIGITS);
    if (share > 0) changes.push({ code: 'chance', rule: rule.rule, to: share });
  }
  return {
    relaxations: changes,
    plan: isShare && Number.isFinite(exact) ? await keeping(request, rule, v, exact) : null,
  };
}

/** The plan that comes to a figure if that is as asked, or one beside it where so little is missing that some draws may make it up. */
async function keeping(
  request: UnattainableRequest,
  rule: SampledRule,
  v: Float64Array,
  figure: number,
): Promise<Float64Array | null> {
  if (!relaxes(rule, figure)) return v;
  if (Math.abs(figure - rule.bound) > MADE_UP * Math.abs(rule.bound)) return null;
  const { scenario, rules, best } = request;
  const others = sampledRules(scenario).filter((other) => other.rule !== rule.rule);
  const sign = rule.floor ? 1 : -1;
  const score = async (moved: Float64Array): Promise<number> => {
    const evidence = await evidenceIn(request, roundedTo(request, moved));
    const breaks = others.some((other) => evidence.some((drawn) => missedBy(other, ruleValues(scenario, drawn)) > 0));
    const reached = sign * reachedOn(rule, scenario, evidence);
    return breaks || Number.isNaN(reached) ? Number.NEGATIVE_INFINITY : reached;
  };
  return movedInPairs(withPattern(rules, best.on), v, score, sign * rule.bound);
}

/** The bound that the search's smoothed figure keeps as well: it is what a re-run goes by. */
async function resolved(
  request: Pick<UnattainableRequest, 'evaluator' | 'scenario' | 'signal'>,
  rule: SampledRule,
  v: Float64Array,
  reached: number,
): Promise<number> {
  const { evaluator, signal } = request;
  let bound = reached;
  for (let k = 0; k < ATTEMPTS && Number.isFinite(bound); k++) {
    const scenario = withBound(request.scenario, rule, bound);
    const point = await sampledProblem(scenario, evaluator, { signal }).at(v, 'fit');
    const own = point?.rules.find((entry) => entry.rule === rule.rule);
    if (own === undefined || own.value <= EXACT || !(own.perUnit > 0)) break;
    bound += ((rule.floor ? -1 : 1) * own.value) / own.perUnit;
  }
  return bound;
}

/** A share of draws that the search's smoothed figure may differ by from the exact one. */
const CHANCE = 1e-3;

/** Where no rule's giving way is enough by itself: what all the broken ones come to in the plan that breaks them least. */
async function together(request: UnattainableRequest): Promise<readonly Relaxation[]> {
  const { scenario, best } = request;
  const { v } = best.optimum.point;
  const evidence = await evidenceOf(request, v, scenario);
  const changes: Relaxation[] = [];
  for (const rule of sampledRules(scenario)) {
    if (rule.kind === 'delivery') continue;
    const broken = evidence.some((drawn) => missedBy(rule, ruleValues(scenario, drawn)) > 0);
    const reached = broken ? await resolved(request, rule, v, reachedOn(rule, scenario, evidence)) : Number.NaN;
    if (!Number.isFinite(reached) || !relaxes(rule, reached)) continue;
    changes.push(relaxedWithOthers(scenario, rule, reached));
  }
  return atOnce(changes);
}
