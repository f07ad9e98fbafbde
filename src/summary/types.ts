/** A KPI over the draws. Quantiles are R-7; `se` is the Monte Carlo standard error of the mean. */
export interface Summary {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly se: number | null;
  readonly p5: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  /** Share of draws in which the ratio has no value (a denominator of 0); the other figures are over the rest. */
  readonly undefined: number;
}

/** A KPI of one plan minus that of another, draw by draw on the same draws. */
export interface Difference {
  readonly mean: number;
  /** `null` with a single draw, like `se`. */
  readonly sd: number | null;
  readonly se: number | null;
  readonly p5: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  /** P(first > second), ties counted half. */
  readonly probability_better: number;
}

/** A share of draws with its Monte Carlo standard error. */
export interface Probability {
  readonly probability: number;
  readonly se: number;
}
