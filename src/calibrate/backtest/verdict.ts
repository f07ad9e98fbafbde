/** One figure that was forecast, and what came. */
export interface ForecastPoint {
  /** Last day that was seen. */
  readonly origin: number;
  readonly actual: number;
  readonly mean: number;
  /** Whether the 80 % band held what came. */
  readonly inside: boolean;
}

/** What is proved of forecasts. */
export type ForecastVerdict =
  | { readonly kind: 'holds so far' }
  | { readonly kind: "can't tell yet"; readonly moreWeeks: number }
  | { readonly kind: 'misses'; readonly because: 'coverage' | 'bias' };

/** Forecasts of one figure from several origins, with what they prove. */
export interface Proof {
  readonly origins: number;
  /** Independent figures that these are worth: horizons that overlap, and days of one horizon, tell less. */
  readonly independent: number;
  /** Share within the 80 % band, and its 90 % interval. */
  readonly coverage: number;
  readonly low: number;
  readonly high: number;
  /** Sum of the means over the sum of what came, less 1, and its 90 % interval. */
  readonly bias: number;
  readonly biasLow: number;
  readonly biasHigh: number;
  readonly verdict: ForecastVerdict;
}

const STATED = 0.8;
/** The lower end of the interval for coverage must be above this for a band to hold so far. */
const LEAST_COVERAGE = 0.6;
const MOST_BIAS = 0.15;
const Z90 = 1.6448536269514722;

/** Wilson's interval of a share (E. B. Wilson, JASA 22, 1927), by default of 90 %. */
export function shareInterval(share: number, n: number, z = Z90): readonly [number, number] {
  if (!(n > 0)) return [0, 1];
  const z2 = (z * z) / n;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (z / (1 + z2)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/**
 * Scores forecasts of one figure. A verdict needs proof: *holds so far* where the interval for coverage has the stated 80 % in
 * it and its lower end is above 60 %, and the mean is within 15 % of what came; *misses* where the interval leaves 80 %
 * out, or the bias's interval the 15 %; else nothing can be said yet, and how many weeks more would.
 *
 * @param points totals, one an origin, or the days of each origin
 * @param sideBySide horizons side by side between the first origin and the last day
 */
export function proofOf(points: readonly ForecastPoint[], sideBySide: number, horizonDays: number): Proof {
  const clusters = byOrigin(points);
  const apart = Math.max(1, Math.min(sideBySide, clusters.length));
  const coverage = points.filter(({ inside }) => inside).length / points.length;
  const n = worth(clusters, coverage, points.length, apart);
  const [low, high] = shareInterval(coverage, n);
  const came = points.reduce((sum, { actual }) => sum + actual, 0);
  const bias = came > 0 ? points.reduce((sum, { mean }) => sum + mean, 0) / came - 1 : 0;
  // Error of a ratio of sums, by its origins' departures from it (Cochran, Sampling Techniques, section 6.4).
  const squares = clusters.reduce(
    (sum, some) => sum + (total(some, 'mean') - (1 + bias) * total(some, 'actual')) ** 2,
    0,
  );
  const error =
    came > 0 ? (Math.sqrt((squares * clusters.length) / apart) / came) * Math.sqrt(apart / Math.max(1, apart - 1)) : 0;
  const [biasLow, biasHigh] = [bias - Z90 * error, bias + Z90 * error];
  return {
    origins: clusters.length,
    independent: n,
    coverage,
    low,
    high,
    bias,
    biasLow,
    biasHigh,
    verdict: verdictOf({ coverage, low, high, bias, biasLow, biasHigh, n, apart }, horizonDays),
  };
}

function byOrigin(points: readonly ForecastPoint[]): readonly (readonly ForecastPoint[])[] {
  const clusters = new Map<number, ForecastPoint[]>();
  for (const point of points) clusters.set(point.origin, [...(clusters.get(point.origin) ?? []), point]);
  return [...clusters.values()];
}

function total(points: readonly ForecastPoint[], of: 'mean' | 'actual'): number {
  return points.reduce((sum, point) => sum + point[of], 0);
}

/**
 * Independent figures that points are worth: days of an origin have its luck in common, so their number is divided by the design effect
 * (variance of the share between origins over that of independent days; L. Kish, Survey Sampling, 1965), and origins
 * that overlap count for less. Never below the horizons that lie side by side.
 */
function worth(clusters: readonly (readonly ForecastPoint[])[], share: number, points: number, apart: number): number {
  const m = clusters.length;
  if (points === m || m < 2) return apart;
  const squares = clusters.reduce(
    (sum, some) => sum + (some.filter(({ inside }) => inside).length - share * some.length) ** 2,
    0,
  );
  const between = (squares * m) / (m - 1) / (points * points);
  const alone = (share * (1 - share)) / points;
  // Where all days fell alike nothing is known of how alike they are.
  if (!(alone > 0)) return apart;
  const effect = Math.max(1, between / alone);
  return Math.max(apart, ((points / effect) * apart) / m);
}

function verdictOf(
  score: Pick<Proof, 'coverage' | 'low' | 'high' | 'bias' | 'biasLow' | 'biasHigh'> & {
    readonly n: number;
    readonly apart: number;
  },
  horizonDays: number,
): ForecastVerdict {
  const { coverage, low, high, bias, biasLow, biasHigh, n, apart } = score;
  if (low > STATED || high < STATED) return { kind: 'misses', because: 'coverage' };
  // The error of a ratio from one horizon isn't known.
  if (apart >= 2 && (biasLow > MOST_BIAS || biasHigh < -MOST_BIAS)) return { kind: 'misses', because: 'bias' };
  if (low > LEAST_COVERAGE && Math.abs(bias) <= MOST_BIAS) return { kind: 'holds so far' };
  // As many more as would tell if the band holds what it states from here on, each horizon worth what these are.
  const each = n / apart;
  let horizons = 1;
  const lowAfter = (more: number) =>
    shareInterval((coverage * n + STATED * more * each) / (n + more * each), n + more * each)[0];
  while (horizons < 1000 && lowAfter(horizons) <= LEAST_COVERAGE) horizons++;
  return { kind: "can't tell yet", moreWeeks: Math.ceil((horizons * horizonDays) / 7) };
}

/** One verdict from several: a miss anywhere is one; else it holds so far where all of them say so. */
export function oneVerdict(verdicts: readonly ForecastVerdict[]): ForecastVerdict {
  const missed = verdicts.find(({ kind }) => kind === 'misses');
  if (missed !== undefined) return missed;
  const open = verdicts.flatMap((one) => (one.kind === "can't tell yet" ? one.moreWeeks : []));
  return open.length === 0 && verdicts.length > 0
    ? { kind: 'holds so far' }
    : { kind: "can't tell yet", moreWeeks: Math.max(1, ...open) };
}
