import { square } from '../distributions/elementary.js';
import { replicateStart } from '../sampling/blocks.js';
import type { SamplingPlan } from '../sampling/types.js';
import { PERCENTAGES } from './quantiles.js';
import type { Summary } from './types.js';

/**
 * Summaries of series that are too many and too long to be kept: moments from sums, quantiles from a histogram whose bins
 * hold about equal shares of a pilot's draws.
 *
 * Mean, sd and standard error are those of every draw. A quantile lies in the right bin and is interpolated there, so its
 * rank is off by less than one bin, 1 / BINS of the draws; in a smooth distribution by a small part of that.
 */
export const BINS = 1024;

/** Sums of one series over one run of draws. */
export const STREAM_FIELDS = ['defined', 'sum', 'squares', 'pairs'] as const;

/** Inner edges of a series' bins, `BINS − 1` of them, and the value that its sums are taken about. */
export interface StreamScale {
  readonly edges: Float64Array;
  readonly centre: number;
}

/** Equal steps between the outermost edges; a bin is looked for from the first one that a step touches. */
const STEPS = 2048;

/** A scale with what it takes to find a value's bin quickly. */
export interface BinFinder extends StreamScale {
  /** The first bin of each step: as many bins are passed over as edges lie within the step below the value. */
  readonly first: Uint16Array;
  readonly perUnit: number;
}

export function binFinder({ edges, centre }: StreamScale): BinFinder {
  const low = edges[0]!;
  const perUnit = STEPS / (edges.at(-1)! - low);
  const first = new Uint16Array(STEPS);
  // Where the outermost edges are one, or no number tells how far apart they are, every bin is passed over.
  const finder = { edges, centre, first, perUnit: Number.isFinite(perUnit) ? perUnit : 0 };
  for (let step = 1, bin = 0; step < STEPS; step++) {
    while (bin < edges.length && stepOf(finder, edges[bin]!) < step) bin++;
    first[step] = bin;
  }
  return finder;
}

/** The step that a value within the edges lies in; rounding is the same for edges and values, and never goes backwards. */
function stepOf({ edges, perUnit }: BinFinder, value: number): number {
  const step = (value - edges[0]!) * perUnit;
  return step >= STEPS ? STEPS - 1 : step > 0 ? step | 0 : 0;
}

/** Places the bins by a pilot's values; NaN is left out. */
export function streamScale(pilot: Float64Array): StreamScale {
  const sorted = pilot.filter((value) => !Number.isNaN(value)).sort();
  const edges = new Float64Array(BINS - 1);
  const last = sorted.length - 1;
  for (let k = 0; k < edges.length; k++) {
    edges[k] = last < 0 ? 0 : sorted[Math.round(((k + 1) / BINS) * last)]!;
  }
  const centre = last < 0 ? 0 : sorted[last >> 1]!;
  return { edges, centre: Number.isFinite(centre) ? centre : 0 };
}

/**
 * Adds a run of draws of one series.
 *
 * @param values the draws, from `from` on, `count` of them; pairs of antithetic draws are not split
 * @param sums `STREAM_FIELDS.length` numbers from `at` on: added to
 * @param counts `BINS` numbers from `bins` on: added to
 */
export function addToStream(
  values: Float64Array,
  from: number,
  count: number,
  finder: BinFinder,
  sums: Float64Array,
  at: number,
  counts: Int32Array,
  bins: number,
): void {
  const { edges, centre, first } = finder;
  const last = edges[BINS - 2]!;
  let [defined, sum, squares, pairs, pair] = [0, 0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const value = values[from + k]!;
    if (k % 2 === 0) pair = 0;
    if (!Number.isNaN(value)) {
      const deviation = value - centre;
      defined++;
      sum += deviation;
      squares += deviation * deviation;
      pair += deviation;
      // The first edge above the value.
      let low = value >= last ? BINS - 1 : first[stepOf(finder, value)]!;
      while (low < BINS - 1 && edges[low]! <= value) low++;
      counts[bins + low] = counts[bins + low]! + 1;
    }
    if (k % 2 === 1 || k === count - 1) pairs += pair * pair;
  }
  sums[at] = sums[at]! + defined;
  sums[at + 1] = sums[at + 1]! + sum;
  sums[at + 2] = sums[at + 2]! + squares;
  sums[at + 3] = sums[at + 3]! + pairs;
}

