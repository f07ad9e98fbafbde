import { describe, expect, it } from 'vitest';
import { fade, freshness } from '../../src/kernel/exponentials.js';
import {
  above,
  absolute,
  add,
  createTape,
  defineStep,
  divide,
  type Expression,
  exponential,
  halved,
  logarithm,
  maximum,
  meanFade,
  meanFreshness,
  minimum,
  missedShare,
  multiply,
  negate,
  poissonReach,
  power,
  powerOfTwo,
  quotient,
  remaining,
  root,
  runPass,
  saturate,
  select,
  subtract,
} from '../../src/kernel/index.js';

const WIDTH = 5;
type Function2 = (x: Expression, y: Expression) => Expression;

/** A function's values and both derivatives at some points, by a tape of one call. */
function evaluate(f: Function2, points: readonly (readonly [number, number])[]) {
  const step = defineStep({ name: 'f', inputs: ['x', 'y'] }, ({ x, y }) => ({ writes: { f: f(x, y) } }));
  const tape = createTape();
  const row = (k: number) => ({ value: k * WIDTH, bar: (k + 3) * WIDTH });
  tape.call(step, { rows: { x: row(0), y: row(1), f: row(2) } });
  const memory = { rows: new Float64Array(6 * WIDTH), numbers: new Float64Array(0) };
  return points.map(([x, y]) => {
    memory.rows.fill(x, 0, WIDTH);
    memory.rows.fill(y, WIDTH, 2 * WIDTH);
    runPass(tape.forward(), memory, WIDTH, WIDTH);
    const value = memory.rows[2 * WIDTH]!;
    const back = tape.backward({ inputs: true });
    // Clears, then the seed, then the way back.
    for (const at of back.cleared) memory.rows.fill(0, at, at + WIDTH);
    memory.rows.fill(1, 5 * WIDTH, 6 * WIDTH);
    runPass({ ...back, cleared: [] }, memory, WIDTH, WIDTH);
    return { value, byX: memory.rows[3 * WIDTH]!, byY: memory.rows[4 * WIDTH]! };
  });
}

const FUNCTIONS: readonly (readonly [name: string, f: Function2, plain: (x: number, y: number) => number])[] = [
  ['sums and products', (x, y) => add(multiply(x, y, 3), x, 2, negate(y)), (x, y) => 3 * x * y + x + 2 - y],
  ['differences and ratios', (x, y) => divide(subtract(x, 7), add(1, multiply(y, y))), (x, y) => (x - 7) / (1 + y * y)],
  [
    'minimum and maximum',
    (x, y) => add(minimum(x, 1.3), maximum(multiply(x, y), 2)),
    (x, y) => Math.min(x, 1.3) + Math.max(x * y, 2),
  ],
  [
    'root, logarithm, absolute',
    (x, y) => multiply(root(x), logarithm(y), absolute(subtract(x, 2.1))),
    (x, y) => Math.sqrt(x) * Math.log(y) * Math.abs(x - 2.1),
  ],
  ['exponential', (x, y) => exponential(multiply(x, negate(y))), (x, y) => Math.exp(-x * y)],
  ['power', (x, y) => power(x, y), (x, y) => x ** y],
  ['power of two', (x, y) => powerOfTwo(divide(x, y)), (x, y) => 2 ** (x / y)],
  [
    'saturate and remaining',
    (x, y) => multiply(saturate(x), remaining(y)),
    (x, y) => (1 - Math.exp(-x)) * Math.exp(-y),
  ],
  ['mean freshness', (x, y) => multiply(y, meanFreshness(multiply(x, y))), (x, y) => (1 - Math.exp(-x * y)) / x],
  ['mean fade', (x, y) => meanFade(multiply(x, y)), (x, y) => (1 - (1 + x * y) * Math.exp(-x * y)) / (x * y) ** 2],
  ['reach', (x, y) => poissonReach(x, y), (x, y) => y * (1 - Math.exp(-x / y))],
  ['missed share', (x, y) => missedShare(x, add(y, 3)), (x, y) => 1 - Math.min(1, x / (y + 3))],
  ['half-life', (x, y) => halved(x, y), (x, y) => 2 ** (-x / y)],
  ['select', (x, y) => select(above(x, y), multiply(x, x), quotient(y, x)), (x, y) => (x > y ? x * x : y / x)],
];

describe('expressions', () => {
  const points = [
    [0.7, 1.9],
    [1.9, 0.7],
    [3.1, 2.2],
    [0.11, 0.05],
  ] as const;

  it.each(FUNCTIONS)('%s: value and derivatives', (_, f, plain) => {
    evaluate(f, points).forEach(({ value, byX, byY }, k) => {
      const [x, y] = points[k]!;
      expect(value / plain(x, y)).toBeCloseTo(1, 10);
      const h = 1e-5;
      const byDifference = [plain(x + h, y) - plain(x - h, y), plain(x, y + h) - plain(x, y - h)].map(
        (by) => by / (2 * h),
      );
      [byX, byY].forEach((by, i) => {
        expect(Math.abs(by - byDifference[i]!)).toBeLessThan(1e-6 * (1 + Math.abs(by)));
      });
    });
  });

  it('has no value nor derivative to spoil a draw where a divisor is 0', () => {
    const f: Function2 = (x, y) =>
      add(poissonReach(x, y), quotient(x, y), select(above(y, 0), quotient(x, y), 4), halved(x, y));
    expect(evaluate(f, [[3, 0]])).toEqual([{ value: 4, byX: 0, byY: 0 }]);
  });

  it('loses no digits where an argument is small or large', () => {
    // Series of (1 − e^−u)/u and of (1 − (1 + u) e^−u)/u².
    expect(freshness(1e-9)).toBeCloseTo(1 - 0.5e-9, 15);
    expect(fade(1e-9)).toBeCloseTo(0.5 - 1e-9 / 3, 15);
    expect(fade(0)).toBe(0.5);
    // On either side of where the series gives way.
    for (const u of [0.4999999, 0.5000001]) expect(fade(u)).toBeCloseTo((1 - (1 + u) * Math.exp(-u)) / u ** 2, 13);
    expect(freshness(800)).toBeCloseTo(1 / 800, 15);
    const [small] = evaluate((x, y) => poissonReach(x, y), [[1e-6, 1e9]]);
    expect(small!.value / 1e-6).toBeCloseTo(1, 12);
    // i²/2A²: by the difference of the two it would be 0.
    expect(small!.byY / 5e-31).toBeCloseTo(1, 12);
  });
});
