import { type Session, samplingPlan } from '../engine/session.js';
import { type FigureSelection, reportSelection } from '../model/figures.js';
import type { Decision } from '../optimize/types.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { Scenario } from '../scenario/types.js';
import { type Judged, leastExact } from '../summary/quantile-error.js';
import { OptionError } from './errors.js';

/** Draws that a search for enough of them starts with, and ends with. */
const FEWEST_DRAWS = 1024;
export const MOST_ACCURATE_DRAWS = 1_048_576;

/** How exact the figures of the whole plan are. */
export interface Accuracy {
  /** Largest standard error that was asked for, as a share of its figure's standard deviation. */
  readonly asked: number;
  /** The largest there is, among the means, P10, P50 and P90 of the whole plan's KPIs. */
  readonly reached: number;
  /** Where: a KPI's name, and which of its figures. */
  readonly kpi: string;
  readonly figure: Judged;
}

/** @throws {OptionError} where an accuracy is no share above 0 and below 1 */
export function checkAccuracy(accuracy: number): void {
  if (accuracy > 0 && accuracy < 1) return;
  throw new OptionError(`accuracy: found ${accuracy}, expected a share above 0 and below 1, such as 0.01 or 1%`);
}

/** The least exact of several KPIs' figures. */
export function accuracyOf(
  draws: Iterable<readonly [string, Float64Array]>,
  sampling: SamplingPlan,
  asked: number,
): Accuracy {
  let found: Accuracy = { asked, reached: 0, kpi: 'profit', figure: 'mean' };
  for (const [kpi, values] of draws) {
    const worst = leastExact(values, sampling);
    // A single cluster of draws leaves it unknown.
    if (worst === null) continue;
    const reached = Number.isNaN(worst.error) ? Number.POSITIVE_INFINITY : worst.error;
    if (reached > found.reached) found = { asked, reached, kpi, figure: worst.figure };
  }
  return found;
}

/**
 * How many draws make a plan's totals as exact as asked: doubled, on draws of their own each time, until they are. Nothing but
 * totals is priced, so that the search costs less than the report.
 */
export async function drawsFor(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  asked: number,
  onDraws: (draws: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const selection: FigureSelection = {
    total: reportSelection(scenario.kpis, session.program).total,
    groups: false,
    cumulative: false,
    counts: true,
  };
  for (let draws = FEWEST_DRAWS; ; draws *= 2) {
    onDraws(draws);
    const sampling = samplingPlan(scenario, draws);
    const priced = await session.price(decision, selection, { sampling, ...(signal === undefined ? {} : { signal }) });
    const counted = selection.total.map(({ name }, k) => [name, priced.series(k)] as const);
    if (draws >= MOST_ACCURATE_DRAWS || accuracyOf(counted, sampling, asked).reached <= asked) return draws;
  }
}
