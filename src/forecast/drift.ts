import { hypotenuse } from '../distributions/elementary.js';
import type { PlanResult, Result, Summary } from './result.js';

/** A mean that moved further than the tolerance and the noise of both runs allow. */
export interface Drift {
  /** `total.profit`, `lines.instagram/awareness.clicks`, `periods.3.orders`; `lines.ID.budget` for a budget. */
  readonly figure: string;
  /** `null` where the committed result has no such figure, or it had no value. */
  readonly was: number | null;
  /** `null` where there is no such figure any more, or it has no value. */
  readonly is: number | null;
  /** How far it may move. */
  readonly allowed: number;
}

/** Standard errors that two runs of the same scenario may lie apart: 4 is one figure in 16,000. */
const STANDARD_ERRORS = 4;
/**
 * A committed result is a file that anybody can edit: its standard errors are believed up to twice those that the new run's own
 * let expect of so many draws, and draws down to a sixteenth of the new run's (a standard error four times as large).
 */
const MOST_TIMES_EXPECTED = 2;
const MOST_TIMES_FEWER = 4;

interface Figure {
  readonly mean: number | null;
  readonly se: number;
}

/**
 * Figures of the plan given that drifted from a committed result: |Δ| > max(tolerance · |was|, 4 √(se² + se²)), as far as the
 * committed standard errors can be believed, over all
 * means of the plan, its lines, platforms, stages and periods. Budgets have no noise: they may move by the tolerance.
 *
 * @param tolerance relative, 0.01 for 1%
 */
export function driftBetween(reference: Result, current: Result, tolerance: number): readonly Drift[] {
  const [before, after] = [figuresOf(reference.plans.given), figuresOf(current.plans.given)];
  const fewer = Math.min(MOST_TIMES_FEWER, Math.sqrt(current.engine.draws / Math.max(1, reference.engine.draws)));
  const drifts: Drift[] = [];
  for (const figure of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(figure) ?? null;
    const is = after.get(figure) ?? null;
    const noise = is?.se ?? 0;
    const believed = Math.min(was?.se ?? 0, MOST_TIMES_EXPECTED * noise * fewer);
    const allowed = Math.max(tolerance * Math.abs(was?.mean ?? 0), STANDARD_ERRORS * hypotenuse(believed, noise));
    const [from, to] = [was?.mean ?? null, is?.mean ?? null];
    const listed = was !== null && is !== null;
    const moved = from === null || to === null ? from !== to || !listed : Math.abs(to - from) > allowed;
    if (moved) drifts.push({ figure, was: from, is: to, allowed });
  }
  return drifts;
}

/** How many figures `driftBetween` looks at. */
export function figureCount(result: Result): number {
  return figuresOf(result.plans.given).size;
}

function figuresOf({ kpis, lines }: PlanResult): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const add = (group: string, summaries: Readonly<Record<string, Summary | string>>): void => {
    for (const [kpi, summary] of Object.entries(summaries)) {
      if (typeof summary !== 'string') figures.set(`${group}.${kpi}`, { mean: summary.mean, se: summary.se ?? 0 });
    }
  };
  add('total', kpis.total);
  for (const { id, budget } of lines) figures.set(`lines.${id}.budget`, { mean: budget, se: 0 });
  for (const [id, summaries] of Object.entries(kpis.lines)) add(`lines.${id}`, summaries);
  for (const [platform, summaries] of Object.entries(kpis.platforms))
    if (summaries) add(`platforms.${platform}`, summaries);
  for (const [stage, summaries] of Object.entries(kpis.stages)) if (summaries) add(`stages.${stage}`, summaries);
  for (const [t, summaries] of kpis.periods.entries()) add(`periods.${t + 1}`, summaries);
  return figures;
}
