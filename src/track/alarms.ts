import { exp, ln, pow, square } from '../distributions/elementary.js';
import { normalQuantile } from '../distributions/normal.js';
import { cholesky } from '../numerics/cholesky.js';
import { isFunnelLine, type Scenario } from '../scenario/types.js';
import type { Dispersion } from './learn/counts.js';

/** A line's price or rate is another one than it was. */
export interface Alarm {
  readonly line: string;
  readonly of: 'price' | 'click_rate' | 'conversion_rate';
  /** Relative: 0.3 is 30 % more than before. */
  readonly change: number;
  /** Index of the first period of it, from 0. */
  readonly since: number;
  /** Standard errors that the change is away from none. */
  readonly z: number;
}

/** Chance that a plan under which nothing has changed raises any alarm. */
const FALSE_ALARMS = 0.01;
/** Periods that there must be before and after. */
const BEFORE = 3;
const AFTER = 2;
/** Changes that nobody acts on. */
const LEAST_CHANGE = 0.1;

/**
 * Looks in every line's price, click rate and conversion rate for a period since which it is another one: the largest shift of a mean
 * by generalised least squares, over all periods, held to Bonferroni's bound over lines, figures and periods.
 */
export function alarmsOf(scenario: Scenario, dispersion: Dispersion): Alarm[] {
  const { inFlight, lines } = scenario;
  if (inFlight === undefined) return [];
  const series = inFlight.lines.flatMap((came, index) => {
    const line = lines[index];
    if (!isFunnelLine(line)) return [];
    const noise = scenario.noise[line.platform] ?? { sd: 0, rho: 0 };
    const price = came.spend.map((spend, t) => ({
      t,
      value: ln((1000 * spend) / (came.impressions[t] * (scenario.season.cpm[t] ?? 1))),
      variance: 1 / came.impressions[t] + square(dispersion.impressions),
    }));
    const rate = (above: readonly number[], below: readonly number[], spread: number, season: readonly number[]) =>
      above.map((count, t) => ({
        t,
        // Half a count more keeps a period without any finite.
        value: ln((count + 0.5) / (below[t] * (season[t] ?? 1))),
        variance: 1 / (count + 0.5) + square(spread),
      }));
    return [
      { line: line.id, of: 'price', points: price, noise },
      {
        line: line.id,
        of: 'click_rate',
        points: rate(came.clicks, came.impressions, dispersion.clicks, []),
        noise: null,
      },
      {
        line: line.id,
        of: 'conversion_rate',
        points: rate(came.conversions, came.clicks, dispersion.conversions, scenario.season.cvr),
        noise: null,
      },
    ] as const;
  });
  const looked = series.reduce((sum, { points }) => sum + Math.max(0, points.length - BEFORE - AFTER + 1), 0);
  const bound = -normalQuantile(FALSE_ALARMS / 2 / Math.max(1, looked));
  return series.flatMap(({ line, of, points, noise }) => {
    const finite = points.filter(({ value }) => Number.isFinite(value));
    const shift = largestShift(finite, noise);
    if (shift === null || Math.abs(shift.z) < bound) return [];
    const change = exp(shift.size) - 1;
    return Math.abs(change) < LEAST_CHANGE ? [] : [{ line, of, change, since: shift.since, z: shift.z }];
  });
}

interface Point {
  readonly t: number;
  readonly value: number;
  readonly variance: number;
}

/** The shift of the mean that is the most standard errors away from none. */
function largestShift(
  points: readonly Point[],
  noise: { readonly sd: number; readonly rho: number } | null,
): { readonly since: number; readonly size: number; readonly z: number } | null {
  const n = points.length;
  if (n < BEFORE + AFTER) return null;
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const shared = noise === null ? 0 : square(noise.sd) * pow(noise.rho, Math.abs(points[i].t - points[j].t));
      covariance[i * n + j] = shared + (i === j ? points[i].variance : 0);
    }
  }
  const factor = cholesky(covariance, n);
  if (factor === null) return null;
  const whiten = (values: ArrayLike<number>): Float64Array => {
    const x = Float64Array.from(values);
    for (let i = 0; i < n; i++) {
      let sum = x[i];
      for (let k = 0; k < i; k++) sum -= factor[i * n + k] * x[k];
      x[i] = sum / factor[i * n + i];
    }
    return x;
  };
  const y = whiten(points.map(({ value }) => value));
  const one = whiten(points.map(() => 1));
  const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * b[k], 0);
  const level = dot(one, one);
  let best: { since: number; size: number; z: number } | null = null;
  for (let first = BEFORE; first <= n - AFTER; first++) {
    const step = whiten(points.map((_, k) => (k >= first ? 1 : 0)));
    const across = dot(step, one) / level;
    const own = dot(step, step) - across * across * level;
    const size = (dot(step, y) - across * dot(one, y)) / own;
    const z = size * Math.sqrt(own);
    if (best === null || Math.abs(z) > Math.abs(best.z)) best = { since: points[first].t, size, z };
  }
  return best;
}
