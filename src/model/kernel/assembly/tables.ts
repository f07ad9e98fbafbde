// What a program and its block look like in the kernel's memory. `../tables.ts` writes these records, field by field in
// the same order. A field that names a quantity is the address of its row; rows hold a double a draw.

/** Bytes from a row to the next of its region. */
export const ROW: usize = 136 * 8;

/** Draws that go through all periods together: a cache line of every row they touch, which all fit in the first-level cache. */
export const CHUNK: i32 = 8;
/** Bytes of a chunk in a row. */
export const CHUNK_BYTES: usize = 64;

/** Inputs that `prepare` reads, and where it writes. */
@unmanaged
export class Program {
  /** Double: days of a period. */
  periodDays: usize;
  decay: usize;
  derived: usize;
  order_value: usize;
  margin: usize;
  repeat_rate: usize;
  delay_days: usize;
  value_days: usize;
  ltv_days: usize;
  memory_days: usize;
  warm_days: usize;
  hot_days: usize;
  buyers_days: usize;
  wear_days: usize;
  /** Addresses of rows that add up to the fixed costs, and how many there are. */
  fixedCosts: usize;
  fixedCostCount: i32;
}

/** A standard normal a draw. */
@unmanaged
export class Source {
  /** 32 direction numbers of its scrambled Sobol sequence; 0 where the 32 random bits come from outside. */
  directions: usize;
  /** Three words that fix the order of a sequence that shares its dimension; 0: its own order. */
  shuffle: usize;
  /** Its digital shift. */
  shift: usize;
  /** 128 words. */
  bits: usize;
  to: usize;
}

/** An input that isn't the same in all draws. */
@unmanaged
export class Input {
  /** 0 its score alone, 1 linear, 2 exponential, 3 tabulated. */
  kind: i32;
  to: usize;
  /** 16 bytes each: the weight, and the source's row. */
  terms: usize;
  termCount: i32;
  /** Doubles: its bounds, then linear: mean, sd · exponential: mu, sigma · tabulated: first score, cells a score, cells. */
  parameters: usize;
  table: usize;
}

/** A platform's noise of price or of a rate. */
@unmanaged
export class Noise {
  /** Rows by period. */
  normals: usize;
  to: usize;
  /** Doubles: σ, φ, σ √(1 − φ²), σ²/2. */
  parameters: usize;
}

@unmanaged
export class Sampling {
  periods: i32;
  sourceCount: i32;
  sources: usize;
  inputCount: i32;
  inputs: usize;
  noiseCount: i32;
  noises: usize;
  /** Room for the tails of a row of normals. */
  list: usize;
}

/** Rows of DECAYS. */
export const WARM: usize = 1 * ROW;
export const HOT: usize = 2 * ROW;
export const BUYERS_DECAY: usize = 3 * ROW;
export const WEAR: usize = 4 * ROW;

/** Rows of DERIVED. */
export const THETA: usize = 0 * ROW;
export const FIXED_COST: usize = 1 * ROW;
export const LTV: usize = 2 * ROW;
export const FUTURE_ORDERS_PER_BUYER: usize = 3 * ROW;

/**
 * Sizes of the records and of a row, in one number: what reads them has to have been made for the same ones.
 */
export const LAYOUT: i32 =
  <i32>ROW * 1000003 +
  <i32>offsetof<Program>() * 10007 +
  <i32>offsetof<Sampling>() * 1009 +
  <i32>offsetof<Source>() * 101 +
  <i32>offsetof<Input>() * 11 +
  <i32>offsetof<Noise>();
