/** A plan as the passes take it, lines in the program's order. */
export interface PlanSpend {
  /** Currency, `[line * periods + t]`. */
  readonly spend: Float64Array;
  /** Shares of proven, experiment and moonshot creative. */
  readonly creative: Float64Array;
  /**
   * Numbers of posts in the program's order of sources (a creator's over the horizon, the brand's own a period); left out: those
   * of the plan given.
   */
  readonly posts?: Float64Array;
  /** Daily spend at which each line's price was seen, in currency; NaN, or left out: the program's own. */
  readonly pressureAt?: Float64Array;
}
