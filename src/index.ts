/** huni as a library: a file becomes a scenario, a scenario a forecast, a forecast a report. */

export {
  applyStages,
  BACKTEST_DEFAULTS,
  type Backtest,
  type BacktestOptions,
  type BacktestReport,
  backtest,
  type CalibrateOptions,
  type Calibration,
  calibrate,
  type DailyExport,
  type DailyRows,
  dailyRowsOf,
  type FragmentOptions,
  fragmentText,
  guessStages,
  linesLeftOut,
  MixedExportsError,
  notExpressed,
  parseStages,
  type StagedCampaign,
  StagesError,
  stagesText,
  withStages,
} from './calibrate/index.js';
export { writeQuarantine } from './calibrate/read/quarantine.js';
export { type ReadOptions as ReadExportOptions, readExport } from './calibrate/read/read-export.js';
export type { ExportReading } from './calibrate/types.js';
export { type CompareOptions, compareScenarios, NotComparableError } from './forecast/compare/compare.js';
export type { ComparedScenario, Comparison, Contender } from './forecast/compare/types.js';
export type { Band, Forecast, PlanDetails, ResponseCurve } from './forecast/details.js';
export { type Drift, driftBetween } from './forecast/drift.js';
export type {
  AlternativePlan,
  Explanation,
  GroupEffect,
  InformationQuestion,
  InputEffect,
  Subject,
} from './forecast/explain/types.js';
export { EXPLAIN_DRAWS, type ExplainOptions, explainForecast } from './forecast/explain.js';
export type {
  OptimizerReport,
  PlanResult,
  Result,
  ResultLine,
  RuleOutcome,
  RulePrice,
  TargetOutcome,
} from './forecast/result.js';
export { ContradictionError, type ForecastOptions, type Progress, runForecast } from './forecast/run.js';
export { CorrelationError } from './model/correlate-inputs.js';
export {
  backtestPage,
  backtestText,
  type FindingsPage,
  fitsPage,
  readingText,
  renderFindings,
} from './report/calibration/index.js';
export { changeSentences, renderComparison, stringifyComparison } from './report/compare/index.js';
export { renderExplanation, stringifyExplanation } from './report/explain/index.js';
export { type ReportFiles, renderReport, stringifyResult, writeReport } from './report/index.js';
export {
  formatProblem,
  newScenarioText,
  type Problem,
  parseScenario,
  readScenario,
  scenarioJsonSchema,
  writePlanBack,
} from './scenario/index.js';
export type { Line, Platform, Scenario, Stage } from './scenario/types.js';
export { readVariants, type Variant, type VariantsReading } from './scenario/variants/read.js';
export type { Difference, Summary } from './summary/types.js';
export { VERSION } from './version.js';
