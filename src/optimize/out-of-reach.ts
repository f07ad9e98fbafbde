import { powerOfTen } from '../distributions/elementary.js';
import type { Scenario } from '../scenario/types.js';
import type { AttemptRequest } from './attempt.js';
import type { Conflict } from './conflict.js';
import { type NearestPlan, nearestPlan } from './feasible.js';
import { totalOf, withPattern } from './linear-rules.js';
import { ruleValues, type SampledProblem, sampledProblem, toDecision } from './problem.js';
import { reachedBound, relaxedBound, relaxedWithOthers, relaxes } from './reached-bound.js';
import { atOnce, type Relaxation } from './relaxations.js';
import { leastBroken } from './relaxed.js';
import { mean } from './risk.js';
import { roundPlan } from './round.js';
import { isRatio, type SampledRule, sampledRules, spendOf, withBound } from './sampled-rules.js';
import type { Decision, Evaluation } from './types.js';

/** Halvings of the budget at which splits are tried, down to the smallest unit if that comes before. */
const HALVINGS = 24;
/** Golden-section steps between two sizes. */
const REFINED = 12;
/** Times that a figure is taken further from the plan that it was best for. */
const FURTHER = 6;
/** Part of a figure below which going further makes no difference. */
const CONVERGED = 1e-4;

interface Reached {
  readonly figure: number;
  readonly plan: NearestPlan;
}

interface Reach {
  /** `null` where the scenario has no such rule, or each is satisfied by some plan. */
  readonly conflict: Conflict | null;
  /** In whole units, one that keeps one of the rules; `null` where none is known. */
  readonly plan: Decision | null;
}

/** Rules on ratios of the whole plan; those of a line, platform or stage as well, and all that ask nothing of a line that is off, which a plan that spends elsewhere keeps; or on figures. */
type Looked = 'plan' | 'all' | 'holds';

const LOOKED: Readonly<Record<Looked, (rule: SampledRule) => boolean>> = {
  plan: (rule) => isRatio(rule) && rule.rule === rule.kind,
  all: (rule) => isRatio(rule) || rule.whileOn !== undefined,
  holds: ({ kind }) => kind === 'hold',
};

/**
 * Rules that no plan which spends anything was seen to keep, and the best figure that each can come to: by the plan
 * given, an even split and each line alone, of every size, and from the best of these by Dinkelbach's steps ("On nonlinear
 * fractional programming", 1967). Where each is satisfied by some plan, one of these.
 */
export async function outOfReach(request: AttemptRequest, looked: Looked): Promise<Reach> {
  const { scenario } = request;
  const problem = sampledProblem(scenario, request.evaluator, { signal: request.signal });
  const broken: { readonly rule: SampledRule; readonly best: Reached }[] = [];
  let plan: Decision | null = null;
  for (const rule of sampledRules(scenario).filter(LOOKED[looked])) {
    const best = await bestOf(request, problem, rule);
    // Where nothing is ever spent on what a rule is of, it asks nothing.
    if (best === null) continue;
    if (relaxes(rule, best.figure)) broken.push({ rule, best });
    else plan = rounded(request, best.plan);
  }
  const [first, ...more] = broken;
  if (first === undefined) return { conflict: null, plan };
  const rules = broken.map(({ rule }) => rule.rule);
  if (more.length === 0) {
    const only = relaxedBound(scenario, first.rule, first.best.figure);
    return { conflict: { rules, relaxations: [only] }, plan };
  }
  // Each alone would leave the others broken: what one plan makes of all of them.
  const evidence = await roundedEvidence(request, problem, first.best.plan);
  const changes = broken.flatMap(({ rule }): Relaxation[] => {
    const reached = reachedBound(rule, scenario, evidence);
    if (!Number.isFinite(reached)) return [];
    return [relaxedWithOthers(scenario, rule, reached)];
  });
  return { conflict: { rules, relaxations: atOnce(changes) }, plan };
}

