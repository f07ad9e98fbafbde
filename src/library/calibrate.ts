/** `huni/calibrate`: platforms' exports to distributions, and forecasts held against what came. */

export type { PlanScore, PlanVerdict, TotalForecast } from '../calibrate/backtest/plan-verdict.js';
export * from '../calibrate/index.js';
export { type Combined, combineReadings } from '../calibrate/read/combine.js';
export { writeQuarantine } from '../calibrate/read/quarantine.js';
export { type ReadOptions, readExport } from '../calibrate/read/read-export.js';
export type * from '../calibrate/types.js';
export {
  backtestPlan,
  type PlanBacktest,
  type PlanBacktestOptions,
  type PlanForecast,
} from '../forecast/plan-backtest.js';
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
