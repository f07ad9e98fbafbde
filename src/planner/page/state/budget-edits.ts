import { required } from '../../../required.js';
import { fromMinorUnits, toMinorUnits } from '../../../units/money.js';
import type { Edit } from '../../edits/edit-text.js';
import type { MoveView, PlanView } from '../../protocol.js';

type Plan = Pick<PlanView, 'currency' | 'lines' | 'budget' | 'budgetIsMost' | 'sources'>;

/** Edits that give lines other budgets; lines that the plan hasn't, or that keep theirs, are left out. */
export function budgetEdits(plan: Plan, budgets: ReadonlyMap<string, number>): readonly Edit[] {
  return plan.lines
    .filter(({ id, budget }) => (budgets.get(id) ?? budget) !== budget)
    .map(({ id }) => ({ kind: 'set', path: ['lines', id, 'budget'], value: required(budgets.get(id)) }));
}

/**
 * An edit that brings the plan's total to what its lines have more or less by now. What is only a ceiling stays, unless the lines
 * pass it: a file whose lines have more than that is refused.
 */
export function totalEdits(plan: Plan, budgets: ReadonlyMap<string, number>): readonly Edit[] {
  const units = (amount: number): number => toMinorUnits(amount, plan.currency);
  const sum = (amountOf: (line: Plan['lines'][number]) => number): number =>
    plan.lines.reduce((all, line) => all + units(amountOf(line)), 0);
  const after = sum(({ id, budget }) => budgets.get(id) ?? budget);
  if (plan.budgetIsMost) {
    return after > units(plan.budget)
      ? [{ kind: 'set', path: ['budget', 'max'], value: fromMinorUnits(after, plan.currency) }]
      : [];
  }
  const more = after - sum(({ budget }) => budget);
  if (more === 0) return [];
  return [{ kind: 'set', path: ['budget'], value: fromMinorUnits(units(plan.budget) + more, plan.currency) }];
}

/** Edits that give creators other numbers of posts. */
export function postEdits(plan: Plan, posts: ReadonlyMap<string, number>): readonly Edit[] {
  return plan.sources
    .filter(({ id, posts: now }) => posts.has(id) && posts.get(id) !== now)
    .map(({ id, postsPath }) => ({ kind: 'set', path: postsPath, value: required(posts.get(id)) }));
}

/** Budgets after moves: no line gives more than it has; what a creator is paid stands in no line's budget. */
export function afterMoves(plan: Plan, moves: readonly MoveView[]): ReadonlyMap<string, number> {
  const units = new Map(plan.lines.map(({ id, budget }) => [id, toMinorUnits(budget, plan.currency)]));
  for (const { from, to, amount } of moves) {
    const [there, here] = [from, to].map((id) => (id === null ? undefined : units.get(id)));
    const wanted = toMinorUnits(amount, plan.currency);
    const moved = there === undefined ? wanted : Math.min(there, wanted);
    if (from !== null && there !== undefined) units.set(from, there - moved);
    if (to !== null && here !== undefined) units.set(to, here + moved);
  }
  return new Map([...units].map(([id, amount]) => [id, fromMinorUnits(amount, plan.currency)]));
}
