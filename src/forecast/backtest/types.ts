import type { BaselineName } from '../../calibrate/backtest/baselines.js';
import type { DayScore } from '../../calibrate/backtest/scores.js';
import type { ForecastVerdict, Proof } from '../../calibrate/backtest/verdict.js';
import type { SessionOptions } from '../../engine/session.js';
import type { Doing } from '../../words/progress.js';

export const OUTCOMES = ['impressions', 'clicks', 'conversions'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Name of all platforms together. */
export const TOTAL = 'total';

export interface BacktestOptions {
  readonly seed: string;
  /** ISO 4217; `null`: unknown, taken as USD for the priors. */
  readonly currency: string | null;
  /** Days ahead whose days are scored, and their total. */
  readonly horizon: number;
  /** Other totals, in days. */
  readonly totals: readonly number[];
  readonly origins: number;
  /** Futures of each plan. */
  readonly draws: number;
  /** Days that a row covers. */
  readonly windowDays: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Doing) => void;
}

/** Where it runs: by default on an engine of its own, a thread a core. */
export type BacktestSetting = Pick<SessionOptions, 'engine'>;

/** What is forecast: each day of a horizon, or the sum over it. */
export interface Span {
  readonly kind: 'days' | 'total';
  readonly days: number;
}

/** One figure of a plan made as of a day, held against what came. */
export interface ScoredFigure {
  /** A platform, or `TOTAL`. */
  readonly group: string;
  readonly outcome: Outcome;
  readonly span: Span;
  /** Last day that was seen, since 1970-01-01; and the last day that the figure is about. */
  readonly origin: number;
  readonly day: number;
  readonly score: DayScore;
  readonly band: { readonly p10: number; readonly p50: number; readonly p90: number };
  /** CRPS of forecasts that any planner could make. */
  readonly baselines: Readonly<Record<BaselineName, number>>;
}

/** Scores of one figure over all origins. */
export interface ScoreRow extends Proof {
  readonly group: string;
  readonly outcome: Outcome;
  readonly span: Span;
  /** Figures that were scored. */
  readonly figures: number;
  /** Shares within the bands, in the order of `BANDS`. */
  readonly bands: readonly number[];
  /** Mean CRPS, in the outcome's unit; and that of each baseline. */
  readonly crps: number;
  readonly baselines: Readonly<Record<BaselineName, number>>;
  /** Shares by tenth of the forecast in which they fell: a tenth each where bands are right. */
  readonly pit: readonly number[];
}

/** One verdict on a platform's outcome, or that of all: on the days and the total of the horizon, and on the other totals where they miss. */
export interface BacktestVerdict {
  readonly group: string;
  readonly outcome: Outcome;
  readonly verdict: ForecastVerdict;
}

/** A backtest as data: what `backtest.json` holds. */
export interface BacktestReport {
  readonly format: 'huni.backtest/2';
  readonly horizon: number;
  /** Last days seen, ISO. */
  readonly origins: readonly string[];
  readonly seed: string;
  readonly bands: readonly number[];
  readonly verdicts: readonly BacktestVerdict[];
  readonly scores: readonly ScoreRow[];
  /** Totals that were forecast, one an origin. */
  readonly totals: readonly {
    readonly group: string;
    readonly outcome: Outcome;
    readonly days: number;
    readonly origin: string;
    readonly actual: number;
    readonly mean: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
  }[];
}

/** A backtest with every scored figure, for charts. */
export interface Backtest {
  readonly report: BacktestReport;
  readonly scored: readonly ScoredFigure[];
}
