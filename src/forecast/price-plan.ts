import type { Session } from '../engine/session.js';
import {
  type ATTRIBUTION_KPIS,
  countsOf,
  expectedOf,
  type FigureSelection,
  reportSelection,
  type SeriesKey,
  seriesOf,
  stagesOf,
  totalsOf,
} from '../model/figures.js';
import type { BridgePart } from '../model/kpi/definitions.js';
import { restOf } from '../model/prepared.js';
import type { Program } from '../model/program.js';
import { ruleFunctions } from '../optimize/problem.js';
import type { Decision, Evaluation } from '../optimize/types.js';
import { required } from '../required.js';
import { isFunnelLine, type Line, type Scenario } from '../scenario/types.js';
import { shortestRun } from '../summary/streamed.js';
import type { Summary } from '../summary/types.js';
import { periodStarts } from '../units/period.js';
import { bandOf, endingAtCounts, endingAtTotal, withMeanOf } from './bands.js';
import { bridgeOf } from './bridge.js';
import type { Band, PlanDetails } from './details.js';
import type { KpiSummaries, PlanBridge, PlanResult } from './result.js';
import { type TargetDraws, targetDraws, targetName } from './target-draws.js';

/** A plan priced on the report's draws: summaries for the result, and the draws that comparisons and charts need. */
export interface PlanFigures {
  readonly kpis: PlanResult['kpis'];
  readonly bridge: PlanBridge;
  /** Draws of each KPI of the whole plan, by name: what is expected, where orders are counted. */
  readonly total: ReadonlyMap<string, Float64Array>;
  /** The same as the report tells it: counts, where orders are counted. */
  readonly counted: ReadonlyMap<string, Float64Array>;
  /** Each target's figure, in the order of the targets. */
  readonly targets: readonly TargetDraws[];
  /** What is expected of `ruleFunctions(scenario)`, and of the goal. */
  readonly evidence: Evaluation;
  readonly goal: Float64Array;
  /** By gate and shock: 1 in the draws in which it is passed, or comes. */
  readonly gates: readonly Float64Array[];
  readonly shocks: readonly Float64Array[];
  /** Means of dashboards' claims, by platform; empty without `attribution`. */
  readonly claims: readonly Readonly<Record<(typeof ATTRIBUTION_KPIS)[number], number>>[];
  readonly details: PlanDetails;
  /** Where there were too many draws to be stored, the draws of a run: quantiles of all but totals are means over runs then. */
  readonly runDraws: number | null;
}

/** Everything that a plan is reported by: figures, targets, what its rules ask for, and its goal. */
export function reportedFigures(program: Program, scenario: Scenario): FigureSelection {
  const report = reportSelection(scenario.kpis, program);
  const targets = scenario.targets.map(({ expression }, k) => ({ name: targetName(k), expression }));
  return {
    ...report,
    total: [...report.total, ...targets],
    functions: [...ruleFunctions(scenario), scenario.goal.maximize],
  };
}

/** Of lines and creators: what a landing is reported, warned of and re-planned by. */
const LANDING_BY_LINE = ['spend', 'impressions', 'clicks', 'conversions', 'frequency', 'posts', 'pay'];

/**
 * What is reported of a plan: `all` that a report shows, or where it lands: of platforms, stages and periods nothing, of lines what their
 * money brings, orders over time. To the last bit the same figures either way.
 */
export type FigureScope = 'all' | 'landing';

function figuresIn(program: Program, scenario: Scenario, scope: FigureScope): FigureSelection {
  const reported = reportedFigures(program, scenario);
  if (scope === 'all') return reported;
  return {
    ...reported,
    stored: {
      total: reported.total.map(({ name }) => name),
      byLine: LANDING_BY_LINE,
      cumulative: ['orders'],
      functions: true,
      bridge: true,
      events: true,
    },
  };
}

/** What happens in a draw or doesn't, and what a plan is judged by: needed draw by draw. */
const BY_DRAW: readonly SeriesKey['group'][] = ['gate', 'shock', 'function'];

/** Totals that a verdict, targets and claims are worked out from, draw by draw. */
const ALONE = [
  'profit',
  'future_orders',
  'orders',
  'gross_margin',
  'revenue',
  'cost',
  'spend',
  'ltv',
  'conversions',
  'new',
];

/** What of a streamed plan has to be stored where no other plan is set beside it: of what is counted, what is expected. */
function storedAlone({ program }: Session, scenario: Scenario): (key: SeriesKey) => boolean {
  const judged = scenario.targets.flatMap(({ expression }) => (expression.kind === 'kpi' ? [expression.name] : []));
  const needed = new Set<string>([...ALONE, ...judged]);
  const counts = restOf(program).counts;
  return ({ group, kpi, expected }) => {
    if (group !== 'total') return BY_DRAW.includes(group);
    if (kpi === 'profit' || kpi.startsWith('target ')) return true;
    return needed.has(kpi) && (!counts || expected === true || expectedOf([kpi]).length === 0);
  };
}

