import type { Stage } from '../types.js';

/** The metrics that have a built-in prior. */
export const BENCHMARK_METRICS = ['cpm', 'ctr', 'view_rate', 'cvr'] as const;
export type BenchmarkMetric = (typeof BENCHMARK_METRICS)[number];

/** What a conversion is: an order, or a lead that `close_rate` of become orders. */
export type Outcome = 'order' | 'lead';

/** A: a study with its sample stated; B: a citation of one; C: no source named. */
export type Grade = 'A' | 'B' | 'C';

/**
 * One published figure, as its page has it. `low` and `high` are a spread of published values, not quartiles; where a
 * figure is a range only, `mid` is `null` and its geometric middle is used.
 */
export interface Figure {
  readonly metric: BenchmarkMetric;
  /** Of a cvr: what was counted per click or visit. */
  readonly outcome?: Outcome;
  /** What the page says was measured. */
  readonly statistic: string;
  /** Whom the ads were shown to, where the page says. */
  readonly audience?: 'prospecting' | 'retargeting';
  /** Stages it speaks of, where a platform sells different things by stage: Google's search and its display network. */
  readonly stages?: readonly Stage[];
  readonly low: number | null;
  readonly mid: number | null;
  readonly high: number | null;
  readonly unit: 'USD' | 'ratio';
  readonly period: string;
  /** Last year of the period; for an approximate period its middle. */
  readonly year: number;
  readonly grade: Grade;
  readonly source: string;
  readonly page: string;
  /** Why a prior does not use it. */
  readonly unused?: string;
}

/** A figure as a platform's evidence: Meta's figures speak of Facebook and Instagram together, hence for half. */
export interface PlatformFigure {
  readonly figure: Figure;
  readonly shared: boolean;
}
