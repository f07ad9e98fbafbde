import { required } from '../required.js';

/**
 * Order statistics without a full sort: a histogram finds the buckets that hold the wanted ones, and only those buckets are
 * looked into further.
 */

/** Workspace for series of up to `capacity` values; one may serve any number of series, one after another. */
export interface QuantileScratch {
  readonly capacity: number;
  /** Two areas that a bucket's values go back and forth between. */
  readonly areas: readonly [Float64Array, Float64Array];
  /** Bucket of each value. */
  readonly buckets: Uint16Array;
  /** Values in each bucket. */
  readonly counts: Uint32Array;
  /** Where a bucket's next value goes; −1: nowhere. */
  readonly places: Int32Array;
}

const BUCKETS = 2048;
/** Below this a sort is quicker than another histogram. */
const SMALL = 512;
/** Values looked at to place the histogram; it is right wherever it is, and quick where the sample is typical. */
const SAMPLE = 256;
/** Deeper than this, the values are such (nearly all in one bucket again and again) that a sort is the better way. */
const DEEPEST = 6;

/** Room for quantiles of up to `capacity` values. */
export function createQuantileScratch(capacity: number): QuantileScratch {
  return {
    capacity,
    areas: [new Float64Array(capacity), new Float64Array(capacity)],
    buckets: new Uint16Array(capacity),
    counts: new Uint32Array(BUCKETS),
    places: new Int32Array(BUCKETS),
  };
}

/**
 * The values of given ranks, as a sort would put them there.
 *
 * @param values without NaN; not changed
 * @param ranks whole numbers from 0 to n − 1, in any order
 */
export function orderStatistics(
  values: Float64Array,
  ranks: readonly number[],
  scratch: QuantileScratch = createQuantileScratch(values.length),
): number[] {
  if (values.length > scratch.capacity) {
    throw new RangeError(`${values.length} values in a scratch for ${scratch.capacity}.`);
  }
  const found = new Map<number, number>();
  const ascending = [...new Set(ranks)].sort((a, b) => a - b);
  // If the values lie in an area already (NaN was taken out), the first copy goes to the other one.
  const area = values.buffer === scratch.areas[0].buffer ? 1 : 0;
  select(values, 0, ascending, 0, area, scratch, found);
  return ranks.map((rank) => required(found.get(rank)));
}

/**
 * Finds `ranks` (ascending, counted within the whole series) among `values`, whose smallest has rank `base`.
 *
 * @param at where in `areas[area]` the values picked out may go; they take no more room than `values`
 */
function select(
  values: Float64Array,
  base: number,
  ranks: readonly number[],
  at: number,
  area: 0 | 1,
  scratch: QuantileScratch,
  found: Map<number, number>,
  depth = 0,
): void {
  const n = values.length;
  const range = n > SMALL && depth < DEEPEST ? bucketRange(values, depth) : null;
  if (range === 'ties') {
    for (const rank of ranks) found.set(rank, values[0]);
    return;
  }
  if (range === null) {
    const sorted = scratch.areas[area].subarray(at, at + n);
    sorted.set(values);
    sorted.sort();
    for (const rank of ranks) found.set(rank, sorted[rank - base]);
    return;
  }

  countInBuckets(values, range, scratch);
  const buckets = bucketsOf(ranks, base, at, scratch);
  gather(values, scratch, scratch.areas[area]);
  const other = area === 0 ? 1 : 0;
  for (const bucket of buckets) {
    const part = scratch.areas[area].subarray(bucket.at, bucket.at + bucket.size);
    select(part, bucket.base, bucket.ranks, bucket.at, other, scratch, found, depth + 1);
  }
}

/** Buckets of one width: bucket 1 starts at `low`; the first and the last take what lies outside. */
interface BucketRange {
  readonly low: number;
  readonly scale: number;
}

/** Over the middle of the values; `ties` where all are equal, `null` where buckets of one width can't tell them apart. */
function bucketRange(values: Float64Array, depth: number): BucketRange | 'ties' | null {
  const sample = new Float64Array(SAMPLE);
  // Steps of the golden section: a whole-number stride would meet the digits of a Sobol sequence.
  for (let k = 0, position = 0.5; k < SAMPLE; k++) {
    sample[k] = values[Math.floor(position * values.length)];
    position += 0.6180339887498949;
    if (position >= 1) position -= 1;
  }
  sample.sort();
  let low = sample[Math.floor(SAMPLE / 50)];
  let high = sample[SAMPLE - 1 - Math.floor(SAMPLE / 50)];
  if (!(high > low) || depth % 2 === 1) {
    // A sample of ties, or a bucket of a bucket: from end to end.
    low = Number.POSITIVE_INFINITY;
    high = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low === high) return 'ties';
  }
  const scale = (BUCKETS - 2) / (high - low);
  return scale > 0 && Number.isFinite(scale) && Number.isFinite(low) ? { low, scale } : null;
}

/** Any rule that never falls as values rise makes the result exact; this one is quick. */
function countInBuckets(values: Float64Array, { low, scale }: BucketRange, { buckets, counts }: QuantileScratch): void {
  counts.fill(0);
  for (let index = 0; index < values.length; index++) {
    const position = (values[index] - low) * scale + 1;
    const bucket = position < 1 ? 0 : position < BUCKETS - 1 ? position | 0 : BUCKETS - 1;
    buckets[index] = bucket;
    counts[bucket]++;
  }
}

function gather(values: Float64Array, { buckets, places }: QuantileScratch, out: Float64Array): void {
  for (let index = 0; index < values.length; index++) {
    const bucket = buckets[index];
    const place = places[bucket];
    if (place >= 0) {
      out[place] = values[index];
      places[bucket] = place + 1;
    }
  }
}

interface Bucket {
  /** Rank of its smallest value. */
  readonly base: number;
  readonly size: number;
  /** Where its values go. */
  readonly at: number;
  /** The wanted ranks in it. */
  readonly ranks: number[];
}

/** The buckets that hold wanted ranks; sets `places` for them and −1 for all others. */
function bucketsOf(ranks: readonly number[], base: number, at: number, { counts, places }: QuantileScratch): Bucket[] {
  places.fill(-1);
  const buckets: Bucket[] = [];
  let place = at;
  let next = 0;
  let rank = base;
  for (let bucket = 0; bucket < BUCKETS && next < ranks.length; bucket++) {
    const size = counts[bucket];
    const wanted: number[] = [];
    while (next < ranks.length && ranks[next] < rank + size) wanted.push(ranks[next++]);
    if (wanted.length > 0) {
      buckets.push({ base: rank, size, at: place, ranks: wanted });
      places[bucket] = place;
      place += size;
    }
    rank += size;
  }
  return buckets;
}
