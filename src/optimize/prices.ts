import { powerOfTen } from '../distributions/elementary.js';
import { doneAtMost } from '../engine/all-done.js';
import { searchWhole } from './follow-up.js';
import { activityOf, type LinearRules, ruleNames, totalOf, wholeOf, withoutRule, withPattern } from './linear-rules.js';
import { better } from './local.js';
import { type Point, type SampledProblem, type SampleRuleValue, sampledProblem } from './problem.js';
import type { ProgramRow, ProgramSolver } from './program.js';
import type { RulePrice } from './report.js';
import { roundPlan } from './round.js';
import { dailyOfOne } from './rules.js';
import { type Optimum, searchFit, WORTH_AIM } from './search.js';
import { dealtPlans } from './separable/candidates.js';
import { type Traces, tracedAt, tracesWithout } from './separable/traces.js';
import { distance, goalScale } from './starts.js';
import type { Decision, PlanEvaluator } from './types.js';

/** A bound within this of a plan, in shares, binds. */
const ACTIVE = 1e-7;
/** Room under a sampled rule that binds: a share of the budget, and smallest units of the currency. */
const SAMPLED_ROOM = { share: 1e-6, units: 6 };
/** No step that a unit of slack makes room for is longer than this many units. */
const LONGEST = 10;
/** A price below this share of the largest marginal is a rounding error of the search. */
const NOISE = 1e-5;
const SHARE_POINT = 0.01;
/** Plans by the traces that are searched from, and how far from the plan, in shares, they must lie. */
const ELSEWHERE = 2;
/** Rules that are left out at once. */
const AT_ONCE = 2;
const NEARBY = 0.05;

interface PriceRequest {
  readonly solve: ProgramSolver;
  readonly problem: SampledProblem;
  readonly evaluator: PlanEvaluator;
  readonly rules: LinearRules;
  /** For each on-or-off line, whether the optimum has it on. */
  readonly on: readonly boolean[];
  readonly optimum: Optimum;
  /** See `ProblemOptions`. */
  readonly margins: ReadonlyMap<string, number>;
  readonly signal?: AbortSignal | undefined;
}

/** A rule's price, and the best plan without it; `null` where that is the plan itself, or isn't known. */
export interface PricedRule {
  readonly price: RulePrice;
  readonly plan: Decision | null;
}

/**
 * What each rule costs at the optimum, on the draws it was fitted to.
 *
 * `multiplier` is the gain of the goal for the first unit of slack: the slope, in the direction that relaxes the rule, of
 * the best value over all other rules, which is the least multiplier where several certify the optimum. Units: one of the
 * currency for amounts (a day, for `min_daily`; of the ceiling, for `cpa`), one share point for shares; for `retargeting`
 * a share point of the budget by which consideration may miss its ratio, for `creative` a point of tolerance. `budget` is
 * the gain from one more currency unit, shares of the budget growing with it: below 0 where the next one doesn't pay.
 *
 * `without` re-solves from the optimum and, where the goal isn't concave, from many starts, on the same draws; 0 where that
 * finds nothing better. It is `null` for `budget`:
 * without one there is no plan. `plan` is what was found there, in whole currency units.
 */
