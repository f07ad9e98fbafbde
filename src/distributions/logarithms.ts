import { ln } from './elementary.js';

/** Room for numbers whose logarithms are taken all at once. */
interface Logarithms {
  /** Numbers to be put in; above 0. */
  readonly values: Float64Array;
  /** Puts natural logarithms in the place of the first `count` numbers. */
  take(count: number): void;
}

/** Cells that [1, 2) is cut into. */
const CELLS = 256;
/** Of each cell's middle: the reciprocal, and the logarithm of what the reciprocal is of. */
const RECIPROCALS = Float64Array.from({ length: CELLS }, (_, cell) => 1 / (1 + (cell + 0.5) / CELLS));
const LOGARITHMS = RECIPROCALS.map((reciprocal) => -ln(reciprocal));

const LEAST_NORMAL = 0x00100000;
const INFINITE = 0x7ff00000;
const ONE = 0x3ff00000;

/**
 * Logarithms by table: x = 2ᵉ m, c the middle of m's cell, ln x = e ln 2 + ln c + ln(1 + r), r = m/c − 1, |r| ≤ 2⁻⁹, and the series
 * to the sixth power (P. T. P. Tang, ACM Trans. Math. Softw. 16, 1990). The error is at most a unit in the last place of the largest of
 * those three terms: small logarithms have no relative accuracy. A quarter of what `ln` takes; the same bits everywhere.
 */
export function createLogarithms(length: number): Logarithms {
  const values = new Float64Array(length);
  // Little-endian, as WebAssembly's memory is: the second half has sign and exponent.
  const halves = new Int32Array(values.buffer);
  return {
    values,
    take(count) {
      for (let k = 0; k < count; k++) {
        const high = halves[2 * k + 1];
        if (high < LEAST_NORMAL || high >= INFINITE) {
          values[k] = ln(values[k]);
          continue;
        }
        halves[2 * k + 1] = (high & 0xfffff) | ONE;
        const cell = (high >> 12) & 0xff;
        const r = values[k] * RECIPROCALS[cell] - 1;
        const series = r - r * r * (1 / 2 - r * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r / 6))));
        values[k] = ((high >> 20) - 1023) * Math.LN2 + (LOGARITHMS[cell] + series);
      }
    },
  };
}
