import type { BareExports, KernelInstance } from '../../model/kernel/instance.js';
import { bytesOf, checkLayout, writeRecord } from '../../model/kernel/record.js';
import { blocksOf } from '../../sampling/blocks.js';
import type { SamplingPlan } from '../../sampling/types.js';
import { replicateEnds } from '../moments.js';
import { LAYOUT, RECORDS } from './layout.js';

/** The summary kernel's functions; addresses in bytes, `assembly` says what they do. */
export interface SummaryExports extends BareExports {
  /** The number of its records' layout. */
  readonly layout: () => number;
  readonly leaveOutUndefined: (values: number, n: number, ends: number, count: number, packedEnds: number) => number;
  readonly span: (values: number, n: number, moments: number) => void;
  readonly deviations: (values: number, n: number, kind: number, ends: number, count: number, moments: number) => void;
  readonly takeSeries: (
    stored: number,
    series: number,
    index: number,
    lanes: number,
    blocks: number,
    values: number,
  ) => void;
  readonly orderStatistics: (selection: number, n: number, low: number, scale: number) => number;
}

/** How draws make up clusters, in the kernel's numbers. */
export const ClusterKind = { single: 0, pair: 1, range: 2 } as const;

/** Buckets of the histogram, as in `assembly/order-statistics.ts`. */
export const BUCKETS = 1024;

/** The kernel's records and what they point to, laid out for series of one plan. */
export interface Records {
  readonly values: Float64Array;
  readonly valuesAt: number;
  /** Room for series by block. */
  readonly stored: Float64Array;
  readonly storedAt: number;
  /** Draws of each block. */
  readonly lanesAt: number;
  readonly blocks: number;
  readonly kind: 0 | 1 | 2;
  /** Clusters of the plan; 0 where each draw is one. */
  readonly clusters: number;
  readonly endsAt: number;
  /** Where the clusters end once undefined draws are left out. */
  readonly packedEnds: Uint32Array;
  readonly packedEndsAt: number;
  /** Fields of the record `Moments`. */
  readonly moments: Float64Array;
  readonly momentsAt: number;
  readonly selectionAt: number;
  readonly ranks: Uint32Array;
  readonly statistics: Float64Array;
}

/**
 * @param ranks how many order statistics are wanted
 * @param together series by block that there is room for
 * @throws where the kernel was built for other records
 */
export function layRecords(
  kernel: KernelInstance<SummaryExports>,
  plan: SamplingPlan,
  { ranks, together }: { readonly ranks: number; readonly together: number },
): Records {
  checkLayout(kernel.exports.layout(), LAYOUT);
  const { draws, sampler } = plan;
  const ends = clusterEnds(plan);
  const valuesAt = kernel.allocate(8 * draws);
  const endsAt = kernel.allocate(4 * ends.length);
  const packedEndsAt = kernel.allocate(4 * ends.length);
  const momentsAt = kernel.allocate(bytesOf(RECORDS.Moments));
  const selectionAt = kernel.allocate(bytesOf(RECORDS.Selection));
  const ranksAt = kernel.allocate(4 * ranks);
  const statisticsAt = kernel.allocate(8 * ranks);
  const bucketsAt = kernel.allocate(2 * draws);
  const countsAt = kernel.allocate(4 * 4 * BUCKETS);
  const placesAt = kernel.allocate(4 * BUCKETS);
  const gatheredAt = kernel.allocate(8 * draws);
  const lanes = blocksOf(plan).map((block) => block.lanes);
  const lanesAt = kernel.allocate(4 * lanes.length);
  const storedAt = kernel.allocate(8 * together * draws);
  kernel.words(endsAt, ends.length).set(ends);
  kernel.words(lanesAt, lanes.length).set(lanes);
  writeRecord(kernel, RECORDS.Selection, selectionAt, {
    values: valuesAt,
    buckets: bucketsAt,
    counts: countsAt,
    places: placesAt,
    gathered: gatheredAt,
    ranks: ranksAt,
    rankCount: ranks,
    statistics: statisticsAt,
  });
  return {
    values: kernel.doubles(valuesAt, draws),
    valuesAt,
    stored: kernel.doubles(storedAt, together * draws),
    storedAt,
    lanesAt,
    blocks: lanes.length,
    kind: ClusterKind[sampler === 'sobol' ? 'range' : sampler === 'antithetic' ? 'pair' : 'single'],
    clusters: ends.length,
    endsAt,
    packedEnds: kernel.words(packedEndsAt, ends.length),
    packedEndsAt,
    moments: kernel.doubles(momentsAt, Object.keys(RECORDS.Moments).length),
    momentsAt,
    selectionAt,
    ranks: kernel.words(ranksAt, ranks),
    statistics: kernel.doubles(statisticsAt, ranks),
  };
}

function clusterEnds(plan: SamplingPlan): number[] {
  if (plan.sampler === 'sobol') return replicateEnds(plan);
  if (plan.sampler === 'mc') return [];
  return Array.from({ length: Math.ceil(plan.draws / 2) }, (_, pair) => Math.min(2 * pair + 2, plan.draws));
}