export async function rulePrices(request: PriceRequest): Promise<PricedRule[]> {
  const { rules, on, optimum, problem } = request;
  const names = [
    ...ruleNames(rules),
    ...optimum.point.rules.map(({ rule }) => rule).filter((rule) => rule !== 'delivery'),
  ];
  // One optimum, with any rules: going on from the plan finds it.
  const simple = optimum.shape.concave;
  // Two at once: while the next step of one is worked out, the draws of the other's are evaluated.
  const priced = await doneAtMost(names, AT_ONCE, async (rule): Promise<PricedRule | Freed> => {
    const multiplier = rule === 'budget' ? budgetPrice(request) : slackPrice(request, rule);
    if (rule === 'budget') return { price: { rule, multiplier, without: null }, plan: null };
    const discrete = rules.onOff.some((entry, index) => entry.rule === rule && !on[index]);
    if (
      multiplier === 0 &&
      !discrete &&
      simple &&
      !optimum.point.rules.some((entry) => entry.rule === rule && presses(request, entry))
    ) {
      return { price: { rule, multiplier, without: 0 }, plan: null };
    }
    const sampled = optimum.point.rules.some((entry) => entry.rule === rule);
    const remaining = on.filter((_, index) => rules.onOff[index].rule !== rule);
    const fewer = withPattern(withoutRule(rules, rule), remaining);
    const freed = sampled
      ? sampledProblem(problem.scenario, request.evaluator, {
          signal: request.signal,
          without: rule,
          margins: request.margins,
        })
      : problem;
    const near = await searchFit(request.solve, freed, fewer, optimum, { tolerance: WORTH_AIM });
    return { rule, multiplier, discrete, fewer, freed, near };
  });
  const prices: PricedRule[] = [];
  for (const entry of priced) {
    if ('price' in entry) {
      prices.push(entry);
      continue;
    }
    // One after the other: how far a search from many starts goes depends on what was evaluated before.
    const { rule, multiplier, discrete, fewer, freed, near } = entry;
    const found: Found[] = near === null ? [] : [{ point: near.point, rules: fewer }];
    if (!simple || discrete || near === null || !converged(near)) {
      // Without the rule the best plan may lie elsewhere.
      const { traces } = optimum.shape;
      const way = { ...request, problem: freed };
      if (traces === null || traces.additive || rules.onOff.length > 0) found.push(...(await anew(way, rule)));
      else found.push(...(await dealtAgain(way, traces, rule, fewer)));
    }
    found.sort((a, b) => (better(fewer, a.point, b.point) ? -1 : 1));
    const best = found[0];
    const gain = best === undefined ? 0 : Math.max(0, best.point.value - optimum.point.value);
    const plan =
      best === undefined || gain === 0
        ? null
        : roundPlan(request.solve, problem.scenario, best.rules, best.point.v).decision;
    prices.push({ price: { rule, multiplier, without: gain }, plan });
  }
  return prices;
}

/** A rule that is left out, and the plan that going on from the optimum then came to. */
interface Freed {
  readonly rule: string;
  readonly multiplier: number;
  /** It says whether a line is on, and the line is off. */
  readonly discrete: boolean;
  readonly fewer: LinearRules;
  readonly freed: SampledProblem;
  readonly near: Optimum | null;
}

/** Whether a sampled rule binds: rounding to whole units leaves it some of them as room (see `validateOnFresh`). */
function presses({ problem: { scenario } }: PriceRequest, { value }: SampleRuleValue): boolean {
  return value >= -(SAMPLED_ROOM.share + (SAMPLED_ROOM.units * powerOfTen(-scenario.currencyDigits)) / scenario.budget);
}

/**
 * Whether a search came to its end, by the slopes where it ended: those where it began (next to nothing, where responses
 * whose shape is below 1 are as steep as can be) may dwarf them.
 */
function converged({ point, kkt, scale }: Optimum): boolean {
  return kkt * scale <= WORTH_AIM * goalScale([point]);
}

interface Found {
  readonly point: Point;
  readonly rules: LinearRules;
}

/** The whole search from many starts. */
async function anew({ solve, problem, rules, optimum }: PriceRequest, rule: string): Promise<Found[]> {
  const undecided = withoutRule(rules, rule);
  const far = await searchWhole(solve, problem, undecided, optimum.point.v);
  return far === null ? [] : [{ point: far.optimum.point, rules: withPattern(undecided, far.on) }];
}

/** Searches from what the lines' traces, which are known, say is best without the rule; none where that is the plan itself. */
async function dealtAgain(
  { solve, problem, optimum }: PriceRequest,
  traces: Traces,
  rule: string,
  fewer: LinearRules,
): Promise<Found[]> {
  const without = optimum.point.rules.findIndex((entry) => entry.rule === rule);
  const left = without < 0 ? traces : tracesWithout(traces, without);
  const additive = tracedAt(left, optimum.point.v).goal;
  const found: Found[] = [];
  for (const { v, goal, excess } of dealtPlans(fewer, left, optimum.point.v).candidates.slice(0, ELSEWHERE)) {
    if (excess > 0 || goal <= additive || distance(v, optimum.point.v) < NEARBY) continue;
    const point = { ...optimum.point, v };
    const far = await searchFit(solve, problem, fewer, { ...optimum, point, radius: 0.1 }, { tolerance: WORTH_AIM });
    if (far !== null) found.push({ point: far.point, rules: fewer });
  }
  return found;
}

/** The slope of the goal's best value by one unit of slack in one rule. */
function slackPrice(request: PriceRequest, rule: string): number {
  const { rules, on, optimum } = request;
  const decided = withPattern(rules, on);
  const unit = unitOf(request, rule);
  const relaxed = rules.onOff.filter((entry, index) => entry.rule === rule && on[index]);
  const directions = bindingDirections(request, decided, (name) => (name === rule ? 1 : 0));
  const lower = directions.lower.slice();
  for (const { line } of relaxed) if (lower[line] === 0) lower[line] = -1;
  // What the search left to gain without any slack is not the rule's.
  const left = bestSlope(
    request,
    bindingDirections(request, decided, () => 0),
  );
  return significant((bestSlope(request, { ...directions, lower }) - left) * unit, optimum.scale * unit);
}

