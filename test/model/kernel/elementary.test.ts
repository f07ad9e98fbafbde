import alea from 'seedrandom/lib/alea.js';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/distributions/normal.js';
import { type KernelInstance, startKernel } from '../../../src/model/kernel/instance.js';
import { kernelModule } from '../../../src/model/kernel/load.js';

const LENGTH = 4096;
const ULP = 2 ** -52;

/** Each function twice: the kernel's, over arrays, and JavaScript's. */
function evaluator(kernel: KernelInstance) {
  const from = kernel.allocate(LENGTH * 8);
  const to = kernel.allocate(LENGTH * 8);
  return (what: number, xs: readonly number[]): number[] => {
    const padded = 4 * Math.ceil(xs.length / 4);
    kernel.doubles(from, padded).fill(0.3).set(xs);
    kernel.exports.evaluate(what, from, to, padded * 8);
    return [...kernel.doubles(to, xs.length)];
  };
}

/** Spread over all magnitudes, and around the bounds where the kernel changes its way of computing. */
function magnitudes(seed: string, bounds: readonly number[]): number[] {
  const random = alea(seed);
  const xs: number[] = [];
  for (let exponent = -320; exponent < 4; exponent++) {
    for (let k = 0; k < 8; k++) xs.push(10 ** (exponent + random()));
  }
  for (const bound of bounds) for (let k = -20; k <= 20; k++) xs.push(bound * (1 + k * 1e-3 * random()), bound);
  return xs;
}

function expectWithin(ulps: number, xs: readonly number[], actual: readonly number[], expected: (x: number) => number) {
  xs.forEach((x, k) => {
    const wanted = expected(x);
    const got = actual[k]!;
    // Numbers below the normal ones lose digits at the end, a few of their units.
    const same = Object.is(got, wanted) || got === wanted;
    if (!same && !(Math.abs(got - wanted) <= ulps * ULP * Math.abs(wanted) + 4 * Number.MIN_VALUE)) {
      throw new Error(`at ${x}: ${got} instead of ${wanted}`);
    }
  });
}

describe("the kernel's elementary functions", () => {
  const evaluate = evaluator(startKernel(kernelModule()!));
  // Each other's tests are the widest: every x is tried beside a small one and beside a large one, as the two draws of a
  // vector take one way together.
  const paired = (xs: readonly number[]): number[] => xs.flatMap((x) => [x, 0, x, 800]).slice(0, LENGTH);
  const inParts = (what: number, xs: readonly number[], expected: (x: number) => number, ulps: number): void => {
    for (let at = 0; at < xs.length; at += LENGTH / 4) {
      const part = paired(xs.slice(at, at + LENGTH / 4));
      expectWithin(ulps, part, evaluate(what, part), expected);
    }
  };

  it('exp: within 2 units in the last place of Math.exp, at every size, sign and extreme', () => {
    const xs = magnitudes('exp', [0.35, 0.7, 708, 709.7, 745]);
    inParts(0, [...xs, ...xs.map((x) => -x)], Math.exp, 2);
    const extremes = [
      0,
      -0,
      Infinity,
      -Infinity,
      Number.NaN,
      709.782712893384,
      709.79,
      -745.13,
      -745.2,
      -708.5,
      5e-324,
    ];
    inParts(0, extremes, Math.exp, 2);
  });

  it('exp of four numbers together: within 2 units of Math.exp, whichever of the four are small', () => {
    const xs = magnitudes('four', [0.35, 0.5, 0.7, 708]);
    const signed = [...xs, ...xs.map((x) => -x), 0, -0, Infinity, -Infinity];
    inParts(4, signed, Math.exp, 2);
    // All four of one size, so that the short way is taken too.
    const small = signed.filter((x) => Math.abs(x) <= 0.5).map((x) => [x, -x, x / 2, x / 3]);
    for (let at = 0; at < small.length; at += LENGTH / 4) {
      const part = small.slice(at, at + LENGTH / 4).flat();
      expectWithin(2, part, evaluate(4, part), Math.exp);
    }
    expect(evaluate(4, [Number.NaN, 0.1, 0.2, 0.3])[0]).toBeNaN();
  });

  it('exp(−x): within 4 units', () => {
    const xs = magnitudes('fade', [0.5, 1, 2, 40, 708, 745]);
    inParts(1, [...xs, 0, Infinity], (x) => Math.exp(-x), 4);
    expect(evaluate(1, [Number.NaN, 1])[0]).toBeNaN();
  });

  it('1 − exp(−x): within 4 units of −expm1(−x), tiny x included', () => {
    const xs = magnitudes('saturate', [0.5, 1, 2, 37, 40]);
    inParts(2, [...xs, 0, Infinity], (x) => -Math.expm1(-x), 4);
    expect(evaluate(2, [Number.NaN, 1])[0]).toBeNaN();
  });

  it('(1 − exp(−x)) / x: within 5 units, and 1 at 0', () => {
    const xs = magnitudes('mean', [0.5, 1, 2, 40]).filter((x) => x > 1e-300);
    inParts(3, xs, (x) => (x === 0 ? 1 : -Math.expm1(-x) / x), 5);
    expect(evaluate(3, [0, 0, 0, 5]).slice(0, 3)).toEqual([1, 1, 1]);
    expect(evaluate(3, [5e-324, 1e-310, 1e-310, 7]).slice(0, 3)).toEqual([1, 1, 1]);
  });

  it('normal quantile: within 4 units of AS 241 over the whole grid of 32 bits, mirror images to the last bit', () => {
    const kernel = startKernel(kernelModule()!);
    const words = kernel.allocate(512);
    const row = kernel.allocate(1024);
    const list = kernel.allocate(260);
    const random = alea('normal quantile');
    const border = Math.round(0.075 * 2 ** 32);
    for (let run = 0; run < 200; run++) {
      const bits = kernel.words(words, 128);
      for (let lane = 0; lane < 126; lane += 2) {
        // A third in the middle, a third in ever deeper tails, a third at the border between the two.
        const kind = run % 3;
        const k = kind === 0 ? random() * 2 ** 32 : kind === 1 ? 2 ** (32 * random()) : border + 40 * (random() - 0.5);
        bits[lane] = k;
        bits[lane + 1] = ~bits[lane]!;
      }
      bits[126] = run % 2 === 0 ? 0 : 1;
      bits[127] = 0xffffffff;
      kernel.exports.normals(words, row, list);
      const z = kernel.doubles(row, 128);
      expectWithin(4, [...bits], [...z], (k) => normalQuantile((k + 0.5) * 2 ** -32));
      for (let lane = 0; lane < 126; lane += 2) expect(z[lane + 1]).toBe(-z[lane]!);
    }
  });
});
