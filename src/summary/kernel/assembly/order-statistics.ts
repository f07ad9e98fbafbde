// Order statistics of a series without NaN or infinities: a histogram finds the buckets that hold the wanted ranks, and
// only their values are put aside and selected from.
import { add, both, larger, load, mul, smaller, store, sub } from '../../../model/kernel/assembly/vector';
import { Selection } from './records';

const BUCKETS: i32 = 1024;
/** Bytes of one table of counts. */
const TABLE: usize = 4096;
/** Added to a number from 0 to 2^51, this leaves the nearest whole number in the low bits. */
const WHOLE: f64 = 4503599627370496;
/** Values whose buckets are found before they are counted: they are still in the first-level cache then. */
const RUN: i32 = 512;
/** Halvings of 2^31 values, twice; more are only needed where every pivot is a bad one. */
const MOST_ROUNDS: i32 = 62;

/** As many values, or this share of all, may be put aside: selection takes ten times as long a value as the histogram. */
const FEW: i32 = 512;
const SHARE: i32 = 8;
/** Histograms at most, each over the wanted buckets of the one before. */
const MOST_HISTOGRAMS: i32 = 8;

/**
 * The values of the wanted ranks, as a sort would put them there.
 *
 * @param lowest middle of the lowest bucket
 * @param by buckets a unit; what lies outside goes to the first or the last
 * @returns false where buckets of one width can't tell the values apart, ties among them, or where the pivots were bad
 * again and again: for another way
 */
export function orderStatistics(record: usize, n: i32, lowest: f64, by: f64): bool {
  const selection = changetype<Selection>(record);
  let low = lowest;
  let scale = by;
  for (let histogram = 0; histogram < MOST_HISTOGRAMS; histogram++) {
    countInBuckets(selection, n, low, scale);
    wantBuckets(selection);
    if (wantedSize <= max(n / SHARE, FEW)) {
      gather(selection, n);
      return selectWithin(selection);
    }
    // From the lower edge of the first wanted bucket to the upper edge of the last.
    const width = (<f64>(lastWanted - firstWanted) + 1) / scale;
    low += (<f64>firstWanted - 0.5) / scale;
    const finer = <f64>(BUCKETS - 1) / width;
    if (!(finer > 2 * scale && finer < Infinity)) return false;
    scale = finer;
  }
  return false;
}

/** Any rule that never falls as values rise makes the result exact; this one is quick. */
function countInBuckets(selection: Selection, n: i32, lowest: f64, by: f64): void {
  const values = selection.values;
  const buckets = selection.buckets;
  const counts = selection.counts;
  memory.fill(counts, 0, 4 * TABLE);
  const low = both(lowest);
  const scale = both(by);
  const first = both(0);
  const last = both(BUCKETS - 1);
  const whole = both(WHOLE);
  for (let run = 0; run < n; run += RUN) {
    const end = min(run + RUN, n);
    let index = run;
    for (; index + 8 <= end; index += 8) {
      const at = values + (<usize>index << 3);
      const b0 = add(larger(smaller(mul(sub(load(at), low), scale), last), first), whole);
      const b1 = add(larger(smaller(mul(sub(load(at + 16), low), scale), last), first), whole);
      const b2 = add(larger(smaller(mul(sub(load(at + 32), low), scale), last), first), whole);
      const b3 = add(larger(smaller(mul(sub(load(at + 48), low), scale), last), first), whole);
      const four = v128.shuffle<i32>(b0, b1, 0, 2, 4, 6);
      const more = v128.shuffle<i32>(b2, b3, 0, 2, 4, 6);
      store(buckets + (<usize>index << 1), i16x8.narrow_i32x4_u(four, more));
    }
    for (; index < end; index++) {
      const position = (f64.load(values + (<usize>index << 3)) - lowest) * by;
      const bucket = reinterpret<i64>(max<f64>(min<f64>(position, BUCKETS - 1), 0) + WHOLE);
      i64.store16(buckets + (<usize>index << 1), bucket);
    }
    // Four tables in turn: a count that was just written isn't read again at once, even where values repeat.
    let at = buckets + (<usize>run << 1);
    const stop = buckets + (<usize>end << 1);
    for (; at + 8 <= stop; at += 8) {
      const four = i64.load(at);
      count(counts, <usize>(four & 0xffff));
      count(counts + TABLE, <usize>((four >>> 16) & 0xffff));
      count(counts + 2 * TABLE, <usize>((four >>> 32) & 0xffff));
      count(counts + 3 * TABLE, <usize>(four >>> 48));
    }
    for (; at < stop; at += 2) count(counts, <usize>i32.load16_u(at));
  }
  for (let b: usize = 0; b < TABLE; b += 16) {
    const at = counts + b;
    store(at, i32x4.add(i32x4.add(load(at), load(at + TABLE)), i32x4.add(load(at + 2 * TABLE), load(at + 3 * TABLE))));
  }
}

// @ts-ignore: decorator
@inline
function count(table: usize, bucket: usize): void {
  const at = table + (bucket << 2);
  i32.store(at, i32.load(at) + 1);
}

