import type { Expression, PlanFunction } from '../scenario/expressions/types.js';
import { type CustomKpi, STAGES, type Stage } from '../scenario/types.js';
import {
  BRIDGE_FORMULAS,
  BRIDGE_PARTS,
  COUNTED_SUMS,
  type Formula,
  formulaOf,
  GROUP_FORMULAS,
  KPI_FORMULAS,
  PERIOD_FORMULAS,
} from './kpi/definitions.js';
import { restOf } from './prepared.js';
import type { Program } from './program.js';

/**
 * What a series is about; `index` counts lines (scenario order), sources, platforms, stages, periods, gates (of how many
 * draws pass: 1 or 0), shocks (1 where it comes) or platforms of which claims are reported.
 */
export interface SeriesKey {
  readonly group:
    | 'total'
    | 'bridge'
    | 'line'
    | 'source'
    | 'platform'
    | 'stage'
    | 'period'
    | 'cumulative'
    | 'gate'
    | 'shock'
    | 'attribution'
    | 'function';
  readonly index: number;
  readonly kpi: string;
  /**
   * True for what is expected of a draw's inputs where the series of the same name holds counts (section 14): its mean, and
   * differences of plans, go by this one.
   */
  readonly expected?: true;
}

/** Which figures a caller wants: nothing else is computed or stored. */
export interface FigureSelection {
  /** KPIs and custom expressions of the whole plan, by name. */
  readonly total: readonly { readonly name: string; readonly expression: Expression }[];
  /** The parts that the whole plan's profit is made of; default false. */
  readonly bridge?: boolean;
  /** Lines, platforms, stages and periods with everything that means something there. */
  readonly groups: boolean;
  /** Orders and profit added up to the end of each period. */
  readonly cumulative: boolean;
  /** Whether orders are counts where the plan has counts on; default false: what is expected. */
  readonly counts?: boolean;
  /** What gates, shocks and dashboards say; default false. */
  readonly events?: boolean;
  /** What is expected of functions of the plan, as `evaluate` gives them; default none. */
  readonly functions?: readonly PlanFunction[];
  /**
   * Of all these series only some are stored; default all. They are computed as they are among all of them, so to the last bit as
   * without this, and what none of them depends on isn't.
   */
  readonly stored?: StoredSeries;
}

/**
 * KPIs of the whole plan, of each line and source, and over time that are stored, and whether functions are, the bridge's parts, and what
 * gates, shocks and dashboards say; other groups aren't.
 */
interface StoredSeries {
  readonly total: readonly string[];
  readonly byLine: readonly string[];
  readonly cumulative: readonly string[];
  readonly functions: boolean;
  /** Default false. */
  readonly bridge?: boolean;
  /** Default false. */
  readonly events?: boolean;
}

/** Whether conversions are leads that are closed: else leads are conversions. */
function closesLeads({ inputs, globals }: Program): boolean {
  const { map } = inputs[globals.close_rate];
  return map.kind !== 'constant' || map.value !== 1;
}

/** Whether an outage or a gate can keep a line from spending. */
function mayIdle(program: Program): boolean {
  const { shocks, gates } = restOf(program);
  return shocks.some(({ outage }) => outage) || gates.some(({ stops }) => stops === 'all' || stops.length > 0);
}

/** KPIs that only some plans have anything of. */
const ONLY_WITH: Readonly<Record<string, (program: Program) => boolean>> = {
  posts: (program) => restOf(program).sources.length > 0,
  pay: (program) => restOf(program).sources.length > 0,
  recall_lift: (program) => restOf(program).brand !== null,
  brand_orders: (program) => restOf(program).brand !== null,
  messages: (program) => restOf(program).community !== null,
  hours: (program) => restOf(program).community !== null,
  leads: closesLeads,
  cpl: closesLeads,
  // Where nothing else keeps money from being spent, it is what is unspent.
  unreached: mayIdle,
};

/** Reported of every plan as a whole, also where they are 0. */
const PAID: readonly string[] = ['posts', 'pay'];

/** Everything that section 10 reports, with the planner's own KPIs and the plan's metrics. */
export function reportSelection(custom: readonly CustomKpi[], program?: Program): FigureSelection {
  const own = custom.map(({ name, expression }) => ({ name, expression }));
  const metrics = program === undefined ? [] : restOf(program).metrics;
  const replaced = new Set([...custom, ...metrics].map(({ name }) => name));
  const standard = Object.keys(KPI_FORMULAS)
    // What a file calls like a built-in KPI stands in its place.
    .filter((name) => !replaced.has(name))
    .filter((name) => program === undefined || PAID.includes(name) || (ONLY_WITH[name]?.(program) ?? true))
    .map((name) => ({ name, expression: { kind: 'kpi', name } as Expression }));
  return { total: [...standard, ...own], bridge: true, groups: true, cumulative: true, counts: true, events: true };
}

/** Formulas of the whole plan, in the order of their series: the KPIs asked for, then the bridge's parts. */
export function totalFormulas({ total, bridge = false }: FigureSelection): Formula[] {
  return [
    ...total.map(({ expression }) => formulaOf(expression)),
    ...(bridge ? BRIDGE_PARTS.map((part) => BRIDGE_FORMULAS[part]) : []),
  ];
}

