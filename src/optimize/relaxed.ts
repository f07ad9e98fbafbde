import { planSpace, planVector } from '../plan/space.js';
import { lastOf } from '../required.js';
import { CREATIVE_TIERS } from '../scenario/types.js';
import { type NearestPlan, nearestPlan } from './feasible.js';
import { type LinearRow, type LinearRules, wholeOf, withoutRule, withPattern } from './linear-rules.js';
import { searchLinearly } from './linear-search.js';
import { type Point, ruleValues, type SampledProblem, type SampleRuleValue, toDecision } from './problem.js';
import type { ProgramSolver } from './program.js';
import { missedBy, sampledRules } from './sampled-rules.js';
import type { DrawSet } from './types.js';

/** Excess of a sampled rule, in shares of the budget, up to which it is satisfied: what a re-run asks of a plan. */
const SATISFIED = 1e-6;

/** Rules in which something may give way, and a plan to begin from that keeps the linear ones. */
export interface Contradiction {
  readonly solve: ProgramSolver;
  readonly problem: SampledProblem;
  /** With on-or-off lines undecided; `on` decides them. */
  readonly rules: LinearRules;
  readonly on: readonly boolean[];
  readonly from: Float64Array;
}

/** The rules, on-or-off lines decided, with one left out for good: its line may then spend whatever it likes. */
function decidedWithout({ rules, on }: Contradiction, names: ReadonlySet<string>): LinearRules {
  const pattern = on.filter((_, index) => !names.has(rules.onOff[index].rule));
  const fewer = [...names].reduce((left, name) => withoutRule(left, name), rules);
  return withPattern(fewer, pattern);
}

/** Whether a plan keeps all rules but those named, sampled ones on a set of draws: a search for one, from where the other ended. */
export async function canHold(task: Contradiction, without: ReadonlySet<string>, set: DrawSet): Promise<boolean> {
  const { problem } = task;
  const wanted: SampledProblem = {
    ...problem,
    async at(v, drawn) {
      const point = await problem.at(v, drawn);
      if (point === null) return null;
      const feasible = point.rules.filter(({ rule }) => !without.has(rule));
      // Nothing but the rules to go for.
      return { v, value: 0, gradient: new Float64Array(v.length), rules: feasible };
    },
  };
  const least = leastSpent(task, without);
  if (least === null) return false;
  // Judged exactly: the search's smoothed figures are above 0 where nothing is spent.
  if (await isExactlySatisfied(task, least.v, without, set)) return true;
  const options = { set, flat: true };
  for (const on of patterns(task, least.on, without)) {
    const rules = decidedWithout({ ...task, on }, without);
    if ((await search(task, wanted, rules, task.from, options)) !== null) return true;
  }
  return false;
}

/** The plan that spends as little as the rules left allow, and which lines it switches on; `null` where they contradict themselves. */
function leastSpent({ solve, problem, rules }: Contradiction, without: ReadonlySet<string>): NearestPlan | null {
  const fewer = [...without].reduce((left, name) => withoutRule(left, name), rules);
  const nothing = planVector(planSpace(problem.scenario), ({ kind }) =>
    kind === 'share' ? 1 / CREATIVE_TIERS.length : 0,
  );
  return nearestPlan(solve, fewer, nothing);
}

/** Choices of lines to try: the one that was found best, and, where it is another, the one that spends least. */
function patterns(
  { rules, on }: Contradiction,
  least: readonly boolean[],
  without: ReadonlySet<string>,
): readonly (readonly boolean[])[] {
  let next = 0;
  const other = rules.onOff.map((entry, index) => (without.has(entry.rule) ? on[index] : least[next++]));
  return other.every((value, index) => value === on[index]) ? [on] : [on, other];
}

async function isExactlySatisfied(
  { problem }: Contradiction,
  v: Float64Array,
  without: ReadonlySet<string>,
  set: DrawSet,
): Promise<boolean> {
  const { scenario } = problem;
  const { evidence } = await problem.price(toDecision(v, scenario), set);
  const values = ruleValues(scenario, evidence);
  return sampledRules(scenario).every((rule) => without.has(rule.rule) || missedBy(rule, values) <= 0);
}

