import { DECAYS, DERIVED, STRIDE } from '../layout.js';
import { ROW_OPERATIONS } from '../row-operations.js';
import { address, count, type MemoryLayout } from './record.js';

const ROW = STRIDE * Float64Array.BYTES_PER_ELEMENT;

/** Bytes from the start of a region to each of its rows. */
const rowsOf = (prefix: string, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name, row) => [`${prefix}_${name.toUpperCase()}`, row * ROW]));

/**
 * What a program and its block look like in the model's kernel's memory. A field that names a quantity is the address of its
 * row; rows hold a double a draw.
 */
export const RECORDS = {
  /** Inputs that are prepared from, and where that goes. */
  Program: {
    periodDays: address('Double: days of a period.'),
    decay: address(),
    derived: address(),
    order_value: address(),
    margin: address(),
    repeat_rate: address(),
    delay_days: address(),
    value_days: address(),
    ltv_days: address(),
    memory_days: address(),
    warm_days: address(),
    hot_days: address(),
    buyers_days: address(),
    wear_days: address(),
    fixedCosts: address('Addresses of rows that add up to the fixed costs.'),
    fixedCostCount: count(),
    operations: address('What else is made of rows, one after the other.'),
    operationCount: count(),
  },
  /** Arithmetic of rows. */
  RowOperation: {
    kind: count(`A place in: ${ROW_OPERATIONS.join(', ')}.`),
    to: address(),
    a: address(),
    b: address(),
    number: address('Double.'),
  },
  /** A standard normal a draw. */
  Source: {
    directions: address(
      '32 direction numbers of its scrambled Sobol sequence; 0 where the 32 random bits come from outside.',
    ),
    shuffle: address('Three words that fix the order of a sequence that shares its dimension; 0: its own order.'),
    shift: address('Its digital shift.'),
    bits: address('128 words.'),
    to: address(),
  },
  /** An input that isn't the same in all draws. */
  Input: {
    kind: count('0 its score alone, 1 linear, 2 exponential, 3 tabulated.'),
    to: address(),
    terms: address("16 bytes each: the weight, and the source's row."),
    termCount: count(),
    parameters: address(
      'Doubles: its bounds, then linear: mean, sd · exponential: mu, sigma · tabulated: first score, cells a score, cells.',
    ),
    table: address(),
  },
  /** A platform's noise of price or of a rate. */
  Noise: {
    normals: address('Rows by period.'),
    to: address(),
    parameters: address('Doubles: σ, φ, σ √(1 − φ²), σ²/2.'),
  },
  Sampling: {
    periods: count(),
    sourceCount: count(),
    sources: address(),
    inputCount: count(),
    inputs: address(),
    noiseCount: count(),
    noises: address(),
    list: address('Room for the tails of a row of normals.'),
  },
} as const;

/** What the model's kernel and what writes its memory agree on. */
export const LAYOUT: MemoryLayout = {
  records: RECORDS,
  constants: { ROW, ...rowsOf('DECAY', DECAYS), ...rowsOf('DERIVED', DERIVED) },
};
