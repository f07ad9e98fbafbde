// Two draws at a time, under short names: the equations are to be read beside the model's page.

/** Bytes of one vector: two doubles. */
export const VECTOR: i32 = 16;

// @ts-ignore: decorator
@inline
export function load(address: usize): v128 {
  return v128.load(address);
}

// @ts-ignore: decorator
@inline
export function store(address: usize, value: v128): void {
  v128.store(address, value);
}

// @ts-ignore: decorator
@inline
export function addAt(address: usize, value: v128): void {
  v128.store(address, f64x2.add(v128.load(address), value));
}

/** The same number for both draws. */
// @ts-ignore: decorator
@inline
export function both(value: f64): v128 {
  return f64x2.splat(value);
}

/** A number of a table, for both draws: a load, where a constant would be put together in four steps each time. */
// @ts-ignore: decorator
@inline
export function entry(table: usize, index: i32): v128 {
  return v128.load_splat<f64>(table + (<usize>index << 3));
}

// @ts-ignore: decorator
@inline
export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

// @ts-ignore: decorator
@inline
export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

// @ts-ignore: decorator
@inline
export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

// @ts-ignore: decorator
@inline
export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b);
}

/** The larger; `a` where `b` is not a number. */
// @ts-ignore: decorator
@inline
export function larger(a: v128, b: v128): v128 {
  return f64x2.pmax(a, b);
}

/** The smaller; `a` where `b` is not a number. */
// @ts-ignore: decorator
@inline
export function smaller(a: v128, b: v128): v128 {
  return f64x2.pmin(a, b);
}

/** `value` where the mask is set, 0 elsewhere. */
// @ts-ignore: decorator
@inline
export function where(mask: v128, value: v128): v128 {
  return v128.and(mask, value);
}

/** `yes` where the mask is set, `no` elsewhere. */
// @ts-ignore: decorator
@inline
export function choose(mask: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, mask);
}

// @ts-ignore: decorator
@inline
export function positive(a: v128): v128 {
  return f64x2.gt(a, f64x2.splat(0));
}
