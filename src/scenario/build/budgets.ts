import { apportion } from '../../units/apportion.js';
import { currencyDigits, fitsMinorUnits, formatMoney, fromMinorUnits, toMinorUnits } from '../../units/money.js';
import * as messages from '../messages.js';
import { budgetPay, givenPosts } from '../pay.js';
import type { Path } from '../source/tree.js';
import type { Rules, Source } from '../types.js';
import { type Build, report } from './context.js';
import type { LineDraft } from './lines.js';
import { phasesOfWhole } from './phases.js';
import { type PostsPay, shareRemainder } from './remainder.js';

/**
 * Every line's budget, in currency: given, or a share of what is left; with what creators' posts take out of the budget they
 * sum to it to the smallest unit.
 */
export function buildBudgets(
  build: Build,
  lines: readonly LineDraft[],
  sources: readonly Source[],
  rules: Rules,
  days: number,
): number[] {
  const { currency } = build.input;
  const { amount: budget, kind } = build.input.budget;
  const money = (value: number) => formatMoney(value, currency, { locale: 'en', precision: 'exact' });
  const amounts: [Path, number][] = [[['budget'], budget]];
  for (const [index, line] of build.input.lines.entries()) {
    if (line.budget !== undefined) amounts.push([['lines', index, 'budget'], line.budget]);
  }
  const bad = amounts.filter(([path, value]) => !onGrid(build, path, value));
  if (bad.length > 0) return lines.map(() => 0);

  const total = toMinorUnits(budget, currency);
  const given = lines.map(({ givenBudget }) => (givenBudget === null ? null : toMinorUnits(givenBudget, currency)));
  const paid = postsPay(build, sources);
  const pay = paid.reduce((sum, one) => sum + toMinorUnits(one.pay, currency), 0);
  const spent = given.reduce<number>((sum, units) => sum + (units ?? 0), pay);
  const open = given.filter((units) => units === null).length;
  const [sum, whole] = [money(fromMinorUnits(spent, currency)), money(budget)];
  const posts = pay === 0 ? null : money(fromMinorUnits(pay, currency));
  const amount = fromMinorUnits(spent, currency);
  const right =
    spent > 0 ? { wholeBudget: { amount, currency, kind, phases: phasesOfWhole(build.input, amount) } } : {};
  if (open === 0 && (kind === 'exact' ? spent !== total : spent > total))
    report(build, ['budget'], { ...messages.budgetsDontSum(sum, whole, posts, kind !== 'exact'), ...right });
  if (open > 0 && spent > total) report(build, ['budget'], { ...messages.budgetsExceed(sum, whole, posts), ...right });
  if (open === 0 || spent > total) return lines.map(({ givenBudget }) => givenBudget ?? 0);

  const weights = spent === total ? [] : shareRemainder(lines, rules, budget, days, paid);
  const parts = weights.some((weight) => weight > 0) ? apportion(total - spent, weights) : [];
  let next = 0;
  return given.map((units, index) => {
    if (units !== null) return lines[index]?.givenBudget ?? 0;
    return fromMinorUnits(parts[next++] ?? 0, currency);
  });
}

/** What the fixed posts of the plan given take out of the budget, in currency. */
function postsPay({ input }: Build, sources: readonly Source[]): readonly PostsPay[] {
  if (input.creators_from === 'outside') return [];
  return sources.flatMap((source): PostsPay[] => {
    if (source.kind !== 'creator') return [];
    const { platform, stage } = source;
    return [{ platform, stage, pay: budgetPay(source, givenPosts(source), input.currency) }];
  });
}

function onGrid(build: Build, path: Path, value: number): boolean {
  const { currency } = build.input;
  if (!fitsMinorUnits(value, currency)) report(build, path, messages.tooMuchMoney(String(value)));
  else if (fromMinorUnits(toMinorUnits(value, currency), currency) !== value) {
    report(build, path, messages.offGrid(String(value), currencyDigits(currency), currency));
  } else return true;
  return false;
}
