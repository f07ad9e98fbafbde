import type { Forecast, PlanDetails } from '../../forecast/details.js';
import { followedKind } from '../../forecast/followed.js';
import type { KpiSummaries, PlanResult } from '../../forecast/result.js';
import { firstOf, lastOf } from '../../required.js';
import type { Summary } from '../../summary/types.js';

export type PlanKind = 'given' | 'optimized';

/** One plan with all that is known of it. */
export interface PlanView {
  readonly kind: PlanKind;
  readonly result: PlanResult;
  readonly details: PlanDetails;
}

/** The plan given, and the optimised one where there is one. */
export function plansOf(forecast: Forecast): readonly PlanView[] {
  const { given, optimized } = forecast.result.plans;
  const plans: PlanView[] = [{ kind: 'given', result: given, details: forecast.details.given }];
  if (optimized !== undefined && forecast.details.optimized !== null) {
    plans.push({ kind: 'optimized', result: optimized, details: forecast.details.optimized });
  }
  return plans;
}

/**
 * The plan that a reader should follow: the optimised one, unless the verdict says otherwise; else the one given.
 *
 * @param plans of the forecast: it is one of these
 */
export function recommended(forecast: Forecast, plans: readonly PlanView[]): PlanView {
  const kind = followedKind(forecast.result.verdict?.kind, plans.length > 1);
  return kind === 'given' ? firstOf(plans) : lastOf(plans);
}

/** A KPI that has a value: `null` where it is missing or undefined in every draw. */
export interface Figure {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export function figure(kpis: KpiSummaries | undefined, name: string): Figure | null {
  const summary: Summary | undefined = kpis?.[name];
  if (summary === undefined) return null;
  const { mean, p10, p50, p90 } = summary;
  return mean === null || p10 === null || p50 === null || p90 === null ? null : { mean, p10, p50, p90 };
}

/** Share of draws that end below zero. */
export function lossChance(profit: Float64Array): number {
  let losses = 0;
  for (const value of profit) if (value < 0) losses++;
  return profit.length === 0 ? 0 : losses / profit.length;
}

/** First period (from 0) from which the median stays above zero; `null` where it never does. */
export function breakEven(medians: readonly number[]): number | null {
  let first: number | null = null;
  medians.forEach((value, period) => {
    if (value <= 0) first = null;
    else first ??= period;
  });
  return first;
}
