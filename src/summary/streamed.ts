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

/** Draws from `start` on, `end` not included, of one replicate. */
export interface StreamRun {
  readonly start: number;
  readonly end: number;
  readonly replicate: number;
}

/** The runs of a plan, in their order: whole blocks, so that antithetic pairs stay together. */
export function streamRuns(plan: SamplingPlan, parts: number): StreamRun[] {
  return Array.from({ length: plan.replicates }, (_, replicate) => {
    const first = replicateStart(plan, replicate);
    const size = replicateStart(plan, replicate + 1) - first;
    const blocks = Math.ceil(size / LANES);
    const at = (part: number): number => first + Math.min(size, LANES * Math.floor((blocks * part) / parts));
    return Array.from({ length: parts }, (_, part) => ({ start: at(part), end: at(part + 1), replicate }));
  }).flat();
}

/** The percentages of R-7 quantiles of n values that are Blom's quantiles for PERCENTAGES: rank (n + ¼) p + ⅜. */
export function blomPercentages(n: number): readonly number[] {
  if (n < 2) return PERCENTAGES;
  return PERCENTAGES.map((p) => Math.min(100, Math.max(0, ((n + 0.25) * p - 62.5) / (n - 1))));
}

/** Puts the runs' summaries of one series together, in their order. */
interface RunsTogether {
  /**
   * @param found the run's `STREAM_FIELDS`, as a plan of one replicate has them, from `from` on; NaN for `null`
   */
  add(run: StreamRun, found: Float64Array, from: number): void;
  /** Of all runs that were added. */
  summary(): Summary;
}

const placeOf = (field: StreamField): number => STREAM_FIELDS.indexOf(field);
const [MEAN, SD, SE, UNDEFINED] = (['mean', 'sd', 'se', 'undefined'] as const).map(placeOf);
/** Whose mean over runs, weighed by their draws, is that of all draws. */
const AVERAGED = (['mean', 'p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const).map(placeOf);

/**
 * One series' summary, of runs that are let go as they come.
 *
 * Everything is summed as a deviation from the first run's, so that what is the same in all runs comes out as it is, and little is lost of
 * what differs by little: with d = m − m₁ of a run's n draws and D = Σ n d / Σ n, Σ n (m − mean)² is Σ n d² − D² Σ n.
 */
export function runsTogether(plan: SamplingPlan): RunsTogether {
  let [defined, filled, within, squares] = [0, 0, 0, 0];
  let [pairs, ofPairs, pairSums, pairSquares] = [0, 0, 0, 0];
  // By field.
  const first = new Float64Array(STREAM_FIELDS.length).fill(Number.NaN);
  const sums = new Float64Array(STREAM_FIELDS.length);
  const whole = new Float64Array(STREAM_FIELDS.length);
  // Of each replicate's draws.
  const counts = new Float64Array(plan.replicates);
  const deviations = new Float64Array(plan.replicates);

  function add({ start, end, replicate }: StreamRun, found: Float64Array, from: number): void {
    const n = Math.round((end - start) * (1 - found[from + UNDEFINED]));
    if (n === 0) return;
    for (const field of AVERAGED) {
      const value = found[from + field];
      if (filled === 0) first[field] = value;
      sums[field] += n * (value - first[field]);
      if (Number.isInteger(value)) whole[field]++;
    }
    defined += n;
    filled++;
    const d = found[from + MEAN] - first[MEAN];
    if (n > 1) within += square(found[from + SD]) * (n - 1);
    squares += n * square(d);
    const own = Math.ceil(n / 2);
    if (own > 1) ofPairs += (square(found[from + SE] * n) * (own - 1)) / own;
    pairs += 4 * own;
    pairSums += 4 * own * d;
    pairSquares += 4 * own * square(d);
    counts[replicate] += n;
    deviations[replicate] += n * d;
  }

  function summary(): Summary {
    const meanOf = (field: number): number => first[field] + sums[field] / defined;
    const shift = sums[MEAN] / defined;
    // Not below 0, where all runs' means are the same but for rounding.
    const spread = within + Math.max(0, squares - square(shift) * defined);
    let [clusters, clusterSquares] = [defined, spread];
    if (plan.sampler === 'antithetic') {
      clusters = Math.ceil(defined / 2);
      clusterSquares = ofPairs + Math.max(0, pairSquares - 2 * shift * pairSums + square(shift) * pairs);
    }
    if (plan.sampler === 'sobol') {
      [clusters, clusterSquares] = [0, 0];
      counts.forEach((n, replicate) => {
        if (n > 0) clusters++;
        clusterSquares += square(deviations[replicate] - n * shift);
      });
    }
    const quantile = (name: StreamField): number | null => {
      const field = placeOf(name);
      const value = meanOf(field);
      // Of what is counted, a whole number, as nearly all of the runs' are (between two ranks there may be a step).
      return orNull(2 * whole[field] > filled ? Math.round(value) : value);
    };
    return {
      mean: orNull(meanOf(MEAN)),
      sd: orNull(defined > 1 ? Math.sqrt(spread / (defined - 1)) : Number.NaN),
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
  return { add, summary };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
