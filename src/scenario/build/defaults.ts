import { ln, log1p, square } from '../../distributions/elementary.js';
import type { Distribution } from '../../distributions/types.js';
import type { FactorShares, LineMetric, PriceNoise, Quantity } from '../types.js';

const fixed = (value: number): Distribution => ({ family: 'fixed', value });

/** A lognormal by its mean and sd; the constants below can't fail to fit. */
function lognormal(mean: number, sd: number): Distribution {
  const sigma2 = log1p(square(sd / mean));
  return { family: 'lognormal', mu: ln(mean) - sigma2 / 2, sigma: Math.sqrt(sigma2) };
}

/** Section 6 of the model; an order value has no default, see `economics.ts`. */
export const ECONOMICS = {
  close_rate: fixed(1),
  repeat_rate: fixed(0),
  referral_rate: fixed(0),
  fee: fixed(0),
  tax: fixed(0),
  baseline: fixed(0),
  delay_days: fixed(0),
  value_days: fixed(0),
  ltv_days: fixed(365),
} as const;

/** Section 4 of the model. */
export const STOCKS = {
  warm_days: fixed(30),
  hot_days: fixed(30),
  buyers_days: fixed(180),
  landing: fixed(0.8),
  warm: fixed(0),
  hot: fixed(0),
  buyers: fixed(0),
} as const;

/** Section 3 of the model. */
export const MEMORY_DAYS = fixed(14);
export const FATIGUE = { awareness: fixed(0.05), other: fixed(0.03) } as const;
/** Section 4: consent and logged-in users; a retargeting line has nobody beyond the pools. */
export const MATCH = fixed(0.6);
export const RETARGETING_AUDIENCE = fixed(0);

/** Section 11: money that doesn't move its price. */
export const PRESSURE = fixed(0);
/** Section 12: matching is independent between lines of a pool. */
export const OVERLAP = 1;

/** Nothing, and all of it: what most numbers of creators, own posts and content are where a file doesn't say. */
export const NOTHING = fixed(0);
export const WHOLE = fixed(1);

/** Section 13 of the model. */
export const BRAND = {
  half_life_days: fixed(60),
  recall: fixed(0.05),
  cvr_lift: fixed(0),
  baseline_lift: fixed(0),
} as const;

/** Section 5 of the model. */
export const CREATIVE = {
  wear_days: fixed(45),
  proven: lognormal(1, 0.1),
  experiment: lognormal(0.85, 0.3),
  moonshot: lognormal(0.55, 0.6),
  experiment_gain: lognormal(0.9, 0.6),
  moonshot_gain: lognormal(1.6, 3.2),
} as const;
export const CREATIVE_SPLIT = [0.6, 0.3, 0.1] as const;

/** Section 2 of the model. */
export const NOISE: PriceNoise = { sd: 0.1, rho: 0.5 };
export const QUIET: PriceNoise = { sd: 0, rho: 0.5 };
export const FACTOR_SHARES: Readonly<Record<LineMetric, FactorShares>> = {
  cpm: { market: 0.3, platform: 0.3 },
  ctr: { market: 0.05, platform: 0.3 },
  view_rate: { market: 0.05, platform: 0.3 },
  cvr: { market: 0.4, platform: 0.1 },
  audience: { market: 0, platform: 0 },
  fatigue: { market: 0, platform: 0 },
  match: { market: 0, platform: 0 },
};

export const DRAWS_DEFAULT = 16_384;
export const SEED = 'huni';
export const SAMPLER = 'sobol';
/** Section 9 of the model: the mean without the luckiest tenth of futures, where a file says nothing of risk. */
export const USUAL_RISK = { aversion: 1, tail: 0.9 };
/** What one of both is where the other is given, and the tail of `rules.cvar`. */
export const RISK_AVERSION = 0;
export const TAIL = 0.1;
/** Conversions a week below which a line can't learn (section 8). */
export const ADEQUACY = 1;

/** Awareness's share of a budget that is left to be shared, and consideration : conversion below it (field practice). */
export const PROSPECTING = 0.75;
export const RETARGETING = [1, 2] as const;

/** A number of the model: as given, or the model's default. */
export function quantityOf(given: Distribution | undefined, fallback: Distribution): Quantity {
  return given === undefined
    ? { distribution: fallback, origin: { kind: 'default' } }
    : { distribution: given, origin: { kind: 'given' } };
}
