import type { Decision } from '../engine/evaluation.js';
import type { PricedPlan, Session } from '../engine/session.js';
import { countsOf, type FigureSelection, totalsOf } from '../model/figures.js';
import { required } from '../required.js';
import type { Expression, KpiName } from '../scenario/expressions/types.js';
import type { Target } from '../scenario/types.js';
import { type TargetDraws, targetDraws, targetName } from './target-draws.js';

/** KPIs that targets on counts are judged by. */
const EVIDENCE = [
  'orders',
  'new',
  'repeat',
  'referred',
  'conversions',
  'brand_orders',
  'revenue',
  'gross_margin',
  'cost',
  'spend',
  'ltv',
  'profit',
  'roas',
  'roi',
  'cpa',
  'cac',
  'ltv_cac',
] as const satisfies readonly KpiName[];

/** What has to be priced to judge targets; nothing without any. */
export function targetTotals(targets: readonly Target[]): FigureSelection['total'] {
  if (targets.length === 0) return [];
  return [
    ...EVIDENCE.map((name) => ({ name, expression: { kind: 'kpi', name } as Expression })),
    ...targets.map(({ expression }, k) => ({ name: targetName(k), expression })),
  ];
}

/** Targets' draws among those of a selection that has their totals. */
export function targetsIn(
  session: Session,
  priced: PricedPlan,
  selection: FigureSelection,
  targets: readonly Target[],
): TargetDraws[] {
  if (targets.length === 0) return [];
  const needed = new Set<string>(EVIDENCE);
  const expected = new Map<string, Float64Array>();
  const counted = new Map<string, Float64Array>();
  priced.keys.slice(0, totalsOf(priced.keys)).forEach((key, series) => {
    const { kpi } = key;
    // What is expected stands after all that is counted.
    if (needed.has(kpi)) expected.set(kpi, priced.series(series));
    else if (key.expected !== true) counted.set(kpi, priced.series(series));
  });
  // Of a plan that is under way a part of the count is known: no Poisson tail about the whole of it.
  const hasCounts = countsOf(session.program, selection) && session.program.inFlight === undefined;
  return targets.map((target, k) => targetDraws(target, required(counted.get(targetName(k))), expected, hasCounts));
}

/** Prices nothing but targets, on the report's draws. */
export async function priceTargets(
  session: Session,
  decision: Decision,
  targets: readonly Target[],
  signal?: AbortSignal,
): Promise<TargetDraws[]> {
  if (targets.length === 0) return [];
  const selection: FigureSelection = {
    total: targetTotals(targets),
    groups: false,
    cumulative: false,
    counts: true,
  };
  const priced = await session.price(decision, selection, signal === undefined ? {} : { signal });
  return targetsIn(session, priced, selection, targets);
}
