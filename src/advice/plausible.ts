import { quantile } from '../distributions/index.js';
import type { FigureWarning } from '../forecast/advice.js';
import type { PlanResult } from '../forecast/result.js';
import { PUBLISHED } from '../scenario/benchmarks/published/index.js';
import { isFunnelLine, isKnownPlatform, type Scenario } from '../scenario/types.js';

/** Impressions a person over a plan, above which nobody looks any more. */
const MOST_IMPRESSIONS = 300;
/** A week: above it, practice speaks of wearing an audience out. */
const MOST_A_WEEK = 10;
const WEEK = 7;
const RATES = ['ctr', 'view_rate', 'cvr'] as const;

/** Figures of a plan that are hard to believe, the worst first, each once. */
export function figureWarnings(scenario: Scenario, { kpis }: PlanResult): FigureWarning[] {
  const warnings: FigureWarning[] = [];
  const { orders, reach, frequency } = kpis.total;
  const brought = (orders?.p50 ?? 0) - 0;
  const reached = reach?.p50 ?? 0;
  const allFunnel = scenario.lines.every(isFunnelLine);
  if (allFunnel && reached > 0 && brought > reached)
    warnings.push({ code: 'orders_above_reach', orders: brought, reach: reached });
  const each = frequency?.p50 ?? 0;
  if (each > MOST_IMPRESSIONS) warnings.push({ code: 'impressions_a_person', value: each });
  const weeks = (scenario.horizon.periods * scenario.horizon.periodDays) / WEEK;
  for (const line of scenario.lines.filter(isFunnelLine)) {
    const weekly = (kpis.lines[line.id]?.frequency?.p50 ?? 0) / weeks;
    if (weekly > MOST_A_WEEK) warnings.push({ code: 'frequency_a_week', line: line.id, value: weekly });
    if (!isKnownPlatform(line.platform)) continue;
    for (const rate of RATES) {
      const { distribution, origin } = line.quantities[rate];
      if (origin.kind !== 'given') continue;
      const figures = PUBLISHED[line.platform].filter(
        ({ figure }) => figure.metric === rate && (figure.stages?.includes(line.stage) ?? true),
      );
      const ends = figures.flatMap(({ figure }) => [figure.low, figure.mid, figure.high].filter((end) => end !== null));
      if (ends.length < 2) continue;
      const [low, high] = [Math.min(...ends), Math.max(...ends)];
      const value = quantile(distribution, 0.5);
      // Within half and twice of what was published is a good account, or a poor one.
      if (value > 0 && (value < low / 2 || value > 2 * high))
        warnings.push({ code: 'rate_outside_published', line: line.id, rate, value, low, high });
    }
  }
  return warnings;
}
