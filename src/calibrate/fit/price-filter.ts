import { PRICE_EFFECTS, type PriceSeries } from './price-data.js';

/** Variance components of log price, as standard deviations. */
export interface PriceComponents {
  /** Between campaigns. */
  readonly between: number;
  /** Between campaigns' answers to a day's pace. */
  readonly paceBetween: number;
  /** Slow part of the day-to-day noise: stationary AR(1). */
  readonly drift: number;
  /** Lag-one-day autocorrelation of the slow part. */
  readonly persistence: number;
  /** Part that is new every day. */
  readonly noise: number;
}

/** Columns carried through a filter: y, then a constant, pace and level. */
const COLUMNS = 1 + PRICE_EFFECTS;
const STATES = 3;

/** What a campaign says on the fixed effects, its own effects integrated out. */
interface FilterSums {
  /** ln det V. */
  logDeterminant: number;
  /** [y X]ᵀ V⁻¹ [y X], `COLUMNS` square. */
  readonly cross: Float64Array;
}

export function emptySums(): FilterSums {
  return { logDeterminant: 0, cross: new Float64Array(COLUMNS * COLUMNS) };
}

/** Where a campaign's own effects stand after its last row: level, answer to pace, drift. */
export interface FilterEnd {
  /** `STATES` for each column: the state is its y part less the effects' parts. */
  readonly states: Float64Array;
  readonly covariance: Float64Array;
  readonly day: number;
}

/**
 * Kalman filter over y and the regressors at once (P. de Jong, "The diffuse Kalman filter", Ann. Stat. 19, 1991): adds a
 * campaign's part of the generalised least squares sums to `sums`. State: level and answer to pace (constant), drift
 * (AR(1), decaying by calendar days, so that pauses cost nothing).
 *
 * @param eachRow called with a row's innovations (y first, then the regressors) and their variance
 */
export function filterPrice(
  series: PriceSeries,
  components: PriceComponents,
  sums: FilterSums,
  eachRow?: (row: number, innovations: Float64Array, variance: number) => void,
): FilterEnd {
  const { day, y, pace, level } = series;
  const { between, paceBetween, drift, persistence, noise } = components;
  const states = new Float64Array(COLUMNS * STATES);
  const innovations = new Float64Array(COLUMNS);
  let p00 = between * between;
  let p11 = paceBetween * paceBetween;
  let p22 = drift * drift;
  let [p01, p02, p12] = [0, 0, 0];
  const logPersistence = Math.log(persistence);
  let variance = 0;
  for (let row = 0; row < y.length; row++) {
    if (row > 0) {
      const decay = Math.exp(logPersistence * (day[row] - day[row - 1]));
      p02 *= decay;
      p12 *= decay;
      p22 = decay * decay * p22 + (1 - decay * decay) * drift * drift;
      for (let c = 0; c < COLUMNS; c++) states[c * STATES + 2] *= decay;
    }
    const x = pace[row];
    const h0 = p00 + p01 * x + p02;
    const h1 = p01 + p11 * x + p12;
    const h2 = p02 + p12 * x + p22;
    variance = h0 + x * h1 + h2 + noise * noise;
    innovations[0] = y[row];
    innovations[1] = 1;
    innovations[2] = x;
    innovations[3] = level[row];
    for (let c = 0; c < COLUMNS; c++) {
      const s = c * STATES;
      const gap = innovations[c] - states[s] - x * states[s + 1] - states[s + 2];
      innovations[c] = gap;
      const step = gap / variance;
      states[s] += h0 * step;
      states[s + 1] += h1 * step;
      states[s + 2] += h2 * step;
    }
    p00 -= (h0 * h0) / variance;
    p01 -= (h0 * h1) / variance;
    p02 -= (h0 * h2) / variance;
    p11 -= (h1 * h1) / variance;
    p12 -= (h1 * h2) / variance;
    p22 -= (h2 * h2) / variance;
    sums.logDeterminant += Math.log(variance);
    for (let a = 0; a < COLUMNS; a++) {
      for (let b = 0; b <= a; b++) sums.cross[a * COLUMNS + b] += (innovations[a] * innovations[b]) / variance;
    }
    eachRow?.(row, innovations, variance);
  }
  return {
    states,
    covariance: Float64Array.of(p00, p01, p02, p01, p11, p12, p02, p12, p22),
    day: y.length === 0 ? Number.NaN : day[y.length - 1],
  };
}

/** A campaign's own effects (level, answer to pace, drift) for given fixed effects. */
export function stateMean(end: FilterEnd, effects: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: STATES }, (_, i) => {
    let sum = end.states[i];
    for (let c = 0; c < PRICE_EFFECTS; c++) sum -= effects[c] * end.states[(c + 1) * STATES + i];
    return sum;
  });
}
