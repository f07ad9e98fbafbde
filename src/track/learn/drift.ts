import { exp, ln, pow, square } from '../../distributions/elementary.js';
import { LANES } from '../../model/layout.js';
import { driftSource } from '../../model/program-in-flight.js';
import { cholesky, logDeterminant, solveLower } from '../../numerics/cholesky.js';
import { DRIFTING, type Drifting, type RateDrift, type Scenario } from '../../scenario/types.js';
import type { Dispersion } from './counts.js';
import { plannedDispersion } from './dispersion.js';
import type { ForwardModel } from './forward.js';
import type { PosteriorMode } from './mode.js';
import type { Counted } from './observations.js';

/** How many steps what is thought of a walk's size before anything is seen is worth, and observations that of dispersion. */
const PRIOR_STEPS = 12;
const PRIOR_OBSERVATIONS = 6;
/** Sizes that are tried, as powers of √2 of the usual one. */
const SIZES = Array.from({ length: 13 }, (_, k) => pow(2, (k - 4) / 2));
/** Variance of a line's level, in logs: as good as nothing is known of it. */
const LEVEL = 1;

/** Which counts a rate is seen in. */
export const COUNTED_BY: Readonly<Record<Drifting, Counted>> = {
  cpm: 'impressions',
  ctr: 'clicks',
  cvr: 'conversions',
};

/**
 * Size of a step of each random walk, and dispersion, where their likelihood times what is thought before is largest: what is left
 * of each line's counts, in logs, when no rate walks is a level, a random walk and chance (A. C. Harvey, Forecasting, Structural Time
 * Series Models and the Kalman Filter, 1989, section 2.4: the local level model), prices with the platform's AR(1) besides.
 * Lines are taken as if each were alone.
 *
 * @param scenario under way, with the random walks that are usual
 * @param posterior where the rest is taken from
 */
export function estimateDrift(
  scenario: Scenario,
  usual: RateDrift,
  forward: ForwardModel,
  posterior: PosteriorMode,
): { readonly drift: RateDrift; readonly dispersion: Dispersion } {
  const left = residuals(scenario, forward, posterior);
  const planned = plannedDispersion(scenario);
  const sd: Record<string, number> = {};
  const dispersion: Record<string, number> = {};
  for (const metric of DRIFTING) {
    const counted = COUNTED_BY[metric];
    const series = left.filter(({ of }) => of === counted);
    let best = { height: Number.NEGATIVE_INFINITY, size: usual.sd[metric], spread: planned[counted] };
    for (const walk of SIZES) {
      for (const chance of SIZES) {
        const size = walk * usual.sd[metric];
        const spread = chance * planned[counted];
        let height = logPrior(walk, PRIOR_STEPS) + logPrior(chance, PRIOR_OBSERVATIONS);
        for (const one of series) {
          height += logLikelihood(one, size * forward.lines[one.line].times[metric], spread, usual.every);
        }
        if (height > best.height) best = { height, size, spread };
      }
    }
    sd[metric] = best.size;
    dispersion[counted] = best.spread;
  }
  return { drift: { ...usual, sd: sd as RateDrift['sd'] }, dispersion: dispersion as Dispersion };
}

/** One line's counts over what the mode has for them, in logs. */
export interface Residuals {
  /** In the program's order. */
  readonly line: number;
  readonly of: Counted;
  readonly periods: readonly number[];
  readonly values: readonly number[];
  /** Of a count itself, Poisson's. */
  readonly variances: readonly number[];
  /** AR(1) that prices have besides; `null`: none. */
  readonly noise: { readonly sd: number; readonly rho: number } | null;
}

/** Logs of counts over what the mode has for them, its walks and price noise left out. */
export function residuals(scenario: Scenario, forward: ForwardModel, { chosen, mode }: PosteriorMode): Residuals[] {
  const walks = new Set(
    scenario.lines.flatMap(({ id }) =>
      DRIFTING.flatMap((metric) => scenario.season.cpm.map((_, step) => driftSource(id, metric, step))),
    ),
  );
  const scores = new Float64Array(chosen.length * LANES);
  chosen.forEach((source, k) => {
    const name = forward.sources[source];
    if (!walks.has(name) && !name.startsWith('noise.cpm.')) scores[k * LANES] = mode[k];
  });
  const out = new Float64Array(forward.observations.length * LANES);
  forward.logMeans(chosen, scores, 1, out);
  const found = new Map<
    string,
    { of: Counted; periods: number[]; values: number[]; variances: number[]; line: number }
  >();
  forward.observations.forEach(({ line, of, period, count }, i) => {
    const key = `${line} ${of}`;
    const one = found.get(key) ?? { of, periods: [], values: [], variances: [], line };
    found.set(key, one);
    one.periods.push(period);
    // Half a count more keeps a period without any finite.
    one.values.push(ln(count + 0.5) - out[i * LANES]);
    one.variances.push(1 / (count + 0.5));
  });
  return [...found.values()].map(({ line, ...one }) => {
    const { platform } = forward.lines[line];
    const noise = one.of === 'impressions' ? (scenario.noise[platform] ?? null) : null;
    return { ...one, line, noise };
  });
}

/** Gaussian, of one line's residuals: a level of which nothing is known, a random walk, chance. */
export function logLikelihood(
  { periods, values, variances, noise }: Residuals,
  size: number,
  spread: number,
  every: number,
): number {
  const n = periods.length;
  const covariance = new Float64Array(n * n);
  const { sd, rho } = noise ?? { sd: 0, rho: 0 };
  const apart = Float64Array.from({ length: n === 0 ? 0 : periods[n - 1] - periods[0] + 1 }, (_, lag) => pow(rho, lag));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [s, t] = [periods[j], periods[i]];
      const walked = square(size) * Math.floor(Math.min(s, t) / every);
      const shared = noise === null ? 0 : square(sd) * apart[t - s];
      const own = i === j ? variances[i] + square(spread) : 0;
      covariance[i * n + j] = LEVEL + walked + shared + own;
      covariance[j * n + i] = covariance[i * n + j];
    }
  }
  const factor = cholesky(covariance, n);
  if (factor === null) return 0;
  const whitened = solveLower(factor, values);
  return -(logDeterminant(factor, n) + whitened.reduce((sum, x) => sum + square(x), 0)) / 2;
}

/** Of a size `ratio` times the usual one: a scaled inverse χ² of so many degrees of freedom for its square, by the size's log. */
function logPrior(ratio: number, degrees: number): number {
  const log = ln(ratio);
  return -degrees * log - (degrees / 2) * exp(-2 * log);
}
