/** `huni/calibrate`: platforms' exports to distributions, and forecasts held against what came. */

export type { ForecastVerdict, Proof } from '../calibrate/backtest/verdict.js';
export * from '../calibrate/index.js';
export { type Combined, combineReadings } from '../calibrate/read/combine.js';
export { writeQuarantine } from '../calibrate/read/quarantine.js';
export { type ReadOptions, readExport } from '../calibrate/read/read-export.js';
export type * from '../calibrate/types.js';
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
export type { Result as Answer } from '../units/result.js';