/** The best figure that a rule can come to, and by which plan; `null` where none spends anything on what it is of. */
async function bestOf(request: AttemptRequest, problem: SampledProblem, rule: SampledRule): Promise<Reached | null> {
  const { scenario, rules, given, solve } = request;
  const { lines } = rules;
  const sign = rule.floor ? 1 : -1;
  const spent = given.budgets.reduce((sum, amount) => sum + amount, 0) || 1;
  const split = (share: (line: number) => number): Float64Array => {
    const v = new Float64Array(lines + given.creative.length);
    for (let l = 0; l < lines; l++) v[l] = share(l);
    v.set(given.creative, lines);
    return v;
  };
  const splits = [
    split((l) => given.budgets[l] / spent),
    split(() => 1 / lines),
    ...Array.from({ length: lines }, (_, only) => split((l) => (l === only ? 1 : 0))),
  ];
  const judged = async (wanted: Float64Array, size: number): Promise<Reached | null> => {
    const plan = nearestPlan(
      solve,
      rules,
      wanted.map((value, j) => (j < lines ? value * size : value)),
    );
    if (plan === null || !(totalOf(rules, plan.v) > 0)) return null;
    const { evidence } = await problem.price(toDecision(plan.v, scenario), 'coarse');
    const figure = reachedWhileOn(rule, scenario, evidence);
    return Number.isFinite(figure) ? { figure, plan } : null;
  };
  let best: (Reached & { readonly split: Float64Array; readonly size: number }) | null = null;
  const take = (found: Reached | null, at: Float64Array, size: number): void => {
    if (found !== null && (best === null || sign * found.figure > sign * best.figure))
      best = { ...found, split: at, size };
  };
  const smallest = powerOfTen(-scenario.currencyDigits) / scenario.budget;
  for (const wanted of splits) {
    for (let size = 1, k = 0; k <= HALVINGS && size >= smallest; k++, size /= 2) {
      take(await judged(wanted, size), wanted, size);
    }
  }
  if (best === null) return null;
  const { split: at, size } = best as { readonly split: Float64Array; readonly size: number };
  let [low, high] = [Math.max(smallest, size / 2), Math.min(1, size * 2)];
  for (let k = 0; k < REFINED; k++) {
    const [a, b] = [low + 0.382 * (high - low), low + 0.618 * (high - low)];
    const [atA, atB] = [await judged(at, a), await judged(at, b)];
    take(atA, at, a);
    take(atB, at, b);
    if (sign * (atA?.figure ?? Number.NaN) >= sign * (atB?.figure ?? Number.NaN)) high = b;
    else low = a;
  }
  return taken(request, rule, best);
}

/** The bound that a plan just keeps; none (not a number) where it spends nothing on what the rule is of, which then asks nothing of it. */
function reachedWhileOn(rule: SampledRule, scenario: Scenario, evidence: Evaluation): number {
  const spend = spendOf(rule);
  if (spend !== null && !(mean(ruleValues(scenario, evidence)(spend)) > 0)) return Number.NaN;
  return reachedBound(rule, scenario, evidence);
}

/** What steps toward less excess of the bound reached so far come to, on the fresh draws and in whole units. */
async function taken(request: AttemptRequest, rule: SampledRule, from: Reached): Promise<Reached | null> {
  const { scenario, solve, rules, evaluator, signal } = request;
  const sign = rule.floor ? 1 : -1;
  const reachedBy = async (plan: NearestPlan): Promise<Reached | null> => {
    const problem = sampledProblem(scenario, evaluator, { signal });
    const decision = rounded(request, plan);
    const figures: number[] = [];
    // What is reported is met on the draws fitted to as well, as a re-run requires.
    for (const set of ['fit', 'fresh'] as const) {
      figures.push(reachedWhileOn(rule, scenario, (await problem.price(decision, set)).evidence));
    }
    const figure = rule.floor ? Math.min(...figures) : Math.max(...figures);
    return Number.isFinite(figure) ? { figure, plan } : null;
  };
  let best = await reachedBy(from.plan);
  for (let k = 0; k < FURTHER; k++) {
    const { figure, plan } = best ?? from;
    const problem = onlyRule(sampledProblem(withBound(scenario, rule, figure), evaluator, { signal }), rule.rule);
    const point = await leastBroken({ solve, problem, rules, on: plan.on, from: plan.v }, rule.rule);
    const next = point === null ? null : await reachedBy({ v: point.v, on: plan.on });
    if (next === null || sign * next.figure <= sign * (best?.figure ?? -sign * Number.POSITIVE_INFINITY)) break;
    const step = Math.abs(next.figure - figure);
    best = next;
    if (step <= CONVERGED * Math.abs(next.figure)) break;
  }
  return best;
}

async function roundedEvidence(
  request: AttemptRequest,
  problem: SampledProblem,
  plan: NearestPlan,
): Promise<Evaluation> {
  return (await problem.price(rounded(request, plan), 'fresh')).evidence;
}

function rounded({ scenario, solve, rules }: AttemptRequest, { v, on }: NearestPlan): Decision {
  return roundPlan(solve, scenario, withPattern(rules, on), v).decision;
}

function onlyRule(problem: SampledProblem, name: string): SampledProblem {
  return {
    ...problem,
    async at(v, set) {
      const point = await problem.at(v, set);
      return point === null ? null : { ...point, rules: point.rules.filter(({ rule }) => rule === name) };
    },
  };
}
