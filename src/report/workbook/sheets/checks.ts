import { elementAt, required } from '../../../required.js';
import { fromMinorUnits, toMinorUnits } from '../../../units/money.js';
import type { ReportContext } from '../../context.js';
import type { PlanView } from '../../findings/plans.js';
import { planName, type Reference } from '../book.js';
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
import type { CashSheet } from './cash.js';
import type { ForecastSheet } from './forecast.js';
import type { PlanSheet } from './plan.js';

interface Check {
  readonly name: string;
  readonly formula: string;
  readonly value: number;
  readonly result: number;
}

export interface ChecksSheet {
  readonly sheet: SheetPlan;
  /** The cell that says whether all of them hold. */
  readonly all: { readonly reference: string; readonly value: string };
}

/** Totals of the other sheets as live formulas, held against the result's own figures to the currency's smallest unit. */
export function checksSheet(
  context: ReportContext,
  sheets: { readonly plan: PlanSheet; readonly forecast: ForecastSheet; readonly cash: CashSheet },
): ChecksSheet {
  const { text, followedFirst, forecast } = context;
  const { currencyDigits } = forecast.scenario;
  const words = text.workbook.checks;
  const { columns } = words;
  const name = text.workbook.sheets.checks;
  const checks = followedFirst.flatMap((plan) => checksOf(context, plan, sheets));
  const rows: Row[] = [
    [title(words.title)],
    [
      heading(columns.check),
      ...[columns.here, columns.result, columns.difference].map(figureHeading),
      heading(columns.holds),
    ],
  ];
  // Half a unit: what rounds to the same amount is the same.
  const half = 0.5 * 10 ** -currencyDigits;
  const answers = checks.map(({ name: check, formula, value, result }) => {
    const row = rows.length;
    const [here, there, difference] = [1, 2, 3].map((column) => address(row, column)) as [string, string, string];
    const answer = Math.abs(value - result) < half ? words.yes : words.no;
    rows.push([
      label(check),
      computed(formula, value, 'money'),
      amount(result, 'money'),
      computed(`ROUND(${here}-${there},${currencyDigits + 2})`, roundTo(value - result, currencyDigits + 2), 'money'),
      computed(
        `IF(ABS(${difference})<${half.toFixed(currencyDigits + 1)},"${words.yes}","${words.no}")`,
        answer,
        'text',
      ),
    ]);
    return answer;
  });
  const column = range(2, 4, rows.length - 1, 4);
  const row = rows.length;
  const all = answers.every((answer) => answer === words.yes) ? words.yes : words.no;
  const allFormula = `IF(COUNTIF(${column},"${words.yes}")=ROWS(${column}),"${words.yes}","${words.no}")`;
  rows.push([{ value: words.all, role: 'total' }, null, null, null, computed(allFormula, all, 'text', 'total')]);
  rows.push([], [note(words.note)]);
  return {
    sheet: { name, rows, widths: [76, 18, 18, 14, 10], freeze: { rows: 2, columns: 1 } },
    all: { reference: on(name, address(row, 4)), value: all },
  };
}

function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

function checksOf(
  context: ReportContext,
  plan: PlanView,
  sheets: { readonly plan: PlanSheet; readonly forecast: ForecastSheet; readonly cash: CashSheet },
): readonly Check[] {
  const { text, forecast, lineName } = context;
  const { lines, currency } = forecast.scenario;
  const words = text.workbook.checks;
  const name = planName(context, plan.kind);
  const grid = (value: number) => fromMinorUnits(toMinorUnits(value, currency), currency);
  const budgets = plan.result.lines.map(({ budget }) => budget);
  const total = grid(budgets.reduce((sum, budget) => sum + budget, 0));
  const { budget, lines: lineTotals } = required(sheets.plan.totals.get(plan.kind));
  const cash = required(sheets.cash.totals.get(plan.kind));
  const mean = (kpi: string): Reference | null => sheets.forecast.figure(plan.kind, kpi, 'mean');
  const [unspent, margin, cost, profit] = ['unspent', 'gross_margin', 'cost', 'profit'].map(mean);
  const sameAs = (check: string, { reference, value }: Reference, result: number): Check => ({
    name: check,
    formula: reference,
    value,
    result,
  });
  return [
    sameAs(words.budgetOf(name), budget, total),
    ...lineTotals.map((reference, k) =>
      sameAs(words.lineOf(name, lineName(elementAt(lines, k))), reference, elementAt(budgets, k)),
    ),
    ...(unspent
      ? [
          {
            name: words.spent(name),
            formula: `${cash.media.reference}+${unspent.reference}`,
            value: cash.media.value + unspent.value,
            result: total,
          },
        ]
      : []),
    ...(cost ? [sameAs(words.cost(name), cash.out, grid(cost.value))] : []),
    ...(profit ? [sameAs(words.profit(name), cash.net, grid(profit.value))] : []),
    ...(margin && cost && profit
      ? [
          {
            name: words.forecast(name),
            formula: `${margin.reference}-${cost.reference}`,
            value: margin.value - cost.value,
            result: profit.value,
          },
        ]
      : []),
  ];
}