interface HowPriced {
  readonly lone?: boolean;
  readonly once?: boolean;
  /** Default `all`. */
  readonly scope?: FigureScope;
}

/**
 * Everything that section 10 of the model reports for one plan.
 *
 * @param lone no other plan is set beside it: of a streamed one fewer draws are stored then
 * @param once nothing more is evaluated on the draws of its inputs
 */
export async function priceForReport(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  signal?: AbortSignal,
  { lone = false, once = false, scope = 'all' }: HowPriced = {},
): Promise<PlanFigures> {
  const judged = ruleFunctions(scenario);
  const selection = figuresIn(session.program, scenario, scope);
  const isStored = lone
    ? storedAlone(session, scenario)
    : ({ group }: SeriesKey) => group === 'total' || BY_DRAW.includes(group);
  const how = { isStored, keep: !once, signal };
  const { keys, summarizing, series: drawsOf } = await priceAndSummarize(session, decision, selection, how);

  const streamed = isStreamed(keys.length, session.sampling.draws);
  const total = new Map<string, Float64Array>();
  const counted = new Map<string, Float64Array>();
  keys.slice(0, totalsOf(keys)).forEach((key, series) => {
    if (key.group !== 'total' || (streamed && !isStored(key))) return;
    const draws = drawsOf(series);
    total.set(key.kpi, draws);
    if (key.expected !== true) counted.set(key.kpi, draws);
  });
  const hasCounts = countsOf(session.program, selection);
  // Of a plan that is under way a part of the count is known: no Poisson tail about the whole of it.
  const targets = scenario.targets.map((target, k) =>
    targetDraws(target, required(counted.get(targetName(k))), total, hasCounts && scenario.inFlight === undefined),
  );
  const { everyDraw } = session;
  const judgedAlone = await summarizing;
  const ofEvery = { stored: () => false, sampling: everyDraw ?? session.sampling, signal };
  const summaries = everyDraw === null ? judgedAlone : (await session.stream(decision, selection, ofEvery)).summaries;
  const groups = createGroups(session, scenario, scope);
  const parts = {} as Record<BridgePart, number>;
  const bands: Record<'orders' | 'profit' | 'leads', Band[]> = { orders: [], profit: [], leads: [] };
  const gates: Float64Array[] = [];
  const shocks: Float64Array[] = [];
  const claims: Record<(typeof ATTRIBUTION_KPIS)[number], number>[] = [];
  const values: Float64Array[] = [];
  keys.forEach((key, series) => {
    const { group, index, kpi, expected } = key;
    const summary = summaries[series];
    switch (group) {
      case 'cumulative': {
        const band = bands[kpi as keyof typeof bands];
        if (expected === true) band[index] = { ...band[index], mean: summary.mean ?? 0 };
        else band[index] = bandOf(summary);
        break;
      }
      case 'bridge':
        parts[kpi as BridgePart] = summary.mean ?? 0;
        break;
      case 'gate':
        gates[index] = drawsOf(series);
        break;
      case 'shock':
        shocks[index] = drawsOf(series);
        break;
      case 'function':
        values[index] = drawsOf(series);
        break;
      case 'attribution': {
        const claim = claims[index] ?? { claimed: 0, last_click: 0, conversions: 0 };
        claims[index] = { ...claim, [kpi]: summary.mean ?? 0 };
        break;
      }
      case 'total':
        if (!kpi.startsWith('target ')) groups.total[kpi] = withMeanOf(groups.total[kpi], summary, expected);
        break;
      default: {
        const kpis = groups[group][index];
        kpis[kpi] = withMeanOf(kpis[kpi], summary, expected);
      }
    }
  });
  return {
    kpis: groups.kpis(),
    bridge: bridgeOf(scenario, groups.total, parts),
    total,
    counted: new Map([...counted].filter(([name]) => !name.startsWith('target '))),
    targets,
    evidence: { draws: session.sampling.draws, values: values.slice(0, judged.length), gradients: [] },
    goal: values[judged.length],
    gates,
    shocks,
    claims,
    details: {
      profit: required(counted.get('profit')),
      cumulativeOrders: endingAtTotal(bands.orders, groups.total.orders, groups.total.tail),
      cumulativeLeads: bands.leads.length === 0 ? null : leadsAdded(scenario, bands.leads, groups.total),
      cumulativeProfit: endingAtTotal(bands.profit, groups.total.profit, groups.total.tail),
    },
    runDraws: streamed || everyDraw !== null ? shortestRun(everyDraw ?? session.sampling, keys.length) : null,
  };
}

