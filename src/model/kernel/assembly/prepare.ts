// What follows from a draw's inputs alone: decays over a period, unrecorded orders, a customer's value (section 6).
import { exp, saturate } from './exponential';
import {
  DECAY_BUYERS, DECAY_EXPOSURE, DECAY_HOT, DECAY_WARM, DECAY_WEAR, DERIVED_FIXED_COST, DERIVED_FUTURE_ORDERS_PER_BUYER,
  DERIVED_LTV, DERIVED_THETA, Program,
} from './records';
import { add, both, choose, div, entry, load, mul, positive, store, VECTOR, where } from './vector';

/** Draws that go through all periods together: a cache line of every row they touch, which all fit in the first-level cache. */
export const CHUNK: i32 = 8;
/** Bytes of a chunk in a row. */
const CHUNK_BYTES: usize = 64;

const LN2: f64 = 0.6931471805599453;

export function prepareChunk(program: Program, at: usize): void {
  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    const D = entry(program.periodDays, 0);
    const decay = program.decay + d;
    const derived = program.derived + d;
    store(decay + DECAY_EXPOSURE, halved(D, load(program.memory_days + d)));
    store(decay + DECAY_WARM, halved(D, load(program.warm_days + d)));
    store(decay + DECAY_HOT, halved(D, load(program.hot_days + d)));
    store(decay + DECAY_BUYERS, halved(D, load(program.buyers_days + d)));
    store(decay + DECAY_WEAR, halved(D, load(program.wear_days + d)));
    store(derived + DERIVED_THETA, halved(D, load(program.delay_days + d)));

    let fixed = both(0);
    for (let k = 0; k < program.fixedCostCount; k++) {
      fixed = add(fixed, load(<usize>i32.load(program.fixedCosts + (<usize>k << 2)) + d));
    }
    store(derived + DERIVED_FIXED_COST, fixed);

    // ltv = margin · order_value · (1 + repeat_rate/30 · buyers_days/ln 2 · (1 − 2^(−ltv_days/buyers_days)))
    const life = load(program.buyers_days + d);
    const perBuyer = div(mul(div(load(program.repeat_rate + d), both(30)), life), both(LN2));
    const margin = mul(load(program.margin + d), load(program.order_value + d));
    const ltv = mul(margin, add(both(1), mul(perBuyer, gone(load(program.ltv_days + d), life))));
    store(derived + DERIVED_LTV, ltv);
    store(derived + DERIVED_FUTURE_ORDERS_PER_BUYER, mul(perBuyer, gone(load(program.value_days + d), life)));
  }
}

/** 2^(−days / half-life); a half-life of 0 forgets at once. */
// @ts-ignore: decorator
@inline
function halved(days: v128, life: v128): v128 {
  return where(positive(life), exp(f64x2.neg(mul(div(days, life), both(LN2)))));
}

/** 1 − 2^(−days / half-life). */
// @ts-ignore: decorator
@inline
function gone(days: v128, life: v128): v128 {
  return choose(positive(life), saturate(mul(div(days, life), both(LN2))), both(1));
}
