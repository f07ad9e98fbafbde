/** What a plan's band said of a total, and what came. */
export interface TotalForecast {
  readonly actual: number;
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export type PlanVerdict =
  | { readonly kind: 'holds so far' }
  | { readonly kind: "can't tell yet"; readonly moreWeeks: number }
  | { readonly kind: 'misses'; readonly because: 'coverage' | 'bias' };

/** Forecasts of one total from several origins, scored. */
export interface PlanScore {
  readonly origins: number;
  /** Horizons side by side that the origins are worth: overlapping ones tell less. */
  readonly independent: number;
  /** Share of totals within the 80 % band, and its 90 % interval. */
  readonly coverage: number;
  readonly low: number;
  readonly high: number;
  /** Sum of the means over the sum of what came, less 1, and its 90 % interval. */
  readonly bias: number;
  readonly biasLow: number;
  readonly biasHigh: number;
  readonly verdict: PlanVerdict;
}

const STATED = 0.8;
/** The lower end of the interval for coverage must be above this for a band to hold so far. */
const LEAST_COVERAGE = 0.6;
const MOST_BIAS = 0.15;
const Z90 = 1.6448536269514722;

/** Wilson's 90 % interval of a share (E. B. Wilson, JASA 22, 1927). */
export function shareInterval(share: number, n: number): readonly [number, number] {
  if (!(n > 0)) return [0, 1];
  const z2 = (Z90 * Z90) / n;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z90 / (1 + z2)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/**
 * Scores a total's forecasts. A verdict needs proof: *holds so far* where the interval for coverage has the stated 80 % in
 * it and its lower end is above 60 %, and the mean is within 15 % of what came; *misses* where the interval leaves 80 %
 * out, or the bias's interval the 15 %; else nothing can be told yet, and how many weeks more would.
 *
 * @param independent horizons side by side between the first origin and the last day, at most as many as origins
 */
export function scorePlan(forecasts: readonly TotalForecast[], independent: number, horizonDays: number): PlanScore {
  const n = Math.max(1, Math.min(independent, forecasts.length));
  const inside = forecasts.filter(({ actual, p10, p90 }) => actual >= p10 && actual <= p90).length;
  const coverage = inside / forecasts.length;
  const [low, high] = shareInterval(coverage, n);
  const came = forecasts.reduce((sum, { actual }) => sum + actual, 0);
  const bias = forecasts.reduce((sum, { mean }) => sum + mean, 0) / came - 1;
  // Error of a ratio of sums, by its origins' departures from it (Cochran, Sampling Techniques, section 6.4).
  const squares = forecasts.reduce((sum, { mean, actual }) => sum + (mean - (1 + bias) * actual) ** 2, 0);
  const error = (Math.sqrt((squares * forecasts.length) / n) / came) * Math.sqrt(n / Math.max(1, n - 1));
  const [biasLow, biasHigh] = [bias - Z90 * error, bias + Z90 * error];
  return {
    origins: forecasts.length,
    independent: n,
    coverage,
    low,
    high,
    bias,
    biasLow,
    biasHigh,
    verdict: verdictOf({ coverage, low, high, bias, biasLow, biasHigh, n }, horizonDays),
  };
}

function verdictOf(
  score: Pick<PlanScore, 'coverage' | 'low' | 'high' | 'bias' | 'biasLow' | 'biasHigh'> & { readonly n: number },
  horizonDays: number,
): PlanVerdict {
  const { coverage, low, high, bias, biasLow, biasHigh, n } = score;
  if (low > STATED || high < STATED) return { kind: 'misses', because: 'coverage' };
  if (biasLow > MOST_BIAS || biasHigh < -MOST_BIAS) return { kind: 'misses', because: 'bias' };
  if (low > LEAST_COVERAGE && Math.abs(bias) <= MOST_BIAS) return { kind: 'holds so far' };
  // As many horizons as would tell if the band holds what it states from here on.
  let enough = Math.ceil(n) + 1;
  while (enough < 1000 && shareInterval((coverage * n + STATED * (enough - n)) / enough, enough)[0] <= LEAST_COVERAGE) {
    enough++;
  }
  return { kind: "can't tell yet", moreWeeks: Math.ceil(((enough - n) * horizonDays) / 7) };
}
