import { type OutcomeRatio, type Present, type PresentOptions, presentLevel } from './present.js';
import { horizonVariance, type RatioNoise } from './ratio-noise.js';

/** An outcome against spend, as a scenario will have it. */
export interface OutcomeAhead {
  /** Variance of the level over the horizon, log units. */
  readonly variance: number;
  readonly noise: RatioNoise;
  /** Log units of movement before any was seen. */
  readonly belief: number;
}

/** What a rate has to bring beside the outcomes before it. */
export interface Chained {
  /** The rate's own level now and how far it may go, with how that was learnt. */
  readonly present: Present;
  /** Of the rate's level with that of the outcome before it: below 0 where what is dear is clicked more. */
  readonly withBefore: number;
  /** ln of the rate's mean over what outcomes' means give: counts are right in the mean, and of what goes together a ratio's mean is another. */
  readonly logMean: number;
  /** `null`: none beyond what comes before. */
  readonly noise: RatioNoise | null;
  readonly outcome: OutcomeAhead;
}

/** `belief` is about the rate itself. */
interface ChainOptions extends PresentOptions {
  /** Whether a scenario draws this outcome in whole numbers by itself. */
  readonly counted: boolean;
  /** The largest correlation with the outcome before it that a scenario can have. */
  readonly mostCorrelated: number;
}

/** Share of its own variance that a rate keeps however well it makes up for what comes before it. */
const LEAST_OWN = 0.1;
/** Days that say how many hits a period has now. */
const RECENT = 28;
const MOST_NOISE = 1;
const MOST_RHO = 0.8;
/** Noise below a percent is none. */
const LEAST_VARIANCE = 1e-4;

/**
 * A rate as uncertain as it was itself, and an outcome as uncertain as it was against spend: in accounts dear impressions are clicked
 * more, and what a click costs may stand still, so price and rate are drawn together. Over the plan's horizon both variances, level
 * and noise, are those that were seen; where the outcome's asks for a correlation that no scenario can have, the rate gives way, down to
 * a share of its own variance.
 *
 * @param ratio the outcome over what spend brings at fixed figures @param of the same for the outcome before it
 */
export function chained(ratio: OutcomeRatio, of: OutcomeRatio, before: OutcomeAhead, options: ChainOptions): Chained {
  const { periodDays } = options;
  const belief = Math.hypot(before.belief, options.belief);
  const outcome = presentLevel(ratio, { ...options, belief });
  const alone: OutcomeRatio = {
    hits: ratio.hits,
    expected: ratio.expected.map((expected, at) =>
      of.expected[at] > 0 ? (of.hits[at] * expected) / of.expected[at] : 0,
    ),
    spent: ratio.expected.map((expected, at) =>
      expected > 0 ? of.hits[at] * (ratio.recorded === undefined ? 1 : ratio.recorded[at]) : 0,
    ),
    mix: ratio.mix.map((mix, at) => mix - of.mix[at]),
  };
  const own = presentLevel(alone, options);
  const noise = noiseBeside(outcome.noise, own.noise, before.noise);
  const periods = options.horizonDays / periodDays;
  const within = (some: RatioNoise | null) => (some === null ? 0 : horizonVariance(some, periods));
  // A scenario's noise is drawn apart for price and rates: a rate has of it what the outcome has beside that before it, and its level what
  // that is more, or less, than its own.
  const level = Math.max(own.sd ** 2 + within(own.noise) - within(noise), LEAST_OWN * own.sd ** 2);
  const wanted = outcome.sd ** 2 + within(outcome.noise) - within(before.noise) - within(noise);
  const { variance, correlation } = levelBeside(before.variance, level, wanted, options.mostCorrelated);
  return {
    present: { ...own, sd: Math.sqrt(variance), walk: own.walk * Math.min(1, Math.sqrt(variance) / own.sd) },
    withBefore: correlation,
    // E[C / I] = E[C] / E[I] · exp(−cov(ln I, ln C / I)) of two lognormals.
    logMean: own.logRatio - correlation * Math.sqrt(before.variance * variance),
    noise: options.counted ? noise : withChance(noise, ratio.hits, periodDays),
    outcome: {
      variance: before.variance + variance + 2 * correlation * Math.sqrt(before.variance * variance),
      noise: noise === null ? before.noise : product(before.noise, noise),
      belief,
    },
  };
}

/**
 * Variance of a rate's level, and its correlation with the outcome before it, such that their sum has the variance `wanted`.
 * Both are the rate's own where a correlation within ±`most` makes up the rest.
 */
function levelBeside(before: number, own: number, wanted: number, most: number) {
  const correlation = (wanted - before - own) / (2 * Math.sqrt(before * own));
  if (!(before > 0) || !(own > 0)) return { variance: own, correlation: 0 };
  if (Math.abs(correlation) <= most) return { variance: own, correlation };
  const edge = Math.sign(correlation) * most;
  const middle = -edge * Math.sqrt(before);
  const sd = middle + Math.sqrt(Math.max(0, middle * middle + wanted - before));
  return { variance: Math.max(sd, Math.sqrt(LEAST_OWN * own)) ** 2, correlation: edge };
}

/** Noise that makes up the outcome's beside that of the outcome before it. */
function noiseBeside(whole: RatioNoise | null, alone: RatioNoise | null, before: RatioNoise): RatioNoise | null {
  if (whole === null) return alone;
  const variance = Math.max(whole.sd ** 2 - before.sd ** 2, LEAST_OWN * (alone?.sd ?? 0) ** 2);
  if (!(variance > 0)) return null;
  const left = (whole.sd ** 2 * whole.rho - before.sd ** 2 * before.rho) / variance;
  return { sd: Math.sqrt(variance), rho: Math.min(Math.max(left, 0), MOST_RHO) };
}

/** Noise of a product of independent factors. */
function product(one: RatioNoise, other: RatioNoise): RatioNoise {
  const variance = one.sd ** 2 + other.sd ** 2;
  return {
    sd: Math.sqrt(variance),
    rho: variance > 0 ? (one.sd ** 2 * one.rho + other.sd ** 2 * other.rho) / variance : 0,
  };
}

/** Noise with the chance that whole numbers have at the recent pace: scenarios draw orders in whole numbers, clicks and views not. */
function withChance(noise: RatioNoise | null, hits: Float64Array, periodDays: number): RatioNoise | null {
  const recent = hits.subarray(-RECENT);
  const each = (recent.reduce((sum, x) => sum + x, 0) / Math.max(1, recent.length)) * periodDays;
  const { sd, rho } = noise ?? { sd: 0, rho: 0 };
  const variance = sd * sd + 1 / Math.max(each, 1);
  if (!(variance > LEAST_VARIANCE)) return null;
  return { sd: Math.min(Math.sqrt(variance), MOST_NOISE), rho: (rho * sd * sd) / variance };
}
