import { square } from '../distributions/elementary.js';
import { LANES, replicateStart } from '../sampling/blocks.js';
import type { SamplingPlan } from '../sampling/types.js';
import { PERCENTAGES } from './summarize.js';
import type { Summary } from './types.js';

/**
 * Summaries of series that are too many and too long to be stored: each run of some thousand draws is summarised by itself, and the
 * runs' summaries are put together, in their order.
 *
 * Mean, sd and standard error are those of every draw. A quantile is the mean of the runs' own quantiles, these by G. Blom's
 * plotting position ("Statistical Estimates and Transformed Beta-Variables", 1958), whose mean over samples is a normal
 * distribution's quantile but for terms in 1/n²; in other smooth distributions its rank is off by less than 1/n, n the draws of a run.
 */
export const STREAM_FIELDS = [
  'mean',
  'sd',
  'se',
  'p5',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p95',
  'undefined',
] as const satisfies readonly (keyof Summary)[];
type StreamField = (typeof STREAM_FIELDS)[number];

/** A run's series may take this much: those of every worker are in memory at once. */
const RUN_BYTES = 36e6;
const MOST_RUN_DRAWS = 16_384;

/** Draws of a run of so many series, at most: a power of two. */
export function runDraws(series: number): number {
  const room = RUN_BYTES / (series * Float64Array.BYTES_PER_ELEMENT);
  return Math.min(MOST_RUN_DRAWS, Math.max(LANES, powerOfTwoBelow(room)));
}

function powerOfTwoBelow(room: number): number {
  let power = 1;
  while (2 * power <= room) power *= 2;
  return power;
}

/** Runs that each replicate is taken in. */
export function partsOf(plan: SamplingPlan, series: number): number {
  return Math.ceil(Math.ceil(plan.draws / plan.replicates) / runDraws(series));
}

/** Draws of a run, but for a block that one has less than another. */
export function shortestRun(plan: SamplingPlan, series: number): number {
  return Math.floor(plan.draws / plan.replicates / partsOf(plan, series));
}

/** The runs of a plan, in their order: whole blocks, so that antithetic pairs stay together. */
export function streamRuns(plan: SamplingPlan, parts: number): { readonly start: number; readonly end: number }[] {
  return Array.from({ length: plan.replicates }, (_, replicate) => {
    const first = replicateStart(plan, replicate);
    const size = replicateStart(plan, replicate + 1) - first;
    const blocks = Math.ceil(size / LANES);
    const at = (part: number): number => first + Math.min(size, LANES * Math.floor((blocks * part) / parts));
    return Array.from({ length: parts }, (_, part) => ({ start: at(part), end: at(part + 1) }));
  }).flat();
}

/** The percentages of R-7 quantiles of n values that are Blom's quantiles for PERCENTAGES: rank (n + ¼) p + ⅜. */
export function blomPercentages(n: number): readonly number[] {
  if (n < 2) return PERCENTAGES;
  return PERCENTAGES.map((p) => Math.min(100, Math.max(0, ((n + 0.25) * p - 62.5) / (n - 1))));
}

/**
 * Puts the runs' summaries of one series together.
 *
 * @param runs of `streamRuns`
 * @param at a field of a run's summary, as a plan of one replicate has it; NaN for `null`
 */
export function streamedSummary(
  plan: SamplingPlan,
  parts: number,
  runs: readonly { readonly start: number; readonly end: number }[],
  at: (run: number, field: StreamField) => number,
): Summary {
  const sizes = runs.map(({ start, end }, run) => Math.round((end - start) * (1 - at(run, 'undefined'))));
  const filled = sizes.flatMap((size, run) => (size > 0 ? [run] : []));
  const defined = filled.reduce((sum, run) => sum + sizes[run], 0);
  // Deviations from the first run's, so that what is the same in all runs comes out as it is.
  const meanOf = (field: StreamField): number => {
    const first = filled.length === 0 ? Number.NaN : at(filled[0], field);
    return first + filled.reduce((sum, run) => sum + sizes[run] * (at(run, field) - first), 0) / defined;
  };
  const mean = meanOf('mean');
  let deviations = 0;
  let pairSquares = 0;
  for (const run of filled) {
    const [n, shift] = [sizes[run], at(run, 'mean') - mean];
    const within = n > 1 ? square(at(run, 'sd')) * (n - 1) : 0;
    deviations += within + n * square(shift);
    const pairs = Math.ceil(n / 2);
    const ofPairs = pairs > 1 ? (square(at(run, 'se') * n) * (pairs - 1)) / pairs : 0;
    pairSquares += ofPairs + 4 * pairs * square(shift);
  }
  let [clusters, clusterSquares] = [defined, deviations];
  if (plan.sampler === 'antithetic') [clusters, clusterSquares] = [Math.ceil(defined / 2), pairSquares];
  if (plan.sampler === 'sobol') {
    [clusters, clusterSquares] = [0, 0];
    for (let replicate = 0; replicate < plan.replicates; replicate++) {
      let [n, sum] = [0, 0];
      for (let run = replicate * parts; run < (replicate + 1) * parts; run++) {
        if (sizes[run] === 0) continue;
        n += sizes[run];
        sum += sizes[run] * (at(run, 'mean') - mean);
      }
      if (n > 0) clusters++;
      clusterSquares += square(sum);
    }
  }
  const quantile = (field: StreamField): number | null => {
    const value = meanOf(field);
    // Of what is counted, a whole number, as nearly all of the runs' are (between two ranks there may be a step).
    const whole = filled.filter((run) => Number.isInteger(at(run, field))).length;
    return orNull(2 * whole > filled.length ? Math.round(value) : value);
  };
  return {
    mean: orNull(mean),
    sd: orNull(defined > 1 ? Math.sqrt(deviations / (defined - 1)) : Number.NaN),
    se: orNull(clusters > 1 ? Math.sqrt((clusters / (clusters - 1)) * clusterSquares) / defined : Number.NaN),
    p5: quantile('p5'),
    p10: quantile('p10'),
    p25: quantile('p25'),
    p50: quantile('p50'),
    p75: quantile('p75'),
    p90: quantile('p90'),
    p95: quantile('p95'),
    undefined: (plan.draws - defined) / plan.draws,
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
