// Section 2: uncertain inputs.
import { exp } from './exponential';
import { fillNormals } from './normal-quantile';
import { Input, Noise, ROW, Sampling, Source } from './tables';
import { add, both, entry, larger, load, mul, smaller, store, sub, VECTOR } from './vector';

const LANES_BYTES: usize = 128 * 8;

/** Standard normals of every source; `offset` is the block's first draw within its replicate, a multiple of 128. */
export function drawNormals(sampling: Sampling, offset: i32): void {
  for (let index = 0; index < sampling.sourceCount; index++) {
    const source = changetype<Source>(sampling.sources + <usize>index * offsetof<Source>());
    if (source.directions != 0) sobolRun(source.directions, <u32>i32.load(source.shift), offset, source.bits);
    fillNormals(source.bits, source.to, sampling.list);
  }
}

/** An aligned run of 128 points in Gray code order, four at a time: the index's digits flip what `directions` says. */
function sobolRun(directions: usize, shift: u32, offset: i32, to: usize): void {
  let point = shift;
  for (let gray = offset ^ (offset >>> 1); gray != 0; gray &= gray - 1) {
    point ^= <u32>i32.load(directions + (<usize>ctz(gray) << 2));
  }
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

/** Inputs from the normals: the score z of each, then its quantile function. */
export function mapInputs(sampling: Sampling): void {
  for (let index = 0; index < sampling.inputCount; index++) {
    const input = changetype<Input>(sampling.inputs + <usize>index * offsetof<Input>());
    const to = input.to;
    const p = input.parameters;
    const low = entry(p, 0);
    const high = entry(p, 1);
    switch (input.kind) {
      case 0:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, score(input, d));
        break;
      case 1:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) {
          const x = add(entry(p, 2), mul(entry(p, 3), score(input, d)));
          store(to + d, smaller(larger(x, low), high));
        }
        break;
      case 2:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) {
          const x = exp(add(entry(p, 2), mul(entry(p, 3), score(input, d))));
          store(to + d, smaller(larger(x, low), high));
        }
        break;
      default:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) {
          store(to + d, smaller(larger(tabulated(input.table, p, score(input, d)), low), high));
        }
    }
  }
}

/** z = Σ weight · normal: the input's own, the market's and its platform's share, or correlated ones. */
// @ts-ignore: decorator
@inline
function score(input: Input, d: usize): v128 {
  let term = input.terms;
  let z = mul(entry(term, 0), load(<usize>i32.load(term, 8) + d));
  for (let k = 1; k < input.termCount; k++) {
    term += 16;
    z = add(z, mul(entry(term, 0), load(<usize>i32.load(term, 8) + d)));
  }
  return z;
}

/** A cubic a cell: four coefficients in a row, from the constant up. */
// @ts-ignore: decorator
@inline
function tabulated(table: usize, p: usize, z: v128): v128 {
  const cells = entry(p, 4);
  const position = smaller(larger(mul(sub(z, entry(p, 2)), entry(p, 3)), both(0)), cells);
  const cell = smaller(f64x2.floor(position), sub(cells, both(1)));
  const t = sub(position, cell);
  const at = i32x4.trunc_sat_f64x2_s_zero(cell);
  const first = table + (<usize>i32x4.extract_lane(at, 0) << 5);
  const second = table + (<usize>i32x4.extract_lane(at, 1) << 5);
  const low0 = v128.load(first);
  const low1 = v128.load(second);
  const high0 = v128.load(first, VECTOR);
  const high1 = v128.load(second, VECTOR);
  const c0 = i64x2.shuffle(low0, low1, 0, 2);
  const c1 = i64x2.shuffle(low0, low1, 1, 3);
  const c2 = i64x2.shuffle(high0, high1, 0, 2);
  const c3 = i64x2.shuffle(high0, high1, 1, 3);
  return add(c0, mul(t, add(c1, mul(t, add(c2, mul(t, c3))))));
}

/** exp(n_{p,t} − σ²/2), n a stationary AR(1) in logs. */
export function priceNoise(sampling: Sampling): void {
  for (let index = 0; index < sampling.noiseCount; index++) {
    const noise = changetype<Noise>(sampling.noises + <usize>index * offsetof<Noise>());
    const p = noise.parameters;
    const half = entry(p, 3);
    for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) {
      let from = noise.normals + d;
      let to = noise.to + d;
      let n = mul(entry(p, 0), load(from));
      store(to, exp(sub(n, half)));
      for (let t = 1; t < sampling.periods; t++) {
        from += ROW;
        to += ROW;
        n = add(mul(entry(p, 1), n), mul(entry(p, 2), load(from)));
        store(to, exp(sub(n, half)));
      }
    }
  }
}
