/**
 * Elementary functions that give the same bits wherever a plan is priced. What `Math` gives for these is left to each
 * JavaScript engine: browsers differ from Node, and versions of Node from each other, in the last bit.
 *
 * These are stdlib's, after FreeBSD's msun and Cephes. On Node 20, `exp`, `ln`, `log1p` and `expm1` are `Math`'s to the last bit;
 * `pow` and `tanh` are off by one unit in the last place at most now and then.
 */
export { default as cos } from '@stdlib/math-base-special-cos';
export { default as exp } from '@stdlib/math-base-special-exp';
export { default as expm1 } from '@stdlib/math-base-special-expm1';
export { default as ln } from '@stdlib/math-base-special-ln';
export { default as log1p } from '@stdlib/math-base-special-log1p';
export { default as pow } from '@stdlib/math-base-special-pow';
export { default as tanh } from '@stdlib/math-base-special-tanh';

/** √(Σ x²), in the order given; for numbers whose squares are numbers. */
export function hypotenuse(...sides: readonly number[]): number {
  return Math.sqrt(sides.reduce((sum, side) => sum + side * side, 0));
}

/** ⌊log₁₀ x⌋ of a number above 0, from its digits. */
export function orderOfMagnitude(x: number): number {
  return Number(x.toExponential().split('e')[1]);
}

/** 10 to a whole power, to the nearest double. */
export function powerOfTen(power: number): number {
  return Number(`1e${power}`);
}

/** x², rounded once. */
export function square(x: number): number {
  return x * x;
}
