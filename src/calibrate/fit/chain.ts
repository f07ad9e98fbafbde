import { type OutcomeRatio, type Present, type PresentOptions, presentLevel } from './present.js';
import type { RatioNoise } from './ratio-noise.js';

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
  /** `null`: none beyond what comes before. */
  readonly noise: RatioNoise | null;
  readonly outcome: OutcomeAhead;
}

/** `belief` is about the rate itself. */
export interface ChainOptions extends PresentOptions {
  /** Whether a scenario draws this outcome in whole numbers by itself. */
  readonly counted: boolean;
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
 * A rate whose outcome is as uncertain as the outcome was against spend. In a scenario price and rates are drawn apart; in
 * accounts dear impressions are clicked more, and what a click costs may stand still. So a rate gets the outcome's variance
 * less that of the outcome before it, both as they were seen, and not below a quarter of its own.
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
    spent: ratio.expected.map((expected, at) => (expected > 0 ? of.hits[at] : 0)),
    mix: ratio.mix.map((mix, at) => mix - of.mix[at]),
  };
  const own = presentLevel(alone, options);
  const variance = Math.max(outcome.sd ** 2 - before.variance, LEAST_OWN * own.sd ** 2);
  const noise = noiseBeside(outcome.noise, own.noise, before.noise);
  return {
    present: { ...own, sd: Math.sqrt(variance) },
    noise: options.counted ? noise : withChance(noise, ratio.hits, periodDays),
    outcome: {
      variance: before.variance + variance,
      noise: noise === null ? before.noise : product(before.noise, noise),
      belief,
    },
  };
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
