import { square } from '../../distributions/elementary.js';
import type { Scenario } from '../../scenario/types.js';
import type { Dispersion } from './counts.js';
import type { PosteriorMode } from './mode.js';
import { COUNTED, type Counted, type Observation } from './observations.js';

/** What is thought of over-dispersion before anything is seen, and how many observations that is worth. */
export const USUAL_DISPERSION: Dispersion = { impressions: 0.03, clicks: 0.05, conversions: 0.1 };
const PRIOR_OBSERVATIONS = 6;

/** Over-dispersion that a plan begins with: what its lines' price and rates have alone (`noise.lines`), else what is usual. */
export function plannedDispersion({ lineNoise }: Pick<Scenario, 'lineNoise'>): Dispersion {
  return {
    impressions: atLeast(lineNoise?.cpm, USUAL_DISPERSION.impressions),
    clicks: atLeast(lineNoise?.ctr, USUAL_DISPERSION.clicks),
    conversions: atLeast(lineNoise?.cvr, USUAL_DISPERSION.conversions),
  };
}

function atLeast(given: number | undefined, usual: number): number {
  return given === undefined ? usual : Math.min(Math.max(given, BOUNDS[0]), BOUNDS[1]);
}

const BOUNDS = [0.002, 1] as const;

/**
 * Over-dispersion of each kind of count, from what is left of the counts at the mode: the weighted mean of
 * `(y / μ − 1)² / (1 − leverage) − 1 / μ`, whose expectation is τ², held towards what is usual.
 */
export function estimateDispersion(
  observations: readonly Observation[],
  { means, leverage }: PosteriorMode,
  before: Dispersion,
  planned: Dispersion = USUAL_DISPERSION,
): Dispersion {
  const estimate = (kind: Counted): number => {
    const variance = square(before[kind]);
    const usual = square(planned[kind]);
    // Observations without chance of their own, of the same variance: were it of the usual one, much variance could never outweigh it.
    const prior = PRIOR_OBSERVATIONS / (2 * square(variance));
    let [sum, weights] = [prior * usual, prior];
    observations.forEach(({ of, count }, i) => {
      if (of !== kind) return;
      const chance = 1 / Math.max(means[i], 1e-9);
      const free = Math.max(0, 1 - leverage[i]);
      const weight = (free * free) / (2 * square(chance + variance));
      const left = count / means[i] - 1;
      // An observation that the posterior follows wholly says nothing on chance.
      if (free > 0.02) {
        sum += weight * ((left * left) / free - chance);
        weights += weight;
      }
    });
    return Math.sqrt(Math.min(square(BOUNDS[1]), Math.max(square(BOUNDS[0]), sum / weights)));
  };
  return Object.fromEntries(COUNTED.map((kind) => [kind, estimate(kind)])) as Record<Counted, number>;
}
