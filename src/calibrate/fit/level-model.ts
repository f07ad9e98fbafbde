import { normalCdf } from '../../distributions/normal.js';
import { NORMAL_EIGHTY } from './heavy-tails.js';

/** A ratio, stretch by stretch of days. */
export interface RatioSeries {
  /** ln of what came over what was expected; NaN: nothing was. */
  readonly logs: Float64Array;
  /** Variance that chance in the counts has in each. */
  readonly chances: Float64Array;
  /** Money paid in each, in any currency. */
  readonly money: Float64Array;
  /** Days of a stretch. */
  readonly days: number;
}

/** What a series says of the mean of a horizon to come. */
export interface LevelAhead {
  /** Its mean, ln; NaN where nothing came. */
  readonly level: number;
  /** Variance of the normal about it that has the 80 % interval of what may come, noise in it. */
  readonly variance: number;
  /** Standard deviation of a level's step from one stretch to the next, in the mean. */
  readonly step: number;
  /** Noise from stretch to stretch: variance, correlation of one with the next. */
  readonly noise: { readonly variance: number; readonly rho: number };
  /** Stretches that it was learnt from. */
  readonly seen: number;
}

/**
 * How much accounts differ in how far their levels go, in log units about the belief: some stand still for years, few move by several
 * times of what is believed.
 */
const STILLER_SD = 2;
const LIVELIER_SD = 1;
const LIVELIEST = 2;
/** Noise before any is seen: median and log units. */
const NOISE_MEDIAN = 0.1;
const NOISE_LOG_SD = 1.5;
/** No correlation from one stretch to the next, as so many pairs would have shown it. */
const RHO_BELIEF = 10;

/** Widths of a level's movement that are weighed: ln of them over the belief. */
const MOVEMENTS = Float64Array.from({ length: 11 }, (_, i) => LIVELIEST - 0.7 * i);
const NOISES = Float64Array.of(0.003, 0.01, 0.02, 0.035, 0.055, 0.085, 0.13, 0.2, 0.32, 0.5, 0.8, 1.2);
const PERSISTENCES = Float64Array.of(0, 0.3, 0.6, 0.8);
/** Days over whose mean a belief is about; and whose money is the pace. */
const BELIEF_DAYS = 28;
/** A stretch of less than this part of the pace's money is louder than those at the pace. */
const QUIET_SHARE = 0.5;
/** Nothing is known of a level before its first stretch. */
const DIFFUSE = 1e4;

/** One pair of movement and noise: how likely, and what it says of the horizon. */
interface Weighed {
  readonly weight: number;
  readonly level: number;
  readonly variance: number;
}

/**
 * The level of a ratio that wanders, under noise that may persist (a local level model with AR(1) noise: A. Harvey, "Forecasting,
 * Structural Time Series Models and the Kalman Filter", 1989), as the mean of a horizon to come. How far it wanders, how loud the noise
 * is and how long it lasts are not known: what every stretch was off by, one stretch ahead, says it, weighed over a grid of all
 * three. A quarter has three horizons of four weeks and thirteen weeks: that a level stands still is seen long before there are
 * horizons enough to show it.
 *
 * @param belief median log units by which the mean of four weeks departs from the level before them, before anything is seen
 */
export function levelAhead(series: RatioSeries, horizonDays: number, belief: number): LevelAhead {
  const stretches = (days: number) => Math.max(1, days / series.days);
  const ahead = Math.max(1, Math.round(stretches(horizonDays)));
  const unit = (belief * belief) / walkVariance(stretches(BELIEF_DAYS));
  const heard = { ...series, louder: louderBy(series.money, Math.max(1, Math.round(stretches(BELIEF_DAYS)))) };
  const weighed: (Weighed & { readonly step: number; readonly noise: number; readonly rho: number })[] = [];
  const logs: number[] = [];
  let seen = 0;
  for (const movement of MOVEMENTS) {
    for (const noise of NOISES) {
      for (const rho of PERSISTENCES) {
        const step = unit * Math.exp(2 * movement);
        const found = filtered(heard, step, noise * noise, rho, ahead);
        seen = found.seen;
        logs.push(found.logLikelihood + logPrior(movement, noise, rho));
        weighed.push({ weight: 0, level: found.level, variance: found.variance, step, noise: noise * noise, rho });
      }
    }
  }
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const posterior = weighed.map((one, i) => ({ ...one, weight: weights[i] / all }));
  const average = (of: (one: (typeof posterior)[number]) => number) =>
    posterior.reduce((sum, one) => sum + one.weight * of(one), 0);
  const variance = average(({ noise }) => noise);
  return {
    level: seen === 0 ? Number.NaN : average(({ level }) => level),
    variance: varianceOfTheBand(posterior),
    step: average(({ step }) => Math.sqrt(step)),
    noise: { variance, rho: average(({ noise, rho }) => noise * rho) / variance },
    seen,
  };
}