/** The plan that keeps every rule but one that is sampled, and breaks that one least; `null` where there is none. */
export async function leastBroken(task: Contradiction, rule: string): Promise<Point | null> {
  const { problem } = task;
  const wanted: SampledProblem = {
    ...problem,
    async at(v, drawn) {
      const point = await problem.at(v, drawn);
      const own = point?.rules.find((entry) => entry.rule === rule);
      if (point === null || own === undefined) return null;
      const others = point.rules.filter((entry) => entry !== own);
      return { v, value: -own.value, gradient: own.gradient.map((g) => -g), rules: others };
    },
  };
  return search(task, wanted, decidedWithout(task, new Set()), task.from, { set: 'fit', flat: false });
}

/**
 * From a plan that keeps every rule but one that is sampled, to one that breaks that one least on the fit draws and on the fresh
 * ones, whichever breaks it more; `null` where a step left another rule broken. What is best on one set alone may be far from it on
 * the other, where many plans are nearly as good.
 */
export async function leastBrokenOnBoth(task: Contradiction, rule: string): Promise<Float64Array | null> {
  const { problem, solve } = task;
  const decided = decidedWithout(task, new Set());
  // A variable more: the larger of the two excesses.
  const wanted: SampledProblem = {
    ...problem,
    async at(v) {
      const shares = v.slice(0, -1);
      const rules: SampleRuleValue[] = [];
      for (const set of ['fit', 'fresh'] as const) {
        const point = await problem.at(shares, set);
        if (point === null) return null;
        for (const own of point.rules) {
          const isAsked = own.rule === rule;
          const value = isAsked ? own.value - lastOf(v) : own.value;
          rules.push({ ...own, value, gradient: extended(own.gradient, isAsked ? -1 : 0) });
        }
      }
      const gradient = new Float64Array(v.length);
      gradient[v.length - 1] = -1;
      return { v, value: -lastOf(v), gradient, rules };
    },
  };
  const lengthened = {
    ...decided,
    rows: decided.rows.map((row) => ({ ...row, coefficients: extended(row.coefficients, 0) })),
    lower: extended(decided.lower, -MOST_TIMES),
    upper: extended(decided.upper, MOST_TIMES),
  };
  const first = await wanted.at(extended(task.from, 0), 'fit');
  if (first === null) return null;
  const most = Math.max(...first.rules.filter((own) => own.rule === rule).map(({ value }) => value));
  const start = await wanted.at(extended(task.from, most), 'fit');
  if (start === null) return null;
  const { v, rules } = await searchLinearly(solve, wanted, lengthened, start, { set: 'fit', flat: false });
  return rules.every((own) => own.rule === rule || own.value <= SATISFIED) ? v.slice(0, -1) : null;
}

/** The plan that gives a line most under every rule but its daily minimum; `null` where there is none. */
export async function mostFor(task: Contradiction, minimum: string, line: number): Promise<Float64Array | null> {
  const { problem } = task;
  const wanted: SampledProblem = {
    ...problem,
    async at(v, drawn) {
      const point = await problem.at(v, drawn);
      const gradient = new Float64Array(v.length);
      gradient[line] = 1;
      return point === null ? null : { ...point, value: v[line], gradient };
    },
  };
  const rules = decidedWithout(task, new Set([minimum]));
  return (await search(task, wanted, rules, task.from, { set: 'fit', flat: false }))?.v ?? null;
}

/** The plan that breaks one linear rule least and keeps all others; `null` where there is none. */
export async function leastSlack(task: Contradiction, rule: string): Promise<Float64Array | null> {
  const without = new Set([rule]);
  const least = leastSpent(task, without);
  if (least === null) return null;
  for (const on of patterns(task, least.on, without)) {
    const found = await leastSlackWith({ ...task, on }, rule);
    if (found !== null) return found;
  }
  return null;
}

