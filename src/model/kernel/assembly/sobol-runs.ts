// Aligned runs of 128 points of a scrambled Sobol sequence: what `src/sampling` makes one by one, four at a time.

/** Binary digits of the index within a run. */
const RUN_BITS: i32 = 7;
/** Words of hashed bits, one for each inner node of a run's tree. */
const NODE_WORDS: i32 = 4;

/** In Gray code order: the index's digits flip what `directions` says. */
export function sobolRun(directions: usize, shift: u32, offset: i32, to: usize): void {
  let point = pointAt(directions, shift, <u32>offset);
  const d0 = <u32>i32.load(directions);
  const d1 = <u32>i32.load(directions, 4);
  const four = i32x4.replace_lane(
    i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(0), 1, d0), 2, d0 ^ d1), 3, d1,
  );
  v128.store(to, v128.xor(i32x4.splat(point), four));
  for (let group = 1; group < 32; group++) {
    point ^= d1 ^ <u32>i32.load(directions + (<usize>ctz(group) << 2), 8);
    v128.store(to + (<usize>group << 4), v128.xor(i32x4.splat(point), four));
  }
}

/**
 * In the shuffled order of `src/sampling/shuffled-sobol.ts`: doubling the points level by level, each node's swap a hashed bit.
 *
 * @param words two keys of the hash, and the swaps of the nodes above index 0
 */
export function shuffledRun(directions: usize, shift: u32, words: usize, offset: i32, to: usize): void {
  const run = <u32>offset >>> RUN_BITS;
  i32.store(to, pointAt(directions, shift, placeOfRun(words, run) << RUN_BITS));
  const first = hash(words, run, 0);
  let size = 1;
  for (let digit = RUN_BITS - 1; digit >= 0; digit--, size <<= 1) {
    // A digit of the index flips its own digit of the Gray code and the next lower one.
    let step = <u32>i32.load(directions + (<usize>digit << 2));
    if (digit > 0) step ^= <u32>i32.load(directions + (<usize>(digit - 1) << 2));
    if (size < 4) doubleEach(to, size, first, step);
    else doubleFours(to, size, words, run, first, step);
  }
}

/** One or two points. */
// @ts-ignore: decorator
@inline
function doubleEach(to: usize, size: i32, swaps: u32, step: u32): void {
  for (let point = size - 1; point >= 0; point--) {
    const swap = (swaps >>> (size + point)) & 1;
    const parent = <u32>i32.load(to + (<usize>point << 2)) ^ ((0 - swap) & step);
    const at = to + (<usize>point << 3);
    i32.store(at, parent);
    i32.store(at, parent ^ step, 4);
  }
}

/** From the last points on, so that none is written over before it was read. */
// @ts-ignore: decorator
@inline
function doubleFours(to: usize, size: i32, words: usize, run: u32, first: u32, step: u32): void {
  const steps = i32x4.splat(step);
  const digits = i32x4(1, 2, 4, 8);
  let swaps = first;
  for (let point = size - 4; point >= 0; point -= 4) {
    const node = size + point;
    if (node >= 32 && (point == size - 4 || (node & 31) == 28)) swaps = hash(words, run, node >>> 5);
    const picked = v128.and(i32x4.splat(swaps >>> (node & 31)), digits);
    const flipped = v128.and(i32x4.eq(picked, digits), steps);
    const left = v128.xor(v128.load(to + (<usize>point << 2)), flipped);
    const right = v128.xor(left, steps);
    const at = to + (<usize>point << 3);
    v128.store(at, i32x4.shuffle(left, right, 0, 4, 1, 5));
    v128.store(at, i32x4.shuffle(left, right, 2, 6, 3, 7), 16);
  }
}

/** One point in Gray code order (Antonov and Saleev, 1979). */
function pointAt(directions: usize, shift: u32, index: u32): u32 {
  let point = shift;
  for (let gray = index ^ (index >>> 1); gray != 0; gray &= gray - 1) {
    point ^= <u32>i32.load(directions + (<usize>ctz(gray) << 2));
  }
  return point;
}

/** The shuffled place of a run, both counted in runs. */
function placeOfRun(words: usize, run: u32): u32 {
  const used = 32 - <i32>clz(run);
  const shuffled = run ^ (<u32>i32.load(words, 8) >>> RUN_BITS);
  if (used <= 1) return shuffled;
  const below = (<u32>1 << (used - 1)) - 1;
  let swaps: u32 = 0;
  for (let digit = 0; digit < used - 1; digit++) {
    swaps |= (hash(words, run >>> (digit + 1), NODE_WORDS + digit) & 1) << digit;
  }
  return (shuffled & ~below) | ((run ^ swaps) & below);
}

/** Hashed bits of a node of the index's binary tree, under a source's two keys. */
function hash(words: usize, node: u32, level: i32): u32 {
  return mix(mix(node ^ <u32>i32.load(words)) ^ <u32>i32.load(words, 4) ^ (<u32>(level + 1) * 0x9e3779b9));
}

/** C. Wellons's bijection `lowbias32`. */
// @ts-ignore: decorator
@inline
function mix(value: u32): u32 {
  let x = value ^ (value >>> 16);
  x *= 0x7feb352d;
  x ^= x >>> 15;
  x *= 0x846ca68b;
  return x ^ (x >>> 16);
}
