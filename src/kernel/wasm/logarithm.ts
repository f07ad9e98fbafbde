import { type Code, type Local, V128 } from './code.js';
import type { Constants } from './constants.js';
import { polynomial } from './exponential.js';

/**
 * ln x = e ln 2 + ln m, m in [√½, √2), and ln m = 2 s (1 + s²/3 + s⁴/5 + …), s = (m − 1)/(m + 1), |s| < 0.172: nine terms
 * leave an error below 1e-15. For x > 0 and normal.
 */
const SERIES = Array.from({ length: 9 }, (_, k) => 2 / (2 * k + 1));
/** 2⁵² and the exponent's bias: a whole number in the low bits of 2⁵² is that number more. */
const BIASED = 2 ** 52 + 1023;

/** Puts ln x on the stack. */
export function logarithmOf(code: Code, constants: Constants, x: Local): void {
  const exponent = code.local(V128);
  const mantissa = code.local(V128);
  const isHigh = code.local(V128);
  const s = code.local(V128);
  const square = code.local(V128);
  code.get(x).whole(52).vector('shiftRight');
  constants.bits(code, 0, 0x43300000);
  code.vector('or');
  constants.get(code, BIASED);
  code.vector('subtract').set(exponent);
  code.get(x);
  constants.bits(code, 0xffffffff, 0x000fffff);
  code.vector('and');
  constants.get(code, 1);
  code.vector('or').set(mantissa);
  code.get(mantissa);
  constants.get(code, Math.SQRT2);
  code.vector('above').set(isHigh);
  code.get(mantissa);
  constants.get(code, 0.5);
  code.vector('multiply').get(mantissa).get(isHigh).vector('choose').set(mantissa);
  constants.get(code, 1);
  code.get(isHigh).vector('and').get(exponent).vector('add').set(exponent);
  code.get(mantissa);
  constants.get(code, 1);
  code.vector('subtract').get(mantissa);
  constants.get(code, 1);
  code.vector('add').vector('divide').set(s);
  code.get(s).get(s).vector('multiply').set(square);
  polynomial(code, constants, square, SERIES);
  code.get(s).vector('multiply').get(exponent);
  constants.get(code, Math.LN2);
  code.vector('multiply').vector('add');
}
