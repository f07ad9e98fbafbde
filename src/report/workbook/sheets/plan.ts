import { apportion } from '../../../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../../../units/money.js';
import type { ReportContext } from '../../context.js';
import type { PlanKind, PlanView } from '../../findings/plans.js';
import { type ByPlan, periodHeadings, planName, type Reference } from '../book.js';
import { sumOnGrid } from '../rounding.js';
import {
  address,
  amount,
  computed,
  figureHeading,
  heading,
  label,
  on,
  type Row,
  range,
  type SheetPlan,
  title,
} from '../sheet.js';

export interface PlanSheet {
  readonly sheet: SheetPlan;
  /** Where the totals stand. */
  readonly totals: ByPlan<{ readonly budget: Reference; readonly lines: readonly Reference[] }>;
}

/** A line's budget by period in currency, shared out to the smallest unit by its flighting: it sums to the budget exactly. */
export function budgetByPeriod(budget: number, flighting: readonly number[], currency: string): number[] {
  return apportion(toMinorUnits(budget, currency), flighting).map((units) => fromMinorUnits(units, currency));
}

/** Budgets by line and period, one block a plan, the recommended one first; totals are formulas. */
export function planSheet(context: ReportContext): PlanSheet {
  const { text, plans } = context;
  const words = text.workbook;
  const rows: Row[] = [];
  const totals = new Map<PlanKind, { budget: Reference; lines: readonly Reference[] }>();
  for (const plan of [...plans].reverse()) {
    if (rows.length > 0) rows.push([]);
    rows.push([title(words.plan(planName(context, plan.kind)))]);
    rows.push([heading(words.line), ...periodHeadings(context), figureHeading(words.total)]);
    totals.set(plan.kind, addBlock(rows, context, plan));
  }
  const sheet = {
    name: words.sheets.plan,
    rows,
    widths: [30, ...context.plan.result.kpis.periods.map(() => 12), 14],
    freeze: { rows: 2, columns: 1 },
  };
  return { sheet, totals };
}

function addBlock(rows: Row[], { forecast, text, lineName }: ReportContext, plan: PlanView) {
  const { lines, currency } = forecast.scenario;
  const words = text.workbook;
  const first = rows.length;
  const grid = lines.map((line, k) => budgetByPeriod(plan.result.lines[k]!.budget, line.flighting, currency));
  const periods = grid[0]!.length;
  const lineTotals = grid.map((amounts, k): Reference => {
    const row = first + k;
    const value = sumOnGrid(amounts, currency);
    rows.push([
      label(lineName(lines[k]!)),
      ...amounts.map((value) => amount(value, 'money')),
      computed(`SUM(${range(row, 1, row, periods)})`, value, 'money'),
    ]);
    return { reference: on(words.sheets.plan, address(row, periods + 1)), value };
  });
  const columnTotal = (column: number, value: number) =>
    computed(`SUM(${range(first, column, first + lines.length - 1, column)})`, value, 'money', 'total');
  const sums = grid[0]!.map((_, t) =>
    sumOnGrid(
      grid.map((amounts) => amounts[t]!),
      currency,
    ),
  );
  const budget = sumOnGrid(sums, currency);
  const row = rows.length;
  rows.push([
    { value: words.total, role: 'total' },
    ...sums.map((value, t) => columnTotal(t + 1, value)),
    columnTotal(periods + 1, budget),
  ]);
  return {
    lines: lineTotals,
    budget: { reference: on(words.sheets.plan, address(row, periods + 1)), value: budget },
  };
}
