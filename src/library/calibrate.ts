/** `huni/calibrate`: platforms' exports to distributions, and forecasts held against what came. */

import { type DailyExport, dailyRowsOf as rowsByDay } from '../calibrate/index.js';
import type { ExportReading } from '../calibrate/types.js';
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
export { BACKTEST_DEFAULTS, backtest } from '../forecast/backtest/backtest.js';
export type {
  Backtest,
  BacktestOptions,
  BacktestReport,
  BacktestVerdict,
  ScoreRow,
} from '../forecast/backtest/types.js';
export { farOff, type Reconciliation, reconcile, reconciliationText } from '../forecast/reconcile.js';
export {
  applyMatch,
  type MatchedCampaign,
  matchPath,
  matchText,
  parseMatch,
  proposeMatch,
  withNewCampaigns,
} from '../track/index.js';
export type { Failure, Outcome } from './outcome.js';

/** What was read of exports as rows by day, to be fitted and held against; a failure of kind `export` tells what stands against it. */
export function dailyRowsOf(readings: readonly ExportReading[]): Outcome<DailyExport> {
  const rows = rowsByDay(readings);
  return rows.ok ? rows : { ok: false, failure: { kind: 'export', message: rows.reason } };
}
