import type { Session } from '../engine/session.js';
import type { TargetOutcome } from '../forecast/result.js';
import { drawsOf, targetOutcome } from '../forecast/targets.js';
import type { FigureSelection } from '../model/figures.js';
import { CREATIVE_TIERS, type Scenario } from '../scenario/types.js';
import type { Summary } from '../summary/types.js';
import type { Pace } from './actuals/pacing.js';
import { LANDING_KPIS, type Landing } from './result.js';

/** Where the plan lands if every line goes on as it spends now. */
export interface AtPace {
  readonly kpis: Landing;
  readonly targets: readonly TargetOutcome[];
}

export async function priceAtPace(
  session: Session,
  scenario: Scenario,
  paces: readonly Pace[],
  signal?: AbortSignal,
): Promise<AtPace> {
  const { targets, creativeSplit } = scenario;
  const target = (k: number): string => `target ${k}`;
  const selection: FigureSelection = {
    total: [
      ...LANDING_KPIS.map((name) => ({ name, expression: { kind: 'kpi', name } as const })),
      ...targets.map(({ expression }, k) => ({ name: target(k), expression })),
    ],
    groups: false,
    cumulative: false,
    counts: true,
  };
  const priced = await session.price(
    {
      budgets: Float64Array.from(paces, ({ atPace }) => atPace),
      creative: Float64Array.from(CREATIVE_TIERS, (tier) => creativeSplit[tier]),
    },
    selection,
    signal === undefined ? {} : { signal },
  );
  const summaries = await session.summarize(priced, signal);
  const kpis: Record<string, Summary> = {};
  const outcomes: TargetOutcome[] = [];
  priced.keys.forEach(({ group, kpi, expected }, series) => {
    if (group !== 'total' || expected === true) return;
    const k = targets.findIndex((_, index) => target(index) === kpi);
    if (k < 0) kpis[kpi] = summaries[series];
    else outcomes[k] = targetOutcome(targets[k], drawsOf(targets[k], priced.series(series)), priced.sampling);
  });
  return { kpis, targets: outcomes };
}