function logPrior(movement: number, noise: number, rho: number): number {
  const z = movement / (movement > 0 ? LIVELIER_SD : STILLER_SD);
  const y = Math.log(noise / NOISE_MEDIAN) / NOISE_LOG_SD;
  return -0.5 * (z * z + y * y + RHO_BELIEF * rho * rho);
}

/** Variance of the mean of the next n values of a walk with steps of variance 1, about where it stands: (n + 1)(2n + 1) / 6n. */
const walkVariance = (n: number): number => ((n + 1) * (2 * n + 1)) / (6 * n);

/**
 * By how many times the noise's variance stretches of little money are louder than those at the pace of late. A ratio is a mean over what
 * was bought: a tenth of the money has ten times the variance. Weeks in which an account was tried out would widen the bands of
 * those in which it spends; more money than the pace is taken for as loud, since how quiet it gets isn't chance alone.
 */
function louderBy(money: Float64Array, late: number): Float64Array {
  const last = money.subarray(-late);
  const least = (QUIET_SHARE * last.reduce((sum, paid) => sum + paid, 0)) / Math.max(1, last.length);
  return money.map((paid) => (paid > 0 && paid < least ? least / paid - 1 : 0));
}

/**
 * Kalman filter of level and noise over a series.
 *
 * @param step variance of the level's steps @param noise stationary variance of the noise
 */
function filtered(
  { logs, chances, louder }: RatioSeries & { readonly louder: Float64Array },
  step: number,
  noise: number,
  rho: number,
  ahead: number,
) {
  let [level, wave] = [0, 0];
  let [ofLevel, ofBoth, ofWave] = [DIFFUSE, 0, noise];
  let [logLikelihood, seen] = [0, 0];
  for (let at = 0; at < logs.length; at++) {
    if (at > 0) {
      ofLevel += step;
      ofBoth *= rho;
      ofWave = rho * rho * ofWave + (1 - rho * rho) * noise;
      wave *= rho;
    }
    if (Number.isNaN(logs[at])) continue;
    const variance = ofLevel + 2 * ofBoth + ofWave + chances[at] + louder[at] * noise;
    const error = logs[at] - level - wave;
    // The first says where the level is, and nothing of how it moves.
    if (seen > 0) logLikelihood -= 0.5 * (Math.log(variance) + (error * error) / variance);
    seen += 1;
    const [forLevel, forWave] = [(ofLevel + ofBoth) / variance, (ofBoth + ofWave) / variance];
    level += forLevel * error;
    wave += forWave * error;
    const [withLevel, withWave] = [ofLevel + ofBoth, ofBoth + ofWave];
    ofLevel -= forLevel * withLevel;
    ofBoth -= forLevel * withWave;
    ofWave -= forWave * withWave;
  }
  if (seen === 0) [ofLevel, ofBoth, ofWave] = [0, 0, noise];
  // What is left of today's noise in the mean of the horizon; and what is new in it.
  let [left, fresh] = [0, 0];
  let power = 1;
  let sum = 0;
  for (let k = 1; k <= ahead; k++) {
    sum += power;
    power *= rho;
    left += power / ahead;
    fresh += (sum / ahead) ** 2;
  }
  return {
    logLikelihood,
    seen,
    level: level + left * wave,
    variance:
      ofLevel + 2 * left * ofBoth + left * left * ofWave + step * walkVariance(ahead) + fresh * (1 - rho * rho) * noise,
  };
}

/** Variance of the normal about the mixture's mean that has its 80 % interval. */
function varianceOfTheBand(mixture: readonly Weighed[]): number {
  // What hardly weighs can't move the band.
  const some = mixture.filter(({ weight }) => weight > 1e-7);
  const middle = some.reduce((sum, { weight, level }) => sum + weight * level, 0);
  const sds = some.map(({ variance }) => Math.sqrt(variance));
  let [low, high] = [Math.min(...sds) / 2, 4 * Math.max(...sds) + 4];
  for (let step = 0; step < 40; step++) {
    const edge = Math.sqrt(low * high);
    const inside = some.reduce((sum, { weight, level }, i) => {
      const gap = level - middle;
      return sum + weight * (normalCdf((edge - gap) / sds[i]) - normalCdf((-edge - gap) / sds[i]));
    }, 0);
    if (inside < 0.8) low = edge;
    else high = edge;
  }
  return (low * high) / NORMAL_EIGHTY ** 2;
}
