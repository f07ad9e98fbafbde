import { quantiles } from '../../../numerics/quantiles.js';
import { elementAt } from '../../../required.js';
import { cvar, valueAtRisk } from '../../../summary/tail.js';
import type { ReportContext } from '../../context.js';
import { lossChance, type PlanKind } from '../../findings/plans.js';
import { planName, type Reference } from '../book.js';
import {
  address,
  amount,
  type Cell,
  computed,
  figureHeading,
  heading,
  label,
  note,
  on,
  type Row,
  type SheetPlan,
  title,
} from '../sheet.js';

export interface RisksSheet {
  readonly sheet: SheetPlan;
  readonly loss: ReadonlyMap<PlanKind, Reference>;
}

/** The customary tail of value at risk; the goal's own is added where it is another. */
const USUAL_TAIL = 0.05;
const PERCENTS = [1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99];

/**
 * The profit's risks, one column a plan: chance of a loss, value at risk and CVaR, contingencies, quantiles.
 *
 * Contingency is what has to be set aside so that the outcome is covered in 80 % of futures (P80 less the base estimate,
 * AACE International Recommended Practice 41R-08): against no loss, and against the expected profit.
 */
export function risksSheet(context: ReportContext): RisksSheet {
  const { text, formats, forecast } = context;
  const plans = context.followedFirst;
  const words = text.workbook.risks;
  const profits = plans.map(({ details }) => details.profit);
  const tails = [...new Set([USUAL_TAIL, forecast.scenario.goal.worst])];
  const rows: Row[] = [
    [title(words.title)],
    [heading(words.measure), ...plans.map(({ kind }) => figureHeading(planName(context, kind)))],
  ];
  /** Adds a row with a cell a plan; returns its index. */
  const add = (name: string, cell: (profit: Float64Array, column: number) => Cell): number =>
    rows.push([label(name), ...profits.map((profit, k) => cell(profit, k + 1))]) - 1;

  const loss = add(words.loss, (profit) => amount(lossChance(profit), 'share'));
  for (const tail of tails) {
    const share = formats.share(tail);
    add(words.valueAtRisk(share), (profit) => amount(valueAtRisk(profit, tail), 'money'));
    add(words.cvar(share), (profit) => amount(cvar(profit, tail), 'money'));
  }
  const means = plans.map(({ result }) => result.kpis.total.profit?.mean ?? 0);
  const p20s = profits.map((profit) => valueAtRisk(profit, 0.2));
  const expected = add(words.expected, (_, column) => amount(elementAt(means, column - 1), 'money'));
  const p20 = add(words.p20, (_, column) => amount(elementAt(p20s, column - 1), 'money'));
  add(words.toBreakEven, (_, column) =>
    computed(`MAX(0,-${address(p20, column)})`, Math.max(0, -elementAt(p20s, column - 1)), 'money'),
  );
  add(words.toExpected, (_, column) => {
    const value = Math.max(0, elementAt(means, column - 1) - elementAt(p20s, column - 1));
    return computed(`MAX(0,${address(expected, column)}-${address(p20, column)})`, value, 'money');
  });

  rows.push([], [heading(words.quantiles), ...plans.map(({ kind }) => figureHeading(planName(context, kind)))]);
  const tables = profits.map((profit) => quantiles(profit, PERCENTS));
  PERCENTS.forEach((percent, k) => {
    add(words.quantile(String(percent)), (_, column) => amount(elementAt(elementAt(tables, column - 1), k), 'money'));
  });
  rows.push([], [note(words.note)]);

  const name = text.workbook.sheets.risks;
  return {
    sheet: { name, rows, widths: [78, 18], freeze: { rows: 2, columns: 1 } },
    loss: new Map(
      plans.map(({ kind }, k) => [
        kind,
        { reference: on(name, address(loss, k + 1)), value: lossChance(elementAt(profits, k)) },
      ]),
    ),
  };
}
