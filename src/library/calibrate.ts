/** `huni/calibrate`: platforms' exports to distributions, and forecasts held against what came. */

import {
  type Calibration,
  type DailyExport,
  type DailyRows,
  type FragmentOptions,
  dailyRowsOf as rowsByDay,
  parseStages as stagesIn,
} from '../calibrate/index.js';
import type { ExportReading } from '../calibrate/types.js';
import { openEngine } from '../engine/open.js';
import { backtest as backtestOn } from '../forecast/backtest/backtest.js';
import type { Backtest, BacktestOptions } from '../forecast/backtest/types.js';
import { type Reconciliation, reconcile as reconcileOn } from '../forecast/reconcile.js';
import type { Stage } from '../scenario/types.js';
import { parseMatch as matchIn, TrackError } from '../track/index.js';
import type { Outcome } from './outcome.js';

export type { ForecastVerdict, Proof } from '../calibrate/backtest/verdict.js';
export * from '../calibrate/index.js';
export {
  type MediaPlanOptions,
  type MediaPlanReading,
  type Placement,
  type PlannedSpend,
  readMediaPlan,
} from '../calibrate/media-plan/read.js';
export { type MediaPlanText, mediaPlanText } from '../calibrate/media-plan/scenario-text.js';
export { type Combined, combineReadings } from '../calibrate/read/combine.js';
export { writeQuarantine } from '../calibrate/read/quarantine.js';
export { type ReadOptions, readExport } from '../calibrate/read/read-export.js';
export type * from '../calibrate/types.js';
export {
  detailText,
  evidenceText,
  exportNoteText,
  findingText,
  fitOriginText,
  reasonText,
} from '../calibrate/words/index.js';
export { stageEvidenceText } from '../calibrate/words/scenario/index.js';
export { BACKTEST_DEFAULTS } from '../forecast/backtest/backtest.js';
export type {
  Backtest,
  BacktestOptions,
  BacktestReport,
  BacktestVerdict,
  ScoreRow,
} from '../forecast/backtest/types.js';
export { farOff, type Reconciliation, reconciliationText } from '../forecast/reconcile.js';
export {
  applyMatch,
  type MatchedCampaign,
  matchPath,
  matchText,
  proposeMatch,
  withNewCampaigns,
} from '../track/index.js';
export type * from './calibrate-types.js';
export type { Failure, Outcome } from './outcome.js';

/** Plans made as of past days held against what came, on threads of their own; `null` where the rows cover too short a time. */
export function backtest(rows: DailyRows, options: BacktestOptions): Promise<Backtest | null> {
  return backtestOn(rows, options);
}

/** Where a call of this module runs, and what stops it. */
export interface CallSetting {
  /** Default one a core; 0: the calling thread does all the work. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/**
 * Prices the last 28 days again with the calibrated scenario and the spend that was made in them, and sets that beside what
 * came. `null`: the rows have no dates, or nothing was spent.
 */
export async function reconcile(
  calibration: Calibration,
  options: Omit<FragmentOptions, 'horizon' | 'start' | 'plan'>,
  { threads, signal }: CallSetting = {},
): Promise<Reconciliation | null> {
  const engine = await openEngine(threads);
  try {
    return await reconcileOn(calibration, options, engine, signal);
  } finally {
    await engine.close();
  }
}

/** What was read of exports as rows by day, to be fitted and held against; a failure of kind `export` tells what stands against it. */
export function dailyRowsOf(readings: readonly ExportReading[]): Outcome<DailyExport> {
  const rows = rowsByDay(readings);
  return rows.ok ? rows : { ok: false, failure: { kind: 'export', message: rows.reason } };
}

/** A mapping file: for each platform and campaign its stage, `null` where it is left out. */
export function parseStages(text: string): Outcome<ReadonlyMap<string, Stage | null>> {
  const stages = stagesIn(text);
  return stages.ok ? stages : { ok: false, failure: { kind: 'match', message: stages.reason } };
}

/**
 * A match, by campaign: a line's id, or `null` for none.
 *
 * @param path names the file in messages
 * @param lines ids of the plan's lines
 */
export function parseMatch(
  text: string,
  path: string,
  lines: readonly string[],
): Outcome<ReadonlyMap<string, string | null>> {
  try {
    return { ok: true, value: matchIn(text, path, lines) };
  } catch (error) {
    if (error instanceof TrackError) return { ok: false, failure: { kind: 'match', message: error.message } };
    throw error;
  }
}
