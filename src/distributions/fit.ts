import { failure, type Result, success } from '../units/result.js';
import { type Said, say } from '../words/said.js';
import { ln, log1p } from './elementary.js';
import { fitBetaInterval } from './fit-beta.js';
import { normalQuantile } from './normal.js';
import { SUPPORT_BOUNDS } from './support.js';
import type { Distribution, Support } from './types.js';

/** Two facts that a person may know of a quantity: an interval or its mean and standard deviation. */
export type TwoFacts =
  | { readonly p5: number; readonly p95: number }
  | { readonly p10: number; readonly p90: number }
  | { readonly mean: number; readonly sd: number };

/** The lognormal with two facts; see `fitInterval` and `fitMoments` for an `amount`. */
export function fitLognormal(facts: TwoFacts): Result<Distribution> {
  return fitFacts('amount', facts);
}

/** The beta with two facts; see `fitInterval` and `fitMoments` for a `rate`. */
export function fitBeta(facts: TwoFacts): Result<Distribution> {
  return fitFacts('rate', facts);
}

/** The distribution with two facts, of the family that goes with the kind of quantity. */
export function fitFacts(support: Support, facts: TwoFacts): Result<Distribution> {
  if ('mean' in facts) return fitMoments(support, facts.mean, facts.sd);
  return 'p5' in facts
    ? fitInterval(support, 0.05, facts.p5, facts.p95)
    : fitInterval(support, 0.1, facts.p10, facts.p90);
}

/**
 * The distribution with P(below lo) = P(above hi) = `loP` (0.05 for a 90 % interval): lognormal for an amount, beta for a
 * rate, normal for any number.
 *
 * An interval from exactly 0, of an amount or a rate, or up to exactly 1, of a rate, is refused: no lognormal or beta has
 * a share of its values below 0, and whatever were put in its place would decide the tail unasked. The reason names
 * what can be written instead.
 */
export function fitInterval(support: Support, loP: number, lo: number, hi: number): Result<Distribution> {
  const [low, high] = [`p${percent(loP)}`, `p${percent(1 - loP)}`];
  if (!(loP > 0 && loP < 0.5)) return failure(say`an interval's lower probability is between 0 and 0.5, not ${loP}`);
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return failure(say`${low} and ${high} must be finite numbers`);
  if (lo >= hi) return failure(say`${low} ${lo} is not below ${high} ${hi}`);
  const [min, max] = SUPPORT_BOUNDS[support];
  if (lo < min || hi > max) return failure(say`${lo} to ${hi} is not within ${range(support)}`);
  if (lo === min) {
    return failure(
      say`${low} is 0, but some of the values lie below it: give the small value that 1 in ${Math.round(1 / loP)} falls short of, or {dist: triangular, min: 0, …}`,
    );
  }
  if (hi === max) {
    return failure(
      say`${high} is 1 (100%), but some of the values lie above it: give a value below 1, or {dist: triangular, …, max: 1}`,
    );
  }
  const z = -normalQuantile(loP);
  if (support === 'rate') return fitBetaInterval(loP, lo, hi);
  if (support === 'any') return success({ family: 'normal', mean: middle(lo, hi), sd: (hi - lo) / (2 * z) });
  // ln(hi / lo) by log1p, for an interval that is narrow beside its distance from 0.
  const width = hi / lo < 1.5 ? log1p((hi - lo) / lo) : ln(hi) - ln(lo);
  return success({ family: 'lognormal', mu: ln(lo) + width / 2, sigma: width / (2 * z) });
}

/**
 * The distribution with a mean and a standard deviation: lognormal for an amount, beta for a rate, normal for any number;
 * `fixed` where `sd` is 0.
 */
export function fitMoments(support: Support, mean: number, sd: number): Result<Distribution> {
  if (!Number.isFinite(mean) || !Number.isFinite(sd)) return failure(say`mean and sd must be finite numbers`);
  if (sd < 0) return failure(say`sd ${sd} is negative`);
  const [min, max] = SUPPORT_BOUNDS[support];
  if (mean < min || mean > max) return failure(say`mean ${mean} is not within ${range(support)}`);
  if (sd === 0) return success({ family: 'fixed', value: mean });
  if (support === 'any') return success({ family: 'normal', mean, sd });
  if (mean === min) return failure(say`mean is 0 with sd ${sd}, but no value can lie below 0: give a mean above 0`);
  if (support === 'rate') {
    const most = mean * (1 - mean);
    if (sd * sd >= most) return failure(say`sd ${sd} is too wide for a rate of mean ${mean}: below ${Math.sqrt(most)}`);
    // Method of moments: mean (1 − mean) / sd² = α + β + 1.
    const total = (mean / sd) * ((1 - mean) / sd) - 1;
    return success({ family: 'beta', alpha: mean * total, beta: (1 - mean) * total });
  }
  const ratio = sd / mean;
  const variance = log1p(ratio * ratio);
  if (!Number.isFinite(variance)) return failure(say`sd ${sd} is out of proportion to the mean ${mean}`);
  return success({ family: 'lognormal', mu: ln(mean) - variance / 2, sigma: Math.sqrt(variance) });
}

function middle(lo: number, hi: number): number {
  return lo + (hi - lo) / 2;
}

function percent(p: number): number {
  return Math.round(p * 1e6) / 1e4;
}

function range(support: Support): Said {
  return support === 'rate' ? say`0 to 1 (0% to 100%)` : say`0 and up`;
}
