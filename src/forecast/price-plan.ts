import type { Session, StreamedPlan } from '../engine/session.js';
import { type FigureSelection, reportSelection, seriesOf, stagesOf } from '../model/figures.js';
import type { BridgePart } from '../model/kpi/definitions.js';
import type { Decision } from '../optimize/types.js';
import { isFunnelLine, type Line, type Scenario } from '../scenario/types.js';
import type { Summary } from '../summary/types.js';
import { periodStarts } from '../units/period.js';
import { bridgeOf } from './bridge.js';
import type { Band, PlanDetails } from './details.js';
import type { KpiSummaries, PlanBridge, PlanResult } from './result.js';

/** A plan priced on the report's draws: summaries for the result, and the draws that comparisons and charts need. */
export interface PlanFigures {
  readonly kpis: PlanResult['kpis'];
  readonly bridge: PlanBridge;
  /** Draws of each KPI of the whole plan, by name. */
  readonly total: ReadonlyMap<string, Float64Array>;
  /** Draws of each target's expression, in the order of the targets. */
  readonly targets: readonly Float64Array[];
  readonly details: PlanDetails;
  /** Whether there were too many draws to be kept: quantiles of all but totals are estimates then. */
  readonly streamed: boolean;
}

const targetName = (index: number): string => `target ${index}`;

/** Everything that section 10 of the model reports for one plan. */
export async function priceForReport(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  signal?: AbortSignal,
): Promise<PlanFigures> {
  const report = reportSelection(scenario.kpis);
  const targets = scenario.targets.map(({ expression }, k) => ({ name: targetName(k), expression }));
  const selection: FigureSelection = { ...report, total: [...report.total, ...targets] };
  const { keys, summaries, series: drawsOf } = await priceAndSummarize(session, decision, selection, signal);

  const total = new Map<string, Float64Array>();
  const groups = createGroups(session, scenario);
  const parts = {} as Record<BridgePart, number>;
  const bands: Record<'orders' | 'profit', Band[]> = { orders: [], profit: [] };
  keys.forEach(({ group, index, kpi }, series) => {
    const summary = summaries[series]!;
    if (group === 'cumulative') {
      bands[kpi === 'orders' ? 'orders' : 'profit'].push(bandOf(summary));
    } else if (group === 'bridge') {
      parts[kpi as BridgePart] = summary.mean ?? 0;
    } else if (group === 'total') {
      total.set(kpi, drawsOf(series));
      if (!kpi.startsWith('target ')) groups.total[kpi] = summary;
    } else {
      groups[group][index]![kpi] = summary;
    }
  });
  return {
    kpis: groups.kpis(),
    bridge: bridgeOf(scenario, groups.total, parts),
    total,
    targets: scenario.targets.map((_, k) => total.get(targetName(k))!),
    details: {
      profit: total.get('profit')!,
      cumulativeOrders: bands.orders,
      cumulativeProfit: bands.profit,
    },
    streamed: isStreamed(keys.length, session.sampling.draws),
  };
}

/** Bytes of draws that are kept to be summarised exactly; more are streamed. */
const MOST_KEPT_BYTES = 800e6;

/** Whether a plan of this many series and draws is too much to be kept draw by draw. */
export function isStreamed(series: number, draws: number): boolean {
  return series * draws * Float64Array.BYTES_PER_ELEMENT > MOST_KEPT_BYTES;
}

async function priceAndSummarize(
  session: Session,
  decision: Decision,
  selection: FigureSelection,
  signal: AbortSignal | undefined,
): Promise<StreamedPlan> {
  if (isStreamed(seriesOf(session.program, selection).length, session.sampling.draws)) {
    return session.stream(decision, selection, signal);
  }
  const priced = await session.price(decision, selection, {
    keep: true,
    ...(signal === undefined ? {} : { signal }),
  });
  const summaries = await session.summarize(priced, signal);
  const { keys } = priced;
  // A copy of the totals, so that the store of all the other series can be let go.
  const totals = selection.total.map((_, series) => priced.series(series).slice());
  return { keys, summaries, series: (index) => totals[index]! };
}

type Kpis = Record<string, Summary>;

/** What means something where every line has a response: nothing is shown, seen or clicked. */
const OF_RESPONSES: readonly string[] = ['spend', 'conversions', 'revenue', 'cpa', 'roas'];

/** A group's KPIs less those that its lines can't have. */
function meaningful(kpis: Kpis, lines: readonly Line[]): Kpis {
  if (lines.some(isFunnelLine)) return kpis;
  return Object.fromEntries(Object.entries(kpis).filter(([name]) => OF_RESPONSES.includes(name)));
}

/** Tables for each group's KPIs, and their arrangement in the result. */
function createGroups(session: Session, scenario: Scenario) {
  const { program } = session;
  const stages = stagesOf(program);
  const empty = (count: number): Kpis[] => Array.from({ length: count }, () => ({}));
  const total: Kpis = {};
  const line = empty(scenario.lines.length);
  const platform = empty(program.platforms.length);
  const stage = empty(stages.length);
  const period = empty(program.periods);
  const { start, horizon } = scenario;
  const starts =
    start === null
      ? period.map((_, t) => `${horizon.unit} ${t + 1}`)
      : periodStarts(start, horizon.unit, horizon.periods);
  const named = <Name extends string>(names: readonly Name[], tables: readonly Kpis[]) =>
    Object.fromEntries(names.map((name, k) => [name, tables[k]!])) as Record<Name, KpiSummaries>;
  return {
    total,
    line,
    platform,
    stage,
    period,
    kpis: (): PlanResult['kpis'] => ({
      total,
      lines: named(
        scenario.lines.map(({ id }) => id),
        line.map((kpis, k) => meaningful(kpis, [scenario.lines[k]!])),
      ),
      platforms: named(
        program.platforms,
        platform.map((kpis, k) =>
          meaningful(
            kpis,
            scenario.lines.filter((one) => one.platform === program.platforms[k]),
          ),
        ),
      ),
      stages: named(
        stages,
        stage.map((kpis, k) =>
          meaningful(
            kpis,
            scenario.lines.filter((one) => one.stage === stages[k]),
          ),
        ),
      ),
      periods: period.map((kpis, t) => ({ start: starts[t]!, ...kpis })),
    }),
  };
}

function bandOf({ p10, p50, p90, mean }: Summary): Band {
  return { p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0, mean: mean ?? 0 };
}
