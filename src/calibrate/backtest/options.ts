/** How forecasts are held against the past. */
export interface BacktestOptions {
  /** Days ahead that are forecast from each origin. */
  readonly horizon: number;
  readonly origins: number;
  readonly seed: string;
  /** Draws of each forecast. */
  readonly draws: number;
  /** ISO 4217; `null`: unknown. */
  readonly currency: string | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (message: string) => void;
}

export const BACKTEST_DEFAULTS = { horizon: 28, origins: 12, seed: 'huni', draws: 800 } as const;
