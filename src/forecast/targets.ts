import type { SamplingPlan } from '../sampling/types.js';
import type { Target } from '../scenario/types.js';
import { moments } from '../summary/moments.js';
import { probability, scores, shareOf } from '../summary/probability.js';
import type { TargetOutcome } from './result.js';

/** A target's figure in every draw, and how likely each draw is to meet the target: 0 or 1 but for counts. */
export interface TargetDraws {
  readonly values: Float64Array;
  readonly met: Float64Array;
}

/** How likely each draw is to meet a target whose figure is known: 0 or 1. */
export function drawsOf({ comparison, threshold }: Target, values: Float64Array): TargetDraws {
  return { values, met: scores(values, comparison, threshold) };
}

/**
 * Whether a target holds: in at least the share of draws it asks for, or on the mean where it names none. A draw in which
 * its figure has no value does not meet it.
 */
export function targetOutcome(target: Target, { values, met }: TargetDraws, sampling: SamplingPlan): TargetOutcome {
  const { comparison, threshold } = target;
  const { mean } = moments(values, sampling);
  const value = Number.isFinite(mean) ? mean : null;
  const chance = shareOf(met, sampling);
  if (target.probability === null) {
    const holds =
      value !== null && probability(Float64Array.of(value), comparison, threshold, ONE_DRAW).probability === 1;
    return { target: target.text, probability: chance.probability, se: chance.se, required: null, value, holds };
  }
  return {
    target: target.text,
    probability: chance.probability,
    se: chance.se,
    required: target.probability,
    value,
    holds: chance.probability >= target.probability,
  };
}

const ONE_DRAW: SamplingPlan = { seed: '', sampler: 'mc', draws: 1, replicates: 1 };
