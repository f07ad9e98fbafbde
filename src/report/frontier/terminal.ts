import type { BudgetPoint, TargetBudget } from '../../forecast/frontier/types.js';
import type { FrontierContext } from './context.js';
import { riskTitle } from './risk-chart.js';

/** Rows of plans that are printed: with what stands around them, the answer is a dozen lines at most. */
const MOST_ROWS = 7;

/** The frontier in at most twelve lines that can be read aloud. Ends with a newline. */
export function frontierTerminal(context: FrontierContext): string {
  const lines = context.frontier.by === 'risk' ? riskLines(context) : budgetLines(context);
  return `${lines.map((line) => line.replace(/\p{Cc}/gu, ' ').trimEnd()).join('\n')}\n`;
}

function riskLines(context: FrontierContext): readonly string[] {
  const { words, formats, frontier, scenario, goal, write, share } = context;
  const points = frontier.risk ?? [];
  const line = points.filter(({ risk_aversion }) => risk_aversion !== null);
  const given = points.find(({ risk_aversion }) => risk_aversion === null);
  const label = (weight: number | null) =>
    weight === null ? words.risk.given : words.risk.weight(formats.share(weight));
  const width = Math.max(...points.map(({ risk_aversion }) => label(risk_aversion).length));
  return [
    words.risk.heading(scenario.name, goal, share, String(line.length)),
    ...thinned(line, MOST_ROWS).map((point) =>
      words.risk.row(
        label(point.risk_aversion).padEnd(width),
        write(point.mean),
        write(point.cvar),
        context.largest(point, 2),
      ),
    ),
    ...(given === undefined
      ? []
      : [`${label(null).padEnd(width)}  ${words.risk.givenRow(write(given.mean), write(given.cvar))}`]),
    `${riskTitle(context, points)}.`,
  ];
}

function budgetLines(context: FrontierContext): readonly string[] {
  const { words, formats, frontier, scenario } = context;
  const { points, stops } = frontier.budget ?? { points: [], stops: { expected: null, goal: null } };
  const solved = points.filter(({ plan }) => plan !== null);
  const { columns } = words.budget;
  const rows = thinned(points, MOST_ROWS).map((point) => cellsOf(context, point));
  const cells = [[columns.budget, columns.profit, columns.orders, columns.marginal], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const last = points.at(-1);
  const { riskAversion, tail } = scenario.goal;
  const pays = stops.expected === null;
  const paying = pays
    ? words.budget.pays(formats.money(last?.budget ?? 0))
    : words.budget.stops(formats.estimate(stops.expected!));
  const weighed =
    stops.goal === null || stops.goal === stops.expected
      ? ''
      : words.budget.goalStops(formats.estimate(stops.goal), formats.share(riskAversion), formats.share(tail));
  const stop = solved.length === 0 ? words.budget.none : `${paying}${weighed}.`;
  return [
    words.budget.heading(scenario.name, formats.money(points[0]?.budget ?? 0), formats.money(last?.budget ?? 0)),
    ...cells.map((row) => row.map((cell, column) => (column < 3 ? cell.padEnd(widths[column]!) : cell)).join('  ')),
    stop,
    ...(frontier.target === undefined ? [] : [targetSentence(context, frontier.target)]),
  ];
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

/** "roas >= 2 with 80%: met up to a budget of ₼12,400 (± ₼150, Monte Carlo error)". */
export function targetSentence({ words, formats }: FrontierContext, target: TargetBudget): string {
  const { kind, budget, se, from, to } = target;
  if (kind === 'all' || kind === 'none' || budget === null) {
    return `${(kind === 'all' ? words.target.all : words.target.none)(target.target, formats.money(from), formats.money(to))}.`;
  }
  const sentence = words.target[kind](target.target, formats.estimate(budget));
  return `${sentence}${se === null ? '' : words.target.error(formats.estimate(se))}.`;
}

function thinned<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => list[Math.round((k * (list.length - 1)) / (most - 1))]!);
}
