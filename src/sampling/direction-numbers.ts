import { DIMENSIONS, PACKED_DIRECTION_NUMBERS } from './direction-number-table.js';

export { DIMENSIONS };

/** Bits of a Sobol point, hence direction numbers per dimension. */
export const BITS = 32;

/** A primitive polynomial over GF(2) and its initial direction numbers, named as in Joe and Kuo (2008). */
interface DirectionRow {
  /** Degree s of the polynomial. */
  readonly degree: number;
  /** Its inner coefficients a_1 … a_{s−1}, read as one binary number. */
  readonly coefficients: number;
  /** m_1 … m_s, each odd and m_k < 2^k. */
  readonly initial: readonly number[];
}

/** The packed table as bytes, and at which bit each dimension's row starts: one pass over the degrees, done once. */
interface Table {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

let table: Table | undefined;

function readBits(bytes: Uint8Array, start: number, width: number): number {
  let value = 0;
  for (let bit = start; bit < start + width; bit++) {
    value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
  }
  return value;
}

function openTable(): Table {
  const bytes = Uint8Array.from(atob(PACKED_DIRECTION_NUMBERS), (character) => character.charCodeAt(0));
  const starts = new Uint32Array(DIMENSIONS + 1);
  let bit = 0;
  for (let dimension = 2; dimension <= DIMENSIONS; dimension++) {
    starts[dimension] = bit;
    const degree = readBits(bytes, bit, 4);
    bit += 4 + (degree - 1) + (degree * (degree - 1)) / 2;
  }
  return { bytes, starts };
}

/**
 * The row of one dimension.
 *
 * @param dimension from 2 to `DIMENSIONS`; dimension 1 is van der Corput's sequence and has no row.
 * @throws RangeError for any other dimension.
 */
export function directionRow(dimension: number): DirectionRow {
  if (!Number.isInteger(dimension) || dimension < 2 || dimension > DIMENSIONS) {
    throw new RangeError(`No row of direction numbers for dimension ${dimension}: they are 2 to ${DIMENSIONS}.`);
  }
  table ??= openTable();
  const { bytes } = table;
  let bit = table.starts[dimension];
  const degree = readBits(bytes, bit, 4);
  bit += 4;
  const coefficients = readBits(bytes, bit, degree - 1);
  bit += degree - 1;
  const initial: number[] = [];
  for (let k = 1; k <= degree; k++) {
    initial.push(2 * readBits(bytes, bit, k - 1) + 1);
    bit += k - 1;
  }
  return { degree, coefficients, initial };
}

/**
 * Writes the direction numbers v_1 … v_32 of a dimension, each v_k = m_k 2^(32−k), into `out` from `at` on, by the
 * recurrence of Bratley and Fox (1988) as Joe and Kuo write it.
 *
 * @param dimension from 1 to `DIMENSIONS`.
 * @throws RangeError for any other dimension.
 */
export function writeDirectionNumbers(dimension: number, out: Uint32Array, at = 0): void {
  if (dimension === 1) {
    for (let k = 0; k < BITS; k++) out[at + k] = 1 << (BITS - 1 - k);
    return;
  }
  const { degree, coefficients, initial } = directionRow(dimension);
  for (let k = 0; k < degree; k++) out[at + k] = initial[k] << (BITS - 1 - k);
  for (let k = degree; k < BITS; k++) {
    let v = out[at + k - degree] ^ (out[at + k - degree] >>> degree);
    for (let j = 1; j < degree; j++) {
      if (((coefficients >>> (degree - 1 - j)) & 1) === 1) v ^= out[at + k - j];
    }
    out[at + k] = v;
  }
}
