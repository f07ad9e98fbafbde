import { failure, type Result, success } from '../units/result.js';
import { say } from '../words/said.js';
import { ln } from './elementary.js';
import { fitMoments } from './fit.js';
import { mean, standardDeviation } from './index.js';
import type { Distribution } from './types.js';

/**
 * The distribution of `factor` times a quantity. Exact for every family but beta, which has no multiples: there it is the
 * beta whose mean and standard deviation are multiplied.
 *
 * @param factor above 0
 */
export function scaleDistribution(d: Distribution, factor: number): Result<Distribution> {
  if (!(factor > 0) || !Number.isFinite(factor)) return failure(say`the factor ${factor} is not above 0`);
  const times = (value: number): number => value * factor;
  switch (d.family) {
    case 'fixed':
      return success({ ...d, value: times(d.value) });
    case 'normal':
      return success({ ...d, mean: times(d.mean), sd: times(d.sd) });
    case 'truncnormal':
      return success({ ...d, mean: times(d.mean), sd: times(d.sd), min: times(d.min), max: times(d.max) });
    case 'lognormal':
      return success({ ...d, mu: d.mu + ln(factor) });
    case 'beta':
      return fitMoments('rate', times(mean(d)), times(standardDeviation(d)));
    case 'gamma':
      return success({ ...d, scale: times(d.scale) });
    case 'uniform':
      return success({ ...d, min: times(d.min), max: times(d.max) });
    case 'triangular':
    case 'pert':
      return success({ ...d, min: times(d.min), mode: times(d.mode), max: times(d.max) });
    case 'quantiles':
      return success({ ...d, x: d.x.map(times) });
    case 'empirical':
      return success({ ...d, sorted: d.sorted.map(times) });
    case 'truncated': {
      const of = scaleDistribution(d.of, factor);
      return of.ok ? success({ ...d, of: of.value, min: times(d.min), max: times(d.max) }) : of;
    }
    case 'mixture': {
      const of: Distribution[] = [];
      for (const part of d.of) {
        const scaled = scaleDistribution(part, factor);
        if (!scaled.ok) return scaled;
        of.push(scaled.value);
      }
      return success({ ...d, of });
    }
  }
}
