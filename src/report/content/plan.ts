import { CREATIVE_TIERS } from '../../scenario/types.js';
import { apportion } from '../../units/apportion.js';
import type { ReportContext } from '../context.js';
import { sumMoney } from '../findings/moves.js';
import type { PlanView } from '../findings/plans.js';
import type { Table } from './table.js';

/** Every line: budget given and planned, the change, the daily amount, the share; columns add up to the totals. */
export function planTable(context: ReportContext): Table {
  const { forecast, text, formats, changes, plan, lineName } = context;
  const { currencyDigits } = forecast.scenario;
  const words = text.page.moves;
  const optimized = plan.kind === 'optimized';
  const daily = new Map(plan.result.lines.map((line) => [line.id, line.daily]));
  const total = (amounts: readonly number[]) => sumMoney(amounts, currencyDigits);
  const budget = total(changes.map((change) => change.planned));
  // In tenths of a percent that sum to the whole.
  const tenths =
    budget > 0
      ? apportion(
          1000,
          changes.map((change) => change.planned),
        )
      : changes.map(() => 0);
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
    rows: changes.map(({ line, given, planned, change }, i) =>
      row(lineName(line), given, planned, change, daily.get(line.id) ?? 0, tenths[i]! / 1000),
    ),
    total: row(
      words.total,
      total(changes.map((change) => change.given)),
      budget,
      total(changes.map((change) => change.change)),
      total([...daily.values()]),
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

/** The moves as sentences, largest first. */
export function moveList({ text, formats, moves, lineName }: ReportContext): readonly string[] {
  return moves.map(({ from, to, amount }) => text.page.moves.list(formats.money(amount), lineName(from), lineName(to)));
}
