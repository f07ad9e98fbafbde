import { type PricedPlan, type Session, samplingPlan } from '../engine/session.js';
import type { SubmitOptions } from '../engine/types.js';
import { type FigureSelection, totalsOf } from '../model/figures.js';
import { COUNT_EVIDENCE, isCountedKpi } from '../model/kpi/count-chances.js';
import { restOf } from '../model/prepared.js';
import { ruleOutcomes } from '../optimize/outcomes.js';
import { ruleFunctions } from '../optimize/problem.js';
import type { Decision } from '../optimize/types.js';
import { required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import type { Summary } from '../summary/types.js';
import { bandOf, endingAtTotal, withMeanOf } from './bands.js';
import type { Band } from './details.js';
import { courseKpi, knowsWorth } from './known-worth.js';
import { leadsAdded, meaningful, reportedFigures } from './price-plan.js';
import type { PlanResult } from './result.js';
import { targetDraws, targetName } from './target-draws.js';
import { targetOutcome } from './targets.js';

/** Of a plan's result what stays in view while its budgets move. */
interface ShownPlan extends Pick<PlanResult, 'rules' | 'targets'> {
  readonly kpis: Pick<PlanResult['kpis'], 'total' | 'lines'>;
}

/** A plan as it is looked at while it changes. */
export interface ShownFigures {
  readonly draws: number;
  readonly plan: ShownPlan;
  /** Profit, future by future. */
  readonly profit: Float64Array;
}

/** KPIs of the whole plan, and of each line and source, that are shown while budgets move. */
const OF_PLAN: readonly string[] = [
  'profit',
  'orders',
  'conversions',
  'leads',
  'roas',
  'spend',
  'unspent',
  'unreached',
];
/** Of the whole plan where nothing is known of what orders are worth: what one of them costs, and whom the plan reaches. */
const WITHOUT_WORTH: readonly string[] = ['cpa', 'cpl', 'reach'];
const OF_LINES: readonly string[] = ['spend', 'clicks', 'conversions', 'cpa', 'cpc', 'cpm'];

/**
 * The figures in view that are read first, and nothing else: each to the last bit what `priceForReport` says of the same draws. What inputs are drawn
 * as is cached, so that the next plan of the same program costs its equations alone.
 *
 * @param draws how many futures, the first ones of the scenario's seed
 */
export async function shownFigures(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  draws: number,
  signal?: AbortSignal,
): Promise<ShownFigures> {
  const sampling = samplingPlan(scenario, draws);
  const priced = await session.price(decision, selectionOf(session, scenario), {
    sampling,
    keep: true,
    ...(signal === undefined ? {} : { signal }),
  });
  const { keys } = priced;
  // What is judged draw by draw is so here, while the engine's workers sum up.
  const [summaries, judged] = await Promise.all([
    session.summarize(priced, signal),
    judgedDraws(session, scenario, decision, priced),
  ]);
  const kpis: Record<string, Summary> = {};
  const lines = scenario.lines.map((): Record<string, Summary> => ({}));
  const sources = scenario.sources.map((): Record<string, Summary> => ({}));
  keys.forEach(({ group, index, kpi, expected }, series) => {
    const summary = summaries[series];
    if (group === 'total') {
      if (!kpi.startsWith('target ')) kpis[kpi] = withMeanOf(kpis[kpi], summary, expected);
    } else if (group === 'line' || group === 'source') {
      const own = (group === 'line' ? lines : sources)[index];
      own[kpi] = withMeanOf(own[kpi], summary, expected);
    }
  });
  return {
    draws,
    plan: {
      kpis: {
        total: kpis,
        lines: Object.fromEntries([
          ...scenario.lines.map((line, k) => [line.id, meaningful(lines[k], [line])] as const),
          ...scenario.sources.map(({ id }, k) => [id, sources[k]] as const),
        ]),
      },
      rules: judged.rules,
      targets: judged.targets,
    },
    // A copy: the store of all series can be let go, and this one be handed over.
    profit: judged.profit.slice(),
  };
}

/**
 * How profit (of a plan without a value of orders: what it counts) adds up by the end of each period, to the last bit as `priceForReport` says it of the same draws. By itself, since counts
 * of every period take as long as all that is read before it.
 */
export async function shownCourse(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  draws: number,
  options: SubmitOptions = {},
): Promise<readonly Band[]> {
  const followed = courseKpi(session.program, scenario);
  const selection = {
    ...reportedFigures(session.program, scenario),
    stored: { total: [followed, 'tail'], byLine: [], cumulative: [followed], functions: false },
  };
  const priced = await session.price(decision, selection, {
    sampling: samplingPlan(scenario, draws),
    keep: true,
    ...options,
  });
  const summaries = await session.summarize(priced, options.signal, options.aside);
  const bands: Band[] = [];
  const total: Record<string, Summary> = {};
  priced.keys.forEach(({ group, index, kpi, expected }, series) => {
    const summary = summaries[series];
    if (group === 'total') total[kpi] = withMeanOf(total[kpi], summary, expected);
    else bands[index] = expected === true ? { ...bands[index], mean: summary.mean ?? 0 } : bandOf(summary);
  });
  return followed === 'leads' ? leadsAdded(scenario, bands, total) : endingAtTotal(bands, total[followed], total.tail);
}

/** What goes by every draw, not by its summary: rules, targets, profit. */
async function judgedDraws(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  { keys, draws, sampling, series: valuesOf }: PricedPlan,
): Promise<Pick<ShownPlan, 'rules' | 'targets'> & { readonly profit: Float64Array }> {
  const judged = ruleFunctions(scenario).length;
  const total = new Map<string, Float64Array>();
  const counted = new Map<string, Float64Array>();
  const values: Float64Array[] = [];
  const totals = totalsOf(keys);
  keys.forEach(({ group, index, kpi, expected }, series) => {
    if (group === 'total' && series < totals) {
      total.set(kpi, valuesOf(series));
      if (expected !== true) counted.set(kpi, valuesOf(series));
    } else if (group === 'function' && index < judged) values[index] = valuesOf(series);
  });
  const evidence = values.length > 0 ? { draws, values, gradients: [] } : undefined;
  const hasCounts = restOf(session.program).counts && scenario.inFlight === undefined;
  return {
    rules: ruleOutcomes(scenario, decision, evidence),
    targets: scenario.targets.map((target, k) =>
      targetOutcome(target, targetDraws(target, required(counted.get(targetName(k))), total, hasCounts), sampling),
    ),
    profit: required(counted.get('profit')),
  };
}

/** Everything that a report computes, and of it what is shown. */
function selectionOf({ program }: Session, scenario: Scenario): FigureSelection {
  const judging = scenario.targets.flatMap(({ expression }) =>
    expression.kind === 'kpi' && isCountedKpi(expression.name)
      ? [expression.name, ...COUNT_EVIDENCE[expression.name]]
      : [],
  );
  return {
    ...reportedFigures(program, scenario),
    stored: {
      total: [
        ...OF_PLAN,
        ...(knowsWorth(scenario) ? [] : WITHOUT_WORTH),
        ...judging,
        ...scenario.targets.map((_, k) => targetName(k)),
      ],
      byLine: OF_LINES,
      cumulative: [],
      functions: true,
    },
  };
}
