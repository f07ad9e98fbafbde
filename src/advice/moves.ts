import type { Verdict } from '../forecast/advice.js';
import type { PlanResult, ResultLine } from '../forecast/result.js';
import { budgetPay } from '../scenario/pay.js';
import type { Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';

type Amount = Pick<ResultLine, 'id' | 'budget'>;

/** A plan's lines, and what creators whose number of posts is chosen are paid out of the budget. */
export function amountsOf({ sources, creatorsFrom, currency }: Scenario, plan: PlanResult): readonly Amount[] {
  if (creatorsFrom !== 'budget') return plan.lines;
  const pay = sources.flatMap((source, k): Amount[] => {
    const chosen = plan.sources?.[k]?.chosen;
    if (source.kind !== 'creator' || chosen === undefined) return [];
    return [{ id: source.id, budget: budgetPay(source, chosen, currency) }];
  });
  return [...plan.lines, ...pay];
}

/** Creators who post more or less often in one plan than in another. */
export function postsBetween(given: PlanResult, followed: PlanResult): NonNullable<Verdict['posts']> {
  return (given.sources ?? []).flatMap(({ id, chosen: from }, k) => {
    const to = followed.sources?.[k]?.chosen;
    return from === undefined || to === undefined || from === to ? [] : [{ id, from, to }];
  });
}

/**
 * Two plans' difference as moves from line to line, largest with largest, in whole smallest units. Where the plans don't
 * spend the same, what is left over comes from what stays unspent, or goes there: `null`.
 */
export function movesBetween(
  { currency }: Scenario,
  given: readonly Amount[],
  followed: readonly Amount[],
): Verdict['moves'] {
  const changes = given.map(({ id, budget }, l) => ({
    id,
    units: toMinorUnits(followed[l].budget, currency) - toMinorUnits(budget, currency),
  }));
  const side = (sign: 1 | -1) =>
    changes.filter(({ units }) => sign * units > 0).map(({ id, units }) => ({ id, left: sign * units }));
  const [sources, sinks] = [side(-1), side(1)];
  const largest = (a: { readonly left: number }, b: { readonly left: number }) => b.left - a.left;
  const moves: { from: string | null; to: string | null; amount: number }[] = [];
  while (sources.length > 0 && sinks.length > 0) {
    const from = sources.sort(largest)[0];
    const to = sinks.sort(largest)[0];
    const units = Math.min(from.left, to.left);
    moves.push({ from: from.id, to: to.id, amount: fromMinorUnits(units, currency) });
    from.left -= units;
    to.left -= units;
    if (from.left === 0) sources.shift();
    if (to.left === 0) sinks.shift();
  }
  for (const { id, left } of sources) moves.push({ from: id, to: null, amount: fromMinorUnits(left, currency) });
  for (const { id, left } of sinks) moves.push({ from: null, to: id, amount: fromMinorUnits(left, currency) });
  return moves.sort((a, b) => b.amount - a.amount);
}
