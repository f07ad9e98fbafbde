// Section 2: uncertain inputs.
import { exp, storeExps } from './exponential';
import { fillNormals } from './normal-quantile';
import { shuffledRun, sobolRun } from './sobol-runs';
import { Input, Noise, ROW, Sampling, Source } from './records';
import { add, both, entry, larger, load, mul, smaller, store, sub, VECTOR } from './vector';

const LANES_BYTES: usize = 128 * 8;

/** Standard normals of every source; `offset` is the block's first draw within its replicate, a multiple of 128. */
export function drawNormals(sampling: Sampling, offset: i32): void {
  for (let index = 0; index < sampling.sourceCount; index++) {
    const source = changetype<Source>(sampling.sources + <usize>index * offsetof<Source>());
    if (source.directions != 0) {
      const shift = <u32>i32.load(source.shift);
      if (source.shuffle == 0) sobolRun(source.directions, shift, offset, source.bits);
      else shuffledRun(source.directions, shift, source.shuffle, offset, source.bits);
    }
    fillNormals(source.bits, source.to, sampling.list);
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

/** exp(n_t − σ²/2), n a stationary AR(1) in logs: of a platform's price, or of one of its rates. Four draws together. */
export function noises(sampling: Sampling): void {
  for (let index = 0; index < sampling.noiseCount; index++) {
    const noise = changetype<Noise>(sampling.noises + <usize>index * offsetof<Noise>());
    const p = noise.parameters;
    const half = entry(p, 3);
    for (let d: usize = 0; d < LANES_BYTES; d += 2 * VECTOR) {
      let from = noise.normals + d;
      let to = noise.to + d;
      let n = mul(entry(p, 0), load(from));
      let m = mul(entry(p, 0), load(from + VECTOR));
      storeExps(to, sub(n, half), sub(m, half));
      for (let t = 1; t < sampling.periods; t++) {
        from += ROW;
        to += ROW;
        n = add(mul(entry(p, 1), n), mul(entry(p, 2), load(from)));
        m = add(mul(entry(p, 1), m), mul(entry(p, 2), load(from + VECTOR)));
        storeExps(to, sub(n, half), sub(m, half));
      }
    }
  }
}
