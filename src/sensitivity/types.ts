/** A figure estimated from draws, with its standard error and the 90 % interval around it. */
export interface Estimate {
  readonly value: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/** The standard normal's 95 % point: half the width of a 90 % interval, in standard errors. */
export const NORMAL_95 = 1.6448536269514722;
