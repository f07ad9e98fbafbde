/** huni as a library: a file becomes a scenario, a scenario a forecast. Reports are in `huni/report`, exports in `huni/calibrate`. */

export { EngineClosedError, TaskError } from './engine/types.js';
export type { Accuracy } from './forecast/accuracy.js';
export type { CompareOptions } from './forecast/compare/compare.js';
export type { ComparedKpi, ComparedScenario, Comparison, Contender, Held } from './forecast/compare/types.js';
export type { Band, Forecast, PlanDetails, ResponseCurve } from './forecast/details.js';
export { type Drift, driftBetween } from './forecast/drift.js';
export type * from './forecast/explain/types.js';
export type { ExplainOptions } from './forecast/explain.js';
export type { FrontierOptions } from './forecast/frontier/frontier.js';
export type * from './forecast/frontier/types.js';
export type { FigureScope } from './forecast/price-plan.js';
export type * from './forecast/result.js';
export type { ForecastOptions, Progress } from './forecast/run.js';
export { createEngine, type EngineOptions, type ForecastEngine } from './library/engine.js';
export type { Failure, Outcome } from './library/outcome.js';
export {
  parseScenario,
  readScenario,
  readVariants,
  scenarioJsonSchema,
  writePlanBack,
  writeTestPhase,
} from './library/scenario.js';
export type * from './library/types.js';
export type { Ask, AskedRule, Relaxation } from './optimize/index.js';
export { stringifyResult } from './report/result-json.js';
export { formatProblem, type Problem, problemIn } from './scenario/problem.js';
export type { Overrides, ReadOptions, ScenarioReading } from './scenario/read.js';
export type { ListNode, MapEntry, MapNode, ScalarNode, SourceNode } from './scenario/source/tree.js';
export { newScenarioText } from './scenario/template.js';
export type * from './scenario/types.js';
export type { Variant, VariantsReading } from './scenario/variants/read.js';
export type { ScenarioDocument } from './scenario/write.js';
export type { TestPhase } from './scenario/write-test.js';
export type { Difference, Summary } from './summary/types.js';
export type { Track, TrackOptions, TrackResult } from './track/index.js';
export { VERSION } from './version.js';
export { translationsOf } from './words/catalogues/index.js';
export type { Translations } from './words/said.js';
