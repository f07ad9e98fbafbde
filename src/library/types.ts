/** Types that are met in what `huni` exports, beside those of its own modules: each of them can be named. */

export type {
  Advice,
  BreakEven,
  BreakEvenInput,
  FigureWarning,
  Spread,
  SpreadShares,
  TestAdvice,
  Verdict,
  VerdictKind,
  VerdictReason,
} from '../forecast/advice.js';
export type { ChosenPosts } from '../forecast/chosen-posts.js';
export type { CreatorPosts } from '../forecast/compare/types.js';
export type { CreatorOutcome } from '../forecast/creators.js';
export type { Closeness, WhatIf, WhatIfPoint } from '../forecast/what-if.js';
export type { BoundKind, BoundUnit } from '../optimize/relaxations.js';
export type { AlternativePlan as NearOptimalPlan } from '../optimize/report.js';
export type { Shift } from '../optimize/shifted-plans.js';
export type { Sampler } from '../sampling/types.js';
export type { Expression, KpiName, MetricFigure } from '../scenario/expressions/types.js';
export type { Fault, Place } from '../scenario/problem.js';
export type {
  Adstock,
  AdstockKind,
  LineResponse,
  ResponseCurve as ResponseShape,
  ResponseDraws,
  ResponseOutcome,
  ResponseParameter,
} from '../scenario/response/types.js';
export type { FileReader } from '../scenario/source/file.js';
export type { Comparison as Comparator } from '../scenario/types/events.js';
export type { LineBase } from '../scenario/types/line.js';
export type { SourceBase } from '../scenario/types/posts.js';
export type { Outcome as PlanOutcome } from '../scenario/types.js';
export type {
  AudienceGround,
  Ground,
  GroundRate,
  Published,
  ScenarioWarning,
  Subject as WarningSubject,
} from '../scenario/warnings.js';
export type { Estimate } from '../sensitivity/types.js';
export type { Judged } from '../summary/quantile-error.js';
export type { Probability } from '../summary/types.js';
export type { UnmatchedSpend } from '../track/actuals/deliveries.js';
export type { Pace } from '../track/actuals/pacing.js';
export type { Alarm } from '../track/alarms.js';
export type { Bridge } from '../track/bridge.js';
export type {
  Landing,
  LandingKpi,
  Move,
  Replan,
  TrackedGate,
  TrackedLine,
  TrackedPeriod,
  TrackedShock,
  TrackedTarget,
} from '../track/result.js';
export type { Doing } from '../words/progress.js';
export type { Said, Words } from '../words/said.js';
