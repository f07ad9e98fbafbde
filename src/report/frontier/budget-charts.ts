import type { BudgetPoint, FigureBand } from '../../forecast/frontier/types.js';
import { budgetLayers } from '../charts/layers.js';
import { color, framed, type Layer, SMALL_SIZE } from '../charts/theme.js';
import { labelLookup, niceTicks } from '../charts/ticks.js';
import { type DrawnChart, isNarrow, type Layout } from '../charts/types.js';
import { kpiInSentence } from '../findings/headlines.js';
import type { FrontierContext } from './context.js';

const FIELDS = { at: 'budget', low: 'p10', middle: 'mean', high: 'p90' } as const;

interface Curve {
  readonly name: string;
  readonly title: string;
  readonly axis: string;
  readonly write: (value: number, scale?: number) => string;
  readonly points: readonly { readonly budget: number; readonly band: FigureBand }[];
}

/** Profit, orders and marginal profit against the budget, a chart each. */
export function budgetCharts(context: FrontierContext): readonly DrawnChart[] {
  const { words, formats, frontier, text } = context;
  const { points, stops } = frontier.budget ?? { points: [], stops: { expected: null, goal: null } };
  const solved = points.flatMap((point) => (point.plan === null ? [] : [{ ...point, plan: point.plan }]));
  const [first, last] = [solved[0], solved.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const { titles, axes } = words.budget;
  const marginals = points.flatMap(marginalPoint(points));
  const curves: Curve[] = [
    {
      name: 'profit',
      title:
        stops.expected === null
          ? titles.profitPays(formats.money(last.budget))
          : titles.profit(formats.estimate(stops.expected)),
      axis: axes.profit,
      write: formats.estimate,
      points: solved.map(({ budget, plan }) => ({ budget, band: plan.profit })),
    },
    {
      name: 'orders',
      title: titles.orders(
        formats.count(first.plan.orders.mean),
        formats.count(last.plan.orders.mean),
        formats.money(first.budget),
        formats.money(last.budget),
        kpiInSentence(text, 'orders'),
      ),
      axis: text.names.kpis.orders ?? axes.orders,
      write: formats.count,
      points: solved.map(({ budget, plan }) => ({ budget, band: plan.orders })),
    },
    {
      name: 'marginal',
      title: titles.marginal,
      axis: axes.marginal,
      write: formats.estimate,
      points: marginals,
    },
  ];
  return curves.filter(({ points: drawn }) => drawn.length > 1).map((curve) => chartOf(context, curve));
}

/** A marginal stands between the two budgets that it was taken from. */
function marginalPoint(points: readonly BudgetPoint[]) {
  return (point: BudgetPoint, k: number): Curve['points'] => {
    if (point.marginal === null) return [];
    const before = points.slice(0, k).findLast(({ plan }) => plan !== null);
    return before === undefined ? [] : [{ budget: (before.budget + point.budget) / 2, band: point.marginal }];
  };
}

function chartOf(context: FrontierContext, curve: Curve): DrawnChart {
  const { words, formats } = context;
  const { columns, note } = words.budget;
  return {
    name: curve.name,
    title: curve.title,
    note,
    table: {
      columns: [columns.budget, columns.p10, columns.mean, columns.p90],
      rows: curve.points.map(({ budget, band }) => {
        const scale = Math.max(Math.abs(band.p10), Math.abs(band.p90));
        return [formats.money(budget), ...[band.p10, band.mean, band.p90].map((value) => curve.write(value, scale))];
      }),
    },
    spec: (layout) => curveSpec(context, curve, layout),
  };
}

function curveSpec({ words, formats, scenario, frontier }: FrontierContext, curve: Curve, layout: Layout) {
  const narrow = isNarrow(layout);
  const height = narrow ? 230 : 340;
  const all = curve.points.flatMap(({ band }) => [band.p10, band.p90]);
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  const margin = 0.05 * (most - least || 1);
  const [low, high] = [least < 0 ? least - margin : 0, most + margin];
  const left = Math.min(...curve.points.map(({ budget }) => budget));
  const right = Math.max(...curve.points.map(({ budget }) => budget));
  const yTicks = niceTicks(low, high, narrow ? 4 : 6).filter((tick) => tick >= low && tick <= high);
  const xTicks = niceTicks(left, right, narrow ? 3 : 6).filter((tick) => tick >= left && tick <= right);
  const scale = Math.max(Math.abs(low), Math.abs(high));
  const x = {
    field: 'budget',
    type: 'quantitative' as const,
    scale: { domain: [left, right], nice: false, zero: false },
    axis: {
      values: xTicks,
      labelExpr: labelLookup(xTicks, formats.shortMoney),
      title: words.budget.axes.budget,
      grid: false,
      domain: true,
    },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false },
    axis: { values: yTicks, labelExpr: labelLookup(yTicks, (value) => curve.write(value, scale)), title: curve.axis },
  });
  const data = { values: curve.points.map(({ budget, band: { p10, mean, p90 } }) => ({ budget, p10, mean, p90 })) };
  const { expected = null, goal = null } = frontier.budget?.stops ?? {};
  const { today, stop } = words.budget;
  const goalStop = scenario.goal.tail === scenario.goal.worst ? words.budget.goalStop : words.budget.luckyStop;
  const marks = [
    { at: scenario.budget, label: today(formats.money(scenario.budget)), name: 'given' as const },
    ...(expected === null ? [] : [{ at: expected, label: stop(formats.estimate(expected)), name: 'loss' as const }]),
    ...(goal === null || goal === expected
      ? []
      : [{ at: goal, label: goalStop(formats.estimate(goal)), name: 'met' as const }]),
  ].filter(({ at }) => at >= left && at <= right);
  const markers = marks.flatMap(({ at, label, name }, k): Layer[] => [
    {
      data: { values: [{ budget: at }] },
      mark: {
        type: 'rule' as const,
        color: color(name),
        strokeDash: name === 'given' ? [4, 4] : [1, 0],
        strokeWidth: 1.5,
      },
      encoding: { x },
    },
    {
      data: { values: [{ budget: at, label }] },
      mark: {
        type: 'text' as const,
        fontSize: SMALL_SIZE,
        align: at > (left + right) / 2 ? ('right' as const) : ('left' as const),
        dx: at > (left + right) / 2 ? -6 : 6,
        color: color(name === 'given' ? 'ink' : name),
      },
      // One above the other, above the plot, so that neither runs through the band.
      encoding: { x, y: { value: -8 - 15 * k }, text: { field: 'label', type: 'nominal' as const } },
    },
  ]);
  const zero: Layer[] =
    low < 0
      ? [
          {
            data: { values: [{ zero: 0 }] },
            mark: { type: 'rule' as const, color: color('rule'), strokeWidth: 1 },
            encoding: { y: y('zero') },
          },
        ]
      : [];
  return framed({ title: curve.title, note: words.budget.note }, layout, {
    width: layout.width - (narrow ? 90 : 150),
    height,
    layer: [...budgetLayers({ x: () => x, y }, FIELDS, color('optimized'), zero, { data }), ...markers],
  });
}
