import { startKernel } from '../../model/kernel/instance.js';
import { placesOf } from '../../model/kernel/record.js';
import type { SamplingPlan } from '../../sampling/types.js';
import { checkLength, type Moments, spreadOf } from '../moments.js';
import { interpolate, PERCENTAGES, type PercentagesOf, ranksOf } from '../quantiles.js';
import { summaryOf } from '../summarize.js';
import type { Summary } from '../types.js';
import { RECORDS } from './layout.js';
import { BUCKETS, ClusterKind, layRecords, type SummaryExports } from './records.js';

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
  const kernel = startKernel<SummaryExports>(module);
  const { span, deviations, leaveOutUndefined, orderStatistics } = kernel.exports;
  const records = layRecords(kernel, plan, 2 * PERCENTAGES.length);
  const { valuesAt, momentsAt, clusters, moments, statistics } = records;
  let rankedFor = -1;
  let percentages: readonly number[] = PERCENTAGES;

  return (series) => {
    checkLength(series, plan);
    records.values.set(series);
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
