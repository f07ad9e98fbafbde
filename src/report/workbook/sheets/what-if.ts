import type { WhatIf } from '../../../forecast/what-if.js';
import { elementAt, firstOf, required } from '../../../required.js';
import { countedFirst } from '../../../scenario/build/outcome.js';
import { isValued } from '../../content/figures.js';
import type { ReportContext } from '../../context.js';
import type { Reference } from '../book.js';
import {
  address,
  amount,
  computed,
  figureHeading,
  fixed,
  heading,
  label,
  on,
  type Row,
  range,
  type SheetPlan,
  sentence,
  title,
} from '../sheet.js';
import type { ForecastSheet } from './forecast.js';
import type { PlanSheet } from './plan.js';

export interface WhatIfSheet {
  readonly sheet: SheetPlan;
  /** Mean profit and orders at the budgets that stand in the plan's sheet. */
  readonly profit: Reference | null;
  readonly orders: Reference | null;
}

/** Rows above the first line. */
const ABOVE = 4;
const FIRST_POINT = 2;
/** Row at which the chart of few lines ends. */
const CHART_END = 20;

/**
 * What the budgets in the plan's sheet, as they stand there, bring: each line's table read between its points and added up, live. Change a
 * budget there and these figures move. `null` where there are no tables.
 */
export function whatIfSheet(
  context: ReportContext,
  { plan, forecast }: { readonly plan: PlanSheet; readonly forecast: ForecastSheet },
): WhatIfSheet | null {
  const { text, formats, lineName } = context;
  const { whatIf, given } = context.forecast.details;
  const followed = context.plan.kind;
  const budgets = plan.totals.get(followed)?.lines;
  if (whatIf === null || given === undefined || budgets === undefined) return null;
  const words = text.workbook.whatIf;
  const name = text.workbook.sheets.whatIf;
  const count = whatIf.lines.length;
  const lines = context.forecast.scenario.lines;
  const chartEnd = Math.max(CHART_END, ABOVE + count + 2);
  // Below the chart, which lies over every column from the eighth on.
  const tables = Math.max(ABOVE + count + 5, chartEnd + 1);
  const { checked } = whatIf;
  const rows: Row[] = [
    [title(words.title)],
    [sentence(words.how(text.workbook.sheets.plan))],
    [
      sentence(
        words.close(
          String(checked.plans),
          formats.estimate(checked.profit.p50),
          formats.estimate(checked.profit.p90),
          formats.count(checked.orders.p90),
        ),
      ),
    ],
    [
      heading(text.workbook.line),
      ...[words.planned, words.now, words.point, words.profit, words.orders].map(figureHeading),
    ],
    ...whatIf.lines.map((line, k): Row => {
      const row = ABOVE + k;
      const first = tables + 1 + 3 * k;
      const last = FIRST_POINT + line.points.length - 1;
      const [spends, profits, orders] = [0, 1, 2].map((r) => range(first + r, FIRST_POINT, first + r, last));
      const [x, point] = [address(row, 2), address(row, 3)];
      const at = line.points.findIndex(
        (_, p) => line.points[p + 1] === undefined || elementAt(line.points, p + 1).spend > line.budget,
      );
      const index = Math.min(at + 1, line.points.length - 1);
      const change = (of: string, base: number): string =>
        `INDEX(${of},${point})+(${x}-INDEX(${spends},${point}))*(INDEX(${of},${point}+1)-INDEX(${of},${point}))/(INDEX(${spends},${point}+1)-INDEX(${spends},${point}))-${base}`;
      return [
        label(lineName(elementAt(lines, k))),
        amount(line.budget, 'money'),
        computed(elementAt(budgets, k).reference, elementAt(budgets, k).value, 'money'),
        computed(`MIN(MATCH(MAX(0,${x}),${spends},1),${line.points.length - 1})`, index, 'count'),
        computed(change(required(profits), whatIf.plan.profit), 0, 'money'),
        computed(change(required(orders), whatIf.plan.orders), 0, 'tenth'),
      ];
    }),
  ];
  const totalRow = rows.length;
  const sum = (column: number, value: number, form: 'money' | 'tenth') =>
    computed(`SUM(${range(ABOVE, column, totalRow - 1, column)})`, value, form, 'total');
  const spent = whatIf.lines.reduce((all, { budget }) => all + budget, 0);
  rows.push([
    { value: text.workbook.total, role: 'total' },
    sum(1, spent, 'money'),
    sum(2, spent, 'money'),
    { value: null, role: 'total' },
    sum(4, 0, 'money'),
    sum(5, 0, 'tenth'),
  ]);
  const live = (
    kpi: 'profit' | 'orders' | 'leads',
    column: number,
    form: 'money' | 'count',
    words: string,
  ): Reference | null => {
    const base = forecast.figure(followed, kpi, 'mean');
    if (base === null) return null;
    const row = rows.length;
    rows.push([label(words), null, computed(`${base.reference}+${address(totalRow, column)}`, base.value, form)]);
    return { reference: on(name, address(row, 2)), value: base.value };
  };
  // Where nothing is known of what orders are worth, there is no profit to speak of.
  const profit = isValued(context) ? live('profit', 4, 'money', words.profitNow) : null;
  const orders = live(countedFirst(context.forecast.scenario), 5, 'count', words.ordersNow);
  while (rows.length < tables) rows.push([]);
  rows.push([heading(words.tables), heading(words.figure), ...firstOf(whatIf.lines).points.map(() => heading(''))]);
  for (const [k, line] of whatIf.lines.entries()) addTable(rows, lineName(elementAt(lines, k)), line, words);
  return {
    sheet: {
      name,
      rows,
      widths: [34, 16, 16, 14, 17, 17, 14],
      sentences: [1, 2],
      freeze: { rows: 0, columns: 1 },
      charts: [
        {
          type: 'bar',
          title: words.chart,
          series: [
            {
              name: words.planned,
              values: on(name, absolute(ABOVE, 1, totalRow - 1)),
              categories: on(name, absolute(ABOVE, 0, totalRow - 1)),
              color: '9AA7B4',
            },
            {
              name: words.now,
              values: on(name, absolute(ABOVE, 2, totalRow - 1)),
              categories: on(name, absolute(ABOVE, 0, totalRow - 1)),
              color: '1F6FB2',
            },
          ],
          anchor: { from: { row: 3, col: 7 }, to: { row: chartEnd, col: 13 } },
          legend: 'bottom',
        },
      ],
    },
    profit,
    orders,
  };
}

/** `$B$5:$B$9`. */
function absolute(fromRow: number, column: number, toRow: number): string {
  return `${fixed(fromRow, column)}:${fixed(toRow, column)}`;
}

function addTable(
  rows: Row[],
  name: string,
  { points }: WhatIf['lines'][number],
  words: ReportContext['text']['workbook']['whatIf'],
): void {
  rows.push(
    [label(name), label(words.spend), ...points.map(({ spend }) => amount(spend, 'money'))],
    [label(''), label(words.profitAt), ...points.map(({ profit }) => amount(profit, 'money'))],
    [label(''), label(words.ordersAt), ...points.map(({ orders }) => amount(orders, 'tenth'))],
  );
}
