/** What came and what a fit expected of it, day by day without gaps. */
export interface DailyRatio {
  readonly hits: Float64Array;
  readonly expected: Float64Array;
}

/** Where a ratio stands now, and how far it may go by the horizon. */
export interface Present {
  /** ln of what comes now over what the fit expects. */
  readonly logRatio: number;
  /** Log units by which the mean of a horizon to come departs from it. */
  readonly sd: number;
  /** Days in which the past loses half its weight. */
  readonly halfLife: number;
  /** Horizons side by side that this was learnt from. */
  readonly horizons: number;
}

/** Half-lives that are tried, in days: from "only the last week counts" to "all of it does". */
const HALF_LIVES = [7, 14, 28, 56, 112, 1e6] as const;
/** Where there is too little history to choose. */
const USUAL_HALF_LIFE = 28;
/** Days ahead that the half-life is chosen by. */
const CHOOSING_DAYS = 28;
/** Days before the first origin, and between origins. */
const WARM_UP = 28;
const STEP = 7;
/** Horizons that a belief about the movement is worth before any was seen. */
const BELIEF = 2;
/** Hits that the fit itself is worth: a handful of days can't move it far. */
const FIT_HITS = 5;
/** A stretch in which less than this share of the usual was expected (a pause) tells nothing. */
const LEAST_SHARE = 0.1;
/** Errors grow with the square root of time beyond what history is long enough to show, this far. */
const MOST_STRETCH = 3;

/**
 * The present level of a ratio, an exponentially weighted mean whose half-life forecast the horizons of the past best, and
 * the movement to expect from it: the root mean square of those forecasts' errors, less what chance in counts and the
 * scenario's own period noise explain, weighed against a belief. A series that never moved gives a narrow answer, one
 * with a step a wide one.
 *
 * @param horizonDays days of the plan
 * @param belief log units of movement before any is seen
 * @param explained variance of a horizon's mean that the scenario's noise brings by itself
 * @param windowDays days that a row covers
 */
export function presentLevel(
  { hits, expected }: DailyRatio,
  horizonDays: number,
  belief: number,
  explained: (days: number) => number,
  windowDays = 1,
): Present {
  const days = hits.length;
  // Within a row's window nothing was seen to move.
  const horizon = Math.max(windowDays, Math.min(Math.round(horizonDays), Math.floor(days / 4)), 1);
  const sums = { hits: prefixSums(hits), expected: prefixSums(expected) };
  const tried = HALF_LIVES.map((halfLife) => ({ halfLife, level: weightedLevels(hits, expected, halfLife) }));
  // What stands now is told by the weeks that follow, however long the plan is: a step shows in no long horizon yet.
  const near = Math.max(Math.min(horizon, CHOOSING_DAYS), windowDays);
  const chosen = tried
    .map((one) => ({ ...one, ...forecastErrors(one.level, sums, near) }))
    .filter(({ count }) => count > 0)
    .reduce<{ halfLife: number; level: Float64Array; error: number } | null>(
      (best, one) => (best === null || one.error < best.error ? one : best),
      null,
    );
  const now = chosen ?? tried.find(({ halfLife }) => halfLife === USUAL_HALF_LIFE)!;
  const last = now.level[days]!;
  const { error, chance, count, span } = forecastErrors(now.level, sums, horizon);
  const horizons = count === 0 ? 0 : span / horizon;
  const moved = count === 0 ? 0 : Math.max(0, error - chance - explained(horizon));
  const stretch = Math.min(Math.max(1, horizonDays / horizon), MOST_STRETCH);
  const variance = (BELIEF * belief * belief + horizons * moved * stretch) / (BELIEF + horizons);
  return {
    logRatio: Number.isFinite(last) ? last : 0,
    sd: Math.sqrt(variance),
    halfLife: now.halfLife,
    horizons,
  };
}

/** Mean square of forecasts' errors over the past, and the part that chance in the counts has in it. */
function forecastErrors(
  level: Float64Array,
  { hits, expected }: DailyRatio,
  horizon: number,
): { readonly error: number; readonly chance: number; readonly count: number; readonly span: number } {
  const days = hits.length - 1;
  const usual = days === 0 ? 0 : (expected[days]! / days) * horizon;
  let [error, chance, count, first, last] = [0, 0, 0, 0, 0];
  for (let at = Math.min(WARM_UP, 2 * horizon); at + horizon <= days; at += STEP) {
    const future = expected[at + horizon]! - expected[at]!;
    const came = hits[at + horizon]! - hits[at]!;
    if (!(future > LEAST_SHARE * usual) || !(came > 0) || !Number.isFinite(level[at]!)) continue;
    error += (Math.log(came / future) - level[at]!) ** 2;
    chance += 1 / came;
    if (count === 0) first = at;
    last = at;
    count += 1;
  }
  return { error: error / count, chance: chance / count, count, span: last - first + horizon };
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = sums[at]! + values[at]!;
  return sums;
}

/** ln of the weighted ratio as of each day's beginning; entry `days` is as of the end. */
function weightedLevels(hits: Float64Array, expected: Float64Array, halfLife: number): Float64Array {
  const keep = 2 ** (-1 / halfLife);
  const levels = new Float64Array(hits.length + 1).fill(Number.NaN);
  let [top, bottom] = [0, 0];
  for (let day = 0; day < hits.length; day++) {
    // Days without any exposure say nothing, and make nothing older.
    if (expected[day]! > 0) {
      top = keep * top + hits[day]!;
      bottom = keep * bottom + expected[day]!;
    }
    levels[day + 1] = bottom > 0 ? Math.log((top + FIT_HITS) / (bottom + FIT_HITS)) : Number.NaN;
  }
  return levels;
}

/** Noise of a rate from one period to the next, beyond chance in the counts. */
export interface RateNoise {
  readonly sd: number;
  readonly rho: number;
}

/** Periods with this many hits tell of noise; so many of them are needed. */
const ENOUGH_HITS = 10;
const ENOUGH_PERIODS = 8;
const MOST_NOISE = 1;

/**
 * Noise of a ratio by period: half the variance of its changes from period to period, less what chance in the counts
 * explains; new every period, as slow movement is in the level. `null`: too few periods, or nothing beyond chance.
 */
export function rateNoise({ hits, expected }: DailyRatio, periodDays: number): RateNoise | null {
  const length = Math.max(1, Math.round(periodDays));
  const logs: number[] = [];
  const chances: number[] = [];
  for (let from = hits.length % length; from + length <= hits.length; from += length) {
    let [top, bottom] = [0, 0];
    for (let day = from; day < from + length; day++) {
      top += hits[day]!;
      bottom += expected[day]!;
    }
    if (top < ENOUGH_HITS || !(bottom > 0)) continue;
    logs.push(Math.log(top / bottom));
    chances.push(1 / top);
  }
  if (logs.length < ENOUGH_PERIODS) return null;
  const changes = logs.slice(1).map((log, at) => (log - logs[at]!) ** 2);
  const chance = chances.slice(1).map((one, at) => one + chances[at]!);
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = (mean(changes) - mean(chance)) / 2;
  return variance > 1e-4 ? { sd: Math.min(Math.sqrt(variance), MOST_NOISE), rho: 0 } : null;
}
