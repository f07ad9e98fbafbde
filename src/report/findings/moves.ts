import type { Forecast } from '../../forecast/details.js';
import type { PlanResult } from '../../forecast/result.js';
import { firstOf } from '../../required.js';
import { budgetPay } from '../../scenario/pay.js';
import type { Creator, Line, Stage } from '../../scenario/types.js';

/** A line's budget in both plans, in currency units. */
export interface LineChange {
  readonly line: Line;
  readonly given: number;
  /** The same as `given` where that plan stands. */
  readonly planned: number;
  readonly change: number;
}

/** A creator whose number of posts is chosen, in both plans. */
export interface PostsChange {
  readonly creator: Creator;
  readonly given: number;
  readonly planned: number;
  /** What the posts take out of the budget, in currency units; 0 where they are paid outside it. */
  readonly pay: { readonly given: number; readonly planned: number };
}

/** What a creator is paid out of the budget, in both plans, in currency units, and for how many posts. */
export interface CreatorBudget {
  readonly creator: Creator;
  readonly given: number;
  readonly planned: number;
  readonly change: number;
  /** In the plan to follow. */
  readonly posts: number;
}

/** Money taken from one line (or creator) and put on another; `null`: what stays unspent of a budget that is a maximum. */
export interface Move {
  readonly from: Line | Creator | null;
  readonly to: Line | Creator | null;
  readonly amount: number;
}

/**
 * Every line's budget, given and in the plan to follow, which is the one given where that stands; differences are taken in the
 * currency's smallest unit, so they add up exactly.
 */
export function lineChanges(forecast: Forecast, followed: PlanResult): readonly LineChange[] {
  const unit = 10 ** forecast.scenario.currencyDigits;
  const budgets = (lines: readonly { readonly id: string; readonly budget: number }[]) =>
    new Map(lines.map((line) => [line.id, Math.round(line.budget * unit)]));
  const given = budgets(forecast.result.plans.given.lines);
  const planned = budgets(followed.lines);
  return forecast.scenario.lines.map((line) => {
    const before = given.get(line.id) ?? 0;
    const after = planned.get(line.id) ?? 0;
    return { line, given: before / unit, planned: after / unit, change: (after - before) / unit };
  });
}

/** Every creator whose number of posts was left to be chosen, given and in the plan to follow. */
export function postsChanges({ scenario, result }: Forecast, followed: PlanResult): readonly PostsChange[] {
  const { given } = result.plans;
  const fromBudget = scenario.creatorsFrom === 'budget';
  return scenario.sources.flatMap((creator, k): PostsChange[] => {
    const before = given.sources?.[k]?.chosen;
    const after = followed.sources?.[k]?.chosen;
    if (creator.kind !== 'creator' || before === undefined || after === undefined) return [];
    const pay = (posts: number): number => (fromBudget ? budgetPay(creator, posts, scenario.currency) : 0);
    return [{ creator, given: before, planned: after, pay: { given: pay(before), planned: pay(after) } }];
  });
}

/** Every creator who is paid out of the budget in one of the plans, or may be: posts that are chosen, and those that are fixed. */
export function creatorBudgets({ scenario, result }: Forecast, followed: PlanResult): readonly CreatorBudget[] {
  const { sources, creatorsFrom, currency, currencyDigits } = scenario;
  if (creatorsFrom !== 'budget') return [];
  return sources.flatMap((creator, k): CreatorBudget[] => {
    if (creator.kind !== 'creator') return [];
    const isFixed = creator.posts.kind === 'fixed';
    const postsIn = (plan: PlanResult): number =>
      creator.posts.kind === 'fixed' ? creator.posts.count : (plan.sources?.[k]?.chosen ?? 0);
    const pay = (plan: PlanResult): number => budgetPay(creator, postsIn(plan), currency);
    const [given, planned] = [pay(result.plans.given), pay(followed)];
    // A share of sales alone never comes out of the budget.
    if (isFixed && planned === 0) return [];
    return [{ creator, given, planned, change: sumMoney([planned, -given], currencyDigits), posts: postsIn(followed) }];
  });
}

/**
 * What the plan that is followed spends, creators who are paid out of the budget with it, in currency: where that is a ceiling, less than it. Shares of the
 * budget are of this, as those that rules ask for are.
 *
 * @param stage of this one alone
 */
export function plannedBudget(
  changes: readonly Pick<LineChange, 'line' | 'planned'>[],
  creators: readonly Pick<CreatorBudget, 'creator' | 'planned'>[],
  currencyDigits: number,
  stage?: Stage,
): number {
  const within = (own: Stage): boolean => stage === undefined || own === stage;
  const lines = changes.filter(({ line }) => within(line.stage));
  const paid = creators.filter(({ creator }) => within(creator.stage));
  return sumMoney(
    [...lines, ...paid].map(({ planned }) => planned),
    currencyDigits,
  );
}

/** Sum of money amounts without the dust of binary fractions. */
export function sumMoney(amounts: readonly number[], currencyDigits: number): number {
  const unit = 10 ** currencyDigits;
  return amounts.reduce((sum, amount) => sum + Math.round(amount * unit), 0) / unit;
}

/**
 * The changes as moves from line to line, the largest first: what is taken is paired with what is added, largest with
 * largest; what is left over where the plans don't spend the same comes from, or goes to, what stays unspent.
 */
export function movesBetween(
  changes: readonly LineChange[],
  currencyDigits: number,
  posts: readonly PostsChange[] = [],
): readonly Move[] {
  const unit = 10 ** currencyDigits;
  const all = [...changes, ...posts.map(({ creator, pay }) => ({ line: creator, change: pay.planned - pay.given }))];
  const side = (sign: 1 | -1) =>
    all
      .map(({ line, change }) => ({ line, left: Math.round(sign * change * unit) }))
      .filter(({ left }) => left > 0)
      .sort((a, b) => b.left - a.left);
  const sources = side(-1);
  const sinks = side(1);
  const moves: Move[] = [];
  while (sources.length > 0 && sinks.length > 0) {
    sources.sort((a, b) => b.left - a.left);
    sinks.sort((a, b) => b.left - a.left);
    const from = firstOf(sources);
    const to = firstOf(sinks);
    const amount = Math.min(from.left, to.left);
    moves.push({ from: from.line, to: to.line, amount: amount / unit });
    from.left -= amount;
    to.left -= amount;
    if (from.left === 0) sources.shift();
    if (to.left === 0) sinks.shift();
  }
  for (const { line, left } of sources) moves.push({ from: line, to: null, amount: left / unit });
  for (const { line, left } of sinks) moves.push({ from: null, to: line, amount: left / unit });
  return moves.sort((a, b) => b.amount - a.amount);
}
