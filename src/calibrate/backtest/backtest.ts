import type { DailyRows } from '../fit/daily.js';
import { isoDay } from '../fit/daily.js';
import type { BacktestOptions } from './options.js';
import { recalibrated } from './recalibrate.js';
import { rollForecasts, type Scored } from './rolling.js';
import { BANDS } from './scores.js';
import { type ScoreRow, scoreTable } from './table.js';
import { type Verdict, verdicts } from './verdict.js';

/** A backtest as data: what `backtest.json` holds. */
export interface BacktestReport {
  readonly format: 'huni.backtest/1';
  readonly horizon: number;
  /** Last days seen, ISO. */
  readonly origins: readonly string[];
  readonly seed: string;
  readonly bands: readonly number[];
  readonly table: readonly ScoreRow[];
  readonly verdicts: readonly Verdict[];
  /** With recalibration: its own verdicts' coverage is in `table` under "huni, recalibrated". */
  readonly recalibrated: boolean;
}

/** A backtest with every scored day, for charts. */
export interface Backtest {
  readonly report: BacktestReport;
  readonly scored: readonly Scored[];
}

/**
 * Rolls forecasts over a history and scores them. @param options.recalibrate adds the forecasts spread by what earlier
 * origins showed, scored in the same table
 *
 * @returns `null` where the history is too short for a single origin
 */
export function backtest(
  rows: DailyRows,
  options: BacktestOptions & { readonly recalibrate: boolean },
): Backtest | null {
  const own = rollForecasts(rows, options);
  if (own.length === 0) return null;
  const scored = options.recalibrate ? [...own, ...recalibrated(own, options.seed)] : own;
  const table = scoreTable(scored);
  return {
    scored,
    report: {
      format: 'huni.backtest/1',
      horizon: options.horizon,
      origins: [...new Set(own.map(({ origin }) => isoDay(origin)))],
      seed: options.seed,
      bands: BANDS,
      table,
      verdicts: verdicts(own, table),
      recalibrated: options.recalibrate,
    },
  };
}