/** Leads by the end of each period; what a plan under way has had already is in the total alone. */
export function leadsAdded(
  { inFlight }: Scenario,
  bands: readonly Band[],
  { leads, tail }: Readonly<Record<string, Summary | undefined>>,
): readonly Band[] {
  return inFlight === undefined ? endingAtCounts(bands, leads, tail) : bands;
}

/** Bytes of draws that are stored to be summarised exactly; more are streamed. */
const MOST_STORED_BYTES = 300e6;

/** Whether a plan of this many series and draws is too much to be stored draw by draw. */
function isStreamed(series: number, draws: number): boolean {
  return series * draws * Float64Array.BYTES_PER_ELEMENT > MOST_STORED_BYTES;
}

/** A plan's series, and their summaries, which threads are still at. */
interface Priced {
  readonly keys: readonly SeriesKey[];
  /** The draws of one that was stored. */
  readonly series: (index: number) => Float64Array;
  readonly summarizing: Promise<readonly Summary[]>;
}

async function priceAndSummarize(
  session: Session,
  decision: Decision,
  selection: FigureSelection,
  {
    isStored,
    keep,
    signal,
  }: {
    readonly isStored: (key: SeriesKey) => boolean;
    readonly keep: boolean;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Priced> {
  if (isStreamed(seriesOf(session.program, selection).length, session.sampling.draws)) {
    const { keys, series, summaries } = await session.stream(decision, selection, { stored: isStored, signal });
    return { keys, series, summarizing: Promise.resolve(summaries) };
  }
  const priced = await session.price(decision, selection, {
    keep,
    ...(signal === undefined ? {} : { signal }),
  });
  const summarizing = session.summarize(priced, signal);
  const { keys } = priced;
  // Copies of the totals and events, made while threads summarise: then the store of all series is let go.
  const stored = keys.map(({ group }, series) =>
    group === 'total' || BY_DRAW.includes(group) ? priced.series(series) : null,
  );
  const ended = summarizing.then((summaries) => {
    session.giveBack(priced);
    return summaries;
  });
  // Who awaits it hears of what goes wrong.
  ended.catch(() => {});
  return { keys, series: (index) => required(stored[index]), summarizing: ended };
}

type Kpis = Record<string, Summary>;

/** What means something where every line has a response: nothing is shown, seen or clicked. */
const OF_RESPONSES: readonly string[] = ['spend', 'conversions', 'revenue', 'cpa', 'roas'];

/** A group's KPIs less those that its lines can't have. */
export function meaningful(kpis: Kpis, lines: readonly Line[], hasSources = false): Kpis {
  if (hasSources || lines.some(isFunnelLine)) return kpis;
  return Object.fromEntries(Object.entries(kpis).filter(([name]) => OF_RESPONSES.includes(name)));
}

/** Tables for each group's KPIs, and their arrangement in the result. */
function createGroups(session: Session, scenario: Scenario, scope: FigureScope) {
  const { program } = session;
  // Empty where nothing is reported of them.
  const platforms = scope === 'all' ? program.platforms : [];
  const stages = scope === 'all' ? stagesOf(program) : [];
  const empty = (count: number): Kpis[] => Array.from({ length: count }, () => ({}));
  const total: Kpis = {};
  const line = empty(scenario.lines.length);
  const source = empty(scenario.sources.length);
  const platform = empty(platforms.length);
  const stage = empty(stages.length);
  const period = empty(scope === 'all' ? program.periods : 0);
  const { start, horizon } = scenario;
  const starts =
    start === null
      ? period.map((_, t) => `${horizon.unit} ${t + 1}`)
      : periodStarts(start, horizon.unit, horizon.periods);
  const named = <Name extends string>(names: readonly Name[], tables: readonly Kpis[]) =>
    Object.fromEntries(names.map((name, k) => [name, tables[k]])) as Record<Name, KpiSummaries>;
  return {
    total,
    line,
    source,
    platform,
    stage,
    period,
    kpis: (): PlanResult['kpis'] => ({
      total,
      lines: named(
        [...scenario.lines, ...scenario.sources].map(({ id }) => id),
        [...line.map((kpis, k) => meaningful(kpis, [scenario.lines[k]])), ...source],
      ),
      platforms: named(
        platforms,
        platform.map((kpis, k) =>
          meaningful(
            kpis,
            scenario.lines.filter((one) => one.platform === platforms[k]),
            scenario.sources.some((one) => one.platform === platforms[k]),
          ),
        ),
      ),
      stages: named(
        stages,
        stage.map((kpis, k) =>
          meaningful(
            kpis,
            scenario.lines.filter((one) => one.stage === stages[k]),
            scenario.sources.some((one) => one.stage === stages[k]),
          ),
        ),
      ),
      periods: period.map((kpis, t) => ({ start: starts[t], ...kpis })),
    }),
  };
}
