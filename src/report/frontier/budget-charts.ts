import type { BudgetPoint, FigureBand, FrontierPlan } from '../../forecast/frontier/types.js';
import { explainedKpi, knowsWorth } from '../../forecast/known-worth.js';
import { type BudgetCurve, type BudgetRow, budgetsOn } from '../charts/budgets.js';
import { paper } from '../charts/paper.js';
import { pointedBands } from '../charts/pointed.js';
import { rowSays } from '../charts/row-says.js';
import { framed } from '../charts/theme.js';
import type { DrawnChart } from '../charts/types.js';
import type { Table } from '../content/table.js';
import { kpiInSentence } from '../findings/headlines.js';
import { type KpiUnit, kpiUnit } from '../findings/units.js';
import type { FrontierContext } from './context.js';

/** What is had for other budgets: its words, and its figures, each of which says what it is. */
export interface BudgetFinding extends Pick<BudgetCurve, 'axes' | 'marks'> {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly unit: KpiUnit;
  readonly rows: readonly (BudgetRow & { readonly says: string })[];
  readonly table: Table;
}

interface Curve {
  readonly name: string;
  readonly title: string;
  readonly axis: string;
  readonly unit: KpiUnit;
  readonly points: readonly { readonly budget: number; readonly band: FigureBand }[];
}

/** Profit, orders and marginal profit against the budget, a chart each. */
export function budgetCharts(context: FrontierContext): readonly DrawnChart[] {
  const { formats } = context;
  return budgetFindings(context).map((finding) => {
    const { name, title, note, table, unit, rows } = finding;
    const curve: BudgetCurve = {
      ...finding,
      write: (value, scale) => formats.byUnit(unit, value, scale),
      writeBudget: formats.shortMoney,
    };
    return {
      name,
      title,
      note,
      table,
      spec: (layout) => {
        const { axes, ...drawn } = budgetsOn(curve, paper(layout), layout.width);
        const height = { y: { value: 0 }, y2: { value: drawn.height } };
        const pointed = pointedBands(rows, { x: axes.x('at'), ...height }, drawn.width / rows.length);
        return framed({ title, note }, layout, { ...drawn, layer: [...drawn.layer, ...pointed] });
      },
    };
  });
}

/** A figure that is followed over budgets where nothing is known of profit: what the goal counts. */
export function countedIn({ scenario, text }: FrontierContext) {
  const kpi = explainedKpi(scenario);
  return {
    kpi,
    unit: kpiUnit(kpi),
    name: text.names.kpis[kpi] ?? kpi,
    of: ({ counted, orders }: FrontierPlan): FigureBand => counted ?? orders,
  };
}

/** What is had for other budgets: profit, orders and the profit of the next unit; or what is counted where that is worth nothing known. */
export function budgetFindings(context: FrontierContext): readonly BudgetFinding[] {
  const { words, formats, frontier, scenario, text } = context;
  const { points, stops } = frontier.budget ?? { points: [], stops: { expected: null, goal: null } };
  const solved = points.flatMap((point) => (point.plan === null ? [] : [{ ...point, plan: point.plan }]));
  const [first, last] = [solved[0], solved.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const { titles, axes } = words.budget;
  const marginals = points.flatMap(marginalPoint(points));
  const valued = knowsWorth(scenario);
  const counted = valued
    ? {
        kpi: 'orders',
        unit: 'count' as const,
        name: text.names.kpis.orders ?? axes.orders,
        of: (plan: FrontierPlan) => plan.orders,
      }
    : countedIn(context);
  // As the table has them.
  const write = ({ mean, p10, p90 }: FigureBand): string =>
    formats.byUnit(counted.unit, mean, Math.max(Math.abs(p10), Math.abs(p90)));
  const curves: Curve[] = [
    {
      name: 'profit',
      title:
        stops.expected === null
          ? titles.profitPays(formats.money(last.budget))
          : stops.expected > 0
            ? titles.profit(formats.estimate(stops.expected))
            : titles.profitNever,
      axis: axes.profit,
      unit: 'money',
      points: solved.map(({ budget, plan }) => ({ budget, band: plan.profit })),
    },
    {
      name: counted.kpi,
      title: titles.orders(
        write(counted.of(first.plan)),
        write(counted.of(last.plan)),
        formats.money(first.budget),
        formats.money(last.budget),
        kpiInSentence(text, counted.kpi),
      ),
      axis: counted.name,
      unit: counted.unit,
      points: solved.map(({ budget, plan }) => ({ budget, band: counted.of(plan) })),
    },
    {
      name: 'marginal',
      title: titles.marginal,
      axis: axes.marginal,
      unit: 'money',
      points: marginals,
    },
  ];
  return curves
    .filter(({ name, points: drawn }) => drawn.length > 1 && (valued || name === counted.kpi))
    .map((curve) => findingOf(context, curve));
}

/** A marginal stands between the two budgets that it was taken from. */
function marginalPoint(points: readonly BudgetPoint[]) {
  return (point: BudgetPoint, k: number): Curve['points'] => {
    if (point.marginal === null) return [];
    const before = points.slice(0, k).findLast(({ plan }) => plan !== null);
    return before === undefined ? [] : [{ budget: (before.budget + point.budget) / 2, band: point.marginal }];
  };
}

function findingOf(context: FrontierContext, { name, title, axis, unit, points }: Curve): BudgetFinding {
  const { words, formats, text } = context;
  const { columns, note } = words.budget;
  const table: Table = {
    columns: [columns.budget, columns.p10, columns.mean, columns.p90],
    rows: points.map(({ budget, band }) => {
      const scale = Math.max(Math.abs(band.p10), Math.abs(band.p90));
      const figures = [band.p10, band.mean, band.p90].map((value) => formats.byUnit(unit, value, scale));
      return [formats.money(budget), ...figures];
    }),
  };
  return {
    name,
    title,
    note,
    unit,
    axes: { budget: words.budget.axes.budget, figure: axis },
    rows: points.map(({ budget, band: { p10, mean, p90 } }, k) => ({
      at: budget,
      p10,
      mean,
      p90,
      says: rowSays(table, k, text.names.separator),
    })),
    marks: marksOf(context),
    table,
  };
}

/** Today's budget, and where the next unit ceases to pay. */
function marksOf({ words, formats, scenario, frontier }: FrontierContext): BudgetCurve['marks'] {
  const { today, stop, goalStop, luckyStop } = words.budget;
  const given = { at: scenario.budget, label: today(formats.money(scenario.budget)), name: 'given' as const };
  if (!knowsWorth(scenario)) return [given];
  const { expected = null, goal = null } = frontier.budget?.stops ?? {};
  const weighed = scenario.goal.tail === scenario.goal.worst ? goalStop : luckyStop;
  return [
    given,
    ...(expected === null ? [] : [{ at: expected, label: stop(formats.estimate(expected)), name: 'loss' as const }]),
    ...(goal === null || goal === expected
      ? []
      : [{ at: goal, label: weighed(formats.estimate(goal)), name: 'met' as const }]),
  ];
}
