// Section 3: what money delivers to a line in a period, and how much of it still works.
import { fade, saturate } from './exponential';
import { div, mul, positive, where } from './vector';

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
