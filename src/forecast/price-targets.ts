import type { Decision } from '../engine/evaluation.js';
import type { Session } from '../engine/session.js';
import { countsOf, type FigureSelection, totalsOf } from '../model/figures.js';
import type { Expression, KpiName } from '../scenario/expressions/types.js';
import type { Target } from '../scenario/types.js';
import { type TargetDraws, targetDraws } from './target-draws.js';

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

/** Prices nothing but targets, on the report's draws. */
export async function priceTargets(
  session: Session,
  decision: Decision,
  targets: readonly Target[],
  signal?: AbortSignal,
): Promise<TargetDraws[]> {
  if (targets.length === 0) return [];
  const selection: FigureSelection = {
    total: [
      ...EVIDENCE.map((name) => ({ name, expression: { kind: 'kpi', name } as Expression })),
      ...targets.map(({ expression }, k) => ({ name: `target ${k}`, expression })),
    ],
    groups: false,
    cumulative: false,
    counts: true,
  };
  const priced = await session.price(decision, selection, signal === undefined ? {} : { signal });
  const expected = new Map<string, Float64Array>();
  priced.keys.slice(0, totalsOf(priced.keys)).forEach(({ kpi }, series) => {
    expected.set(kpi, priced.series(series));
  });
  // Of a plan that is under way a part of the count is known: no Poisson tail about the whole of it.
  const hasCounts = countsOf(session.program, selection) && session.program.inFlight === undefined;
  return targets.map((target, k) => targetDraws(target, priced.series(EVIDENCE.length + k), expected, hasCounts));
}