/** The slope of the goal's best value by one more currency unit of budget. */
function budgetPrice(request: PriceRequest): number {
  const { rules, on, optimum } = request;
  const decided = withPattern(rules, on);
  const grown = (sign: 1 | -1): number | null => {
    const directions = bindingDirections(request, decided, () => 0);
    const rows = directions.rows.map((entry) => {
      const { row } = entry;
      if (row === null || !row.scales) return entry;
      return {
        ...entry,
        lower: Number.isFinite(entry.lower) ? sign * wholeOf(row, row.lower) : entry.lower,
        upper: Number.isFinite(entry.upper) ? sign * wholeOf(row, row.upper) : entry.upper,
      };
    });
    const slope = bestSlope(request, { ...directions, rows });
    return Number.isFinite(slope) ? sign * slope : null;
  };
  const slope = grown(1) ?? grown(-1) ?? 0;
  return significant(slope / rules.budget, optimum.scale / rules.budget);
}

interface DirectionRow extends ProgramRow {
  readonly row: LinearRules['rows'][number] | null;
}

interface Directions {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly DirectionRow[];
}

/** The directions from a plan that its binding rules allow, each relaxed by so many units. */
function bindingDirections(
  request: PriceRequest,
  rules: LinearRules,
  slack: (rule: string | null) => number,
): Directions {
  const { point } = request.optimum;
  const { v } = point;
  const lower = v.map((value, j) => (value - rules.lower[j] <= ACTIVE ? 0 : -LONGEST));
  const upper = v.map((value, j) => (rules.upper[j] - value <= ACTIVE ? 0 : LONGEST));
  const rows: DirectionRow[] = [];
  for (const row of rules.rows) {
    const activity = activityOf(row.coefficients, v);
    const room = slack(row.rule);
    const below = activity - row.lower <= ACTIVE ? -room : Number.NEGATIVE_INFINITY;
    const above = row.upper - activity <= ACTIVE ? room : Number.POSITIVE_INFINITY;
    if (Number.isFinite(below) || Number.isFinite(above)) {
      rows.push({ coefficients: row.coefficients, lower: below, upper: above, row });
    }
  }
  for (const sampled of point.rules) {
    if (!presses(request, sampled)) continue;
    rows.push({
      coefficients: sampled.gradient,
      lower: Number.NEGATIVE_INFINITY,
      upper: slack(sampled.rule),
      row: null,
    });
  }
  return { lower, upper, rows };
}

/** The steepest gain among directions, in the goal's unit by share; `NaN` where there is no direction. */
function bestSlope(request: PriceRequest, directions: Directions): number {
  const { optimum, solve } = request;
  const answer = solve({
    cost: optimum.point.gradient.map((g) => -g / optimum.scale),
    lower: directions.lower,
    upper: directions.upper,
    rows: directions.rows,
  });
  return answer.status === 'optimal' ? -answer.objective * optimum.scale : Number.NaN;
}

/** What one unit of a rule's slack is, in shares. */
function unitOf(request: PriceRequest, rule: string): number {
  const { rules, optimum, problem } = request;
  const sampled = optimum.point.rules.find((entry) => entry.rule === rule);
  if (sampled !== undefined) return sampled.perUnit;
  const minimum = rules.onOff.find((entry) => entry.rule === rule);
  if (minimum !== undefined) {
    return 1 / dailyOfOne(problem.scenario.lines[minimum.line], problem.scenario) / rules.budget;
  }
  const binding = rules.rows
    .filter((row) => row.rule === rule)
    .sort((a, b) => slackOf(a, optimum.point.v) - slackOf(b, optimum.point.v))[0];
  if (binding?.share !== undefined) return SHARE_POINT * totalOf(rules, optimum.point.v);
  return binding?.unit === 'money' ? 1 / rules.budget : SHARE_POINT;
}

function slackOf(row: LinearRules['rows'][number], v: Float64Array): number {
  const activity = activityOf(row.coefficients, v);
  return Math.min(activity - row.lower, row.upper - activity);
}

function significant(price: number, size: number): number {
  return Number.isFinite(price) && Math.abs(price) > NOISE * size ? price : 0;
}
