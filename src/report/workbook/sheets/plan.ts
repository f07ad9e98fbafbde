import type { PlanResult } from '../../../forecast/result.js';
import { elementAt, firstOf } from '../../../required.js';
import { postingPeriod } from '../../../scenario/posting.js';
import type { ReportContext } from '../../context.js';
import { budgetsByPeriod } from '../../findings/by-period.js';
import { creatorBudgets } from '../../findings/moves.js';
import type { PlanKind } from '../../findings/plans.js';
import { eventsText } from '../../text/events/index.js';
import { type ByPlan, periodHeadings, planName, type Reference } from '../book.js';
import { sumOnGrid } from '../rounding.js';
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

/** A plan of more cells than this is shown with several periods a column: nobody reads a million, and few programs open them. */
const MOST_CELLS = 50_000;

export interface PlanSheet {
  readonly sheet: SheetPlan;
  /** Where the totals stand. */
  readonly totals: ByPlan<{ readonly budget: Reference; readonly lines: readonly Reference[] }>;
}

/** Budgets by line and period, one block a plan, the recommended one first; totals are formulas. */
export function planSheet(context: ReportContext): PlanSheet {
  const { text, followedFirst } = context;
  const words = text.workbook;
  const { lines, horizon } = context.forecast.scenario;
  const together = Math.ceil((lines.length * horizon.periods) / MOST_CELLS);
  const columns = periodHeadings(context).filter((_, t) => t % together === 0);
  const rows: Row[] = [];
  const totals = new Map<PlanKind, { budget: Reference; lines: readonly Reference[] }>();
  for (const plan of followedFirst) {
    if (rows.length > 0) rows.push([]);
    rows.push([title(words.plan(planName(context, plan.kind)))]);
    rows.push([heading(words.line), ...columns, figureHeading(words.total)]);
    totals.set(plan.kind, addBlock(rows, context, plan.result, together));
  }
  const { robust } = context.forecast.result.plans;
  if (robust !== undefined) {
    rows.push([], [title(words.plan(eventsText(text.language).shocks.label))]);
    rows.push([heading(words.line), ...columns, figureHeading(words.total)]);
    addBlock(rows, context, robust, together);
  }
  for (const { kind, result } of followedFirst) addPosts(rows, context, { kind, result }, together);
  if (together > 1) rows.push([], [note(words.periodsAColumn(context.formats.whole(together)))]);
  const sheet = {
    name: words.sheets.plan,
    rows,
    widths: [30, ...columns.map(() => 12), 14],
    freeze: { rows: 2, columns: 1 },
  };
  return { sheet, totals };
}

function addBlock(rows: Row[], context: ReportContext, plan: PlanResult, together: number) {
  const { forecast, text, lineName } = context;
  const { lines, currency } = forecast.scenario;
  const words = text.workbook;
  const first = rows.length;
  const grid = budgetsByPeriod(lines, plan.lines, currency).map((budgets) =>
    chunks(budgets, together).map((amounts) => sumOnGrid(amounts, currency)),
  );
  const periods = firstOf(grid).length;
  const lineTotals = grid.map((amounts, k): Reference => {
    const row = first + k;
    const value = sumOnGrid(amounts, currency);
    rows.push([
      label(lineName(elementAt(lines, k))),
      ...amounts.map((value) => amount(value, 'money')),
      computed(`SUM(${range(row, 1, row, periods)})`, value, 'money'),
    ]);
    return { reference: on(words.sheets.plan, address(row, periods + 1)), value };
  });
  const columnTotal = (column: number, value: number) =>
    computed(`SUM(${range(first, column, first + lines.length - 1, column)})`, value, 'money', 'total');
  const sums = firstOf(grid).map((_, t) =>
    sumOnGrid(
      grid.map((amounts) => elementAt(amounts, t)),
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
  addPaidPosts(rows, context, plan, { row, column: periods + 1, value: budget });
  return {
    lines: lineTotals,
    budget: { reference: on(words.sheets.plan, address(row, periods + 1)), value: budget },
  };
}

/**
 * What creators are paid out of the budget, below the total of the lines, and both together: the whole budget. In which period it is
 * paid stands in the cash flow.
 */
function addPaidPosts(
  rows: Row[],
  { forecast, text }: ReportContext,
  plan: PlanResult,
  total: { readonly row: number; readonly column: number; readonly value: number },
): void {
  const { currency } = forecast.scenario;
  const paid = creatorBudgets(forecast, plan);
  if (paid.length === 0) return;
  const gap = Array.from({ length: total.column - 1 }, () => null);
  for (const { creator, planned } of paid)
    rows.push([label(text.workbook.cash.posts(creator.name)), ...gap, amount(planned, 'money')]);
  const all = sumOnGrid([total.value, ...paid.map(({ planned }) => planned)], currency);
  const formula = `SUM(${range(total.row, total.column, total.row + paid.length, total.column)})`;
  rows.push([{ value: text.workbook.totalWithPosts, role: 'total' }, ...gap, computed(formula, all, 'money', 'total')]);
}

/** How often each creator posts in a plan, by period, where there are creators. */
function addPosts(
  rows: Row[],
  context: ReportContext,
  { kind, result }: { readonly kind: PlanKind; readonly result: PlanResult },
  together: number,
): void {
  const { sources, horizon } = context.forecast.scenario;
  const posted = sources.flatMap((source, k) => {
    if (source.kind !== 'creator') return [];
    const count = source.posts.kind === 'fixed' ? source.posts.count : (result.sources?.[k]?.chosen ?? 0);
    const periods = Array.from({ length: horizon.periods }, () => 0);
    for (let post = 0; post < count; post++) {
      const period = postingPeriod(source, post, count, horizon.periods);
      periods[period] = elementAt(periods, period) + 1;
    }
    return [{ name: source.name, periods: chunks(periods, together).map((some) => some.reduce((a, b) => a + b, 0)) }];
  });
  if (posted.length === 0) return;
  const { creator, posts } = eventsText(context.text.language).creators.columns;
  const columns = periodHeadings(context).filter((_, t) => t % together === 0);
  rows.push([], [title(`${planName(context, kind)}: ${posts}`)]);
  rows.push([heading(creator), ...columns, figureHeading(context.text.workbook.total)]);
  for (const { name, periods } of posted) {
    const row = rows.length;
    const total = periods.reduce((sum, one) => sum + one, 0);
    rows.push([
      label(name),
      ...periods.map((one) => amount(one, 'count')),
      computed(`SUM(${range(row, 1, row, periods.length)})`, total, 'count'),
    ]);
  }
}

function chunks(amounts: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(amounts.length / size) }, (_, k) => amounts.slice(k * size, (k + 1) * size));
}
