import { required } from '../../../required.js';
import { apportion } from '../../../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../../../units/money.js';
import type { Edit } from '../../edits/edit-text.js';
import type { MoveView, PlanView } from '../../protocol.js';

type Plan = Pick<PlanView, 'currency' | 'lines' | 'budget' | 'budgetIsMost' | 'sources' | 'bands'>;

/** Edits that give lines other budgets; lines that the plan hasn't, or that keep theirs, are left out. */
export function budgetEdits(plan: Plan, budgets: ReadonlyMap<string, number>): readonly Edit[] {
  return plan.lines
    .filter(({ id, budget }) => (budgets.get(id) ?? budget) !== budget)
    .map(({ id }) => ({ kind: 'set', path: ['lines', id, 'budget'], value: required(budgets.get(id)) }));
}

/** What creators' posts take out of a plan's budget, in its currency's smallest unit: at its numbers of posts, or at others by creator. */
export function postUnits(
  { sources, currency }: Pick<Plan, 'sources' | 'currency'>,
  others: ReadonlyMap<string, number> = new Map(),
): number {
  return sources.reduce((sum, { id, posts, pay }) => {
    const count = others.get(id) ?? posts ?? 0;
    return pay === null || count === 0 ? sum : sum + toMinorUnits(count * pay.each + pay.once, currency);
  }, 0);
}

/**
 * Edits that bring the plan's total to what its lines and creators have more or less by now, and phases that are given as money along
 * with it. What is only a ceiling stays, unless they pass it: a file that has more than that to spend is refused.
 */
export function totalEdits(
  plan: Plan,
  budgets: ReadonlyMap<string, number>,
  posts: ReadonlyMap<string, number> = new Map(),
): readonly Edit[] {
  const units = (amount: number): number => toMinorUnits(amount, plan.currency);
  const sum = (amountOf: (line: Plan['lines'][number]) => number): number =>
    plan.lines.reduce((all, line) => all + units(amountOf(line)), 0);
  const after = sum(({ id, budget }) => budgets.get(id) ?? budget) + postUnits(plan, posts);
  if (plan.budgetIsMost) {
    return after > units(plan.budget) ? wholeEdits(plan, ['budget', 'max'], after) : [];
  }
  const more = after - sum(({ budget }) => budget) - postUnits(plan);
  return more === 0 ? [] : wholeEdits(plan, ['budget'], units(plan.budget) + more);
}

/** The whole plan's budget, in smallest units; phases that are given as money keep their proportions, and with the others sum to it. */
function wholeEdits({ bands, budget, currency }: Plan, path: readonly string[], whole: number): readonly Edit[] {
  const set = (at: readonly string[], amount: number): Edit => ({
    kind: 'set',
    path: at,
    value: fromMinorUnits(amount, currency),
  });
  const paid = bands.filter(({ path: place, money }) => place !== null && money !== null);
  const weights = paid.map(({ money }) => required(money));
  const part = weights.reduce((sum, weight) => sum + weight, 0) / budget;
  const amounts = weights.some((weight) => weight > 0) ? apportion(Math.round(whole * Math.min(1, part)), weights) : [];
  return [set(path, whole), ...amounts.map((amount, k) => set([...required(paid[k]?.path), 'budget'], amount))];
}

/** Edits that take a line out of the plan, with the rules that are of it alone. @param budgets after what it had went elsewhere */
export function removalEdits(
  plan: Plan & Pick<PlanView, 'rules'>,
  line: string,
  budgets: ReadonlyMap<string, number>,
): readonly Edit[] {
  const after = new Map(budgets).set(line, 0);
  const ruled = plan.rules.some(({ path: [list, id] }) => list === 'lines' && id === line);
  return [
    { kind: 'remove', path: ['lines', line] },
    ...(ruled ? [{ kind: 'remove', path: ['rules', 'lines', line] } as const] : []),
    ...budgetEdits({ ...plan, lines: plan.lines.filter(({ id }) => id !== line) }, after),
    ...totalEdits(plan, after),
  ];
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