async function leastSlackWith(task: Contradiction, rule: string): Promise<Float64Array | null> {
  const rules = decidedWithout(task, new Set());
  const rows = rules.rows.flatMap((row): LinearRow[] => {
    if (row.rule !== rule) return [{ ...row, coefficients: extended(row.coefficients, 0) }];
    return [
      { ...row, coefficients: extended(row.coefficients, 1), upper: Number.POSITIVE_INFINITY },
      { ...row, coefficients: extended(row.coefficients, -1), lower: Number.NEGATIVE_INFINITY },
    ].filter(({ lower, upper }) => Number.isFinite(lower) || Number.isFinite(upper));
  });
  const relaxed = {
    ...rules,
    rows,
    lower: extended(rules.lower, 0),
    upper: extended(rules.upper, Number.POSITIVE_INFINITY),
  };
  return (await cheapest(task, relaxed, extended(task.from, 0)))?.slice(0, -1) ?? null;
}

/** The multiple of the budget nearest to 1, above or below it, at which all other rules can be satisfied. */
export async function nearestBudget(
  task: Contradiction,
  side: 1 | -1,
): Promise<{ v: Float64Array; factor: number } | null> {
  const rules = decidedWithout(task, new Set());
  // A variable more: by how much of the budget given it goes up (or down).
  const rows = rules.rows.flatMap((row): LinearRow[] => {
    if (!row.scales) return [{ ...row, coefficients: extended(row.coefficients, 0) }];
    return [
      {
        ...row,
        coefficients: extended(row.coefficients, -side * wholeOf(row, row.lower)),
        upper: Number.POSITIVE_INFINITY,
      },
      {
        ...row,
        coefficients: extended(row.coefficients, -side * wholeOf(row, row.upper)),
        lower: Number.NEGATIVE_INFINITY,
      },
    ].filter(({ lower, upper }) => Number.isFinite(lower) || Number.isFinite(upper));
  });
  const moved = {
    ...rules,
    rows,
    lower: extended(rules.lower, 0),
    upper: extended(rules.upper, side === 1 ? MOST_TIMES : LEAST_LEFT),
  };
  const found = await cheapest(task, moved, extended(task.from, 0));
  return found === null ? null : { v: found.slice(0, -1), factor: 1 + side * lastOf(found) };
}

/** A budget is raised to at most this many times more, and at most this share of it is taken away. */
const MOST_TIMES = 100;
const LEAST_LEFT = 0.999;

/** Minimises the last variable, in which the sampled rules have no part. */
async function cheapest(task: Contradiction, rules: LinearRules, from: Float64Array): Promise<Float64Array | null> {
  const { problem } = task;
  const wanted: SampledProblem = {
    ...problem,
    async at(v, drawn) {
      const point = await problem.at(v.slice(0, -1), drawn);
      if (point === null) return null;
      const gradient = new Float64Array(v.length);
      gradient[v.length - 1] = -1;
      const own = point.rules.map((rule) => ({ ...rule, gradient: extended(rule.gradient, 0) }));
      return { v, value: -lastOf(v), gradient, rules: own };
    },
  };
  return (await search(task, wanted, rules, from, { set: 'fit', flat: false }))?.v ?? null;
}

async function search(
  { solve }: Contradiction,
  problem: SampledProblem,
  rules: LinearRules,
  from: Float64Array,
  options: { readonly set: DrawSet; readonly flat: boolean },
): Promise<Point | null> {
  const nearest = nearestPlan(solve, rules, from);
  const start = nearest === null ? null : await problem.at(nearest.v, options.set);
  if (start === null) return null;
  const point = await searchLinearly(solve, problem, rules, start, options);
  return point.rules.every(({ value }) => value <= SATISFIED) ? point : null;
}

function extended(values: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(values.length + 1);
  longer.set(values);
  longer[values.length] = last;
  return longer;
}
