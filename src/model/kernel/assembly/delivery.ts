// Section 3: what money delivers to a line in a period, and how much of it still works.
import { fade, saturate } from './exponential';
import { add, both, choose, div, entry, mul, positive, sub, where } from './vector';

/** A (1 − exp(−i / A)): people reached by impressions that fall on them at random. */
// @ts-ignore: decorator
@inline
export function poissonReach(A: v128, frequency: v128): v128 {
  return mul(A, saturate(frequency));
}

/** exp(−κ f): what an impression is worth to a person who remembers f earlier ones. */
// @ts-ignore: decorator
@inline
export function worth(kappa: v128, frequency: v128): v128 {
  return fade(mul(kappa, frequency));
}

/** r (1 − exp(−v / r)): unique people among r who did any of v actions spread at random; 0 where r is 0. */
// @ts-ignore: decorator
@inline
export function uniqueActors(r: v128, actions: v128): v128 {
  return where(positive(r), mul(r, saturate(div(actions, r))));
}

/** (n − 1) / n! for n = 17 … 2. */
const GROWTH = memory.data<f64>([
  4.498331606952833e-14, 7.169215998581078e-13, 1.0706029224547743e-11, 1.4911969277048643e-10, 1.9270852604185937e-09,
  2.296443268665491e-08, 2.505210838544172e-07, 2.48015873015873e-06, 2.2045855379188714e-05, 0.00017361111111111112,
  0.0011904761904761906, 0.006944444444444444, 0.03333333333333333, 0.125, 0.3333333333333333, 0.5,
], 16);

/** ∂/∂A of A (1 − exp(−i / A)): 1 − (1 + f) exp(−f), by its series where f is small. `fresh` is exp(−f). */
// @ts-ignore: decorator
@inline
export function saturationByRoom(f: v128, fresh: v128): v128 {
  let sum = entry(GROWTH, 0);
  for (let k = 1; k < 16; k++) sum = sub(entry(GROWTH, k), mul(f, sum));
  const difference = sub(both(1), mul(add(both(1), f), fresh));
  return choose(f64x2.gt(f, both(0.5)), difference, mul(mul(f, f), sum));
}
