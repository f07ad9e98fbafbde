/** What came and what a fit expected of it, day by day without gaps. */
export interface DailyRatio {
  readonly hits: Float64Array;
  readonly expected: Float64Array;
}

/**
 * The same for the outcome of a line whose campaigns come and go. A plan knows which campaigns ran of late, not which will
 * take their places: it is the line's spend that its forecasts are held against.
 */
export interface OutcomeRatio extends DailyRatio {
  /** Spend, season and pressure taken out. */
  readonly spent: Float64Array;
  /** ln of what a unit of that brings with the campaigns of late, as of each day's beginning and of the end. */
  readonly mix: Float64Array;
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
const BELIEF = 1.5;
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
  { hits, expected, spent, mix }: OutcomeRatio,
  horizonDays: number,
  belief: number,
  explained: (days: number) => number,
  windowDays = 1,
): Present {
  const days = hits.length;
  // Within a row's window nothing was seen to move.
  const horizon = Math.max(windowDays, Math.min(Math.round(horizonDays), Math.floor(days / 4)), 1);
  const line = { hits: prefixSums(hits), spent: prefixSums(spent), mix };
  // Half-lives are about how levels of campaigns move, whichever of them run.
  const same = { hits: line.hits, spent: prefixSums(expected), mix: new Float64Array(days + 1) };
  const tried = HALF_LIVES.map((halfLife) => ({ halfLife, level: weightedLevels(hits, expected, halfLife) }));
  // What stands now is told by the weeks that follow, however long the plan is: a step shows in no long horizon yet.
  const near = Math.max(Math.min(horizon, CHOOSING_DAYS), windowDays);
  const chosen = tried
    .map((one) => ({ ...one, ...forecastErrors(one.level, same, near) }))
    .filter(({ count }) => count > 0)
    .reduce<{ halfLife: number; level: Float64Array; error: number } | null>(
      (best, one) => (best === null || one.error < best.error ? one : best),
      null,
    );
  const now = chosen ?? tried.find(({ halfLife }) => halfLife === USUAL_HALF_LIFE)!;
  const last = now.level[days]!;
  const { error, chance, count, span } = forecastErrors(now.level, line, horizon);
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

/** Days in which what an error of the past says of those to come loses half its weight: accounts have calm and restless years. */
const ERROR_HALF_LIFE = 84;

/** Mean square of forecasts' errors over the past, the part that chance in the counts has in it, and days that tell of it. */
function forecastErrors(
  level: Float64Array,
  { hits, spent, mix }: Pick<OutcomeRatio, 'hits' | 'spent' | 'mix'>,
  horizon: number,
): { readonly error: number; readonly chance: number; readonly count: number; readonly span: number } {
  const days = hits.length - 1;
  const usual = days === 0 ? 0 : (spent[days]! / days) * horizon;
  let [error, chance, count, weights] = [0, 0, 0, 0];
  for (let at = Math.min(WARM_UP, 2 * horizon); at + horizon <= days; at += STEP) {
    const future = spent[at + horizon]! - spent[at]!;
    const came = hits[at + horizon]! - hits[at]!;
    const forecast = level[at]! + mix[at]!;
    if (!(future > LEAST_SHARE * usual) || !(came > 0) || !Number.isFinite(forecast)) continue;
    const weight = 2 ** (-(days - horizon - at) / Math.max(ERROR_HALF_LIFE, 2 * horizon));
    error += weight * (Math.log(came / future) - forecast) ** 2;
    chance += weight / came;
    weights += weight;
    count += 1;
  }
  return { error: error / weights, chance: chance / weights, count, span: (weights - 1) * STEP + horizon };
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

/** Noise from one period to the next, beyond chance in the counts. */
export interface RatioNoise {
  readonly sd: number;
  readonly rho: number;
}

/** Periods with this many hits tell of noise; so many of them are needed. */
const ENOUGH_HITS = 10;
const ENOUGH_PERIODS = 8;
const MOST_NOISE = 1;
const MOST_RHO = 0.8;
/** Pairs that no correlation from one period to the next is worth before any was seen. */
const RHO_BELIEF = 10;

/**
 * Noise of a ratio by period as an AR(1): of its changes over one period and over two, less what chance in the counts explains,
 * half the mean squares are γ(1 − ρ) and γ(1 − ρ²). What moves slowly is in the level, not here. `null`: too few
 * periods, or nothing beyond chance.
 */
export function ratioNoise(
  { hits, expected }: Pick<OutcomeRatio, 'hits' | 'expected'>,
  periodDays: number,
): RatioNoise | null {
  const length = Math.max(1, Math.round(periodDays));
  const logs: number[] = [];
  const chances: number[] = [];
  for (let from = hits.length % length; from + length <= hits.length; from += length) {
    let [top, bottom] = [0, 0];
    for (let day = from; day < from + length; day++) {
      top += hits[day]!;
      bottom += expected[day]!;
    }
    const told = top >= ENOUGH_HITS && bottom > 0;
    logs.push(told ? Math.log(top / bottom) : Number.NaN);
    chances.push(1 / top);
  }
  if (logs.filter((log) => !Number.isNaN(log)).length < ENOUGH_PERIODS) return null;
  const half = (lag: number) => {
    let [squares, pairs] = [0, 0];
    for (let at = lag; at < logs.length; at++) {
      const change = logs[at]! - logs[at - lag]!;
      if (Number.isNaN(change)) continue;
      squares += change * change - chances[at]! - chances[at - lag]!;
      pairs += 1;
    }
    return { value: pairs === 0 ? 0 : squares / pairs / 2, pairs };
  };
  const one = half(1);
  if (!(one.value > 1e-4)) return null;
  const two = half(2);
  const seen = two.pairs === 0 ? 0 : two.value / one.value - 1;
  const rho = Math.min(Math.max((seen * two.pairs) / (two.pairs + RHO_BELIEF), 0), MOST_RHO);
  return { sd: Math.min(Math.sqrt(one.value / (1 - rho)), MOST_NOISE), rho };
}