/** Runs of draws that are summed on their own: parts of a replicate, so that clusters can be told apart. */
export function streamRuns(plan: SamplingPlan, parts: number): { readonly start: number; readonly end: number }[] {
  return Array.from({ length: plan.replicates }, (_, replicate) => {
    const start = replicateStart(plan, replicate);
    const size = replicateStart(plan, replicate + 1) - start;
    return Array.from({ length: parts }, (_, part) => ({
      start: start + Math.floor((size * part) / parts),
      end: start + Math.floor((size * (part + 1)) / parts),
    }));
  }).flat();
}

/**
 * The summary of a streamed series.
 *
 * @param sums `[(run * series + this) * STREAM_FIELDS.length + field]`, runs as in `streamRuns`
 * @param counts of this series
 */
export function streamedSummary(
  plan: SamplingPlan,
  parts: number,
  scale: StreamScale,
  sumOf: (run: number, field: (typeof STREAM_FIELDS)[number]) => number,
  counts: Int32Array,
): Summary {
  const runs = plan.replicates * parts;
  let [defined, sum, squares, pairs] = [0, 0, 0, 0];
  for (let run = 0; run < runs; run++) {
    defined += sumOf(run, 'defined');
    sum += sumOf(run, 'sum');
    squares += sumOf(run, 'squares');
    pairs += sumOf(run, 'pairs');
  }
  const offset = sum / defined;
  const deviations = Math.max(0, squares - defined * offset * offset);
  const sd = defined > 1 ? Math.sqrt(deviations / (defined - 1)) : Number.NaN;
  let clusterSquares = deviations;
  let clusters = defined;
  if (plan.sampler === 'antithetic') {
    clusters = Math.ceil(defined / 2);
    clusterSquares = Math.max(0, pairs - 4 * offset * sum + 4 * clusters * offset * offset);
  } else if (plan.sampler === 'sobol') {
    clusterSquares = 0;
    clusters = 0;
    for (let replicate = 0; replicate < plan.replicates; replicate++) {
      let [n, s] = [0, 0];
      for (let run = replicate * parts; run < (replicate + 1) * parts; run++) {
        n += sumOf(run, 'defined');
        s += sumOf(run, 'sum');
      }
      if (n > 0) clusters++;
      clusterSquares += square(s - n * offset);
    }
  }
  const se = clusters > 1 ? Math.sqrt((clusters / (clusters - 1)) * clusterSquares) / defined : Number.NaN;
  const [p5, p10, p25, p50, p75, p90, p95] = PERCENTAGES.map((p) =>
    orNull(quantileOf(counts, defined, p / 100, scale)),
  );
  return {
    mean: orNull(scale.centre + offset),
    sd: orNull(sd),
    se: orNull(se),
    p5: p5!,
    p10: p10!,
    p25: p25!,
    p50: p50!,
    p75: p75!,
    p90: p90!,
    p95: p95!,
    undefined: (plan.draws - defined) / plan.draws,
  };
}

/** Straight between the edges of the bin that holds the rank; the quantiles asked for never lie in an outermost bin. */
function quantileOf(counts: Int32Array, defined: number, p: number, { edges }: StreamScale): number {
  if (defined === 0) return Number.NaN;
  const rank = p * (defined - 1);
  let before = 0;
  let bin = 0;
  while (bin < BINS - 1 && before + counts[bin]! <= rank) {
    before += counts[bin]!;
    bin++;
  }
  const low = edges[Math.max(0, bin - 1)]!;
  const high = edges[Math.min(BINS - 2, bin)]!;
  // A value that takes up more than a bin by itself (a whole number of orders, say) is what the bin after it holds.
  if (bin > 1 && low === edges[bin - 2]) return low;
  const share = counts[bin]! > 0 ? (rank - before) / counts[bin]! : 0;
  return low === high ? low : low + share * (high - low);
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