/** Stages that have a line or a source, in funnel order. */
export function stagesOf(program: Program): Stage[] {
  return STAGES.filter((stage) => [...program.lines, ...restOf(program).sources].some((one) => one.stage === stage));
}

/** KPIs of a line, platform or stage of this plan. */
export function groupKpis(program: Program): string[] {
  return Object.keys(GROUP_FORMULAS).filter((name) => ONLY_WITH[name]?.(program) ?? true);
}

/** What is added up over time: leads, too, where they are closed later. */
export function cumulativeKpis(program: Program): readonly ('orders' | 'profit' | 'leads')[] {
  return closesLeads(program) ? ['orders', 'profit', 'leads'] : ['orders', 'profit'];
}

export function periodKpis(program: Program): string[] {
  return Object.keys(PERIOD_FORMULAS).filter((name) => ONLY_WITH[name]?.(program) ?? true);
}

/** Metrics that the whole plan is reported for: amounts, then what one costs in media where that is asked for. */
export function metricFormulas(program: Program): { readonly name: string; readonly formula: Formula }[] {
  return restOf(program).metrics.flatMap(({ name, costPer }, metric) => {
    const amount: Formula = { kind: 'metric figure', metric, of: 'amount' };
    const spend: Formula = { kind: 'metric figure', metric, of: 'spend' };
    const cost: Formula = { kind: 'binary', operator: '/', left: spend, right: amount };
    return [{ name, formula: amount }, ...(costPer ? [{ name: `cost_per_${name}`, formula: cost }] : [])];
  });
}

/** Whether a selection's orders are counts. */
export function countsOf(program: Program, selection: FigureSelection): boolean {
  return selection.counts === true && restOf(program).counts;
}

/** Of some KPIs those whose means are distinguished from their counts. */
export function expectedOf(kpis: readonly string[]): string[] {
  return kpis.filter((name) => COUNTED_SUMS.includes(name));
}

/** Claims and last clicks of a dashboard. */
export const ATTRIBUTION_KPIS = ['claimed', 'last_click', 'conversions'] as const;

/**
 * The series of a selection, in the order in which they are stored. Those of totals come first, in the order asked for, so that
 * a caller may keep them alone.
 */
export function seriesOf(program: Program, selection: FigureSelection): SeriesKey[] {
  return everySeries(program, selection).filter((key) => isStored(key, selection));
}

/** Whether a series of a selection is stored. */
export function isStored({ group, kpi }: SeriesKey, { stored }: FigureSelection): boolean {
  if (stored === undefined) return true;
  switch (group) {
    case 'total':
      return stored.total.includes(kpi);
    case 'line':
    case 'source':
      return stored.byLine.includes(kpi);
    case 'cumulative':
      return stored.cumulative.includes(kpi);
    case 'function':
      return stored.functions;
    case 'bridge':
      return stored.bridge === true;
    case 'gate':
    case 'shock':
    case 'attribution':
      return stored.events === true;
    default:
      return false;
  }
}

/** The series that a selection computes, in their order. */
export function everySeries(program: Program, selection: FigureSelection): SeriesKey[] {
  const counts = countsOf(program, selection);
  const names = selection.total.map(({ name }) => name);
  const keys: SeriesKey[] = names.map((kpi) => ({ group: 'total', index: 0, kpi }));
  const push = (group: SeriesKey['group'], count: number, kpis: readonly string[], expected = false): void => {
    for (let index = 0; index < count; index++) {
      for (const kpi of kpis) keys.push({ group, index, kpi });
      if (!expected || !counts) continue;
      for (const kpi of expectedOf(kpis)) keys.push({ group, index, kpi, expected: true });
    }
  };
  if (counts) for (const kpi of expectedOf(names)) keys.push({ group: 'total', index: 0, kpi, expected: true });
  if (selection.bridge === true) push('bridge', 1, BRIDGE_PARTS);
  const { sources, gates, shocks, attribution } = restOf(program);
  if (selection.groups) {
    push(
      'total',
      1,
      metricFormulas(program).map(({ name }) => name),
    );
    const group = groupKpis(program);
    push('line', program.lines.length, group, true);
    push('source', sources.length, group, true);
    push('platform', program.platforms.length, group, true);
    push('stage', stagesOf(program).length, group, true);
    push('period', program.periods, periodKpis(program), true);
  }
  if (selection.cumulative) push('cumulative', program.periods, cumulativeKpis(program), true);
  if (selection.events === true) {
    push('gate', gates.length, ['passed']);
    push('shock', shocks.length, ['comes']);
    if (attribution !== null) push('attribution', program.platforms.length, ATTRIBUTION_KPIS);
  }
  push('function', selection.functions?.length ?? 0, ['value']);
  return keys;
}

/** How many series at the front are of totals, those of what is expected among them. */
export function totalsOf(keys: readonly SeriesKey[]): number {
  const other = keys.findIndex(({ group }) => group !== 'total');
  return other < 0 ? keys.length : other;
}
