import { elementAt } from '../../required.js';
import { CREATIVE_TIERS, type Creator, type Line } from '../../scenario/types.js';
import { apportionAlike } from '../../units/alike.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';
import { capital } from '../capital.js';
import type { ReportContext } from '../context.js';
import { postsSentences } from '../findings/headlines.js';
import { type LineChange, sumMoney } from '../findings/moves.js';
import type { PlanView } from '../findings/plans.js';
import type { Table } from './table.js';

/** A row of the table. */
interface Budget extends Pick<LineChange, 'given' | 'planned' | 'change'> {
  readonly line: Line | Creator;
  readonly name?: string;
  readonly daily?: number;
}

/** What creators are paid out of the budget, with their posts: "Aysel · 4 posts". */
function paidPosts({ forecast, text, creatorBudgets }: ReportContext): readonly Budget[] {
  const { horizon, currency } = forecast.scenario;
  const days = horizon.periods * horizon.periodDays;
  return creatorBudgets.map(({ creator, posts, ...amounts }) => ({
    ...amounts,
    line: creator,
    name: text.page.moves.withPosts(creator.name, posts),
    daily: fromMinorUnits(toMinorUnits(amounts.planned / days, currency), currency),
  }));
}

/** Every line: budget given and planned, the change, the daily amount, the share; columns add up to the totals. */
export function planTable(context: ReportContext): Table {
  const { forecast, text, formats, plan, lineName } = context;
  const { currencyDigits } = forecast.scenario;
  const changes: readonly Budget[] = [...context.changes, ...paidPosts(context)];
  const words = text.page.moves;
  const optimized = plan.kind === 'optimized';
  const daily = new Map(plan.result.lines.map((line) => [line.id, line.daily]));
  const dailyOf = ({ line, daily: own }: Budget): number => own ?? daily.get(line.id) ?? 0;
  const total = (amounts: readonly number[]) => sumMoney(amounts, currencyDigits);
  const budgets = changes.map(({ planned }) => planned);
  const budget = total(budgets);
  // In tenths of a percent that sum to the whole, equal budgets having equal shares.
  const tenths = budget > 0 ? apportionAlike(1000, budgets) : changes.map(() => 0);
  const { columns } = words;
  const row = (name: string, given: number, planned: number, change: number, day: number, share: number) => [
    name,
    formats.money(given),
    ...(optimized ? [formats.money(planned), formats.moneyChange(change)] : []),
    formats.money(day),
    formats.exactShare(share),
  ];
  return {
    columns: [
      columns.line,
      ...(optimized ? [columns.given, columns.planned, columns.change] : [words.columnsGiven.budget]),
      columns.daily,
      columns.share,
    ],
    least: optimized ? 3 : 2,
    rows: changes.map((one, i) =>
      row(
        one.name ?? lineName(one.line),
        one.given,
        one.planned,
        one.change,
        dailyOf(one),
        elementAt(tenths, i) / 1000,
      ),
    ),
    total: row(
      words.total,
      total(changes.map((change) => change.given)),
      budget,
      total(changes.map((change) => change.change)),
      total(changes.map(dailyOf)),
      budget > 0 ? 1 : 0,
    ),
  };
}

/** "60% proven, 30% experiments, 10% moonshots", and what it was before where it changed; `null` with creative off. */
export function creativeSentence(context: ReportContext): string | null {
  const { forecast, text, formats, plan, given } = context;
  if (forecast.scenario.creative === null) return null;
  const split = (view: PlanView) =>
    CREATIVE_TIERS.map((tier) => `${formats.share(view.result.creative[tier])} ${text.names.creative[tier]}`).join(
      text.names.separator,
    );
  const [before, after] = [split(given), split(plan)];
  return before === after ? text.page.moves.creative(after) : text.page.moves.creativeChange(before, after);
}

/** The moves as sentences, largest first, then the posts that change. */
export function moveList(context: ReportContext, most = Number.POSITIVE_INFINITY): readonly string[] {
  const { forecast, text, formats, moves, lineName } = context;
  const shown = moves.length <= most ? moves : moves.slice(0, most - 1);
  const rest = moves.slice(shown.length).map(({ amount }) => amount);
  const left = sumMoney(rest, forecast.scenario.currencyDigits);
  const more =
    rest.length === 0
      ? []
      : [capital(text.page.terminal.more(String(rest.length), formats.money(left)), text.language)];
  const money = shown.map(({ from, to, amount }) =>
    text.page.moves.list(formats.money(amount), lineName(from), lineName(to)),
  );
  return [...money, ...more, ...postsSentences(context)];
}