// What `wantBuckets` finds: the first and the last bucket with wanted ranks, and how many values such buckets hold.
let firstWanted: i32 = 0;
let lastWanted: i32 = 0;
let wantedSize: i32 = 0;

/** Gives the buckets that hold wanted ranks a place among the gathered. */
function wantBuckets(selection: Selection): void {
  const counts = selection.counts;
  const places = selection.places;
  const ranks = selection.ranks;
  const rankCount = selection.rankCount;
  memory.fill(places, 0, TABLE);
  wantedSize = 0;
  firstWanted = -1;
  let base = 0;
  let next = 0;
  for (let bucket = 0; next < rankCount; bucket++) {
    const size = i32.load(counts + (<usize>bucket << 2));
    const end = base + size;
    if (rank(ranks, next) < end) {
      i32.store(places + (<usize>bucket << 2), <i32>selection.gathered + (wantedSize << 3));
      wantedSize += size;
      if (firstWanted < 0) firstWanted = bucket;
      lastWanted = bucket;
      while (next < rankCount && rank(ranks, next) < end) next++;
    }
    base = end;
  }
}

// @ts-ignore: decorator
@inline
function rank(ranks: usize, index: i32): i32 {
  return i32.load(ranks + (<usize>index << 2));
}

/** Puts the values of the wanted buckets aside; eight at a time, as few are wanted. */
function gather(selection: Selection, n: i32): void {
  const values = selection.values;
  const buckets = selection.buckets;
  const places = selection.places;
  let index = 0;
  for (; index + 8 <= n; index += 8) {
    const at = buckets + (<usize>index << 1);
    const a = i64.load(at);
    const b = i64.load(at, 8);
    const wanted =
      i32.load(places + (<usize>(a & 0xffff) << 2)) |
      i32.load(places + (<usize>((a >>> 16) & 0xffff) << 2)) |
      i32.load(places + (<usize>((a >>> 32) & 0xffff) << 2)) |
      i32.load(places + (<usize>(a >>> 48) << 2)) |
      i32.load(places + (<usize>(b & 0xffff) << 2)) |
      i32.load(places + (<usize>((b >>> 16) & 0xffff) << 2)) |
      i32.load(places + (<usize>((b >>> 32) & 0xffff) << 2)) |
      i32.load(places + (<usize>(b >>> 48) << 2));
    if (wanted == 0) continue;
    for (let k = index; k < index + 8; k++) putAside(values, buckets, places, k);
  }
  for (; index < n; index++) putAside(values, buckets, places, index);
}

// @ts-ignore: decorator
@inline
function putAside(values: usize, buckets: usize, places: usize, index: i32): void {
  const at = places + (<usize>i32.load16_u(buckets + (<usize>index << 1)) << 2);
  const place = <usize>i32.load(at);
  if (place == 0) return;
  f64.store(place, f64.load(values + (<usize>index << 3)));
  i32.store(at, <i32>(place + 8));
}

/** Selects the wanted ranks bucket by bucket; places are one past a bucket's last value now. */
function selectWithin(selection: Selection): bool {
  const counts = selection.counts;
  const places = selection.places;
  const ranks = selection.ranks;
  const rankCount = selection.rankCount;
  const statistics = selection.statistics;
  let base = 0;
  let next = 0;
  for (let bucket = 0; bucket <= lastWanted; bucket++) {
    const size = i32.load(counts + (<usize>bucket << 2));
    const end = base + size;
    const stop = <usize>i32.load(places + (<usize>bucket << 2));
    if (stop != 0) {
      const from = stop - (<usize>size << 3);
      // Below an element selected before, all is smaller: the next rank is looked for above.
      let left = 0;
      for (; next < rankCount && rank(ranks, next) < end; next++) {
        const wanted = rank(ranks, next) - base;
        if (wanted >= left && !select(from, left, size - 1, wanted)) return false;
        f64.store(statistics + (<usize>next << 3), f64.load(from + (<usize>wanted << 3)));
        left = wanted + 1;
      }
    }
    base = end;
  }
  return true;
}

/** C. Hoare's FIND (Communications of the ACM 4, 1961), about the median of three. */
function select(values: usize, first: i32, end: i32, wanted: i32): bool {
  let left = first;
  let right = end;
  for (let round = 0; left < right; round++) {
    if (round == MOST_ROUNDS) return false;
    const a = value(values, left);
    const b = value(values, (left + right) >>> 1);
    const c = value(values, right);
    const pivot = max(min(a, b), min(max(a, b), c));
    let i = left;
    let j = right;
    while (i <= j) {
      while (value(values, i) < pivot) i++;
      while (value(values, j) > pivot) j--;
      if (i <= j) {
        const lower = value(values, j);
        f64.store(values + (<usize>j << 3), value(values, i));
        f64.store(values + (<usize>i << 3), lower);
        i++;
        j--;
      }
    }
    if (wanted <= j) right = j;
    else if (wanted >= i) left = i;
    else break;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function value(values: usize, index: i32): f64 {
  return f64.load(values + (<usize>index << 3));
}
