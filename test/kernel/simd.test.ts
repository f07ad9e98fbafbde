import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  above,
  absolute,
  add,
  createTape,
  defineStep,
  divide,
  type Expression,
  equal,
  exponential,
  halved,
  logarithm,
  maximum,
  meanFade,
  meanFreshness,
  minimum,
  multiply,
  negate,
  poissonReach,
  power,
  quotient,
  remaining,
  root,
  runPass,
  saturate,
  select,
  subtract,
} from '../../src/kernel/index.js';
import { CHUNK } from '../../src/kernel/simd.js';
import { simdProgram } from './memory.js';

const WIDTH = 2 * CHUNK;

/** `f` of some numbers by its SIMD code and by the reference. */
function both(f: (x: Expression, y: Expression) => Expression, x: ArrayLike<number>, y: ArrayLike<number>) {
  const step = defineStep({ name: 'f', inputs: ['x', 'y'] }, (of) => ({ writes: { f: f(of.x, of.y) } }));
  const tape = createTape();
  const row = (k: number) => ({ value: k * WIDTH, bar: -1 });
  tape.call(step, { rows: { x: row(0), y: row(1), f: row(2) } });
  const {
    rows,
    passes: [pass],
  } = simdProgram(3 * WIDTH, 1, [tape.forward()]);
  rows.set(Array.from(x), 0);
  rows.set(Array.from(y), WIDTH);
  const plain = rows.slice();
  runPass(tape.forward(), { rows: plain, numbers: new Float64Array(1) }, WIDTH, WIDTH);
  for (let first = 0; first < WIDTH; first += CHUNK) pass!.run(first);
  return { simd: rows.slice(2 * WIDTH), plain: plain.slice(2 * WIDTH) };
}

const numbers = (from: number, to: number): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof(fc.double({ min: from, max: to, noNaN: true }), fc.constantFrom(from, to, 0.5, 1e-12, 1)), {
    minLength: WIDTH,
    maxLength: WIDTH,
  });

const FUNCTIONS: readonly (readonly [string, (x: Expression, y: Expression) => Expression])[] = [
  ['arithmetic', (x, y) => divide(subtract(multiply(x, y), negate(x)), add(y, 3))],
  ['minimum, maximum, absolute, root', (x, y) => add(minimum(x, y), maximum(x, 2), absolute(subtract(x, y)), root(x))],
  ['quotient and select', (x, y) => select(above(x, y), quotient(x, subtract(y, 1)), select(equal(x, y), 7, y))],
  ['exponentials of one argument', (x) => add(remaining(x), multiply(2, saturate(x)), meanFade(x))],
  ['freshness with its kin', (x) => multiply(meanFreshness(x), add(1, remaining(x)), add(1, meanFade(x)))],
  ['exponential', (x, y) => exponential(subtract(x, y))],
  ['logarithm', (x, y) => logarithm(add(x, y, 1e-9))],
  ['power', (x, y) => power(add(x, 0.01), multiply(0.1, minimum(y, 10)))],
  ['reach and half-life', (x, y) => add(poissonReach(x, y), halved(x, y))],
];

describe('SIMD code', () => {
  it.each(FUNCTIONS)('agrees with the reference: %s', (_, f) => {
    fc.assert(
      fc.property(numbers(0, 1), numbers(0, 60), fc.constantFrom(1, 3, 600), (x, y, scale) => {
        const { simd, plain } = both(
          f,
          x.map((value) => value * scale),
          y,
        );
        plain.forEach((value, d) => {
          // Of a sum of parts of both signs what is left is as exact as they are.
          const tolerance = 1e-10 * Math.abs(value) + 1e-14;
          if (!(Math.abs(simd[d]! - value) <= tolerance) && !Object.is(simd[d], value)) {
            throw new Error(`${x[d]! * scale}, ${y[d]}: ${simd[d]} instead of ${value}`);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('takes powers to the digits that doubles have', () => {
    for (const exponent of [1, 0.6, 2.3, -1.7]) {
      const x = Float64Array.from({ length: WIDTH }, (_, d) => 1.37 ** (d - WIDTH / 2));
      const { simd, plain } = both((base, by) => power(base, by), x, new Float64Array(WIDTH).fill(exponent));
      plain.forEach((value, d) => {
        // |y ln x| is below 24 here: half a unit in the last place of it, and of its whole multiple of ln 2.
        expect(Math.abs(simd[d]! / value - 1)).toBeLessThan(1e-14);
      });
    }
  });

  it('keeps all digits of small arguments', () => {
    const x = Float64Array.from({ length: WIDTH }, (_, d) => 10 ** (-d / 3));
    for (const f of [saturate, meanFreshness, meanFade]) {
      const { simd, plain } = both((u) => f(u), x, x);
      plain.forEach((value, d) => {
        expect(Math.abs(simd[d]! / value - 1)).toBeLessThan(1e-11);
      });
    }
    expect(both((u) => add(saturate(u), meanFreshness(u)), new Float64Array(WIDTH), x).simd[3]).toBe(
      both((u) => add(saturate(u), meanFreshness(u)), new Float64Array(WIDTH), x).simd[0],
    );
  });
});
