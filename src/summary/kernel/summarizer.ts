import { type KernelInstance, startKernel } from '../../model/kernel/instance.js';
import { placesOf } from '../../model/kernel/record.js';
import { blockStart, type SeriesStore } from '../../model/series-store.js';
import { interpolate, ranksOf } from '../../numerics/quantiles.js';
import type { SamplingPlan } from '../../sampling/types.js';
import { checkLength, type Moments, spreadOf } from '../moments.js';
import { PERCENTAGES, type PercentagesOf, summaryOf } from '../summarize.js';
import type { Summary } from '../types.js';
import { RECORDS } from './layout.js';
import { BUCKETS, ClusterKind, layRecords, type Records, type SummaryExports } from './records.js';

/** Where the moments stand in their record. */
const MOMENT = placesOf(RECORDS.Moments);

/**
 * No more than 5 % of values lie further than this many standard deviations above their mean, nor below (F. Cantelli's
 * inequality, 1 / (1 + k²) = 0.05): the histogram needs to go no further.
 */
const REACH = Math.sqrt(19);

/**
 * `summarize` for series of one plan, two draws at a time in WebAssembly: the same quantiles to the last bit, moments
 * but for roundings.
 *
 * @returns a function that gives `null` where a series is beyond the kernel: infinite values or spreads, or values so
 * clustered that a histogram can't tell them apart
 */
export function createKernelSummarizer(
  module: WebAssembly.Module,
  plan: SamplingPlan,
  percentagesOf: PercentagesOf = () => PERCENTAGES,
): (values: Float64Array) => Summary | null {
  const { records, summarizeHeld } = holdOne(module, plan, percentagesOf, 0);
  return (series) => {
    checkLength(series, plan);
    records.values.set(series);
    return summarizeHeld();
  };
}

/**
 * The same for neighbouring series of stores with the plan's draws, by block.
 *
 * @param together how many there are at most
 * @returns a function of a store, the first of the series and how many they are
 */
export function createKernelStoreSummarizer(
  module: WebAssembly.Module,
  plan: SamplingPlan,
  together: number,
  percentagesOf: PercentagesOf = () => PERCENTAGES,
): (store: SeriesStore, first: number, count: number) => (Summary | null)[] {
  const { kernel, records, summarizeHeld } = holdOne(module, plan, percentagesOf, together);
  const { stored, storedAt, lanesAt, blocks, valuesAt } = records;
  return ({ values, series, draws, blocks: all }, first, count) => {
    checkLength({ length: draws }, plan);
    // A run of some KB of each block, past which the store goes on with the other series.
    for (const block of all) {
      const from = blockStart(series, block) + first * block.lanes;
      stored.set(values.subarray(from, from + count * block.lanes), blockStart(count, block));
    }
    return Array.from({ length: count }, (_, index) => {
      kernel.exports.takeSeries(storedAt, count, index, lanesAt, blocks, valuesAt);
      return summarizeHeld();
    });
  };
}

/** A kernel that holds a series at a time. */
function holdOne(
  module: WebAssembly.Module,
  plan: SamplingPlan,
  percentagesOf: PercentagesOf,
  together: number,
): { readonly kernel: KernelInstance<SummaryExports>; readonly records: Records; summarizeHeld(): Summary | null } {
  const kernel = startKernel<SummaryExports>(module);
  const { span, deviations, leaveOutUndefined, orderStatistics } = kernel.exports;
  const records = layRecords(kernel, plan, { ranks: 2 * PERCENTAGES.length, together });
  const { valuesAt, momentsAt, clusters, moments, statistics } = records;
  let rankedFor = -1;
  let percentages: readonly number[] = PERCENTAGES;

  const summarizeHeld = (): Summary | null => {
    let defined = plan.draws;
    let kind = records.kind;
    let ends = records.endsAt;
    let filled = clusters || defined;
    span(valuesAt, defined, momentsAt);
    if (Number.isNaN(moments[MOMENT.mean])) {
      defined = leaveOutUndefined(valuesAt, defined, ends, clusters, records.packedEndsAt);
      if (defined === 0) return summaryOf(plan.draws, NOTHING, NO_QUANTILES);
      if (clusters > 0) kind = ClusterKind.range;
      ends = records.packedEndsAt;
      filled = clusters === 0 ? defined : filledOf(records.packedEnds);
      span(valuesAt, defined, momentsAt);
    }
    const centre = moments[MOMENT.mean];
    const smallest = moments[MOMENT.smallest];
    const largest = moments[MOMENT.largest];
    if (!Number.isFinite(centre)) return null;
    if (smallest === largest) {
      const none = spreadOf(defined, { squares: 0, clusterSquares: 0, clusters: filled });
      return summaryOf(
        plan.draws,
        { defined, mean: smallest, ...none },
        PERCENTAGES.map(() => smallest),
      );
    }

    deviations(valuesAt, defined, kind, ends, clusters, momentsAt);
    const spread = spreadOf(defined, {
      squares: moments[MOMENT.squares],
      clusterSquares: moments[MOMENT.clusterSquares],
      clusters: filled,
    });
    const mean = moments[MOMENT.mean];
    const reach = REACH * spread.sd;
    const low = Math.max(smallest, mean - reach);
    const scale = (BUCKETS - 1) / (Math.min(largest, mean + reach) - low);
    if (!(scale > 0 && Number.isFinite(scale))) return null;
    if (defined !== rankedFor) {
      percentages = percentagesOf(defined);
      records.ranks.set(ranksOf(defined, percentages));
      rankedFor = defined;
    }
    if (orderStatistics(records.selectionAt, defined, low, scale) === 0) return null;
    return summaryOf(plan.draws, { defined, mean, ...spread }, interpolate(defined, percentages, statistics));
  };
  return { kernel, records, summarizeHeld };
}

const NOTHING: Moments = { defined: 0, mean: Number.NaN, sd: Number.NaN, se: Number.NaN };
const NO_QUANTILES = PERCENTAGES.map(() => Number.NaN);

/** Clusters that have a value left. */
function filledOf(ends: Uint32Array): number {
  let filled = 0;
  let from = 0;
  for (const end of ends) {
    if (end > from) filled++;
    from = end;
  }
  return filled;
}
