import type { SamplingPlan } from '../sampling/types.js';
import type { Target } from '../scenario/types.js';
import { moments } from '../summary/moments.js';
import { probability } from '../summary/probability.js';
import type { TargetOutcome } from './result.js';

/**
 * Whether a target holds: in at least the share of draws it asks for, or on the mean where it names none. A draw in which
 * its figure has no value does not meet it.
 */
export function targetOutcome(target: Target, values: Float64Array, sampling: SamplingPlan): TargetOutcome {
  const { comparison, threshold } = target;
  const { mean } = moments(values, sampling);
  const value = Number.isFinite(mean) ? mean : null;
  const chance = probability(values, comparison, threshold, sampling);
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
