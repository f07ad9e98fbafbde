import type { Decision, Evaluation } from '../engine/evaluation.js';
import type { PricedPlan, Session } from '../engine/session.js';
import type { FigureSelection } from '../model/figures.js';
import { ruleFunctions } from '../optimize/problem.js';
import type { Expression, KpiName } from '../scenario/expressions/types.js';
import type { Scenario } from '../scenario/types.js';
import type { Summary } from '../summary/types.js';
import { withMeanOf } from './bands.js';
import { targetsIn, targetTotals } from './price-targets.js';
import type { TargetDraws } from './target-draws.js';

/** What a plan is reported and judged by beside other plans, on the report's draws. */
interface ComparedFigures<Name extends KpiName> {
  /** As a report has them: where orders are counted (section 14), bands are of counts and means of what is expected. */
  readonly bands: Readonly<Record<Name, Summary>>;
  /** What is expected, draw by draw. */
  readonly expected: Readonly<Record<Name, Float64Array>>;
  readonly goal: { readonly draws: Float64Array; readonly summary: Summary };
  /** What the rules ask for; `undefined` where they ask for no figure. */
  readonly evidence: Evaluation | undefined;
  /** In the order of the scenario's targets. */
  readonly targets: readonly TargetDraws[];
}

/**
 * Prices a plan for a comparison: KPIs as they are counted and as they are expected, the goal, rules and targets, all of them in one
 * pass over the draws.
 *
 * @param goal what plans are compared by
 */
export async function priceCompared<Name extends KpiName>(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  names: readonly Name[],
  goal: Expression,
  signal?: AbortSignal,
): Promise<ComparedFigures<Name>> {
  const { targets } = scenario;
  const judged = ruleFunctions(scenario);
  const kpis = names.map((name): Expression => ({ kind: 'kpi', name }));
  const own = names.map((name, k) => ({ name, expression: kpis[k] }));
  const further = targetTotals(targets).filter(({ name }) => !names.some((known) => known === name));
  const selection: FigureSelection = {
    total: [...own, ...further],
    groups: false,
    cumulative: false,
    counts: true,
    functions: [goal, ...kpis, ...judged],
  };
  const priced = await session.price(decision, selection, signal === undefined ? {} : { signal });
  const summaries = await session.summarize(priced, signal);
  const first = firstFunction(priced);
  const bands: Record<string, Summary> = {};
  priced.keys.slice(0, first).forEach(({ kpi, expected }, series) => {
    bands[kpi] = withMeanOf(bands[kpi], summaries[series], expected);
  });
  const expected = names.map((name, k) => [name, priced.series(first + 1 + k)] as const);
  const values = judged.map((_, k) => priced.series(first + 1 + names.length + k));
  return {
    bands: bands as Record<Name, Summary>,
    expected: Object.fromEntries(expected) as Record<Name, Float64Array>,
    goal: { draws: priced.series(first), summary: summaries[first] },
    evidence: judged.length === 0 ? undefined : { draws: session.sampling.draws, values, gradients: [] },
    targets: targetsIn(session, priced, selection, targets),
  };
}

function firstFunction({ keys }: PricedPlan): number {
  return keys.findIndex(({ group }) => group === 'function');
}
