import { countChances, isCountedKpi } from '../model/kpi/count-chances.js';
import { required } from '../required.js';
import type { Target } from '../scenario/types.js';
import { drawsOf, type TargetDraws } from './targets.js';

export type { TargetDraws } from './targets.js';

/** What a target's figure is called among a plan's totals. */
export const targetName = (index: number): string => `target ${index}`;

/**
 * A target's figure and how likely each draw is to meet it. Where orders are counts (section 14) that is Poisson's tail given
 * the draw's means, for a KPI by itself; an expression of one's own is judged by the counts that were drawn.
 *
 * @param counted the target's expression, of counts
 * @param total KPIs of what is expected
 */
export function targetDraws(
  target: Target,
  counted: Float64Array,
  total: ReadonlyMap<string, Float64Array>,
  hasCounts: boolean,
): TargetDraws {
  if (!hasCounts || target.expression.kind !== 'kpi') return drawsOf(target, counted);
  const kpi = target.expression.name;
  if (!isCountedKpi(kpi)) return drawsOf(target, counted);
  const met = countChances(kpi, (name) => required(total.get(name)), target.comparison, target.threshold);
  return { values: required(total.get(kpi)), met };
}
