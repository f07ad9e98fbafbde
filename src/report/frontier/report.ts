import type { BudgetPoint, RiskPoint, TargetBudget } from '../../forecast/frontier/types.js';
import { knowsWorth } from '../../forecast/known-worth.js';
import { elementAt } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { type Block, paragraph, present, type Report, section, table } from '../blocks.js';
import type { DrawnChart } from '../charts/types.js';
import { countedIn } from './budget-charts.js';
import type { FrontierContext } from './context.js';
import { riskTitle } from './risk-chart.js';

/** Rows of plans that are printed: with what stands around them, the answer is a dozen lines at most. */
const MOST_ROWS = 7;

/** A frontier: what a target asks for, and a section a chart. */
export function frontierReport(context: FrontierContext, charts: readonly DrawnChart[]): Report {
  const { frontier } = context;
  return {
    title: headingOf(context),
    lead: present([frontier.target === undefined ? null : paragraph(targetSentence(context, frontier.target))]),
    sections: charts.map((chart) =>
      section(chart.name, chart.title, [{ kind: 'chart', chart }, table(chart.title, chart.table)]),
    ),
  };
}

/** What the frontier is of: the plan, and what is set against what. */
function headingOf({ words, formats, frontier, scenario, goal, share }: FrontierContext): string {
  if (frontier.by === 'risk') {
    const plans = (frontier.risk ?? []).filter(({ risk_aversion }) => risk_aversion !== null);
    return words.risk.heading(scenario.name, goal, share, String(plans.length));
  }
  const { points } = frontier.budget ?? { points: [] };
  return words.budget.heading(
    scenario.name,
    formats.money(points[0]?.budget ?? 0),
    formats.money(points.at(-1)?.budget ?? 0),
  );
}

/** The frontier in at most twelve lines that can be read aloud. */
export function frontierSummary(context: FrontierContext): readonly Block[] {
  return present(context.frontier.by === 'risk' ? riskBlocks(context) : budgetBlocks(context));
}

function riskBlocks(context: FrontierContext): readonly (Block | null)[] {
  const { words, formats, frontier, write } = context;
  const points = frontier.risk ?? [];
  const line = points.filter(({ risk_aversion }) => risk_aversion !== null);
  const given = points.find(({ risk_aversion }) => risk_aversion === null);
  const row = (point: RiskPoint, largest: string) => ({
    label: point.risk_aversion === null ? words.risk.given : words.risk.weight(formats.share(point.risk_aversion)),
    words: words.risk.row(write(point.mean), write(point.cvar), largest),
    paint: 'plain' as const,
  });
  const lines = [
    ...thinned(line, MOST_ROWS).map((point) => row(point, context.largest(point, 2))),
    ...(given === undefined ? [] : [row(given, '')]),
  ];
  return [paragraph(headingOf(context), 'lead'), { kind: 'lines', lines }, paragraph(`${riskTitle(context, points)}.`)];
}

function budgetBlocks(context: FrontierContext): readonly (Block | null)[] {
  const { words, formats, frontier, scenario } = context;
  const { points, stops } = frontier.budget ?? { points: [], stops: { expected: null, goal: null } };
  const solved = points.filter(({ plan }) => plan !== null);
  const { columns } = words.budget;
  const last = points.at(-1);
  const { riskAversion, tail, worst } = scenario.goal;
  const paying =
    stops.expected === null
      ? words.budget.pays(formats.money(last?.budget ?? 0))
      : stops.expected > 0
        ? words.budget.stops(formats.estimate(stops.expected))
        : words.budget.never;
  const weighed =
    stops.goal === null || stops.goal === stops.expected
      ? ''
      : tail === worst
        ? words.budget.goalStops(formats.estimate(stops.goal), formats.share(riskAversion), formats.share(tail))
        : words.budget.luckyStops(formats.estimate(stops.goal));
  const title = headingOf(context);
  const target = frontier.target === undefined ? null : paragraph(targetSentence(context, frontier.target));
  const shown = thinned(points, MOST_ROWS);
  if (!knowsWorth(scenario)) {
    return [
      paragraph(title, 'lead'),
      table(title, {
        columns: [columns.budget, countedIn(context).name],
        words: [1],
        rows: shown.map((point) => countedCells(context, point)),
      }),
      solved.length === 0 ? paragraph(words.budget.none) : null,
      target,
    ];
  }
  return [
    paragraph(title, 'lead'),
    table(title, {
      columns: [columns.budget, columns.profit, context.text.names.kpis.orders ?? columns.orders, columns.marginal],
      words: [1, 2, 3],
      whole: shown.every(({ plan }) => plan !== null),
      rows: shown.map((point) => cellsOf(context, point)),
    }),
    paragraph(solved.length === 0 ? words.budget.none : `${paying}${weighed}.`),
    target,
  ];
}

/** Of a plan whose orders are worth nothing known: what its goal counts. */
function countedCells(context: FrontierContext, { budget, plan, conflict }: BudgetPoint): string[] {
  const { words, formats } = context;
  if (plan === null) return [formats.money(budget), words.budget.infeasible(conflict.join(', '))];
  const { of, unit } = countedIn(context);
  const { mean, p10, p90 } = of(plan);
  const [middle, low, high] = [mean, p10, p90].map((value) => formats.byUnit(unit, value, p90)) as [
    string,
    string,
    string,
  ];
  return [formats.money(budget), words.budget.band(middle, low, high)];
}

function cellsOf({ words, formats }: FrontierContext, { budget, plan, conflict, marginal }: BudgetPoint): string[] {
  const { band, infeasible } = words.budget;
  if (plan === null) return [formats.money(budget), infeasible(conflict.join(', '))];
  const { profit, orders } = plan;
  const scale = Math.max(Math.abs(profit.p10), Math.abs(profit.p90));
  return [
    formats.money(budget),
    band(
      formats.estimate(profit.mean, scale),
      formats.estimate(profit.p10, scale),
      formats.estimate(profit.p90, scale),
    ),
    band(formats.count(orders.mean, orders.p90), formats.count(orders.p10, orders.p90), formats.count(orders.p90)),
    marginal === null ? '' : formats.change(marginal.mean),
  ];
}

/** "roas >= 2 with 80%: met up to a budget of ₼12,430 (± ₼152: Monte Carlo error, …)": rounded no further than the error allows. */
function targetSentence({ words, formats, scenario }: FrontierContext, target: TargetBudget): string {
  const { kind, budget, se, gap, from, to } = target;
  if (kind === 'all' || kind === 'none' || budget === null) {
    return `${(kind === 'all' ? words.target.all : words.target.none)(target.target, formats.money(from), formats.money(to))}.`;
  }
  const error = se === null ? null : Math.hypot(se, gap ?? 0);
  const sentence = words.target[kind](target.target, formats.money(roundedTo(budget, error ?? 0, scenario)));
  return `${sentence}${error === null ? '' : words.target.error(formats.estimate(error))}.`;
}

/** To the power of ten below an error (at least the third digit), or the currency's smallest unit where there is none. */
function roundedTo(value: number, error: number, { currencyDigits }: Scenario): number {
  const smallest = -currencyDigits;
  const third = Math.floor(Math.log10(Math.abs(value) || 1)) - 2;
  const power = error > 0 ? Math.min(third, Math.max(smallest, Math.floor(Math.log10(error)))) : smallest;
  const step = 10 ** Math.abs(power);
  return power >= 0 ? Math.round(value / step) * step : Math.round(value * step) / step;
}

function thinned<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => elementAt(list, Math.round((k * (list.length - 1)) / (most - 1))));
}
