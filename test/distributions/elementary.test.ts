import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cos,
  exp,
  expm1,
  hypotenuse,
  ln,
  log1p,
  orderOfMagnitude,
  pow,
  powerOfTen,
  square,
  tanh,
} from '../../src/distributions/elementary.js';

const SRC = resolve(import.meta.dirname, '../../src');

/** Wherever the figures of a plan come from. */
const FOLDERS = [
  'advice',
  'distributions',
  'engine',
  'forecast',
  'kernel',
  'model',
  'optimize',
  'sampling',
  'scenario',
  'sensitivity',
  'summary',
  'track',
] as const;

/** What the language leaves to each engine, but for powers of literals. `sqrt`, `fround` and whole numbers are exact everywhere. */
const LEFT_TO_THE_ENGINE =
  /\bMath\.(a?cosh?|a?sinh?|a?tanh?|atan2|cbrt|expm?1?|hypot|log(10|1p|2)?|pow)\b|(?<!\b\d+) \*\* | \*\* (?!-?\d)/;

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('assembly/'))
    .map((name) => join(folder, name));
}

describe('elementary functions', () => {
  it('are the only ones that figures come from, so that they are the same in every browser and version of Node', () => {
    const found = FOLDERS.flatMap(filesOf).flatMap((file) =>
      readFileSync(join(SRC, file), 'utf8')
        .split('\n')
        .map((line, k) => ({ line: line.trim(), at: `${file}:${k + 1}` }))
        .filter(({ line }) => !/^(\/\*|\*|\/\/)/.test(line) && LEFT_TO_THE_ENGINE.test(line))
        .map(({ line, at }) => `${at}: ${line}`),
    );
    expect(found).toEqual([]);
    for (const line of ['a * Math.exp(x)', 'Math.log10(x)', 'x ** 2', '2 ** x', '2 ** (a - b)'])
      expect(LEFT_TO_THE_ENGINE.test(line)).toBe(true);
    for (const line of ['2 ** 32', '2 ** -52', 'Math.sqrt(x)', 'exp(x)'])
      expect(LEFT_TO_THE_ENGINE.test(line)).toBe(false);
  });

  // To a unit or two in the last place of what this machine's own library gives.
  it.each([
    ['exp', exp, Math.exp, -700, 700],
    ['expm1', expm1, Math.expm1, -40, 700],
    ['ln', ln, Math.log, 1e-300, 1e300],
    ['log1p', log1p, Math.log1p, -0.999, 1e6],
    ['tanh', tanh, Math.tanh, -30, 30],
    ['cos', cos, Math.cos, -100, 100],
  ] as const)('%s is the function of that name', (_, own, expected, min, max) => {
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (x) => {
        const [found, wanted] = [own(x), expected(x)];
        expect(Math.abs(found - wanted)).toBeLessThanOrEqual(8e-16 * Math.max(Math.abs(wanted), 1e-300));
      }),
      { numRuns: 2000 },
    );
  });

  it('pow is the power', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: -40, max: 40, noNaN: true }),
        (x, y) => {
          const [found, wanted] = [pow(x, y), x ** y];
          expect(Math.abs(found - wanted)).toBeLessThanOrEqual(8e-16 * wanted);
        },
      ),
      { numRuns: 2000 },
    );
    for (const [x, y, power] of [
      [2, 10, 1024],
      [2, -52, Number.EPSILON],
      [0, 0, 1],
      [0, 2, 0],
      [0, -1, Number.POSITIVE_INFINITY],
      [7, 0, 1],
    ] as const)
      expect(pow(x, y)).toBe(power);
  });

  it('powers and orders of ten are exact', () => {
    for (let power = -20; power <= 20; power++) {
      const ten = powerOfTen(power);
      expect(ten).toBe(Number.parseFloat(`1e${power}`));
      expect(orderOfMagnitude(ten)).toBe(power);
      expect(orderOfMagnitude(ten * 9.99)).toBe(power);
    }
    expect(hypotenuse(3, 4)).toBe(5);
    expect(square(-1.5)).toBe(2.25);
  });
});
