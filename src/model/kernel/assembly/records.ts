// Made by `npm run bundle` from the records of the folder above: change those.

export const ROW: usize = 1088;
export const DECAY_EXPOSURE: usize = 0;
export const DECAY_WARM: usize = 1088;
export const DECAY_HOT: usize = 2176;
export const DECAY_BUYERS: usize = 3264;
export const DECAY_WEAR: usize = 4352;
export const DERIVED_THETA: usize = 0;
export const DERIVED_FIXED_COST: usize = 1088;
export const DERIVED_LTV: usize = 2176;
export const DERIVED_FUTURE_ORDERS_PER_BUYER: usize = 3264;

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
  /** Addresses of rows that add up to the fixed costs. */
  fixedCosts: usize;
  fixedCostCount: i32;
  /** What else is made of rows, one after the other. */
  operations: usize;
  operationCount: i32;
}

@unmanaged
export class RowOperation {
  /** A place in: fill, scale, add, multiply, atMost, overRest, timesExcess. */
  kind: i32;
  to: usize;
  a: usize;
  b: usize;
  /** Double. */
  number: usize;
}

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

/** The number of this layout: what writes the records has to have been made for the same one. */
export const LAYOUT: i32 = -184967830;
