import type { PlanResult } from '../../../src/forecast/result.js';
import type { Decision } from '../../../src/optimize/types.js';
import { givenCounts } from '../../../src/scenario/pay.js';
import { CREATIVE_TIERS, type Scenario } from '../../../src/scenario/types.js';

/** The plan that a result tells of, creators' posts included, as the engine takes it. */
export function toldDecision(scenario: Scenario, plan: PlanResult): Decision {
  const chosen = new Map(plan.sources?.map((source) => [source.id, source.chosen]));
  return {
    budgets: Float64Array.from(plan.lines, ({ budget }) => budget),
    creative: Float64Array.from(CREATIVE_TIERS, (tier) => plan.creative[tier]),
    posts: givenCounts(scenario).map((count, k) => chosen.get(scenario.sources[k]!.id) ?? count),
  };
}
