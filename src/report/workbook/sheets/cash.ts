import { elementAt, firstOf } from '../../../required.js';
import { fromMinorUnits } from '../../../units/money.js';
import type { ReportContext } from '../../context.js';
import type { PlanKind, PlanView } from '../../findings/plans.js';
import { type ByPlan, periodHeadings, planName, type Reference } from '../book.js';
import { cashFlow } from '../cash.js';
import type { CashItem } from '../cash-item.js';
import {
  address,
  amount,
  computed,
  figureHeading,
  heading,
  label,
  note,
  on,
  type Row,
  range,
  type SheetPlan,
  title,
} from '../sheet.js';

interface CashTotals {
  readonly media: Reference;
  readonly out: Reference;
  readonly net: Reference;
}

export interface CashSheet {
  readonly sheet: SheetPlan;
  readonly totals: ByPlan<CashTotals>;
}

/** Expected payments and gross margin by period, one block a plan, the recommended one first; sums are formulas. */
export function cashSheet(context: ReportContext): CashSheet {
  const { text, followedFirst } = context;
  const words = text.workbook.cash;
  const rows: Row[] = [];
  const totals = new Map<PlanKind, CashTotals>();
  for (const plan of followedFirst) {
    if (rows.length > 0) rows.push([]);
    rows.push([title(words.title(planName(context, plan.kind)))]);
    rows.push([
      heading(words.item),
      ...periodHeadings(context),
      figureHeading(words.after),
      figureHeading(text.workbook.total),
    ]);
    totals.set(plan.kind, addBlock(rows, context, plan));
  }
  rows.push([], [note(words.note)]);
  return {
    sheet: {
      name: text.workbook.sheets.cash,
      rows,
      widths: [30, ...context.plan.result.kpis.periods.map(() => 12), 14, 14],
      freeze: { rows: 2, columns: 1 },
    },
    totals,
  };
}

function itemName({ text }: ReportContext, { kind, name }: CashItem): string {
  const words = text.workbook.cash;
  switch (kind) {
    case 'media':
    case 'fees':
    case 'tax':
    case 'production':
    case 'community':
      return words[kind];
    default:
      return words[kind](name);
  }
}

function addBlock(rows: Row[], context: ReportContext, plan: PlanView): CashTotals {
  const { text, forecast } = context;
  const { scenario } = forecast;
  const { currency } = scenario;
  const words = text.workbook.cash;
  const money = (units: number): number => fromMinorUnits(units, currency);
  const flow = cashFlow(plan.result, scenario);
  const periods = flow.margin.periods.length;
  const totalColumn = periods + 2;
  const first = rows.length;

  /** A row of amounts, the last of them after the horizon, with their sum as a formula. */
  const addAmounts = (name: string, units: readonly number[]): number => {
    const row = rows.length;
    const sum = units.reduce((a, b) => a + b, 0);
    rows.push([
      label(name),
      ...units.map((value) => amount(money(value), 'money')),
      computed(`SUM(${range(row, 1, row, periods + 1)})`, money(sum), 'money'),
    ]);
    return sum;
  };
  /** A row of formulas over the rows above. */
  const addFormulas = (name: string, values: readonly number[], formula: (column: number) => string): void => {
    rows.push([
      { value: name, role: 'total' },
      ...values.map((value, k) => computed(formula(k + 1), money(value), 'money', 'total')),
    ]);
  };

  const sums = flow.out.map((item) => addAmounts(itemName(context, item), [...item.periods, item.after]));
  const outRow = rows.length;
  const outs = [
    ...flow.margin.periods.map((_, t) => flow.out.reduce((sum, item) => sum + elementAt(item.periods, t), 0)),
    flow.out.reduce((sum, item) => sum + item.after, 0),
  ];
  const outTotal = sums.reduce((a, b) => a + b, 0);
  addFormulas(words.out, [...outs, outTotal], (column) => `SUM(${range(first, column, outRow - 1, column)})`);

  const inflows = [...flow.margin.periods, flow.margin.after];
  const marginTotal = addAmounts(words.margin, inflows);
  const netRow = rows.length;
  const nets = inflows.map((value, t) => value - elementAt(outs, t));
  addFormulas(
    words.net,
    [...nets, marginTotal - outTotal],
    (column) => `${address(netRow - 1, column)}-${address(outRow, column)}`,
  );
  const running = nets.map((_, t) => nets.slice(0, t + 1).reduce((a, b) => a + b, 0));
  addFormulas(words.cumulative, running, (column) =>
    column === 1 ? address(netRow, 1) : `${address(netRow + 1, column - 1)}+${address(netRow, column)}`,
  );

  const total = (row: number, units: number): Reference => ({
    reference: on(text.workbook.sheets.cash, address(row, totalColumn)),
    value: money(units),
  });
  return {
    media: total(first, firstOf(sums)),
    out: total(outRow, outTotal),
    net: total(netRow, marginTotal - outTotal),
  };
}
